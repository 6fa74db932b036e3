"""A report, put together from what the store knows."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.moments import to_local
from indicators.periods import Kind
from indicators.reports.charts import charts_of
from indicators.reports.expectation import expected_of
from indicators.reports.facts import Facts, facts_of
from indicators.reports.model import Asked, Group, Letterhead, Occasion, Report
from indicators.reports.remarks import said_of
from indicators.reports.sentences import group_sentences, summary_of, tally_of
from indicators.reports.table import columns_of, lines_of, notes_of, term_year
from indicators.store import Row, Store
from indicators.wording import reports as words
from indicators.wording.periods import period_vi


def build_report(store: Store, asked: Asked, letterhead: Letterhead, *, fingerprint: str = "") -> Report:
    """The report as known at `asked.as_of`; every number of it comes out of sql/queries/report_lines.sql, what it holds
    against the plan as `status` says it. Raises PlanMissing, PeriodEmpty, UnitUnknown (design, sections 3 and 4)."""
    facts = facts_of(store, asked)
    return Report(
        asked=facts.asked,
        commune_name_vi=facts.commune_name_vi,
        letterhead=letterhead,
        title_vi=words.TITLE,
        subject_vi=_subject(facts),
        period_vi=period_vi(asked.period),
        closed_on=to_local(asked.as_of).date(),
        tally=tally_of(facts),
        summary_vi=summary_of(facts),
        columns=columns_of(facts.rows),
        groups=_groups(facts),
        difficulties=said_of(facts, "difficulty"),
        remedies=said_of(facts, "remedy"),
        proposals=said_of(facts, "proposal"),
        charts=charts_of(store, facts.asked, facts.led),
        expected=expected_of(facts),
        fingerprint=fingerprint,
        notes_vi=notes_of(facts.rows),
        is_demonstration=bool(store.rows("demonstration")[0]["is_demonstration"]),
    )


def _subject(facts: Facts) -> str:
    asked, rows = facts.asked, facts.rows
    in_full = asked.occasion is Occasion.PERIOD or (
        asked.period.kind is Kind.YEAR and (asked.occasion is Occasion.YEAR or asked.period.year == term_year(rows))
    )
    subject = words.SUBJECTS[asked.occasion].format(
        period=period_vi(asked.period), year=asked.period.year, first=rows[0]["baseline_year"] + 1,
        last=term_year(rows), until="" if in_full else words.UNTIL.format(period=period_vi(asked.period)),
    )  # fmt: skip
    of_group = words.OF_GROUP.format(group=asked.group_vi) if asked.group_vi else ""
    return subject + of_group + (words.OF_UNIT.format(unit=asked.unit) if asked.unit else "")


def _groups(facts: Facts) -> tuple[Group, ...]:
    """The plan's groups in its order; of a unit what it works on jointly comes last."""
    by_name: dict[str, list[Row]] = {}
    for row in facts.led:
        by_name.setdefault(row["group_vi"] or words.NO_GROUP, []).append(row)
    if facts.joint:
        by_name[words.JOINT_GROUP] = list(facts.joint)
    return tuple(_group(facts, name, rows) for name, rows in by_name.items())


def _group(facts: Facts, name: str, rows: Sequence[Row]) -> Group:
    lines = lines_of(rows, facts.asked.period, term_year(facts.rows))
    return Group(name, lines, group_sentences(facts, rows))
