"""Which cells of the data workbook say something else than the rows that were signed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any

from indicators.verification.layout import DATA_WORKBOOK, HEADING_ROWS, SHORT_DIGEST
from indicators.verification.manifest import Manifest
from indicators.verification.model import Finding, Kind
from indicators.verification.sheets import UNREADABLE, Cells, cells_by_sheet

_DAY_ZERO = datetime(1899, 12, 30)
_VIETNAM = timedelta(hours=7)
_NEAR = 1e-6

#: What rows raise that a stranger signed and the product never wrote.
_NOT_AS_WRITTEN = (TypeError, AttributeError, RecursionError, OverflowError)


def changed_cells(workbook: bytes, canonical: bytes, manifest: Manifest) -> Iterator[Finding]:
    """A finding a cell ('Chỉ tiêu!F8') and a sheet gone or put in; nothing where the workbook cannot be read.
    `canonical`: found unchanged."""
    missing = dict(manifest.sheets)
    try:
        wanted = _wanted(canonical, manifest.headings)
        for title, cells in cells_by_sheet(workbook):
            part = missing.pop(title, "")
            if part not in wanted:
                yield Finding(Kind.SHEET_ADDED, DATA_WORKBOOK, title)
                continue
            for address in _differing(cells, wanted[part]):
                yield Finding(Kind.CELL, DATA_WORKBOOK, f"{title}!{address}")
        yield from (Finding(Kind.SHEET_MISSING, DATA_WORKBOOK, title) for title in missing)
    except (*UNREADABLE, *_NOT_AS_WRITTEN):
        return


def cell_digests(workbook: bytes) -> dict[str, str]:
    """'Sheet!F8' → short digest of what the cell says; empty for what cannot be read."""
    try:
        return {
            f"{title}!{address}": sha256("\0".join(said).encode()).hexdigest()[:SHORT_DIGEST]
            for title, cells in cells_by_sheet(workbook)
            for address, said in cells.items()
        }
    except UNREADABLE:
        return {}


def letters_of(place: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letters = ""
    while place >= 0:
        letters, place = chr(ord("A") + place % 26) + letters, place // 26 - 1
    return letters


def _wanted(canonical: bytes, headings: dict[str, list[str]]) -> dict[str, dict[str, tuple[Any, Any]]]:
    """Part → cell's address → the column's type and the row's value; of a heading its text."""
    first, *lines = canonical.decode().split("\n")
    columns = {said["part"]: said["columns"] for said in json.loads(first)["row"]["parts"]}
    wanted: dict[str, dict[str, tuple[Any, Any]]] = {}
    for part, named in columns.items():
        rows = {1: headings.get(part, []), HEADING_ROWS: [name for name, _ in named]}
        wanted[part] = {
            f"{letters_of(place)}{row}": ("text", name)
            for row, names in rows.items()
            for place, name in enumerate(names)
        }
    for line in filter(None, lines):
        said = json.loads(line)
        for place, (name, kind) in enumerate(columns[said["part"]]):
            if said["row"][name] is not None:
                address = f"{letters_of(place)}{said['ordinal'] + HEADING_ROWS}"
                wanted[said["part"]][address] = (kind, said["row"][name])
    return wanted


def _differing(cells: Cells, wanted: dict[str, tuple[Any, Any]]) -> Iterator[str]:
    for address, (kind, value) in wanted.items():
        if not _is_same(cells.get(address), kind, value):
            yield address
    yield from sorted(set(cells) - set(wanted))


def _is_same(cell: tuple[str, str] | None, kind: Any, value: Any) -> bool:
    if kind == "text" and value == "":
        return cell is None or cell[1] == ""
    if cell is None:
        return False
    said, text = cell
    if not isinstance(kind, str):
        return said == "str" and text == json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    if kind == "text":
        return said == "str" and text == value
    if kind == "boolean":
        return said == "b" and text == str(int(value))
    return said == "n" and abs(float(text) - _number(kind, value)) <= _NEAR


def _number(kind: str, value: Any) -> float:
    """As a cell keeps it: days since 30/12/1899 of dates, in Vietnamese time and whole seconds of moments."""
    if kind == "date":
        return float((datetime.combine(date.fromisoformat(value), datetime.min.time()) - _DAY_ZERO).days)
    if kind == "moment":
        return (datetime.fromisoformat(value).replace(microsecond=0) + _VIETNAM - _DAY_ZERO) / timedelta(days=1)
    return float(value)
