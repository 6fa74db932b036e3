"""The readings of a sheet beside what stands, and what is asked about them, as HTML."""

from dataclasses import replace
from decimal import Decimal

import pytest

from indicators.drawing.intake_preview import read_cells, remark_list, troubles
from indicators.drawing.intake_readings import Filter, chosen, issues_by_cell, reading_table
from indicators.drawing.issues import issue_spot, numbered_issues
from indicators.intake.model import Issue, Match, Severity
from indicators.ledger import ComparedReading
from tests.makers import make_catalogue, make_reading, make_sheet

ENTRY = make_catalogue().by_commune["vinh_thinh"]
NEW = ComparedReading(make_reading(cell="F1"), None, None)
SAME = ComparedReading(make_reading(cell="F2", value="98.9"), Decimal("98.9"), 1)
CHANGED = ComparedReading(make_reading(cell="F3", value="98.9"), Decimal("98.4"), 1)
LIKELY = ComparedReading(make_reading(cell="F4", value="98.9", match=Match.LIKELY), Decimal("98.9"), 1)
FAR = ComparedReading(make_reading(cell="F5", value="9.9"), Decimal("9.9"), 1)
ROWS = (NEW, SAME, CHANGED, LIKELY, FAR)
WARNING = Issue("far_from_past", Severity.WARNING, "Khác xa.", "Quy 3", "F5")
ERROR = Issue("text_not_number", Severity.ERROR, "Cần số.", "Quy 3", "F9")
ISSUES = numbered_issues([WARNING, ERROR])


@pytest.mark.parametrize(
    ("which", "kept"),
    [
        (Filter.ALL, [LIKELY, FAR, CHANGED, NEW, SAME]),
        (Filter.NEW, [NEW]),
        (Filter.CHANGED, [CHANGED]),
        (Filter.WARNING, [LIKELY, FAR]),
    ],
)
def test_a_filter_lets_through_what_it_says_troubles_first(which: Filter, kept: list[ComparedReading]) -> None:
    assert chosen(ROWS, issues_by_cell(ISSUES), which) == kept


def test_a_reading_shows_what_it_was_computed_from_and_what_is_wrong_at_its_cell() -> None:
    reading = replace(FAR.reading, numerator=Decimal("45"), denominator=Decimal("1050.5"), estimate=True)
    html = reading_table([ComparedReading(reading, Decimal("9"), 1)], issues_by_cell(ISSUES), ENTRY)
    assert '<small class="kpi-parts">45/1.050,5</small>' in html
    assert ">ước</abbr>" in html
    assert f'href="#{issue_spot(2)}"' in html
    assert 'aria-label="Vấn đề số 2: Khác xa."' in html


def test_a_value_in_another_unit_than_its_cell_says_so() -> None:
    converted = numbered_issues([replace(WARNING, code="unit_converted")])
    assert "đã quy đổi đơn vị" in reading_table([FAR], issues_by_cell(converted), ENTRY)
    assert "đã quy đổi đơn vị" not in reading_table([FAR], issues_by_cell(ISSUES), ENTRY)


def test_errors_come_before_warnings_and_lead_to_their_cells() -> None:
    html = troubles(ISSUES)
    assert html.index("Cần số.") < html.index("Khác xa.")
    assert f'id="{issue_spot(1)}"' in html
    assert ">Quy 3!F9</a>" in html


def test_an_empty_filter_says_so() -> None:
    assert "Không có số liệu nào" in reading_table([], {}, ENTRY)


def test_cells_are_coloured_by_what_they_change() -> None:
    sheet = make_sheet(NEW.reading, CHANGED.reading)
    assert read_cells(sheet, ()) == {"Quy 3": {"F1": "read", "F3": "read"}}
    assert read_cells(sheet, (NEW, CHANGED)) == {"Quy 3": {"F1": "new", "F3": "changed"}}


def test_remarks_are_listed_where_the_commune_is_known() -> None:
    assert "Thiếu vốn" in (remark_list(make_sheet().remarks, ENTRY) or "")
    assert remark_list(make_sheet().remarks, None) is None
