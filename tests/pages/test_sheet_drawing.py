"""The sheet drawn: what stands where, what is coloured and marked, and what of a large sheet is left out."""

import re
from html.parser import HTMLParser

import pytest

from indicators.drawing.issues import Numbered, cell_spot, numbered_issues
from indicators.drawing.sheet import drawn_sheets
from indicators.drawing.sheet_cells import cell_vi
from indicators.drawing.sheet_window import window_of
from indicators.intake.model import Issue, Severity, SheetReading
from indicators.intake.workbook.cells import Cell, CellKind, Place, Sheet, Workbook
from tests.intake.sheets import make_sheet, percent, read
from tests.intake.test_legacy import tcvn3


class Table(HTMLParser):
    """The cells of the drawn tables, with their attributes, and the texts in them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.cells: list[dict[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"td", "th"}:
            self.cells.append({"tag": tag, "text": "", **dict(attrs)})

    def handle_data(self, data: str) -> None:
        if self.cells:
            self.cells[-1]["text"] = f"{self.cells[-1]['text']}{data}"

    def texts(self) -> list[str | None]:
        return [cell["text"] for cell in self.cells]

    def of(self, text: str) -> dict[str, str | None]:
        return next(cell for cell in self.cells if (cell["text"] or "").startswith(text))


def draw(sheet: Sheet, *issues: Issue, read: dict[str, str] | None = None) -> str:
    reading = SheetReading(None, None, (), (), issues, Workbook([sheet]))
    return drawn_sheets(reading, {sheet.name: read or {}}, numbered_issues(issues)) or ""


def error(cell: str | None, message: str = "Cần một con số.", sheet: str = "Sheet1") -> Issue:
    return Issue("text_not_number", Severity.ERROR, message, sheet, cell)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (Cell(CellKind.NUMBER, "94.1"), "94,1"),
        (Cell(CellKind.NUMBER, "2026"), "2026"),
        (Cell(CellKind.NUMBER, "1200.5"), "1.200,5"),
        (Cell(CellKind.NUMBER, "178500"), "178.500"),
        (Cell(CellKind.NUMBER, "123456789012.25"), "123.456.789.012,25"),
        (Cell(CellKind.NUMBER, "0.30000000000000004"), "0,3"),
        (Cell(CellKind.NUMBER, "-0.25"), "-0,25"),
        (Cell(CellKind.NUMBER, "81.81818181818181"), "81,8181818181818"),
        (Cell(CellKind.NUMBER, "100.0"), "100"),
        (Cell(CellKind.NUMBER, "1e+300"), "1e+300"),
        (Cell(CellKind.PERCENT, "0.941"), "94,1%"),
        (Cell(CellKind.PERCENT, "0.29"), "29%"),
        (Cell(CellKind.DATE, "2026-09-30"), "30/09/2026"),
        (Cell(CellKind.DATE, "-7.5"), "-7.5"),
        (Cell(CellKind.ERROR, "#REF!"), "#REF!"),
        (Cell(CellKind.UNCOMPUTED, ""), "(công thức chưa có kết quả)"),
    ],
)
def test_a_cell_is_written_as_a_vietnamese_spreadsheet_does(cell: Cell, shown: str) -> None:
    assert cell_vi(cell) == shown


def test_a_figure_that_could_be_a_year_has_its_mark_where_something_was_read_from_it() -> None:
    html = draw(make_sheet(["Năm", 2026], ["Việc làm", 2026]), read={"B2": "new"})
    assert Table(html).texts()[3:] == ["1", "Năm", "2026", "2", "Việc làm", "2.026"]


def test_cells_stand_under_their_letters_beside_their_numbers() -> None:
    table = Table(draw(make_sheet(["Tên", 94.1], [None, percent(0.5)])))
    assert table.texts() == ["", "A", "B", "1", "Tên", "94,1", "2", "", "50%"]


def test_what_was_read_is_coloured_and_what_is_wrong_is_marked_with_its_sentence() -> None:
    html = draw(make_sheet(["Tên", 94.1, "x"]), error("C1", 'Ghi "số" <b>'), read={"B1": "changed"})
    table = Table(html)
    assert table.of("94,1")["class"] == "kpi-num kpi-is-changed"
    marked = table.of("x")
    assert marked["class"] == "kpi-has-error"
    assert marked["title"] == 'Ghi "số" <b>'
    assert marked["id"] == cell_spot("Sheet1", "C1")
    assert '<a href="#van-de-1" class="kpi-spot kpi-bad"' in html
    assert "<b>" not in html


def test_an_error_and_a_warning_in_one_cell_show_the_error() -> None:
    warning = Issue("far_from_past", Severity.WARNING, "Khác xa.", "Sheet1", "A1")
    cell = Table(draw(make_sheet(["x"]), warning, error("A1"))).of("x")
    assert cell["class"] == "kpi-has-error"
    assert cell["title"] == "Cần một con số.\nKhác xa."
    assert cell["text"] == "x 1 2"


def test_merged_cells_span_and_what_they_cover_is_not_drawn() -> None:
    table = Table(draw(make_sheet(["a", None, "b"], [None, None, "c"], merges=["A1:B2"])))
    assert (table.of("a")["rowspan"], table.of("a")["colspan"]) == ("2", "2")
    assert table.texts() == ["", "A", "B", "C", "1", "a", "b", "2", "c"]


def test_two_merges_over_one_cell_draw_it_once() -> None:
    table = Table(draw(make_sheet(["a", None, None], [None, None, None], [None, "z", "y"], merges=["A1:B2", "B2:C3"])))
    assert table.texts().count("a") == 1
    assert table.of("a")["colspan"] == "2"
    assert "z" in table.texts()


def test_hidden_rows_and_columns_are_shown_and_said_to_be_hidden() -> None:
    table = Table(draw(make_sheet(["a", "b"], ["c", "d"], hidden_rows=[2], hidden_columns=[1])))
    assert (table.of("A")["class"], table.of("2")["class"]) == ("kpi-hidden", "kpi-hidden")
    assert table.of("B").get("class") is None
    assert table.of("2")["text"] == "2ẩn"
    assert "c" in table.texts()


def test_of_a_large_sheet_the_troubled_rows_are_drawn_and_the_rest_is_counted() -> None:
    cells = {Place(row, 1): Cell(CellKind.NUMBER, str(row)) for row in range(1, 5001)}
    sheet = Sheet("Sheet1", make_sheet(["x"]).visibility, cells, [], frozenset(), frozenset())
    html = draw(sheet, error("A4000"), read={"A2500": "new"})
    rows = [cell["text"] for cell in Table(html).cells if cell["tag"] == "th" and (cell["text"] or "").isdigit()]
    assert {"1", "3998", "4000", "4002", "2500"} <= {*rows}
    assert len(rows) == 200
    assert "Còn 4800 dòng có nội dung không hiển thị ở đây." in html


def test_a_merge_over_a_gap_keeps_the_grid_whole() -> None:
    cells = {Place(row, column): Cell(CellKind.TEXT, f"{row}.{column}") for row in range(1, 5001) for column in (1, 2)}
    cells = {place: cell for place, cell in cells.items() if place.column == 2 or place.row == 1}
    sheet = make_sheet(["x"], merges=["A1:A5000"])
    html = draw(Sheet("Sheet1", sheet.visibility, cells, sheet.merges, frozenset(), frozenset()), error("B4000"))
    rows = re.findall(r"<tr>(.*?)</tr>", html.partition("<tbody>")[2])
    spans = [int(found) for found in re.findall(r'<td[^>]*rowspan="(\d+)"', "".join(rows))]
    assert sum(spans) == 200, "the merged cell covers every drawn row, once on either side of the gap"


def test_a_window_is_the_whole_of_a_small_sheet_and_never_larger_than_allowed() -> None:
    small = window_of(make_sheet(["a"], ["b"], at="C3"), [])
    assert (small.rows, small.columns, small.rows_left_out) == ((1, 2, 3, 4), (1, 2, 3), 0)
    wide = make_sheet([1] * 500)
    window = window_of(wide, [Place(1, 450)])
    assert (len(window.columns), window.columns_left_out) == (40, 460)
    assert 450 in window.columns
    far = window_of(make_sheet(["a"], ["b"], at="A100000"), [])
    assert far.rows == (100000, 100001)


def test_only_the_sheets_that_matter_are_drawn_and_the_others_named() -> None:
    sheets = [make_sheet(["a"], name="Một"), make_sheet(["b"], name="Hai"), make_sheet(name="Ba")]
    issues = (error("A1", sheet="Hai"),)
    reading = SheetReading(None, None, (), (), issues, Workbook(sheets))
    html = drawn_sheets(reading, {}, [Numbered(1, issues[0])]) or ""
    assert "<summary>Hai</summary>" in html
    assert "<summary>Một</summary>" not in html
    assert "Không hiển thị các trang tính khác: Một." in html
    assert drawn_sheets(SheetReading(None, None, (), (), ()), {}, []) is None


def test_text_from_before_unicode_is_drawn_as_it_was_read() -> None:
    names = [tcvn3(text) for text in ("Chỉ tiêu", "Thực hiện quý III/2026", "Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều")]
    reading = read(make_sheet(["TT", names[0], "%", names[1]], ["7", names[2], "%", 0.6]))
    html = drawn_sheets(reading, {}, ()) or ""
    assert "Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều" in html
    assert names[2] not in html
