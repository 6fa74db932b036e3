"""The file that was sent, with what is wrong with it as comments in its cells, to be sent back.

annotated(content, reading) -> AnnotatedFile
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from indicators.annotated.comments import add_comments
from indicators.annotated.package import Package, Unfit
from indicators.annotated.plain_copy import names_in_copy, plain_copy
from indicators.intake import SheetReading

#: Sheet → cell → the sentences about it.
Troubles = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class AnnotatedFile:
    """`suffix` with its dot. `is_copy`: the file's kind holds no such comments, so its cells stand in a new .xlsx."""

    content: bytes
    suffix: str
    is_copy: bool


def annotated(content: bytes, reading: SheetReading) -> AnnotatedFile:
    """The file as it was sent, every part of it kept, with one comment a troubled cell; what concerns a whole sheet, or
    the whole file, stands in A1. `reading`: what was read from this very content, and so was found harmless. Raises
    ValueError where it could not be read at all."""
    if reading.workbook is None:
        raise ValueError("nothing was read from this file")
    troubles = troubles_of(reading)
    try:
        package = Package(content)
        add_comments(package, troubles)
        return AnnotatedFile(package.saved(), package.suffix, is_copy=False)
    except Unfit:
        names = names_in_copy(reading.workbook)
        package = Package(plain_copy(reading.workbook))
        add_comments(package, {names[sheet]: cells for sheet, cells in troubles.items()})
        return AnnotatedFile(package.saved(), ".xlsx", is_copy=True)


def troubles_of(reading: SheetReading) -> dict[str, dict[str, str]]:
    """Every issue by its place, several about one cell on lines of their own."""
    sheets = [sheet.name for sheet in reading.workbook.sheets] if reading.workbook else []
    troubles: dict[str, dict[str, str]] = {}
    for issue in (place for found in reading.issues for place in found.at_each_place if sheets):
        sheet = issue.sheet if issue.sheet in sheets else sheets[0]
        cells = troubles.setdefault(sheet, {})
        cell = issue.cell if issue.cell and issue.sheet == sheet else "A1"
        cells[cell] = f"{cells[cell]}\n{issue.message}" if cell in cells else issue.message
    return troubles
