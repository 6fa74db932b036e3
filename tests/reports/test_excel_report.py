"""A report as Excel, read back cell by cell beside the report and beside what the status says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from indicators.moments import parse_as_of
from indicators.periods import parse_period
from indicators.progress import targets_judged
from indicators.reports.building import build_report
from indicators.reports.charts import charts_of
from indicators.reports.excel import excel_workbook
from indicators.reports.model import (
    Asked,
    Cell,
    Chart,
    ChartKind,
    Column,
    Expected,
    Group,
    Letterhead,
    Line,
    Occasion,
    Report,
    Role,
    Said,
    Series,
)
from indicators.store import Store, open_store
from indicators.wording import workbooks as words
from indicators.wording.statuses import Tally
from tests.history import COMMUNE, history, moment_of
from tests.pages.conftest import fill_store

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
NUMBERS = ("milestone", "period_value", "cumulative", "distance")
LETTERHEAD = Letterhead(
    superior_vi="UBND THÀNH PHỐ THỬ", agency_vi="UBND XÃ VĨNH THỬ", number="12", symbol="BC-UBND", place_vi="Vĩnh Thử",
    dated=date(2026, 2, 5), signer_vi=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), signer_name="Nguyễn Văn Thử",
    recipients_vi=("UBND thành phố;", "Lưu: VT."),
)  # fmt: skip


def asked(period: str = "2026-Q3") -> Asked:
    return Asked(COMMUNE, parse_period(period), moment_of(parse_period(period)), Occasion.MIDTERM)


@cache
def real() -> Report:
    """The mid-term report of the history, with a chart of every target."""
    store = history("2028-Q2")
    report = build_report(store, asked("2028-Q2"), LETTERHEAD)
    lines = [line.row for group in report.groups for line in group.lines]
    return replace(report, charts=report.charts or charts_of(store, report.asked, lines))


@cache
def content_of_real() -> bytes:
    return excel_workbook(real())


def book(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


@cache
def book_of_real() -> Workbook:
    """To be read only."""
    return book(content_of_real())


def table(content: bytes) -> Worksheet:
    return book(content)[words.SHEET_TABLE]


def made(**changes: Any) -> Report:
    """A report of two lines: a number and a yes/no."""
    columns = (Column("name", "Chỉ tiêu", 40), Column("value", "Số", 10, True), Column("gap", "So mốc", 10, True))
    number, gap = Cell("1.234,5", Decimal("1234.5"), 1), Cell("−4,75", Decimal("-4.75"), 2)
    first = Line({"target": "1"}, {"name": Cell("Nước sạch"), "value": number, "gap": gap})
    second = Line({"target": "2"}, {"name": Cell("Thân thiện"), "value": Cell("Đạt"), "gap": Cell()})
    plain = Report(
        asked=asked(), commune_name_vi="xã Vĩnh Thử", letterhead=LETTERHEAD, title_vi="BÁO CÁO",
        subject_vi="Kết quả quý III/2026", period_vi="quý III/2026", closed_on=date(2026, 10, 3), tally=Tally(1, 1, 0),
        summary_vi=("Đạt và vượt 1/2.",), columns=columns, groups=(Group("Xã hội", (first, second), ("Một câu.",)),),
        difficulties=(Said("1", "Nước sạch", "Phòng Kinh tế", "Thiếu vốn"),), remedies=(), proposals=(), charts=(),
    )  # fmt: skip
    return replace(plain, **changes)


def line_rows(sheet: Worksheet, report: Report) -> Iterator[tuple[Line, Sequence[Any]]]:
    """Every line of the report with the cells of its row in the sheet."""
    headings = [column.heading_vi for column in report.columns]
    rows = list(sheet.iter_rows())
    row = next(number for number, cells in enumerate(rows) if [cell.value for cell in cells] == headings) + 1
    for group in report.groups:
        assert rows[row][0].value == group.name_vi
        for line in group.lines:
            row += 1
            yield line, rows[row]
        row += 1


def test_every_cell_is_the_reports() -> None:
    report, checked = real(), 0
    for line, cells in line_rows(book_of_real()[words.SHEET_TABLE], report):
        for column, cell in zip(report.columns, cells, strict=True):
            expected = line.cells[column.key]
            if expected.number is None:
                assert (cell.value or "") == expected.text
            else:
                assert cell.data_type == "n"
                assert Decimal(str(cell.value)) == expected.number
                shown = re.split('[;"]', cell.number_format)[0]
                assert len(shown.partition(".")[2]) == expected.decimals
                checked += 1
    assert checked > 100


def check_against_status(store: Store, report: Report, sheet: Worksheet) -> None:
    """What `status` says of actual_value, planned_value and distance; yes/no targets have texts."""
    asked = report.asked
    judged = {row["target"]: row for row in targets_judged(store, COMMUNE, asked.period.code, asked.as_of)}
    assert len(judged) == 30
    keys = [column.key for column in report.columns]
    for line, cells in line_rows(sheet, report):
        row = judged.pop(line.row["target"])
        if row["bound"] == "achieved":
            continue
        values = {key: cell.value for key, cell in zip(keys, cells, strict=True)}
        said = {key: None if values[key] is None else Decimal(str(values[key])) for key in NUMBERS}
        assert said["milestone"] == row["planned_value"]
        assert said["distance"] == row["distance"]
        actual = said["cumulative"] if said["cumulative"] is not None else said["period_value"]
        assert actual == row["actual_value"]
    assert judged == {}


def test_the_numbers_are_those_of_the_status() -> None:
    check_against_status(history("2028-Q2"), real(), book_of_real()[words.SHEET_TABLE])


def test_the_numbers_of_the_samples_are_those_of_the_status(tmp_path: Path) -> None:
    with open_store(fill_store(tmp_path / "kpi.duckdb", 3)) as store:
        report = build_report(store, Asked(COMMUNE, parse_period("2026-Q3"), parse_as_of("2026-10-05")), LETTERHEAD)
        check_against_status(store, report, table(excel_workbook(report)))


def test_numbers_show_their_sign_and_what_stands_behind_them() -> None:
    cells = {
        "name": Cell("a"), "value": Cell("0,4", Decimal("0.4"), 1), "gap": Cell("+1,3\u00a0điểm %", Decimal("1.25"), 1),
    }  # fmt: skip
    report = made(groups=(Group("g", (Line({"target": "1"}, cells),), ()),))
    [(_, found)] = line_rows(table(excel_workbook(report)), report)
    assert found[2].value == 1.25
    assert found[2].number_format == '+#,##0.0"\u00a0điểm %";-#,##0.0"\u00a0điểm %";#,##0.0"\u00a0điểm %"'
    assert found[1].number_format == "#,##0.0"


def test_the_first_sheet_has_letterhead_and_signatures() -> None:
    said = [cell.value for row in table(excel_workbook(made(fingerprint="ab:cd"))).iter_rows() for cell in row]
    texts = [text for text in said if text]
    for text in (
        "UBND THÀNH PHỐ THỬ", "UBND XÃ VĨNH THỬ", "Số: 12/BC-UBND", words.COUNTRY, words.MOTTO, "BÁO CÁO",
        "Vĩnh Thử, ngày 05 tháng 02 năm 2026", "Kết quả quý III/2026", "Số liệu chốt đến ngày 03/10/2026",
        "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Thử", words.RECIPIENTS, "- UBND thành phố;", "- Lưu: VT.",
    ):  # fmt: skip
        assert text in texts
    assert any("ab:cd" in str(text) for text in texts)


def test_sentences_remarks_and_outlook_have_sheets() -> None:
    expected = Expected({"target": "1"}, "Nước sạch", "will_miss", "98%", "mỗi quý 1 điểm %", "")
    found = book(excel_workbook(made(expected=(expected,))))
    assert found.sheetnames == [words.SHEET_TABLE, words.SHEET_RESULTS, words.SHEET_REMARKS, words.SHEET_OUTLOOK]
    assert [cell.value for cell in found[words.SHEET_RESULTS]["A"]][1:] == [
        words.RESULTS_TITLE, "Đạt và vượt 1/2.", words.BY_GROUP, "Xã hội", "Một câu.",
    ]  # fmt: skip
    remarks = [[cell.value for cell in row] for row in found[words.SHEET_REMARKS].iter_rows(min_row=2)]
    assert remarks[:3] == [
        list(words.REMARK_HEADINGS), ["Khó khăn, vướng mắc", None, None, None],
        ["1", "Nước sạch", "Phòng Kinh tế", "Thiếu vốn"],
    ]  # fmt: skip
    outlook = [cell.value for cell in found[words.SHEET_OUTLOOK][3]]
    assert outlook[:5] == ["1", "Nước sạch", "Dự báo không đạt", "98%", "mỗi quý 1 điểm %"]
    assert words.SHEET_OUTLOOK not in book(excel_workbook(made())).sheetnames


def natives(content: bytes) -> list[ElementTree.Element]:
    """The charts' own XML, in their order."""
    with ZipFile(BytesIO(content)) as parts:
        names = [name for name in parts.namelist() if name.startswith("xl/charts/chart")]
        names.sort(key=lambda name: int(re.sub(r"\D", "", name)))
        return [ElementTree.fromstring(parts.read(name)) for name in names]


