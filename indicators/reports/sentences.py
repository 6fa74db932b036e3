"""What the figures of a report come to, as sentences: facts only, each of them of a line of its table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from indicators.catalogue import Scenario
from indicators.drawing.figures import Row, is_yes_no
from indicators.drawing.finding import finding
from indicators.drawing.lead import are_all_final, worst_first
from indicators.reports.facts import Facts
from indicators.wording import reports as words
from indicators.wording import screens, units
from indicators.wording.periods import period_vi
from indicators.wording.statuses import STATUSES, Tally, counts, tally

#: What is said of each target by itself; the others are named together.
_FOUND = ("not_met", "off_track", "behind", "met_exceeded", "exceeded")
_MISSED = ("not_met", "off_track", "behind")


def tally_of(facts: Facts) -> Tally:
    """The indicators as officials count them; of a unit those that have a target it leads."""
    return tally(facts.indicator_statuses.values())


def summary_of(facts: Facts) -> tuple[str, ...]:
    """The counts of all indicators, which are behind or unreported, and which values are provisional."""
    statuses = facts.indicator_statuses
    said = [
        _leads(facts),
        _tallied(facts),
        words.COUNTED.format(counts=counts_vi(statuses.values())) if statuses else "",
        _numbers(words.MISSED_FINALLY if are_all_final(facts.led) else words.MISSED, statuses, _MISSED),
        _numbers(words.NOT_REPORTED, statuses, ("no_report",)),
        _estimates(facts.rows),
        _scenario(facts),
    ]
    return tuple(sentence for sentence in said if sentence)


def group_sentences(facts: Facts, rows: Sequence[Row]) -> tuple[str, ...]:
    """How many targets of the group stand where; of each that is behind or ahead by how much and how late; the names of
    the others."""
    counted = words.GROUP_COUNTED.format(count=len(rows), counts=counts_vi(row["status"] for row in rows))
    found = [row for row in worst_first(rows) if _is_found(row)]
    return counted, *(_found(facts, row) for row in found), *_listed(row for row in rows if not _is_found(row))


def counts_vi(statuses: Iterable[str]) -> str:
    """'chậm tiến độ 2, đúng tiến độ 9': those that occur, the worst first."""
    return ", ".join(f"{screens.lowered(STATUSES[status].word)} {count}" for status, count in counts(statuses).items())


def _scenario(facts: Facts) -> str:
    """By which path it is judged, where that is not the floor's."""
    asked = facts.asked.scenario
    if asked == Scenario.FLOOR:
        return ""
    for own in facts.scenarios:
        if own["scenario"] == asked:
            return units.OWN_SCENARIO_NOTE.format(scenario=units.scenario_vi(own["name_vi"], own["sector_vi"]))
    return units.SCENARIO_NOTE.format(scenario=screens.SCENARIOS[asked])


def _leads(facts: Facts) -> str:
    if facts.asked.unit is None:
        return ""
    said = words.LEADS.format(unit=facts.asked.unit, led=len(facts.led))
    return said + (words.WORKS_JOINTLY.format(joint=len(facts.joint)) if facts.asked.with_joint else "") + "."


def _tallied(facts: Facts) -> str:
    counted = tally_of(facts)
    if not counted.total:
        return ""
    template = words.TALLIED_FINALLY if are_all_final(facts.led) else words.TALLIED
    template += words.UNJUDGED if counted.unjudged else ""
    said = template.format(
        period=period_vi(facts.asked.period), reached=counted.reached, missed=counted.missed,
        unjudged=counted.unjudged, total=counted.total,
    )  # fmt: skip
    return f"{said}."


def _numbers(template: str, statuses: dict[str, str], wanted: Sequence[str]) -> str:
    found = [indicator for indicator, status in statuses.items() if status in wanted]
    return template.format(numbers=", ".join(found)) if found else ""


def _estimates(rows: Sequence[Row]) -> str:
    found = [row["target"] for row in rows if row["actual_value"] is not None and row["estimate"]]
    return words.ESTIMATES.format(count=len(found), total=len(rows), numbers=", ".join(found)) if found else ""


def _is_found(row: Row) -> bool:
    return row["status"] in _FOUND or (is_yes_no(row) and row["status"] == "met")


def _found(facts: Facts, row: Row) -> str:
    said = words.FOUND.format(
        name=row["name_vi"], finding=screens.lowered(finding(row, facts.shown(row), row["decisions_vi"]))
    )
    is_others = row["lead_unit"] not in ("", facts.asked.unit)
    return said + (words.LED_BY.format(unit=row["lead_unit"]) if is_others else "")


def _listed(rows: Iterable[Row]) -> Iterator[str]:
    """The names of those that stand alike, the worst first; a provisional value is said to be one."""
    rows = list(rows)
    for status in counts(row["status"] for row in rows):
        names = "; ".join(_named(row) for row in rows if row["status"] == status)
        yield words.LISTED.format(status=STATUSES[status].word, names=names)


def _named(row: Row) -> str:
    is_estimate = row["actual_value"] is not None and row["estimate"]
    return f"{row['name_vi']}{screens.SAYS_ESTIMATE if is_estimate else ''}"
