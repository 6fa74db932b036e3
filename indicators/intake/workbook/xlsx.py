"""Reads .xlsx and .xlsm by their XML, transitional and strict alike: every cell where it says that it stands, whatever
size the sheet claims, with its number format, errors, formulas without a result, merges and what is hidden.

Of our own because neither ready reader is safe alone (facts, 'Workbooks'), and this one holds nothing but the cells.
"""

from functools import partial

from indicators.intake.workbook.formats import kind_depends_on_size
from indicators.intake.workbook.raw import RawSheet, RawWorkbook, Refused
from indicators.intake.workbook.xlsx_events import SheetReader, Source
from indicators.intake.workbook.xlsx_relations import list_sheets, only_part, related_parts
from indicators.intake.workbook.xlsx_rows import LARGEST_PART, RowReader, Unusual, divided
from indicators.intake.workbook.xlsx_strings import read_strings
from indicators.intake.workbook.xlsx_styles import read_encodings, read_formats
from indicators.intake.workbook.xml_parts import Archive, parse_document


def read_xlsx(archive: Archive) -> RawWorkbook:
    """Every worksheet of the workbook, in its order. Raises Refused."""
    if "EncryptedPackage" in archive:
        raise Refused("encrypted")
    book_part = related_parts(archive, "", "officedocument").popitem()[1]
    related = related_parts(archive, book_part, "")
    sheets, from_1904 = list_sheets(archive, book_part)
    styles = read_formats(archive, only_part(archive, book_part, "styles"))
    encodings = read_encodings(archive, only_part(archive, book_part, "styles"))
    strings = read_strings(archive, only_part(archive, book_part, "sharedstrings"))
    worksheets = related_parts(archive, book_part, "worksheet")
    workbook = RawWorkbook(archive.limits)
    for name, visibility, identifier in sheets:
        if identifier in worksheets:
            source = Source(archive, worksheets[identifier], strings, styles, encodings, from_1904)
            make = partial(workbook.new_sheet, name, visibility)
            workbook.add(_read_rows(workbook, make(), source) or _read_events(workbook, make(), source))
        elif identifier not in related:
            raise Refused("damaged_workbook")
    return workbook


def _read_events(workbook: RawWorkbook, sheet: RawSheet, source: Source) -> RawSheet:
    """The sheet by the events of its XML: the reader that counts."""
    reader = SheetReader(workbook, sheet, source)
    source.archive.parse(source.part, reader.start, reader.end, reader.text)
    return sheet


def _read_rows(workbook: RawWorkbook, sheet: RawSheet, source: Source) -> RawSheet | None:
    """The same, fast; None where the sheet is written in a way that only the events tell."""
    content = source.archive.read_start(source.part, LARGEST_PART + 1)
    parts = divided(content) if len(content) <= LARGEST_PART else None
    del content  # as large as all that is kept of it
    if parts is None or any(map(kind_depends_on_size, set(source.styles))):
        return None
    reader = SheetReader(workbook, sheet, source)
    parse_document(parts.frame, reader.start, reader.end, reader.text)
    try:
        RowReader(sheet, reader, source.styles, source.plain_texts).read(parts)
    except Unusual:
        return None
    return sheet