def referenced(workbook: Workbook, of: ElementTree.Element, part: str) -> list[Any]:
    """The cells that a part ('tx', 'cat', 'val') of a series refers to."""
    reference = of.find(f".//{CHART}{part}//{CHART}f")
    assert reference is not None
    assert reference.text is not None
    sheet, _, area = reference.text.rpartition("!")
    cells = workbook[sheet.strip("'")][area.replace("$", "")]
    return [cell[0].value for cell in cells] if isinstance(cells, tuple) else [cells.value]


def drawn_in(workbook: Workbook, native: ElementTree.Element) -> dict[str, dict[str, Any]]:
    """Series' name → category → number; what is empty between two years is left out."""
    found = {}
    for series in native.iter(f"{CHART}ser"):
        names, numbers = referenced(workbook, series, "cat"), referenced(workbook, series, "val")
        pairs = zip(names, numbers, strict=True)
        found[referenced(workbook, series, "tx")[0]] = {name: number for name, number in pairs if name}
    return found


def as_numbers(chart: Chart, values: Sequence[Decimal | None]) -> dict[str, float | None]:
    return {
        name: None if value is None else float(value) for name, value in zip(chart.categories_vi, values, strict=True)
    }


def test_every_chart_refers_to_its_own_numbers() -> None:
    report, found, workbook = real(), natives(content_of_real()), book_of_real()
    assert len(found) == len(report.charts) > 20
    for chart, native in zip(report.charts, found, strict=True):
        assert referenced(workbook, native, "title") == [chart.title_vi]
        drawn = drawn_in(workbook, native)
        for series in chart.series:
            assert drawn[series.name_vi] == as_numbers(chart, series.values)


