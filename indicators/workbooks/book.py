"""A workbook written by xlsxwriter: the same contents give the same bytes, nothing reads a clock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from indicators.evidence_sheet import sheet_name
from indicators.wording import workbooks as words
from indicators.wording.documents import DEMONSTRATION
from indicators.workbooks.cells import plain_text
from indicators.workbooks.sheet import FONT, SIZE, Sheet

#: Of a document's properties in Excel.
_LONGEST_TITLE = 255


def _options() -> dict[str, Any]:
    """Made anew for each workbook: xlsxwriter writes into them. Without 'none' the font would be the theme's."""
    font = {"font_name": FONT, "font_size": SIZE, "font_scheme": "none"}
    return {"in_memory": True, "default_format_properties": font}


class Book:
    """A workbook on its way. `created`: the moment that its properties give, UTC without its zone; `is_demonstration`:
    its figures are invented, which every sheet says first."""

    def __init__(self, title_vi: str, created: datetime, *, is_demonstration: bool = False) -> None:
        self._is_demonstration = is_demonstration
        self._file = BytesIO()
        self.workbook = Workbook(self._file, _options())
        self.workbook.set_properties(
            {"title": plain_text(title_vi)[:_LONGEST_TITLE], "author": words.PRODUCER, "created": created}
        )
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def sheet(self, name_vi: str, widths: Sequence[float]) -> Sheet:
        """A new sheet after the others, its columns so many characters wide."""
        taken = [sheet.get_name() for sheet in self.workbook.worksheets()]
        sheet = Sheet(self.workbook.add_worksheet(sheet_name(name_vi, taken)), widths, self.format)
        if self._is_demonstration:
            sheet.mark(DEMONSTRATION)
        return sheet

    def format(self, **look: Any) -> Any:
        """The one format of this look."""
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format({"valign": "vcenter", **look})
        return self._formats[key]

    def content(self) -> bytes:
        """The whole file; nothing can be written after it."""
        self.workbook.close()
        return self._file.getvalue()
