"""`make bench`: speed beside peers. It judges nothing; docs/decisions/0006-benchmark.md says what the ratios mean.

python -m tests.bench [PART …] [--rounds N]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from playwright.sync_api import sync_playwright

from tests.bench import communes, engine, forecasting, journeys, province, reports, reviewing
from tests.bench.comparison import Comparison, print_heading, print_line

#: Rounds → what was found, one after the other.
Part: TypeAlias = Callable[[int], Iterator[Comparison]]

IN_BROWSER = {"first": journeys.first_visits, "later": journeys.later_visits, "server": journeys.server_cost}
WITHOUT: dict[str, Part] = {
    "judging": engine.judging,
    "reading": engine.reading,
    "forecast": forecasting.forecast,
    "backtest": forecasting.backtest,
    "communes": communes.communes,
    "province": province.province,
    "review": reviewing.review,
    "report": reports.report,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one of: {', '.join([*IN_BROWSER, *WITHOUT])}")
    parser.add_argument("--rounds", type=int, default=6, help="how often each pair is measured, in turn (default 6)")
    asked = parser.parse_args()
    unknown = set(asked.parts) - {*IN_BROWSER, *WITHOUT}
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    start = time.monotonic()
    print_heading()
    with sync_playwright() as playwright:
        parts: dict[str, Part] = {name: partial(part, playwright) for name, part in IN_BROWSER.items()}
        parts |= WITHOUT
        for name in asked.parts or parts:
            for found in parts[name](asked.rounds):
                print_line(found)
    print(f"{asked.rounds} rounds or more, medians; {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()
