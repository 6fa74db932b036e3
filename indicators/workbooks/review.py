"""The tables of the page of frozen reviews: against the latest, against the start, what is to be expected, what is
proposed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from indicators.appraisal.latest import SinceFrozen
from indicators.appraisal.start import SinceStart
from indicators.drawing.review_latest import Uploads, reason_vi
from indicators.drawing.review_proposals import proposed_words
from indicators.drawing.review_start import adjustment_vi, goal_of_version
from indicators.reports.model import Expected
from indicators.wording import proposals as proposed
from indicators.wording import review_page as words
from indicators.wording import screens
from indicators.workbooks.contents import (
    NAME_COLUMN,
    NUMBER_COLUMN,
    STATUS_COLUMN,
    UNIT_COLUMN,
    Row,
    moment_of,
    number_column,
    status_of,
    value_of,
)
from indicators.workbooks.model import Column, Content, Kind, Table

_STANDING = (screens.COLUMN_ACTUAL, screens.COLUMN_MILESTONE, screens.COLUMN_STATUS)
_MOMENTS = (words.COLUMN_FROZEN_THEN, words.COLUMN_NOW, words.COLUMN_NEWEST)
_TARGET = (NUMBER_COLUMN, NAME_COLUMN, UNIT_COLUMN)
_LATEST = (
    *_TARGET,
    *(
        Column(heading, 20) if what == screens.COLUMN_STATUS else number_column(heading)
        for moment in _MOMENTS
        for what in _STANDING
        for heading in [f"{moment}: {screens.lowered(what)}"]
    ),
    Column(words.COLUMN_WHY, 60),
)
_START = (
    *_TARGET, Column(words.COLUMN_FIRST, 26), number_column(words.FIRST_MILESTONE), Column(words.COLUMN_HELD, 26),
    number_column(screens.COLUMN_MILESTONE), number_column(words.COLUMN_ACTUAL), STATUS_COLUMN,
    Column(words.COLUMN_ADJUSTED, 60),
)  # fmt: skip
_OUTLOOK = (
    *_TARGET, number_column(screens.COLUMN_ACTUAL), STATUS_COLUMN, Column(words.COLUMN_VERDICT, 24),
    Column(words.COLUMN_FORECAST, 50), Column(words.COLUMN_NEEDED, 40), Column(words.COLUMN_NO_FORECAST, 50),
)  # fmt: skip
_PROPOSED = (
    *_TARGET, Column(proposed.COLUMN_PROPOSED, 40), Column(proposed.COLUMN_REASON, 50),
    Column(proposed.COLUMN_WHO, 22), Column(screens.COLUMN_WHEN, 17, Kind.MOMENT),
)  # fmt: skip


def review_tables(
    latest: Sequence[SinceFrozen],
    uploads: Uploads,
    start: Sequence[SinceStart],
    expected: Sequence[Expected],
    proposals: Mapping[str, Row],
) -> list[Table]:
    """A sheet a side from which the page looks at the review: every target of it on each, and those with a proposal
    that stands (`proposals`: target → its row) on the last."""
    row_of = {line.row["target"]: line.row for line in expected}
    suggested = [_proposal(row_of[target], proposal) for target, proposal in proposals.items()]
    return [
        Table(words.VIEWS[words.View.LATEST], words.LATEST_TITLE, _LATEST, [_now(line, uploads) for line in latest],
              (), 2),
        Table(words.VIEWS[words.View.START], words.START_TITLE, _START, [_then(line) for line in start], (), 2),
        Table(words.VIEWS[words.View.OUTLOOK], words.OUTLOOK_TITLE, _OUTLOOK, [_ahead(line) for line in expected],
              (words.OUTLOOK_NOTE,), 2),
        Table(words.VIEWS[words.View.PROPOSALS], proposed.TITLE, _PROPOSED, suggested, (), 2),
    ]  # fmt: skip


def _target(row: Row) -> tuple[Content, ...]:
    return row["target"], row["name_vi"], row["unit"]


def _standing(row: Row | None) -> Iterable[Content]:
    if row is None:
        return None, None, None
    return value_of(row, row["actual_value"]), value_of(row, row["planned_value"]), status_of(row["status"])


def _now(line: SinceFrozen, uploads: Uploads) -> list[Content]:
    why = " ".join(reason_vi(reason, line, uploads) for reason in line.reasons)
    return [
        *_target(line.frozen), *_standing(line.frozen), *_standing(line.now), *_standing(line.newest), why or None,
    ]  # fmt: skip


def _then(line: SinceStart) -> list[Content]:
    row = line.frozen
    wanted = [goal_of_version(version) if version else None for version in (line.first, line.held)]
    return [
        *_target(row), wanted[0], value_of(row, line.first_milestone), wanted[1],
        value_of(row, row["planned_value"]), value_of(row, row["actual_value"]), status_of(row["status"]),
        "; ".join(adjustment_vi(change) for change in line.adjustments) or None,
    ]  # fmt: skip


def _ahead(line: Expected) -> list[Content]:
    row = line.row
    said = (words.VERDICTS[line.verdict][0], line.forecast_vi, line.needed_vi, line.reason_vi)
    return [
        *_target(row),
        value_of(row, row["actual_value"]),
        status_of(row["status"]),
        *(text or None for text in said),
    ]


def _proposal(row: Row, proposal: Row) -> list[Content]:
    said = "; ".join(proposed_words(row, proposal))
    return [*_target(row), said, proposal["reason"], proposal["acted_by"], moment_of(proposal["acted_at"])]