def lines_chart(kind: ChartKind, **series: Any) -> Chart:
    names = ("Quý III/2026", "Quý IV/2026", "Quý I/2027")
    plain = [
        Series(Role.ACTUAL, "Thực hiện", (Decimal(1), None, None)),
        Series(Role.ESTIMATE, "Ước", (None, Decimal(2), None)),
        Series(Role.FORECAST, "Dự báo", (None, None, Decimal(4)), **series),
    ]
    return Chart(kind, "=1+1", "%", names, tuple(plain))


def test_lines_pass_through_estimates_and_lead_to_the_forecast() -> None:
    low, high = (None, None, Decimal(3)), (None, None, Decimal(5))
    chart = lines_chart(ChartKind.LINES, low=low, high=high)
    content = excel_workbook(made(charts=(chart,)))
    drawn = drawn_in(book(content), natives(content)[0])
    assert drawn["Thực hiện (đường nối)"] == as_numbers(chart, (Decimal(1), Decimal(2), None))
    assert drawn["Dự báo (đường nối)"] == as_numbers(chart, (None, Decimal(2), Decimal(4)))
    assert drawn["Dự báo: mức thấp"] == as_numbers(chart, low)
    assert drawn["Dự báo: mức cao"] == as_numbers(chart, high)


def test_a_mean_stands_alone() -> None:
    content = excel_workbook(made(charts=(lines_chart(ChartKind.LINES, stands_alone=True),)))
    assert "Dự báo (đường nối)" not in drawn_in(book(content), natives(content)[0])


def test_totals_that_begin_anew_break_between_years() -> None:
    for kind, between in ((ChartKind.YEARS, [None]), (ChartKind.LINES, [])):
        content = excel_workbook(made(charts=(lines_chart(kind),)))
        series = next(natives(content)[0].iter(f"{CHART}ser"))
        names = referenced(book(content), series, "cat")
        assert names == ["Quý III/2026", "Quý IV/2026", *between, "Quý I/2027"]
    blanks = natives(excel_workbook(made(charts=(lines_chart(ChartKind.YEARS),))))[0].find(f".//{CHART}dispBlanksAs")
    assert blanks is None or blanks.get("val") == "gap"


def test_a_chart_without_values_is_none() -> None:
    empty = Chart(ChartKind.LINES, "Trống", "%", ("Quý I/2026",), (Series(Role.ACTUAL, "Thực hiện", (None,)),))
    assert natives(excel_workbook(made(charts=(empty,)))) == []


