"""A province's sheet in counts, with its columns and the first of its troubles: its values are too many to draw."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.drawing.html import Html, join, tag
from indicators.drawing.issues import issue_list
from indicators.drawing.tables import head
from indicators.intake import Issue, Match, Severity
from indicators.numbers import format_number
from indicators.periods import parse_period
from indicators.province import MeasureColumn, ProvinceCheck
from indicators.wording import intake_page as words
from indicators.wording.periods import period_vi
from indicators.wording.screens import capitalised

_MOST_TROUBLES = 100


def province_preview(name: str, check: ProvinceCheck) -> Html:
    """What it is, what it would change, what is wrong with it, which column was taken for which measure."""
    reading = check.reading
    period = period_vi(parse_period(reading.period)) if reading.period else words.PREVIEW_SEVERAL
    about = words.PROVINCE_FILE.format(
        name=name,
        values=format_number(len(reading.values), 0),
        communes=format_number(len(reading.communes), 0),
        columns=len(reading.columns),
    )
    title = tag("p", words.PROVINCE_HEAD.format(period=period), class_="kpi-preview-what")
    return join(
        tag("div", tag("h2", words.STEP_PREVIEW), title, tag("p", about, class_="kpi-note"), class_="kpi-step-head"),
        _counts(check),
        _first(check),
        _columns(reading.columns) if reading.columns else None,
    )


def _counts(check: ProvinceCheck) -> Html:
    counted = {"new": check.new, "changed": check.changed, "same": check.same}
    items = [
        tag(
            "li",
            tag("strong", format_number(count, 0)),
            f" {words.PROVINCE_COUNTS[change]}",
            class_=f"kpi-change-{change}",
        )
        for change, count in counted.items()
    ]
    return tag("ul", items, class_="kpi-change-counts")


def _first(check: ProvinceCheck) -> Html:
    """The first hundred troubles, errors before warnings."""
    warnings = [issue for issue in check.issues if issue.severity is Severity.WARNING]
    errors = check.errors[:_MOST_TROUBLES]
    return join(
        _listed(words.PROVINCE_ERRORS, check.errors, errors, "kpi-bad"),
        _listed(words.PROVINCE_WARNINGS, warnings, warnings[: _MOST_TROUBLES - len(errors)], "kpi-late"),
    )


def _listed(title: str, every: Sequence[Issue], shown: Sequence[Issue], tone: str) -> Html | None:
    more = words.PROVINCE_MORE.format(shown=len(shown)) if len(shown) < len(every) else None
    drawn = issue_list(title.format(count=format_number(len(every), 0)), shown, tone, more)
    return tag("div", drawn, class_="kpi-tall", tabindex=0) if drawn else None


def _columns(columns: Sequence[MeasureColumn]) -> Html:
    rows = [_column(column) for column in columns]
    table = tag("table", head(words.PROVINCE_COLUMN_HEADINGS), tag("tbody", rows), class_="kpi-list-table")
    title = tag("summary", words.PROVINCE_COLUMNS.format(count=len(columns)))
    is_open = any(column.match is Match.LIKELY for column in columns)
    return tag("details", title, tag("div", table, class_="kpi-scroll"), class_="kpi-fold", open=is_open)


def _column(column: MeasureColumn) -> Html:
    is_likely = column.match is Match.LIKELY
    match = tag("span", words.MATCHES[column.match], class_="kpi-pill kpi-late" if is_likely else None)
    cells = (column.letters, column.text, column.measure.name_vi, capitalised(period_vi(parse_period(column.period))))
    return tag("tr", [tag("td", cell) for cell in (*cells, match)], class_="kpi-likely" if is_likely else None)
