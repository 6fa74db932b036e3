"""A report as Word: the official layout, measured; every text of it; the office's own template."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from uuid import UUID
from zipfile import ZipFile

import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from lxml import etree

from indicators.errors import TemplateInvalid
from indicators.reports.embedded_font import FACES, FONTS
from indicators.reports.model import Letterhead, Report
from indicators.reports.template_fields import template_fields
from indicators.reports.word import TEMPLATE, word_document
from indicators.settings import ROOT
from indicators.wording.refusals import sentence
from tests.reports import paper

WHOLE_MM = 36_000


@pytest.fixture(scope="module")
def content() -> bytes:
    return word_document(paper.report())


def mm(*lengths: Length | None) -> list[int]:
    return [round((length or 0) / WHOLE_MM) for length in lengths]


def test_pages_and_margins_are_as_the_decree_says(content: bytes) -> None:
    pages = [
        (*mm(page.page_width, page.page_height), page.orientation, mm(page.top_margin, page.bottom_margin))
        for page in paper.word_of(content).sections
    ]
    upright = (210, 297, WD_ORIENT.PORTRAIT, [20, 20])
    assert pages == [upright, (297, 210, WD_ORIENT.LANDSCAPE, [20, 20]), upright]
    assert {tuple(mm(page.left_margin, page.right_margin)) for page in paper.word_of(content).sections} == {(30, 15)}


@pytest.mark.parametrize(
    ("text", "size", "bold", "italic"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, None),
        ("Độc lập - Tự do - Hạnh phúc", 14, True, None),
        ("ỦY BAN NHÂN DÂN\nXÃ VĨNH THỊNH", 13, True, None),
        ("Số: 05/BC-UBND", 13, None, None),
        ("Vĩnh Thịnh, ngày 05 tháng 02 năm 2026", 14, None, True),
        ("BÁO CÁO", 14, True, None),
        ("Kết quả thực hiện các chỉ tiêu quý III/2026", 14, True, None),
        ("Nơi nhận:", 12, True, True),
        ("- UBND thành phố;", 11, None, None),
        ("- Lưu: VT.", 11, None, None),
        ("TM. ỦY BAN NHÂN DÂN", 14, True, None),
        ("Trần Văn Bình", 14, True, None),
    ],
)
def test_parts_have_the_decrees_type(content: bytes, text: str, size: int, bold: bool, italic: bool) -> None:
    found = next(paragraph for paragraph in paper._paragraphs(paper.word_of(content)) if paragraph.text == text)
    font = found.style.font
    assert (font.size, font.bold, font.italic) == (Pt(size), bold, italic)
    assert [run.font.size for run in found.runs] == [None] * len(found.runs)


def test_the_text_stands_as_the_decree_says(content: bytes) -> None:
    word = paper.word_of(content)
    body = word.styles["Nội dung"].paragraph_format
    assert (body.first_line_indent, body.space_before) == (Cm(1.27), Pt(6))
    assert body.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert (word.styles["Normal"].font.name, word.styles["Normal"].font.size) == ("Times New Roman", Pt(14))
    named = {name for part in word.element.iter(qn("w:rFonts")) for name in part.attrib.values()}
    assert named <= {"Times New Roman"}


def test_rules_are_drawn_lines_and_not_letters(content: bytes) -> None:
    drawn = paper.word_of(content).element.findall(f".//{qn('w:pBdr')}/{qn('w:bottom')}")
    assert [line.get(qn("w:val")) for line in drawn] == ["single"] * 3  # agency, motto, subject
    assert not any("__" in text for text in paper.texts_of(content))


def test_the_pages_number_stands_top_centre_and_not_on_page_one(content: bytes) -> None:
    first, *others = paper.word_of(content).sections
    number = first.header.paragraphs[0]
    assert "PAGE" in "".join(part.text or "" for part in number._p.iter(qn("w:instrText")))
    assert number.style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert first.different_first_page_header_footer
    assert [paragraph.text for paragraph in first.first_page_header.paragraphs] == [""]
    assert all(page.header.is_linked_to_previous for page in others)
    assert not any(page.different_first_page_header_footer for page in others)
    assert paper.word_of(content).element.find(f".//{qn('w:pgNumType')}") is None


def test_the_table_stays_within_its_page(content: bytes) -> None:
    word = paper.word_of(content)
    table, page = word.tables[2], word.sections[1]
    width = sum(column.width for column in table.columns)
    page_mm, left_mm, right_mm = mm(page.page_width, page.left_margin, page.right_margin)
    assert mm(width) == [page_mm - left_mm - right_mm] == [252]
    assert len(table.columns) == 12
    heads = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
    assert heads == [True, False, False, False, False, False]
    assert all(row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.rows)
    sizes = {part.style.font.size for row in table.rows for cell in row.cells for part in cell.paragraphs}
    assert sizes == {Pt(10)}


def rows_expected(report: Report) -> list[list[str]]:
    rows = [[column.heading_vi for column in report.columns]]
    for group in report.groups:
        rows.append([group.name_vi] * len(report.columns))
        rows += [[line.cells[column.key].text for column in report.columns] for line in group.lines]
    return rows


def rows_found(content: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in paper.word_of(content).tables[2].rows]


def test_every_cell_says_what_the_report_says(content: bytes, third_quarter: Report) -> None:
    assert rows_found(content) == rows_expected(paper.report())
    assert rows_found(word_document(third_quarter)) == rows_expected(third_quarter)


def test_a_review_looks_ahead_and_names_its_key() -> None:
    looks = (
        paper.expected("will_miss", "Nước sạch", "mỗi năm cần 0,5 điểm %"),
        paper.expected("will_meet", "Hộ nghèo"),
        paper.expected("met", "Nông thôn mới"),
        paper.expected("unknown", "Việc làm"),
    )
    texts = paper.texts_of(word_document(paper.report(expected=looks, fingerprint="0123456789abcdef" * 4)))
    heading = texts.index("3. Khả năng hoàn thành mục tiêu nếu giữ nhịp độ hiện nay")
    assert texts[heading + 1 : heading + 8] == [
        "Chỉ tiêu không đạt hoặc dự báo không đạt nếu giữ nhịp độ hiện nay:",
        "- Nước sạch: Dự báo 97%; mỗi năm cần 0,5 điểm %.",
        "Chỉ tiêu đã đạt hoặc dự báo đạt:",
        "- Hộ nghèo: Dự báo 97%.",
        "- Nông thôn mới: Dự báo 97%.",
        "Chỉ tiêu chưa dự báo:",
        "- Việc làm: mới có 3 quý.",
    ]
    assert f"Mã khóa ký số liệu: {' '.join(['0123 4567 89ab cdef'] * 4)}" in texts


def test_a_periods_report_looks_nowhere_and_has_no_key(content: bytes) -> None:
    said = "\n".join(paper.texts_of(content))
    assert "hiện nay" not in said
    assert "Mã khóa" not in said


def test_remarks_are_said_and_their_absence_too(content: bytes) -> None:
    texts = paper.texts_of(content)
    assert "- Thu ngân sách (Phòng Kinh tế): Vốn phân bổ chậm." in texts
    assert texts[texts.index("III. GIẢI PHÁP") + 1] == "Các biểu đã gửi không ghi giải pháp."


def test_charts_that_have_values_are_there(content: bytes) -> None:
    """One of all, full width; one of a target, half of it; the one without a value is not."""
    shapes = paper.word_of(content).inline_shapes
    assert [round(shape.width / WHOLE_MM) for shape in shapes] == [160, 80]


def test_what_is_not_known_is_left_to_be_written_by_hand() -> None:
    texts = paper.texts_of(word_document(paper.report(letterhead=Letterhead(symbol="BC-UBND"))))
    gap = "\u00a0" * 7
    assert f"Số: {gap}/BC-UBND" in texts
    assert f"………, ngày{gap}tháng{gap}năm{gap}" in texts


def test_hostile_text_stays_text() -> None:
    report = paper.report(summary_vi=(f"{paper.HOSTILE}\x00\x07",), subject_vi="<w:p/> & \u202e")
    texts = paper.texts_of(word_document(report))
    assert f"{paper.HOSTILE}  " in texts
    assert "<w:p/> &  " in texts


def test_letters_are_carried_along(content: bytes) -> None:
    """The first 32 bytes are changed by the key, its last byte first (ECMA-376 part 1, 17.8.1)."""
    with ZipFile(BytesIO(content)) as archive:
        table = etree.fromstring(archive.read("word/fontTable.xml"))
        relations = etree.fromstring(archive.read("word/_rels/fontTable.xml.rels"))
        files = {relation.get("Id"): relation.get("Target") for relation in relations}
        entry = next(font for font in table if font.get(qn("w:name")) == "Times New Roman")
        for face in FACES:
            embedded = entry.find(qn(f"w:embed{face}"))
            letters = bytearray(archive.read(f"word/{files[embedded.get(qn('r:id'))]}"))
            key = bytes(reversed(UUID(embedded.get(qn("w:fontKey"))).bytes))
            for place in range(32):
                letters[place] ^= key[place % 16]
            assert bytes(letters) == (FONTS / f"LiberationSerif-{face}.ttf").read_bytes()
        assert "embedTrueTypeFonts" in archive.read("word/settings.xml").decode()


def test_the_same_report_gives_the_same_bytes_and_says_its_moment(content: bytes) -> None:
    assert word_document(paper.report()) == content
    said = paper.word_of(content).core_properties
    assert (said.title, said.author) == (
        "BÁO CÁO Kết quả thực hiện các chỉ tiêu quý III/2026",
        "ỦY BAN NHÂN DÂN XÃ VĨNH THỊNH",
    )
    assert said.created is not None
    assert said.created.replace(tzinfo=None) == datetime(2026, 10, 5, 2, 15)


def test_the_offices_own_template_is_used(tmp_path: Path) -> None:
    folder = paper.own_templates(tmp_path, ("I. KẾT QUẢ THỰC HIỆN", "A. {{ so_dat }}/{{ tong_so }} CHỈ TIÊU"))
    assert "A. 1/2 CHỈ TIÊU" in paper.texts_of(word_document(paper.report(), folder))


def broken(old: str, new: str) -> Callable[[Path], Path]:
    return lambda folder: paper.own_templates(folder, (old, new))


def no_word(folder: Path) -> Path:
    (folder / TEMPLATE).write_bytes(b"PK not a document")
    return folder


def other_book(folder: Path) -> Path:
    with ZipFile(folder / TEMPLATE, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return folder


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (broken("{{ trich_yeu }}", "{{ trich_yeus }}"), "trường «trich_yeus»"),
        (broken("{{ nhom.chu_cai }}", "{{ nhom.chu_so }}"), "trường «chu_so»"),
        (broken("{{ trich_yeu }}", "{{ trich_yeu|viet_hoa }}"), "trường «viet_hoa»"),
        (broken("{{ trich_yeu }}", "{{ trich_yeu "), "thẻ viết sai, gần chỗ: «{{ trich_yeu"),
        # It would take all that stands before the next tag's end with it.
        (broken("đến ngày {{ ngay_chot }}", "đến ngày {{ ngay_chot }"), "gần chỗ: «(Số liệu chốt đến ngày {{"),
        (broken("{{ nhom.ten }}", "{ nhom.ten }}"), "gần chỗ: «{{ nhom.chu_cai }}) { nhom.ten }}»"),
        (broken("{{ trich_yeu }}", "{% if %}"), "thẻ viết sai, gần chỗ: «{% if %}"),
        (broken("{%p for cau in ket_qua_chung %}", "{% for cau in ket_qua_chung %}"), "thẻ đặt sai chỗ"),
        (broken("{{ trich_yeu }}", "{{ trich_yeu.__class__ }}"), "thẻ viết sai"),
        (broken("{{ trich_yeu }}", "{{ so_dat / 0 }}"), "thẻ viết sai"),
        (broken("{{ trich_yeu }}", "{% include 'x' %}"), "thẻ viết sai"),
        (no_word, "không phải văn bản Word"),
        (other_book, "không phải văn bản Word"),
        (lambda folder: folder, "Không tìm thấy"),
        (lambda folder: (folder / TEMPLATE).mkdir() or folder, "Không tìm thấy"),
    ],
)
def test_a_template_with_an_error_is_named(tmp_path: Path, spoil: Callable[[Path], Path], words: str) -> None:
    with pytest.raises(TemplateInvalid) as refused:
        word_document(paper.report(summary_vi=("Một.", "Hai.")), spoil(tmp_path))
    said = sentence(refused.value)
    assert said.startswith(f"Không lập được văn bản từ mẫu {TEMPLATE}. ")
    assert words in said


def test_every_field_is_explained_to_the_office() -> None:
    guide = (ROOT / "docs" / "mau-bao-cao.md").read_text(encoding="utf-8")
    missing = [name for name in template_fields(paper.report()) if f"`{name}`" not in guide]
    assert missing == []