def test_a_page_holds_whole_charts() -> None:
    """No page break of the charts' sheet lies within a chart, and no more than a page lies between two."""
    sheet = book_of_real()[words.SHEET_CHARTS]
    breaks = [0, *(one.id for one in sheet.row_breaks.brk)]
    with ZipFile(BytesIO(content_of_real())) as parts:
        drawing = parts.read("xl/drawings/drawing1.xml").decode()
    first, last = (map(int, re.findall(rf"<xdr:{end}>.*?<xdr:row>(\d+)", drawing)) for end in ("from", "to"))
    spans = list(zip(first, last, strict=True))
    assert len(spans) == len(real().charts)
    assert all(not top < place <= bottom for place in breaks for top, bottom in spans)
    assert all(later - sooner <= 32 for sooner, later in pairwise(breaks))


def test_it_prints_on_a4_across_with_heads_and_page_numbers() -> None:
    sheet: Any = book_of_real()[words.SHEET_TABLE]
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    heading = int(sheet.print_title_rows.strip("$").split(":")[0].strip("$"))
    assert [cell.value for cell in sheet[heading]] == [column.heading_vi for column in real().columns]
    assert sheet.freeze_panes == f"C{heading + 1}"
    assert "&P/&N" in sheet.oddFooter.center.text
    assert {cell.font.name for row in sheet.iter_rows() for cell in row} == {"Times New Roman"}


def test_no_number_is_wider_than_its_column() -> None:
    """Excel shows such a number as '####'."""
    sheet = book_of_real()[words.SHEET_TABLE]
    for line, cells in line_rows(sheet, real()):
        for column, cell in zip(real().columns, cells, strict=True):
            if line.cells[column.key].number is not None:
                assert len(line.cells[column.key].text) < sheet.column_dimensions[cell.column_letter].width


HOSTILE = ["=1+1", "@SUM(A1)", "+cmd", "-2", "'x", "a\x00b\ud800c", '=HYPERLINK("http://x")', "x" * 40_000]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_text_stays_a_text(text: str) -> None:
    cells = {"name": Cell(text), "value": Cell(text), "gap": Cell()}
    series = (Series(Role.ACTUAL, text, (Decimal(1), None, None)),)
    group = Group(text, (Line({"target": text}, cells),), (text,))
    report = made(
        groups=(group,), subject_vi=text, summary_vi=(text,), notes_vi=(text,), fingerprint=text,
        charts=(replace(lines_chart(ChartKind.LINES), title_vi=text, unit=text, series=series),),
        difficulties=(Said(text, text, text, text),),
        letterhead=replace(LETTERHEAD, agency_vi=text, recipients_vi=(text,)),
    )  # fmt: skip
    content = excel_workbook(report)
    with ZipFile(BytesIO(content)) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        assert all("<f>" not in sheet and "<hyperlink" not in sheet for sheet in sheets)
    said = [cell.value for row in table(content).iter_rows() for cell in row if cell.value]
    assert any(str(value)[:8] == text.replace("\x00", " ").replace("\ud800", " ")[:8] for value in said)


def test_the_same_report_gives_the_same_bytes_and_its_own_moment() -> None:
    assert excel_workbook(real()) == content_of_real()
    assert book(content_of_real()).properties.created == datetime(2028, 7, 3, 2, 15)
    assert book(excel_workbook(made())).properties.created == real().asked.as_of.replace(year=2026, month=10)


def test_the_sentences_run_over_several_columns() -> None:
    """A sheet of one column alone is not made to fit its page by every program: its ends were cut off."""
    sheet = book_of_real()[words.SHEET_RESULTS]
    assert sheet.max_column > 1
    assert {merged.size["columns"] for merged in sheet.merged_cells.ranges} == {sheet.max_column}
    assert len(sheet.merged_cells.ranges) == sheet.max_row


def test_the_letterhead_is_written_as_in_word() -> None:
    """A number below ten as 05, agencies in capitals, the recipients' dashes; an empty line is no recipient."""
    agency, recipients = "Ủy ban nhân dân xã Vĩnh Thử", ("Như trên", " ", "Lưu: VT")
    own = replace(LETTERHEAD, number="5", agency_vi=agency, recipients_vi=recipients)
    sheet = book(excel_workbook(replace(real(), letterhead=own))).worksheets[0]
    said = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
    assert {"Số: 05/BC-UBND", "ỦY BAN NHÂN DÂN XÃ VĨNH THỬ", "- Như trên;", "- Lưu: VT."} <= set(said)
