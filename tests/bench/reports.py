"""What a report of 30 targets with their charts costs, as an office waits for it at the command line."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from indicators.settings import ROOT
from tests.bench.comparison import Comparison
from tests.history import history_copy

_PERIOD, _AS_OF = "2028-Q2", "2028-07-10"
_MOST_SECONDS = 5.0


def report(rounds: int) -> Iterator[Comparison]:
    """Each format of a mid-term report beside the start of the command line alone, then beside the most it may take."""
    with tempfile.TemporaryDirectory(prefix="kpi-bench-") as folder:
        store = history_copy(Path(folder) / "kpi.duckdb")
        for kind in ("docx", "xlsx", "pdf"):
            out = Path(folder) / f"bao_cao.{kind}"
            asked = ["--store", store, "report", "--period", _PERIOD, "--as-of", _AS_OF, "--occasion", "midterm"]
            whole = _seconds(*asked, "--format", kind, "--out", out)
            found = Comparison(f"report as {kind}", "'--help'", "s").run(rounds, whole, _seconds("--help"))
            yield found
            yield Comparison(
                f"report as {kind}", "the most it may take", "s", 1.0, found.ours, [_MOST_SECONDS] * rounds
            )


def _seconds(*arguments: object) -> Callable[[], float]:
    command = [sys.executable, "-m", "indicators", *map(str, arguments)]

    def measure() -> float:
        start = time.monotonic()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        return time.monotonic() - start

    return measure
