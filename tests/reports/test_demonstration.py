"""Invented figures leave with their mark: on every page, on every sheet, whatever the template."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from indicators.moments import parse_as_of
from indicators.overdue.letter import letter_document
from indicators.reports import Format, write
from indicators.store import open_store
from indicators.wording.documents import DEMONSTRATION
from indicators.workbooks import About, tables_workbook
from indicators.workbooks.model import Column, Table
from tests.judging.office import Office
from tests.overdue.test_letter import reminder, two_units
from tests.reports import paper
from tests.reports.desk import report_of


def invented() -> Office:
    made = Office(open_store(None))
    made.measures()
    made.wants(horizon="each_year")
    made.reports({"2026-Q3": 90}, on="2026-10-03T08:00")
    return made


def test_a_report_knows_whether_its_store_is_a_demonstration() -> None:
    made = invented()
    assert not report_of(made, "2026-Q3").is_demonstration
    with made.store.writing() as transaction:
        transaction.run("insert_demonstration", marked_at=parse_as_of("2026-01-01"), marked_by="thử")
    assert report_of(made, "2026-Q3").is_demonstration


@pytest.mark.parametrize("is_marked", [True, False])
def test_every_page_says_so_whatever_the_template(tmp_path: Path, is_marked: bool) -> None:
    own = paper.own_templates(tmp_path, ("I. KẾT QUẢ THỰC HIỆN", "A. KẾT QUẢ"))
    report = paper.report(summary_vi=("Một câu dài.",) * 60, is_demonstration=is_marked)
    pages = paper.pages_of(write(report, Format.PDF, templates=own))
    assert len(pages) > 3
    assert [DEMONSTRATION in page for page in pages] == [is_marked] * len(pages)


def test_every_sheet_says_so_on_screen_and_on_paper() -> None:
    sheets: Any = load_workbook(BytesIO(write(paper.report(is_demonstration=True), Format.XLSX))).worksheets
    assert [sheet["A1"].value for sheet in sheets] == [DEMONSTRATION] * len(sheets)
    assert all(DEMONSTRATION in sheet.oddHeader.center.text for sheet in sheets)
    plain = load_workbook(BytesIO(write(paper.report(), Format.XLSX)))
    assert all(sheet["A1"].value != DEMONSTRATION for sheet in plain.worksheets)


def test_the_tables_of_a_page_say_so_too() -> None:
    table = Table("Bảng", "Bảng thử", (Column("TT", 6),), [("1",)])
    about = About("xã Vĩnh Thử", "", datetime(2026, 10, 5), is_demonstration=True)
    sheet = load_workbook(BytesIO(tables_workbook([table], about))).worksheets[0]
    assert (sheet["A1"].value, sheet["A2"].value) == (DEMONSTRATION, "Bảng thử")


def test_a_letter_says_so_too() -> None:
    asked = reminder(two_units())
    marked = paper.word_of(letter_document(replace(asked, is_demonstration=True)))
    assert marked.sections[0].first_page_header.paragraphs[0].text == DEMONSTRATION
    assert marked.sections[0].header.paragraphs[0].text == DEMONSTRATION
    assert DEMONSTRATION not in paper.word_of(letter_document(asked)).sections[0].header.paragraphs[0].text
