"""Every reading of a sheet beside the value that stands, all of them or those that somebody asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum

from indicators.catalogue import CommuneCatalogue
from indicators.drawing.figures import exact_vi
from indicators.drawing.html import Html, join, tag
from indicators.drawing.issues import Numbered, cell_spot, issue_spot, place_vi, spot_link
from indicators.drawing.tables import head
from indicators.intake import Match, Reading, Severity
from indicators.ledger import Change, ComparedReading
from indicators.numbers import format_exact
from indicators.periods import parse_period
from indicators.wording import intake_page as words
from indicators.wording import screens
from indicators.wording.periods import period_vi

#: (sheet, cell) → what is wrong there.
IssuesByCell = Mapping[tuple[str, str], Sequence[Numbered]]
_ORDER = (Change.CHANGED, Change.NEW, Change.SAME)


class Filter(StrEnum):
    """Which readings are shown."""

    ALL = "all"
    NEW = "new"
    CHANGED = "changed"
    WARNING = "warning"


def issues_by_cell(issues: Iterable[Numbered]) -> IssuesByCell:
    found: dict[tuple[str, str], list[Numbered]] = {}
    for numbered in issues:
        if numbered.issue.sheet and numbered.issue.cell:
            found.setdefault((numbered.issue.sheet, numbered.issue.cell), []).append(numbered)
    return found


def chosen(rows: Iterable[ComparedReading], issues: IssuesByCell, which: Filter) -> list[ComparedReading]:
    """The rows that the filter lets through: those to look at first, then changed, new and unchanged ones."""
    kept = [row for row in rows if _passes(row, issues, which)]
    return sorted(kept, key=lambda row: (not _is_to_look_at(row, issues), _ORDER.index(row.change)))


def reading_table(rows: Sequence[ComparedReading], issues: IssuesByCell, entry: CommuneCatalogue) -> Html:
    if not rows:
        return tag("p", words.NO_SUCH_READING, class_="kpi-note")
    headings = (
        screens.COLUMN_NAME, screens.COLUMN_PERIOD, words.COLUMN_READ, words.COLUMN_STANDING, words.COLUMN_CHANGE,
        words.COLUMN_CELL, words.COLUMN_MATCH,
    )  # fmt: skip
    body = tag("tbody", [_row(row, issues, entry) for row in rows])
    table = tag("table", head(headings), body, class_="kpi-list-table kpi-reading-table")
    return tag("div", table, class_="kpi-scroll kpi-tall", tabindex=0, role="region", aria_label=words.STEP_PREVIEW)


def value_vi(measure_id: str, value: Decimal | None, entry: CommuneCatalogue) -> str:
    """'94,1%', '512 người', 'Đạt'; '' where there is no value; a bare number of a measure that has gone since."""
    measure = entry.measure_by_id.get(measure_id)
    if value is None:
        return ""
    if measure is None:
        return format_exact(value)
    if measure.is_yes_no:
        return screens.YES if value >= 1 else screens.NO
    unit = measure.unit if measure.is_percent else f"\u00a0{measure.unit}"
    return f"{exact_vi(value, measure.decimals)}{unit}"


def _passes(row: ComparedReading, issues: IssuesByCell, which: Filter) -> bool:
    if which is Filter.WARNING:
        return _is_to_look_at(row, issues)
    return which is Filter.ALL or row.change == which.value


def _is_to_look_at(row: ComparedReading, issues: IssuesByCell) -> bool:
    return row.reading.match is Match.LIKELY or (row.reading.sheet, row.reading.cell) in issues


def _row(row: ComparedReading, issues: IssuesByCell, entry: CommuneCatalogue) -> Html:
    reading = row.reading
    is_likely = reading.match is Match.LIKELY
    in_sheet = tag("small", words.ROW_IN_SHEET.format(name=reading.row_name)) if is_likely else None
    match = words.MATCHES[reading.match]
    return tag(
        "tr",
        tag("td", entry.measure_by_id[reading.measure].name_vi, in_sheet, class_="kpi-wide"),
        tag("td", screens.capitalised(period_vi(parse_period(reading.period)))),
        tag("td", _value(reading, entry), _converted(reading, issues), class_="kpi-n"),
        tag(
            "td",
            value_vi(reading.measure, row.earlier_value, entry),
            class_="kpi-n kpi-earlier",
            data_label=words.COLUMN_STANDING,
        ),
        tag("td", tag("span", words.CHANGES[row.change], class_=f"kpi-change-{row.change}")),
        tag("td", _place(reading, issues), class_="kpi-place"),
        tag("td", tag("span", match, class_="kpi-pill kpi-late") if is_likely else match),
        class_="kpi-likely" if is_likely else None,
    )


def _value(reading: Reading, entry: CommuneCatalogue) -> Html:
    """The value, what it was computed from, whether it is an estimate."""
    estimate = tag("abbr", screens.ESTIMATE, class_="kpi-estimate", title=screens.ESTIMATE_NOTE)
    numerator, denominator = reading.numerator, reading.denominator
    parts = None
    if numerator is not None and denominator is not None:
        parts = tag("small", f"{format_exact(numerator)}/{format_exact(denominator)}", class_="kpi-parts")
    return join(
        value_vi(reading.measure, reading.value, entry), join(" ", estimate) if reading.estimate else None, parts
    )


def _converted(reading: Reading, issues: IssuesByCell) -> Html | None:
    """That the value is not the number of the cell, but in another unit."""
    is_converted = any(found.issue.code == "unit_converted" for found in issues.get((reading.sheet, reading.cell), ()))
    return tag("small", words.CONVERTED, class_="kpi-parts") if is_converted else None


def _place(reading: Reading, issues: IssuesByCell) -> Html:
    """Where it stands in the sheet, and the numbers of what is wrong there."""
    marks = [
        join(
            " ",
            spot_link(
                issue_spot(numbered.number),
                str(numbered.number),
                class_=f"kpi-spot {'kpi-bad' if numbered.issue.severity is Severity.ERROR else 'kpi-late'}",
                said=words.MARK_SAID.format(number=numbered.number, message=numbered.issue.message),
            ),
        )
        for numbered in issues.get((reading.sheet, reading.cell), ())
    ]
    return join(spot_link(cell_spot(reading.sheet, reading.cell), place_vi(reading.sheet, reading.cell)), marks)
