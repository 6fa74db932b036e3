"""Every issue that reading a sheet can give: its code, how grave it is, and the Vietnamese sentence: what, where, what
to do. One file a sort of trouble; `docs/decisions/0003-reading-sheets.md` says why each is what it is.
"""

from __future__ import annotations

from indicators.intake.model import Issue, Severity
from indicators.intake.workbook.refusal import Refusal
from indicators.limits import STANDARD, Limits
from indicators.wording.issues import file, layout, names, province, record, values

_ROOMS = (file, layout, names, values, record, province)
ERRORS = {code: text for room in _ROOMS for code, text in room.ERRORS.items()}
WARNINGS = {code: text for room in _ROOMS for code, text in room.WARNINGS.items()}


def make_issue(code: str, sheet: str | None = None, cell: str | None = None, **details: object) -> Issue:
    """The issue with its sentence. Raises KeyError for a code or a detail that the table does not know."""
    severity = Severity.ERROR if code in ERRORS else Severity.WARNING
    template = ERRORS[code] if severity is Severity.ERROR else WARNINGS[code]
    return Issue(code, severity, template.format(**details), sheet, cell)


def make_refusal(refusal: Refusal, limits: Limits = STANDARD) -> Issue:
    """The issue of a file that was not opened."""
    details = file.refusal_details(refusal.code, refusal.trouble, limits)
    return make_issue(refusal.code, refusal.sheet, refusal.cell, **details)


_PLACES = {
    "argument": "kỳ được chọn khi nhập",
    "title": "tiêu đề biểu ở ô {cell}",
    "sheet_name": "tên trang tính «{text}»",
    "column": "cột «{text}»",
    "row": "dòng «{text}»",
    "file_name": "tên tệp «{text}»",
}  # fmt: skip


def place_vi(kind: str, text: str, cell: str | None) -> str:
    """Where a period is named, within a sentence."""
    return _PLACES[kind].format(text=text, cell=cell)


def part_of_year_vi(kind: str | None, number: int, year: int | None) -> str:
    """A period that may lack its year: 'quý III', 'quý III năm 2026', 'năm 2026'."""
    names = {
        "month": f"tháng {number}",
        "quarter": f"quý {('I', 'II', 'III', 'IV')[number - 1] if number <= 4 else number}",
        "half": "6 tháng đầu năm" if number == 1 else "6 tháng cuối năm",
        "nine_months": "9 tháng đầu năm",
        "year": "cả năm",
    }
    if kind is None:
        return f"năm {year}"
    name = names[kind]
    if year is None:
        return name
    return f"{name} {year}" if name.endswith("năm") else f"{name} năm {year}"
