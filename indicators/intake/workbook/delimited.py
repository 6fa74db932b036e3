"""Reads .csv: lines whose fields stand between commas, semicolons, tabs or bars, quoted as Excel quotes (RFC 4180).

Every cell is a text: what a number means, its column says. Nothing in the file tells the separator but itself: it is
what divides the lines alike, and where two do, or where a comma may have cut '98,9' in two, the file is refused.
"""

import csv
import re
from collections.abc import Iterator
from itertools import pairwise

from indicators.intake.workbook.plain_text import text_of
from indicators.intake.workbook.raw import RawWorkbook, Refused
from indicators.limits import STANDARD, Limits

_SEPARATORS = "\t;|,"
_SAID = re.compile(r'"?sep=([\t;|,])"?[\t;|, ]*(?:\r\n|\r|\n)', re.IGNORECASE)
_DIVIDING_COMMA = re.compile(r"(?<!\d),\S|,(?=[^\s\d])")  # neither within a number nor within a sentence
_WHOLE, _REST = re.compile(r"[-(+]?\d{1,3}"), re.compile(r"\d+[%)]?")

Records = list[list[str]]


def read_delimited(content: bytes, limits: Limits = STANDARD) -> RawWorkbook:
    """The one sheet of the file. Raises Refused: a text that is no table is no workbook."""
    text = text_of(content)
    said = _SAID.match(text)
    text = text[said.end() :] if said else text
    separator = said[1] if said else _settle(text, limits)
    records = _divide(text, separator, limits)
    if separator == "," and _may_cut_numbers(records):
        raise Refused("damaged_workbook", "separator")
    workbook = RawWorkbook(limits, formats_known=False)
    sheet = workbook.new_sheet("CSV")
    for row, fields in enumerate(records, start=1):
        for column, field in enumerate(fields, start=1):
            if field and not field.isspace():
                sheet.put(row, column, "t", field)
    workbook.add(sheet)
    return workbook


def _settle(text: str, limits: Limits) -> str:
    """The separator that divides the lines. Where several do, the one that divides all of them into as many fields."""
    divided = {separator: _widths(text, separator, limits) for separator in _SEPARATORS if separator in text}
    found = {separator: widths for separator, widths in divided.items() if widths and _is_table(widths)}
    if not found:
        raise Refused(*(("damaged_workbook", "quotes") if None in divided.values() else ("not_a_workbook", "unknown")))
    even = [separator for separator, widths in found.items() if len(set(widths)) == 1] or list(found)
    if len(even) > 1 and "," in even and not _DIVIDING_COMMA.search(text):
        even.remove(",")
    if len(even) > 1:
        raise Refused("damaged_workbook", "separator")
    return even[0]


def _widths(text: str, separator: str, limits: Limits) -> list[int] | None:
    """How many fields each line has that is not blank; None where the quotes fit no such lines."""
    try:
        return [len(fields) for fields in _records(text, separator, limits) if any(map(str.strip, fields))]
    except csv.Error:
        return None


def _is_table(widths: list[int]) -> bool:
    several = sum(width > 1 for width in widths)
    return several > 1 and several * 2 >= len(widths)


def _divide(text: str, separator: str, limits: Limits) -> Records:
    try:
        return _records(text, separator, limits)
    except csv.Error as error:
        raise Refused("damaged_workbook", "quotes") from error


def _records(text: str, separator: str, limits: Limits) -> Records:
    """Each record's fields; a blank line is a record without any. Raises csv.Error where a quote opens and none closes;
    words behind a closed one ('"Sạch" và đẹp') belong to their field, as Excel reads them."""
    try:
        return list(_strict_records(text, separator, limits))
    except csv.Error:
        lines = list(_lines(text))
        records = list(csv.reader(lines, delimiter=separator, skipinitialspace=True))
        if len(records) != len(lines) or any(line.count('"') % 2 for line in lines):
            raise
        return records


def _strict_records(text: str, separator: str, limits: Limits) -> Iterator[list[str]]:
    """Refuses more cells than are read."""
    csv.field_size_limit(max(len(text), csv.field_size_limit()))  # for the whole process: never made smaller
    cells = 0
    for fields in csv.reader(_lines(text), delimiter=separator, strict=True, skipinitialspace=True):
        cells += len(fields) - fields.count("")
        if cells > limits.cells:
            raise Refused("too_large", "cells")
        yield fields


def _lines(text: str) -> Iterator[str]:
    """Lines as a spreadsheet ends them, and nowhere else: a form feed is within a line."""
    return (match[0] for match in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", text))


def _may_cut_numbers(records: Records) -> bool:
    """Whether a row with '98' beside '9' is wider than all rows without such a pair: a number whose quotes are missing,
    which would be read as two."""
    paired = [_width(fields) for fields in records if _has_pair(fields)]
    others = [_width(fields) for fields in records if len(fields) > 1 and not _has_pair(fields)]
    return bool(paired) and max(paired) > max(others, default=min(paired))


def _width(fields: list[str]) -> int:
    return max((column for column, field in enumerate(fields, start=1) if field.strip()), default=0)


def _has_pair(fields: list[str]) -> bool:
    return any(_WHOLE.fullmatch(first) and _REST.fullmatch(second) for first, second in pairwise(fields))
