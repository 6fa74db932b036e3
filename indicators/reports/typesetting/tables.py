"""A table of a Word document: its columns, its cells with what they hold, its lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from indicators.errors import NotTypeset
from indicators.reports.typesetting.borders import stroke
from indicators.reports.typesetting.paragraphs import TWIP, Reading
from indicators.reports.typesetting.styles import Look, is_on, local, look_of, merged, number

_UPRIGHT = {"center": "horizon", "bottom": "bottom"}
_SIDES = ("top", "bottom", "left", "right")
#: Between a cell's text and its sides, where nothing else is said (17.4.42).
_INSETS = {"left": 115.0, "right": 115.0, "top": 0.0, "bottom": 0.0}
_PASSED = {"tblPr", "tblGrid", "tblPrEx", "trPr", "bookmarkStart", "bookmarkEnd", ""}

#: What a cell holds is read as a body is.
Blocks = Callable[..., list[dict[str, Any]]]


@dataclass
class _Place:
    """A cell where it stands. `rows`: how many it spans downwards; 0 of one that is a part of the cell above."""

    element: etree._Element
    row: int
    column: int
    columns: int
    look: Look
    rows: int = 1
    below: list[_Place] = field(default_factory=list)


def table(element: etree._Element, reading: Reading, blocks: Blocks) -> dict[str, Any]:
    """The table as data for document.typ, lengths in points. Raises NotTypeset."""
    look = reading.styles.table(element.find(qn("w:tblPr")))
    rows = list(_rows(element))
    widths = [float(column.get(qn("w:w"), 0)) * TWIP for column in element.find(qn("w:tblGrid"))]
    places = _spanning([_filling(list(_places(row, number)), len(widths)) for number, row in enumerate(rows)])
    return {
        "kind": "table",
        "widths": widths,
        "align": {"center": "center", "right": "right", "end": "right"}.get(look.get("jc", {}).get("val", ""), "left"),
        "indent": number(look, "tblInd", "w") * TWIP,
        "header_rows": _header_rows(rows),
        "rows": [
            [_cell(place, look, (len(rows), len(widths)), _is_whole(row), blocks, reading) for place in of_row]
            for row, of_row in zip(rows, places, strict=True)
        ],
    }


def _rows(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if local(child) in {"sdt", "sdtContent", "ins"}:
            yield from _rows(child)
        elif local(child) == "tr":
            yield child
        elif local(child) not in _PASSED | {"sdtPr", "sdtEndPr"}:
            raise NotTypeset(local(child))


def _header_rows(rows: list[etree._Element]) -> int:
    """How many rows from the first are repeated on every page."""
    for count, row in enumerate(rows):
        if not is_on(look_of(row.find(qn("w:trPr"))), "tblHeader"):
            return count
    return len(rows)


def _is_whole(row: etree._Element) -> bool:
    return is_on(look_of(row.find(qn("w:trPr"))), "cantSplit")


def _places(row: etree._Element, at: int) -> Iterator[_Place]:
    look = look_of(row.find(qn("w:trPr")))
    column = int(number(look, "gridBefore", "val"))
    if column or "gridAfter" in look:
        raise NotTypeset("uneven_rows")
    for child in row:
        if local(child) == "tc":
            cell = look_of(child.find(qn("w:tcPr")))
            columns = int(number(cell, "gridSpan", "val", 1))
            yield _Place(child, at, column, columns, cell)
            column += columns
        elif local(child) not in _PASSED:
            raise NotTypeset(local(child))


def _filling(row: list[_Place], columns: int) -> list[_Place]:
    """The row, where it fills the table's columns: cells are set one after the other, and those after a row that is
    short would stand below another heading. Raises NotTypeset."""
    if sum(place.columns for place in row) != columns:
        raise NotTypeset("uneven_rows")
    return row


def _spanning(rows: list[list[_Place]]) -> list[list[_Place]]:
    """The cells that are drawn: those merged into the one above are taken up by it."""
    above: dict[int, _Place] = {}
    for row in rows:
        for place in row:
            goes_on = place.look.get("vMerge", {}).get("val", "restart") != "restart"
            if goes_on and place.column in above:
                place.rows = 0
                above[place.column].rows += 1
                above[place.column].below.append(place)
            else:
                above[place.column] = place
    return [[place for place in row if place.rows] for row in rows]


def _cell(
    place: _Place, table_look: Look, size: tuple[int, int], is_whole: bool, blocks: Blocks, reading: Reading
) -> dict[str, Any]:
    fill = place.look.get("shd", {}).get("fill", "auto")
    return {
        "columns": place.columns,
        "rows": place.rows,
        "upright": _UPRIGHT.get(place.look.get("vAlign", {}).get("val", "top"), "top"),
        "fill": None if fill == "auto" else fill,
        "borders": {side: drawn for side in _SIDES if (drawn := _border(place, table_look, size, side))},
        "insets": {side: _inset(place, table_look, side) for side in _SIDES},
        "whole": is_whole,
        "blocks": [block for part in (place, *place.below) for block in _said(part, place, blocks, reading)],
    }


def _said(part: _Place, place: _Place, blocks: Blocks, reading: Reading) -> list[dict[str, Any]]:
    """What a cell holds; of one merged into it only what is more than its empty paragraph."""
    held = blocks(part.element, reading)
    return held if part is place else [block for block in held if block.get("inlines") or block["kind"] == "table"]


def _border(place: _Place, table_look: Look, size: tuple[int, int], side: str) -> dict[str, Any] | None:
    """The cell's own line, else the table's: at its edge the outer, else the inner one."""
    own = place.look.get(f"tcBorders/{side}")
    if own is not None:
        return stroke(own)
    rows, columns = size
    at_edge = {
        "top": place.row == 0,
        "bottom": place.row + place.rows == rows,
        "left": place.column == 0,
        "right": place.column + place.columns == columns,
    }[side]
    inner = "insideH" if side in {"top", "bottom"} else "insideV"
    return stroke(table_look.get(f"tblBorders/{side if at_edge else inner}"))


def _inset(place: _Place, table_look: Look, side: str) -> float:
    said = merged(table_look, {f"tblCellMar/{side}": place.look.get(f"tcMar/{side}", {})})
    return number(said, f"tblCellMar/{side}", "w", _INSETS[side]) * TWIP
