"""A plan's workbook on a desk: taken from the store, changed cell by cell as a person would, sent back."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from indicators.catalogue import CommuneCatalogue
from indicators.intake.folding import fold
from indicators.ledger import record
from indicators.moments import END
from indicators.plans import PlanPreview, build_plan_workbook, preview_plan, record_plan
from indicators.plans.known import newest_version
from indicators.store import Store
from tests.makers import MORNING, make_catalogue, make_reading, make_sheet, make_store


@cache
def _first_export(commune: str) -> bytes:
    """What every new store gives: the catalogue's own plan."""
    with make_store() as store:
        return build_plan_workbook(store, make_catalogue().by_commune[commune].commune, END)


class Desk:
    """One commune of the real catalogue in a store of its own, and its workbook."""

    def __init__(self, commune: str = "vinh_thinh", store: Store | None = None, content: bytes | None = None) -> None:
        self.store = store or make_store()
        self.commune = make_catalogue().by_commune[commune].commune
        self.book: Workbook = Workbook()
        if content is None and store is not None:
            self.take()
        else:
            self.book = load_workbook(BytesIO(content or _first_export(commune)))

    def take(self, at: datetime = END) -> None:
        """A fresh export on the desk."""
        self.book = load_workbook(BytesIO(build_plan_workbook(self.store, self.commune, at)))

    @property
    def bytes(self) -> bytes:
        file = BytesIO()
        self.book.save(file)
        return file.getvalue()

    def cell(self, sheet: str, key: str, column: str, band: str | None = None) -> str:
        """The address of a cell: of the row with this code (and scenario or assigner), under this title."""
        page = self.book[sheet]
        return f"{_letter(page, column)}{_row(page, key, band)}"

    def put(self, sheet: str, key: str, column: str, value: Any, band: str | None = None) -> str:
        address = self.cell(sheet, key, column, band)
        self.book[sheet][address] = value
        return address

    def add(self, sheet: str, **cells: Any) -> int:
        """Fills in the first row without a code; cells by title. The row's number."""
        page = self.book[sheet]
        key = _letter(page, next(iter(cells)))
        row = next(number for number in range(5, 500) if page[f"{key}{number}"].value is None)
        for title, value in cells.items():
            page[f"{_letter(page, title)}{row}"] = value
        return row

    def decided(self, number: str = "12/NQ-HĐND", valid_from: date | str = date(2026, 11, 1)) -> None:
        page = self.book["Kế hoạch"]
        for row in range(1, 12):
            if page.cell(row, 1).value == "Số văn bản":
                page.cell(row, 2).value = number
            if page.cell(row, 1).value == "Hiệu lực từ ngày":
                page.cell(row, 2).value = valid_from

    def preview(self, at: datetime = MORNING, **document: Any) -> PlanPreview:
        return preview_plan(self.store, self.commune, self.bytes, "ke_hoach.xlsx", at=at, **document)

    def record(self, at: datetime = MORNING, number: str = "12/NQ-HĐND", **document: Any) -> int:
        document.setdefault("valid_from", date(2026, 11, 1))
        return record_plan(self.store, self.preview(at), by="An", at=at, document_number=number, **document)

    def entry(self) -> CommuneCatalogue:
        version = newest_version(self.store, self.commune, END)
        assert version is not None
        return version.entry

    def reports(self, measure: str, values: dict[str, str]) -> None:
        readings = [
            make_reading(measure, value, period, cell=f"F{n}") for n, (period, value) in enumerate(values.items(), 8)
        ]
        record(self.store, repr(values).encode(), "a.xlsx", make_sheet(*readings), by="An", at=MORNING)

    def refused(self, code: str, **document: Any) -> tuple[str | None, str | None, str]:
        """The one error, which must have this code: its sheet, its cell and its sentence."""
        preview = self.preview(**document)
        assert [issue.code for issue in preview.errors] == [code], preview.issues
        [issue] = preview.errors
        return issue.sheet, issue.cell, issue.message


@cache
def _untouched() -> tuple[Store, bytes]:
    desk = Desk()
    return desk.store, desk.bytes


def reading_desk() -> Desk:
    """A desk whose store nobody writes to, which is made only once."""
    return Desk("vinh_thinh", *_untouched())


def lines(preview: PlanPreview) -> list[tuple[str, str, str, str, str]]:
    assert not preview.errors, preview.errors
    return [(str(line.kind), line.target, line.field, line.before, line.after) for line in preview.changes]


def _letter(page: Worksheet, title: str) -> str:
    return next(
        cell.column_letter for cell in page[4] if cell.value is not None and fold(str(cell.value)) == fold(title)
    )


def _row(page: Worksheet, key: str, band: str | None) -> int:
    second = _letter(page, "Kịch bản" if page.title.startswith("Mốc") else "Cấp giao") if band else None
    return next(
        number
        for number in range(5, page.max_row + 1)
        if page.cell(number, 1).value == key and (second is None or page[f"{second}{number}"].value == band)
    )
