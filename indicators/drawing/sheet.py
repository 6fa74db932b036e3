"""The sheets of a file as they are, with what was read coloured and what is wrong marked in its cell."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indicators.drawing.html import Html, join, tag
from indicators.drawing.issues import Numbered, cell_spot, issue_spot, spot_link
from indicators.drawing.sheet_cells import cell_vi, is_number
from indicators.drawing.sheet_window import MOST_ROWS, Window, runs, window_of
from indicators.intake import Severity, SheetReading
from indicators.intake.workbook.cells import Place, Sheet, Visibility, address_of, letters_of, place_in
from indicators.wording import intake_page as words

_MOST_SHEETS, _MOST_ROWS_OF_ALL = 8, 400
_LONG = 24  # letters that want a wider column

#: Sheet → address → the class of a read cell: 'new', 'changed', 'same' or, where nothing was compared, 'read'.
ReadCells = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class _Drawn:
    """One sheet while it is drawn: what is known of its cells, and which range covers each."""

    number: int
    sheet: Sheet
    window: Window
    read: Mapping[str, str]
    issues: Mapping[str, Sequence[Numbered]]
    spans: Mapping[Place, tuple[int, int, Place]]
    covered: frozenset[Place]


def drawn_sheets(reading: SheetReading, read: ReadCells, issues: Sequence[Numbered]) -> Html | None:
    """Every sheet that something was read from, or is wrong with; None where the file gave no cells."""
    if reading.workbook is None or not any(sheet.cells for sheet in reading.workbook.sheets):
        return None
    named = {*read, *(place.sheet for numbered in issues for place in numbered.issue.at_each_place)}
    sheets = [(n, sheet) for n, sheet in enumerate(reading.workbook.sheets) if sheet.cells]
    chosen = [entry for entry in sheets if entry[1].name in named] or sheets
    left, parts = _MOST_ROWS_OF_ALL, list[Html]()
    for number, sheet in chosen[:_MOST_SHEETS]:
        if left <= 0:
            break
        drawn = _prepared(number, sheet, read.get(sheet.name, {}), issues, min(MOST_ROWS, left))
        left -= len(drawn.window.rows)
        parts.append(_folded(drawn, is_open=not parts))
    others = [sheet.name for _, sheet in sheets if sheet.name not in {entry.name for _, entry in chosen[: len(parts)]}]
    left_out = tag("p", words.SHEETS_LEFT_OUT.format(sheets=", ".join(others)), class_="kpi-note") if others else None
    head = tag("div", tag("h3", words.SHEET_TITLE), _legend(), class_="kpi-sheet-head")
    return tag("section", head, *parts, left_out, class_="kpi-sheets")


def _prepared(number: int, sheet: Sheet, read: Mapping[str, str], issues: Sequence[Numbered], most_rows: int) -> _Drawn:
    of_sheet: dict[str, list[Numbered]] = {}
    for numbered in issues:
        for place in numbered.issue.at_each_place:
            if place.sheet == sheet.name and place.cell:
                of_sheet.setdefault(place.cell, []).append(numbered)
    places = [found for address in (*of_sheet, *read) if (found := place_in(address)) is not None]
    window = window_of(sheet, places, most_rows)
    spans, covered = _spans(sheet, window)
    return _Drawn(number, sheet, window, read, of_sheet, spans, covered)


def _spans(sheet: Sheet, window: Window) -> tuple[dict[Place, tuple[int, int, Place]], frozenset[Place]]:
    """For the first drawn cell of each merged range its rows, columns and the cell that is shown, and the cells that it
    covers. A range that a gap of the window cuts through is drawn once on either side."""
    spans: dict[Place, tuple[int, int, Place]] = {}
    covered: set[Place] = set()
    for merge in sheet.merges:
        for rows in _cut(window.rows, merge.first_row, merge.last_row):
            for columns in _cut(window.columns, merge.first_column, merge.last_column):
                area = {Place(row, column) for row in rows for column in columns}
                first = Place(rows[0], columns[0])
                if not area & covered and first not in spans:
                    spans[first] = len(rows), len(columns), Place(*merge[:2])
                    covered |= area - {first}
    return spans, frozenset(covered)


def _cut(drawn: Sequence[int], first: int, last: int) -> list[list[int]]:
    """The drawn numbers between the two, in runs without a gap."""
    return runs(drawn[bisect_left(drawn, first) : bisect_right(drawn, last)])


def _folded(drawn: _Drawn, *, is_open: bool) -> Html:
    sheet = drawn.sheet
    hidden = tag("span", words.HIDDEN_SHEET, class_="kpi-pill kpi-waiting")
    summary = tag("summary", sheet.name, hidden if sheet.visibility is not Visibility.VISIBLE else None)
    table = tag("table", _column_heads(drawn), tag("tbody", _rows(drawn)), class_="kpi-sheet")
    box = tag("div", table, class_="kpi-sheet-box", tabindex=0, role="region", aria_label=sheet.name)
    left_out = [
        text.format(count=count)
        for text, count in (
            (words.ROWS_LEFT_OUT, drawn.window.rows_left_out),
            (words.COLUMNS_LEFT_OUT, drawn.window.columns_left_out),
        )
        if count
    ]
    note = tag("p", " ".join(left_out), class_="kpi-note") if left_out else None
    return tag("details", summary, box, note, class_="kpi-sheet-fold", open=is_open)


def _column_heads(drawn: _Drawn) -> Html:
    heads = [tag("th", aria_label=words.ROW_NUMBERS)]
    for number, run in enumerate(runs(drawn.window.columns)):
        if number:
            heads.append(tag("th", "⋯", class_="kpi-gap"))
        heads += [_head(letters_of(column), column in drawn.sheet.hidden_columns, "col") for column in run]
    return tag("thead", tag("tr", heads))


def _rows(drawn: _Drawn) -> list[Html]:
    parts: list[Html] = []
    for number, run in enumerate(runs(drawn.window.rows)):
        if number:
            width = len(drawn.window.columns) + len(runs(drawn.window.columns))
            parts.append(tag("tr", tag("th", "⋮"), tag("td", colspan=width - 1), class_="kpi-gap"))
        parts += [_row(row, drawn) for row in run]
    return parts


def _row(row: int, drawn: _Drawn) -> Html:
    cells = [_head(str(row), row in drawn.sheet.hidden_rows, "row")]
    for number, run in enumerate(runs(drawn.window.columns)):
        if number:
            cells.append(tag("td", class_="kpi-gap"))
        cells += [_cell(Place(row, column), drawn) for column in run if Place(row, column) not in drawn.covered]
    return tag("tr", cells)


def _head(text: str, is_hidden: bool, scope: str) -> Html:
    if not is_hidden:
        return tag("th", text, scope=scope)
    title = words.HIDDEN_ROW if scope == "row" else words.HIDDEN_COLUMN
    return tag("th", text, tag("small", words.HIDDEN), scope=scope, class_="kpi-hidden", title=title)


def _cell(place: Place, drawn: _Drawn) -> Html:
    rows, columns, shown = drawn.spans.get(place, (1, 1, place))
    address = address_of(*shown)
    cell, issues = drawn.sheet.cells.get(shown), drawn.issues.get(address, ())
    is_first, is_known = place == shown, bool(issues) or address in drawn.read
    classes = [
        "kpi-num" if cell and is_number(cell) else None,
        "kpi-long" if cell and len(cell.text) > _LONG else None,
        f"kpi-is-{drawn.read[address]}" if address in drawn.read else None,
        f"kpi-has-{max(issues, key=lambda n: n.issue.severity is Severity.ERROR).issue.severity}" if issues else None,
    ]
    return tag(
        "td",
        cell_vi(cell, is_figure=address in drawn.read) if cell else None,
        [join(" ", _mark(numbered)) for numbered in issues] if is_first else None,
        class_=" ".join(filter(None, classes)) or None,
        title="\n".join(numbered.issue.message for numbered in issues) or None,
        rowspan=rows if rows > 1 else None,
        colspan=columns if columns > 1 else None,
        id=cell_spot(drawn.sheet.name, address) if is_known and is_first else None,
        tabindex=-1 if is_known and is_first else None,
    )


def _mark(numbered: Numbered) -> Html:
    tone = "kpi-bad" if numbered.issue.severity is Severity.ERROR else "kpi-late"
    said = words.MARK_SAID.format(number=numbered.number, message=numbered.issue.message)
    return spot_link(issue_spot(numbered.number), str(numbered.number), class_=f"kpi-spot {tone}", said=said)


def _legend() -> Html:
    items = [tag("li", tag("span", class_=f"kpi-swatch {class_}"), text) for class_, text in words.SHEET_LEGEND.items()]
    return tag("ul", items, class_="kpi-sheet-legend")
