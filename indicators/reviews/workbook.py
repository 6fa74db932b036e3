"""The rows of a review as an Excel workbook: a sheet a part, numbers as numbers, dates as dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter

from indicators.moments import to_local
from indicators.reviews.canonical import canonical_json
from indicators.reviews.parts import PARTS, Column
from indicators.store import Row
from indicators.wording import reviews as words

_NARROW, _WIDE = 12, 40
_WIDE_COLUMNS = frozenset({"name_vi", "text_vi", "file_name", "plan_name_vi", "commune_name_vi"})


def data_workbook(parts: Mapping[str, Sequence[Row]], at: datetime) -> bytes:
    """A workbook of these rows. Each sheet: headings in Vietnamese, the columns' names, then a row a row; moments in
    Vietnamese time. `at`: the moment it says it was made."""
    file = BytesIO()
    # Cells written as they come, texts beside their cells: thousands of rows take no memory, and a cell says its text.
    workbook = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False})
    workbook.set_properties({"created": at})
    formats = {name: workbook.add_format(look) for name, look in _LOOKS.items()}
    for part, columns in PARTS.items():
        _write_sheet(workbook.add_worksheet(words.PARTS[part]), columns, parts[part], formats)
    workbook.close()
    return file.getvalue()


_LOOKS: dict[str, dict[str, Any]] = {
    "heading": {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1},
    "column": {"font_color": "#666666", "italic": True},
    "decimal": {"num_format": "#,##0.####"},
    "date": {"num_format": "dd/mm/yyyy"},
    "moment": {"num_format": "dd/mm/yyyy hh:mm"},
}


def _write_sheet(sheet: Any, columns: Sequence[Column], rows: Sequence[Row], formats: Mapping[str, Any]) -> None:
    for place, (name, _) in enumerate(columns):
        sheet.set_column(place, place, _WIDE if name in _WIDE_COLUMNS else _NARROW)
        sheet.write_string(0, place, words.COLUMNS[name], formats["heading"])
    for place, (name, _) in enumerate(columns):
        sheet.write_string(1, place, name, formats["column"])
    sheet.freeze_panes(2, 0)
    for line, row in enumerate(rows, 2):
        for place, (name, kind) in enumerate(columns):
            value = canonical_json(row[name], kind) if isinstance(row[name], list) else row[name]
            _write_cell(sheet, line, place, value, formats.get(kind) if isinstance(kind, str) else None)


def _write_cell(sheet: Any, line: int, place: int, value: Any, look: Any) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(line, place, value)
    elif isinstance(value, int | Decimal):
        sheet.write_number(line, place, value, look)
    elif isinstance(value, datetime):
        # A day's last microsecond would be shown as the next day's midnight.
        sheet.write_datetime(line, place, to_local(value).replace(tzinfo=None, microsecond=0), look)
    elif isinstance(value, str):
        sheet.write_string(line, place, value)
    else:
        sheet.write_datetime(line, place, value, look)
