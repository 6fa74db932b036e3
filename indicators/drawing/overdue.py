"""Who has not reported, by unit and period; what is due next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from indicators.drawing.figures import Row
from indicators.drawing.html import Html, tag
from indicators.drawing.tables import head, labelled
from indicators.overdue import names_of
from indicators.wording import overdue as said
from indicators.wording import report_page as words
from indicators.wording.screens import date_vi

#: So many rows are shown at once; more are folded unit by unit.
_MOST_OPEN = 30

_OVERDUE = (
    words.COLUMN_PERIOD, words.COLUMN_DEADLINE, words.COLUMN_LATE, words.COLUMN_CAME, words.COLUMN_MISSING,
    words.COLUMN_PROVISIONAL,
)  # fmt: skip
_NEXT = (
    words.COLUMN_UNIT, words.COLUMN_PERIOD, words.COLUMN_DEADLINE, words.COLUMN_LEFT, words.COLUMN_CAME,
    words.COLUMN_MISSING,
)  # fmt: skip


def overdue_section(rows: Sequence[Row], on: date) -> Html:
    """The rows of `overdue.overdue`, unit by unit."""
    units = list(dict.fromkeys(row["lead_unit"] for row in rows))
    return tag(
        "section",
        tag("h2", words.OVERDUE_TITLE),
        tag("p", said.counted_vi(len(units), _count(rows), on), class_="kpi-units-tally"),
        [_unit(unit, [row for row in rows if row["lead_unit"] == unit], _is_few(rows)) for unit in units],
        tag("p", words.OVERDUE_NOTE, class_="kpi-note"),
        class_="kpi-section kpi-overdue",
    )


def next_section(rows: Sequence[Row], until: date) -> Html:
    """The rows of `overdue.due_next`, by deadline."""
    said_next = words.NEXT if rows else words.NOTHING_NEXT
    first = date_vi(rows[0]["deadline_on"]) if rows else ""
    lines = [
        tag("tr", labelled(_NEXT, (said.unit_vi(row["lead_unit"]), *_cells(row, -row["late_days"])))) for row in rows
    ]
    folded = tag(
        "details", tag("summary", words.NEXT_LIST), _table(_NEXT, lines), class_="kpi-fold", open=_is_few(rows)
    )
    return tag(
        "section",
        tag("h2", words.NEXT_TITLE),
        tag("p", said_next.format(first=first, day=date_vi(until)), class_="kpi-units-tally"),
        folded if rows else None,
        class_="kpi-section kpi-overdue",
    )


def _unit(unit: str, rows: Sequence[Row], is_open: bool) -> Html:
    longest = max(row["late_days"] for row in rows)
    summary = words.UNIT_OWES.format(unit=said.unit_vi(unit), count=_count(rows), days=longest)
    lines = [
        tag("tr", labelled(_OVERDUE, (*_cells(row, row["late_days"]), "; ".join(names_of(row["provisional"])))))
        for row in rows
    ]
    return tag("details", tag("summary", summary), _table(_OVERDUE, lines), class_="kpi-fold", open=is_open)


def _cells(row: Row, days: int) -> tuple[str, ...]:
    return (
        said.period_of(row["period"]),
        date_vi(row["deadline_on"]),
        str(days),
        words.CAME.format(came=row["came_count"], due=row["due_count"]),
        "; ".join(names_of(row["missing"])),
    )


def _table(headings: Sequence[str], lines: Sequence[Html]) -> Html:
    table = tag("table", head(headings), tag("tbody", lines), class_="kpi-list-table kpi-stacked")
    return tag("div", table, class_="kpi-scroll", tabindex=0, role="region", aria_label=words.OVERDUE_TITLE)


def _is_few(rows: Sequence[Row]) -> bool:
    return len(rows) <= _MOST_OPEN


def _count(rows: Sequence[Row]) -> int:
    """Reports that are owed; a measure is one a period."""
    return sum(row["due_count"] - row["came_count"] for row in rows)
