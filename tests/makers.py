"""What several tests make: the real catalogue, a store in memory that knows it, readings as a sheet would give them."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from indicators.catalogue import Catalogue, load_catalogue
from indicators.enrolment import enrol
from indicators.intake import Issue, Match, Reading, Remark, RemarkKind, Severity, SheetReading
from indicators.settings import CATALOGUE
from indicators.store import Store, open_store

MORNING = datetime(2026, 10, 5, 1, 30)  # 08:30 in Vietnam


def make_catalogue() -> Catalogue:
    return load_catalogue(CATALOGUE)


def make_store() -> Store:
    store = open_store(None)
    enrol(store, make_catalogue(), by="catalogue", at=MORNING)
    return store


def make_reading(
    measure: str = "clean_water",
    value: str = "98.9",
    period: str = "2026-Q3",
    match: Match = Match.NAME,
    cell: str = "F8",
) -> Reading:
    return Reading(measure, period, Decimal(value), False, "Quy 3", cell, match, "Tỷ lệ dân số được sử dụng nước sạch")


def make_sheet(*readings: Reading, issues: tuple[Issue, ...] = (), commune: str | None = "vinh_thinh") -> SheetReading:
    remark = Remark("clean_water", "2026-Q3", RemarkKind.DIFFICULTY, "Thiếu vốn", "Quy 3", "H8")
    return SheetReading(commune, "2026-Q3", readings or (make_reading(),), (remark,), issues)


def make_issue(severity: Severity = Severity.WARNING, code: str = "far_from_past") -> Issue:
    return Issue(code, severity, "Cần xem lại.", "Quy 3", "F8")
