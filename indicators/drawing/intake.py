"""What was read from a sheet, beside what it replaces; and the uploads so far."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from indicators.catalogue import CommuneCatalogue
from indicators.drawing.figures import exact_vi
from indicators.drawing.html import Html, address, join, link, tag
from indicators.drawing.issues import issue_list, place_vi
from indicators.drawing.shown import Shown
from indicators.intake import Match, Reading, Remark, Severity, SheetReading
from indicators.ledger import Change, ComparedReading, Preview
from indicators.periods import parse_period
from indicators.store import Row
from indicators.wording import intake_page as words
from indicators.wording import screens
from indicators.wording.periods import period_vi
from indicators.wording.refusals import moment_vi


def step(title: str | None, note: str) -> Html:
    """The heading of a step, with what to know about it."""
    return tag("div", tag("h2", title) if title else None, tag("p", note, class_="kpi-note"), class_="kpi-step-head")


def refusal(text: str) -> Html:
    return tag("p", text, class_="kpi-said kpi-bad", role="alert")


def success(text: str, *more: Html) -> Html:
    return tag("p", text, *[join(" ", part) for part in more], class_="kpi-said kpi-good", role="status")


def recorded(upload: int, commune: str, reading: SheetReading) -> Html:
    """What was recorded, with a link to the overview of its period."""
    period = reading.period or max((item.period for item in reading.readings), key=lambda p: parse_period(p).end_month)
    see = words.SEE_OVERVIEW.format(period=period_vi(parse_period(period)))
    return success(
        words.RECORDED.format(upload=upload, count=len(reading.readings)),
        link(address(screens.OVERVIEW, {"commune": commune, "period": period}), see),
    )


def preview(name: str, reading: SheetReading, compared: Preview | None, entry: CommuneCatalogue | None) -> Html:
    """Everything the sheet says: errors first, then warnings, readings beside what stands, remarks."""
    head = tag(
        "div",
        tag("h2", words.STEP_PREVIEW),
        tag("p", _what(reading, entry), class_="kpi-preview-what") if entry and reading.readings else None,
        tag(
            "p",
            words.PREVIEW_FILE.format(name=name, readings=len(reading.readings), remarks=len(reading.remarks)),
            class_="kpi-note",
        ),
        class_="kpi-step-head",
    )
    warnings = [issue for issue in reading.issues if issue.severity is Severity.WARNING]
    return join(
        head,
        issue_list(words.ERRORS_TITLE, reading.errors, "kpi-bad", words.ERRORS_NOTE),
        issue_list(words.WARNINGS_TITLE, warnings, "kpi-late", None),
        _readings(compared, entry) if compared and entry else None,
        _remarks(reading.remarks, entry) if reading.remarks and entry else None,
    )


def _what(reading: SheetReading, entry: CommuneCatalogue) -> str:
    period = period_vi(parse_period(reading.period)) if reading.period else words.PREVIEW_SEVERAL
    return words.PREVIEW_HEAD.format(commune=screens.capitalised(entry.commune.name_vi), period=period)


def history(uploads: Iterable[Row], shown: Shown) -> Html:
    """Every upload, the newest first; those withdrawn are struck through, with who took them back and why."""
    rows = [_upload_row(row, shown) for row in uploads]
    headings = (
        screens.COLUMN_UPLOAD, screens.COLUMN_FILE, screens.COLUMN_PERIOD, words.COLUMN_READINGS, screens.COLUMN_WHO,
        screens.COLUMN_WHEN, words.COLUMN_STATE,
    )  # fmt: skip
    table = tag("div", tag("table", _head(headings), tag("tbody", rows), class_="kpi-list-table"), class_="kpi-scroll")
    return tag(
        "section",
        tag("h2", words.HISTORY_TITLE),
        table if rows else tag("p", words.NO_HISTORY, class_="kpi-note"),
        class_="kpi-section kpi-history",
    )


def _upload_row(row: Row, shown: Shown) -> Html:
    period = period_vi(parse_period(row["period"])) if row["period"] else words.PREVIEW_SEVERAL
    state = tag("span", words.STANDING_UPLOAD, class_="kpi-pill kpi-good")
    if row["withdrawn_at"] is not None:
        said = words.WITHDRAWN_LINE.format(
            when=moment_vi(row["withdrawn_at"]), by=row["withdrawn_by"], reason=row["reason"]
        )
        state = tag("span", said, class_="kpi-why")
    opened = link(shown.address(screens.OVERVIEW, period=row["period"]), period) if row["period"] else period
    cells = (str(row["upload"]), row["file_name"], opened, str(row["observations"]), row["recorded_by"])
    withdrawn = "kpi-withdrawn" if row["withdrawn_at"] is not None else None
    return tag("tr", [tag("td", cell) for cell in (*cells, moment_vi(row["recorded_at"]), state)], class_=withdrawn)


def _readings(compared: Preview, entry: CommuneCatalogue) -> Html:
    """New and changed values open, those that say the same folded away."""
    counted = {change: [row for row in compared.rows if row.change is change] for change in Change}
    counts = tag(
        "ul",
        [
            tag("li", tag("strong", str(len(rows))), f" {words.CHANGE_COUNTS[change]}", class_=f"kpi-change-{change}")
            for change, rows in counted.items()
            if rows
        ],
        class_="kpi-change-counts",
    )
    moved = [row for row in compared.rows if row.change is not Change.SAME or row.reading.match is Match.LIKELY]
    same = [row for row in compared.rows if row not in moved]
    folded = tag("summary", words.PREVIEW_SAME.format(count=len(same)))
    return join(
        counts,
        _reading_table(moved, entry) if moved else None,
        tag("details", folded, _reading_table(same, entry), class_="kpi-fold") if same else None,
    )


def _reading_table(rows: Iterable[ComparedReading], entry: CommuneCatalogue) -> Html:
    headings = (
        words.COLUMN_MEASURE, screens.COLUMN_PERIOD, words.COLUMN_READ, words.COLUMN_STANDING, words.COLUMN_CHANGE,
        words.COLUMN_CELL, words.COLUMN_MATCH,
    )  # fmt: skip
    body = tag("tbody", [_reading_row(row, entry) for row in rows])
    table = tag("table", _head(headings), body, class_="kpi-list-table kpi-reading-table")
    return tag("div", table, class_="kpi-scroll kpi-tall", tabindex=0, role="region", aria_label=words.STEP_PREVIEW)


def _reading_row(row: ComparedReading, entry: CommuneCatalogue) -> Html:
    reading = row.reading
    is_likely = reading.match is Match.LIKELY
    in_sheet = tag("small", words.ROW_IN_SHEET.format(name=reading.row_name)) if is_likely else None
    estimate = tag("abbr", screens.ESTIMATE, class_="kpi-estimate", title=screens.ESTIMATE_NOTE)
    match = words.MATCHES[reading.match]
    return tag(
        "tr",
        tag("td", entry.measure_by_id[reading.measure].name_vi, in_sheet, class_="kpi-wide"),
        tag("td", screens.capitalised(period_vi(parse_period(reading.period)))),
        tag(
            "td",
            _value(reading, reading.value, entry),
            join(" ", estimate) if reading.estimate else None,
            class_="kpi-n",
        ),
        tag(
            "td",
            _value(reading, row.earlier_value, entry),
            class_="kpi-n kpi-earlier",
            data_label=words.COLUMN_STANDING,
        ),
        tag("td", tag("span", words.CHANGES[row.change], class_=f"kpi-change-{row.change}")),
        tag("td", place_vi(reading.sheet, reading.cell), class_="kpi-place"),
        tag("td", tag("span", match, class_="kpi-pill kpi-late") if is_likely else match),
        class_="kpi-likely" if is_likely else None,
    )


def _remarks(remarks: Iterable[Remark], entry: CommuneCatalogue) -> Html:
    items = [
        tag(
            "li",
            tag("b", f"{screens.REMARK_KINDS[remark.kind]}: "),
            remark.text,
            tag("small", f"{entry.measure_by_id[remark.measure].name_vi} · {place_vi(remark.sheet, remark.cell)}"),
        )
        for remark in remarks
    ]
    title = f"{words.PREVIEW_REMARKS} ({len(items)})"
    return tag("details", tag("summary", title), tag("ul", items, class_="kpi-remarks"), class_="kpi-fold", open=True)


def _value(reading: Reading, value: Decimal | None, entry: CommuneCatalogue) -> str:
    measure = entry.measure_by_id[reading.measure]
    if value is None:
        return ""
    if measure.is_yes_no:
        return screens.YES if value >= 1 else screens.NO
    unit = measure.unit if measure.is_percent else f"\u00a0{measure.unit}"
    return f"{exact_vi(value, measure.decimals)}{unit}"


def _head(headings: Iterable[str]) -> Html:
    return tag("thead", tag("tr", [tag("th", text, scope="col") for text in headings]))
