"""The difficulties, remedies and proposals of a report: what the sheets said, word for word, nothing else."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from indicators.periods import parse_period
from indicators.reports.facts import Facts
from indicators.reports.model import Said
from indicators.store import Row
from indicators.wording import reports as words
from indicators.wording.periods import period_vi


def said_of(facts: Facts, kind: str) -> tuple[Said, ...]:
    """The remarks of a kind on the targets that are led, in the plan's order, then in time; the same words said again,
    of another target or in another period, stand once."""
    about = _targets_by_measure(facts.led)
    found: dict[str, list[Row]] = {}
    for remark in facts.remarks:
        # A formula whose result nobody stored says nothing.
        if remark["kind"] == kind and remark["measure"] in about and _plain(remark["text_vi"]):
            found.setdefault(_plain(remark["text_vi"]), []).append(remark)
    said = [_said(facts, remarks, about) for remarks in found.values()]
    order = [row["target"] for row in facts.led]
    return tuple(sorted(said, key=lambda one: order.index(one.target)))


def _said(facts: Facts, remarks: Sequence[Row], about: dict[str, list[Row]]) -> Said:
    measures = dict.fromkeys(remark["measure"] for remark in remarks)
    targets = sorted((row for measure in measures for row in about[measure]), key=lambda row: row["ordinal"])
    return Said(
        target=targets[0]["target"],
        about_vi=_one_after_the_other(row["name_vi"] for row in targets),
        unit_vi=_one_after_the_other(row["lead_unit"] for row in targets),
        text_vi=_text(facts, remarks),
    )


def _text(facts: Facts, remarks: Sequence[Row]) -> str:
    """With the periods it was said of, where that is not the report's own alone."""
    text, periods = str(remarks[0]["text_vi"]).strip(), [parse_period(remark["period"]) for remark in remarks]
    if set(periods) == {facts.asked.period}:
        return text
    return words.SAID_IN.format(text=text, periods=_one_after_the_other(map(period_vi, periods)))


def _targets_by_measure(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["measure"], []).append(row)
    return found


def _one_after_the_other(names: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(name for name in names if name))


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split()).rstrip(".;").casefold()
