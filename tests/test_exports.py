"""What is exported never starts a formula, whatever names people gave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from indicators.catalogue import Catalogue, CommuneCatalogue
from indicators.enrolment import enrol
from indicators.periods import parse_period
from indicators.plans import build_plan_workbook
from indicators.store import Store, open_store
from indicators.template import build_template
from tests.makers import MORNING, make_catalogue

NAME, UNIT, GROUP, OFFICE, COMMUNE = "=1+1", "+cmd|'/c calc'!A0", "=x!a1", "@SUM(A1)", "=xã ta"


@pytest.fixture
def entry() -> CommuneCatalogue:
    """A commune whose first target, measure and people have the names of formulas."""
    plain = make_catalogue().by_commune["vinh_thinh"]
    first = plain.targets[0]
    measures = tuple(
        replace(item, name_vi=NAME, unit=UNIT) if item.measure == first.measure else item for item in plain.measures
    )
    target = replace(first, name_vi=NAME, unit=UNIT, group=GROUP, lead_unit=OFFICE, officer=OFFICE)
    commune = replace(plain.commune, name_vi=COMMUNE)
    return replace(plain, commune=commune, measures=measures, targets=(target, *plain.targets[1:]))


@pytest.fixture
def store(entry: CommuneCatalogue) -> Iterator[Store]:
    with open_store(None) as opened:
        enrol(opened, Catalogue((entry,)), by="An", at=MORNING)
        yield opened


def texts(content: bytes) -> set[object]:
    """Every value of a workbook, in which nothing is a formula."""
    book: Workbook = load_workbook(BytesIO(content))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    return {cell.value for cell in cells}


def test_the_sheet_to_fill_in(store: Store, entry: CommuneCatalogue) -> None:
    found = texts(build_template(store, entry, parse_period("2026-Q3"), MORNING))
    assert {NAME, UNIT, GROUP.upper()} <= found


def test_the_plan(store: Store, entry: CommuneCatalogue) -> None:
    assert {NAME, UNIT, GROUP, OFFICE} <= texts(build_plan_workbook(store, entry.commune, MORNING))
