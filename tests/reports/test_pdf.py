"""The Word document as PDF/A: the same words, one embedded font, nothing lost unseen."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from PIL import Image
from pypdf import PdfReader

from indicators.errors import NotTypeset
from indicators.reports.fixed_package import Properties, packed
from indicators.reports.model import Report
from indicators.reports.pdf import pdf_document
from indicators.reports.word import word_document
from indicators.wording.refusals import sentence
from tests.reports import paper

FACES = {"LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-Italic", "LiberationSerif-BoldItalic"}


@pytest.fixture(scope="module")
def word() -> bytes:
    return word_document(paper.report())


@pytest.fixture(scope="module")
def pdf(word: bytes) -> bytes:
    return pdf_document(word)


def made(*texts: str) -> Word:
    document = Document()
    for text in texts:
        document.add_paragraph(text)
    return document


def said(document: Word) -> str:
    return "\n".join(paper.pages_of(pdf_document(packed(document, Properties()))))


def test_it_is_pdf_a_and_says_its_moment(pdf: bytes) -> None:
    reader = PdfReader(BytesIO(pdf))
    metadata = reader.xmp_metadata
    assert metadata is not None
    assert (metadata.pdfaid_part, metadata.pdfaid_conformance) == ("2", "B")
    assert metadata.xmp_create_date is not None
    assert metadata.xmp_create_date.isoformat().startswith("2026-10-05T02:15")
    assert reader.metadata is not None
    assert reader.metadata.title == "BÁO CÁO Kết quả thực hiện các chỉ tiêu quý III/2026"
    assert reader.metadata.author == "ỦY BAN NHÂN DÂN XÃ VĨNH THỊNH"


def test_the_same_document_gives_the_same_bytes(word: bytes, pdf: bytes) -> None:
    assert pdf_document(word) == pdf


def test_every_letter_is_of_one_embedded_font(pdf: bytes) -> None:
    assert paper.fonts_of(pdf) == dict.fromkeys(FACES, True)


def test_it_says_all_that_word_says_in_its_order(word: bytes, pdf: bytes) -> None:
    """Of a repeated head only the first is looked for; the page's number stands before each page but the first."""
    first, *others = paper.pages_of(pdf)
    pages = [first, *(page.removeprefix(str(number)) for number, page in enumerate(others, start=2))]
    assert [len(page) < len(other) for page, other in zip(pages[1:], others, strict=True)] == [True] * len(others)
    assert paper.squeezed("".join(pages)) == paper.squeezed("".join(paper.texts_of(word)))


def test_every_cell_says_what_the_report_says(third_quarter: Report) -> None:
    """A line's cells stand one after the other, as they are set."""
    found = paper.squeezed("".join(paper.pages_of(pdf_document(word_document(third_quarter)))))
    lines = [line for group in third_quarter.groups for line in group.lines]
    assert len(lines) == 30
    for line in lines:
        cells = "".join(line.cells[column.key].text for column in third_quarter.columns)
        assert paper.squeezed(cells) in found


def test_pages_are_as_words_sections_say(pdf: bytes) -> None:
    pages = PdfReader(BytesIO(pdf)).pages
    sizes = [(round(page.mediabox.width / Mm(1).pt), round(page.mediabox.height / Mm(1).pt)) for page in pages]
    assert sizes == [(210, 297), (297, 210), (210, 297)]
    assert [len(page.images) for page in pages] == [0, 0, 2]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_every_vietnamese_letter_comes_through(bold: bool, italic: bool) -> None:
    document = made()
    run = document.add_paragraph().add_run(paper.VIETNAMESE)
    run.bold, run.italic = bold, italic
    assert len(paper.VIETNAMESE) == 134
    assert paper.squeezed(said(document)) == paper.VIETNAMESE


def test_the_report_itself_carries_every_letter() -> None:
    report = paper.report(summary_vi=(paper.VIETNAMESE,))
    assert paper.VIETNAMESE in paper.squeezed("".join(paper.pages_of(pdf_document(word_document(report)))))


def test_text_is_never_read_as_markup() -> None:
    report = paper.report(summary_vi=(paper.HOSTILE,), subject_vi='"); #panic("x") //', difficulties=())
    found = paper.squeezed("".join(paper.pages_of(pdf_document(word_document(report)))))
    assert paper.squeezed(paper.HOSTILE) in found
    assert '");#panic("x")//' in found


def test_a_letter_the_font_lacks_is_a_box() -> None:
    assert said(made("vốn 🙂 漢")).strip() == "vốn □ □"


def test_an_edited_template_shows_in_it_too(tmp_path: Path) -> None:
    folder = paper.own_templates(tmp_path, ("III. GIẢI PHÁP", "C. BIỆN PHÁP ĐÃ LÀM"))
    found = "".join(paper.pages_of(pdf_document(word_document(paper.report(), folder))))
    assert "C. BIỆN PHÁP ĐÃ LÀM" in found
    assert "III. GIẢI PHÁP" not in found


def test_an_edited_look_shows_in_it_too() -> None:
    """A style's size, capitals and a merged cell; what is hidden in Word is not printed."""
    document = made("Mở đầu")
    document.styles["Normal"].font.size = Pt(30)
    document.styles["Normal"].font.all_caps = True
    document.add_paragraph().add_run("ẩn").font.hidden = True
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "gộp"
    table.cell(1, 1).text = "cuối"
    content = pdf_document(packed(document, Properties()))
    assert paper.pages_of(content)[0].split() == ["MỞ", "ĐẦU", "GỘP", "CUỐI"]
    assert {round(size) for text, size in sizes_of(content).items() if text} == {30}


def test_a_cell_merged_downwards_leaves_the_others_in_their_columns() -> None:
    document = made()
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "gộp"
    table.cell(0, 1).text, table.cell(1, 1).text = "trên", "dưới"
    found: dict[str, float] = {}
    page = PdfReader(BytesIO(pdf_document(packed(document, Properties())))).pages[0]
    page.extract_text(visitor_text=lambda text, matrix, _t, _f, _s: found.update({text.strip(): matrix[4]}))
    assert found["trên"] == found["dưới"] > found["gộp"] + 100


def test_a_figure_wider_than_its_cell_is_set_whole_in_smaller_type() -> None:
    """Twenty millimetres hold about half of it at 14 points."""
    document = made()
    document.styles["Normal"].font.size = Pt(14)
    table = document.add_table(1, 2)
    for cell, text in zip(table.rows[0].cells, ("123.456.789.012.345,6", "vừa"), strict=True):
        cell.width, cell.text = Mm(20), text
    for column in table.columns:
        column.width = Mm(20)
    content = pdf_document(packed(document, Properties()))
    sizes = sizes_of(content)
    assert 6.5 < sizes["123.456.789.012.345,6"] < 8.5
    assert round(sizes["vừa"]) == 14


def sizes_of(content: bytes) -> dict[str, float]:
    """Text → size of its letters, in points."""
    found: dict[str, float] = {}
    page = PdfReader(BytesIO(content)).pages[0]
    page.extract_text(visitor_text=lambda text, _c, matrix, _f, size: found.update({text.strip(): size * matrix[0]}))
    return found


def test_a_word_that_no_line_holds_is_broken() -> None:
    """Two hundred letters are longer than a line; pypdf gives a line for each."""
    lines = said(made("x" * 200)).split()
    assert len(lines) > 1
    assert "".join(lines) == "x" * 200


def test_a_damaged_picture_is_refused() -> None:
    picture = BytesIO()
    Image.new("RGB", (20, 20)).save(picture, "png")
    document = made()
    document.add_picture(picture)
    image = next(part for part in document.part.package.parts if part.content_type == "image/png")
    image._blob = picture.getvalue()[:40]
    with pytest.raises(NotTypeset) as refused:
        pdf_document(packed(document, Properties()))
    assert "vì mẫu Word có hình hỏng" in sentence(refused.value)


def test_breaks_and_fields_are_set() -> None:
    document = made("Một")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    simple = OxmlElement("w:fldSimple", {qn("w:instr"): " PAGE "})
    document.add_paragraph("trang ")._p.append(simple)
    assert len(paper.pages_of(pdf_document(packed(document, Properties())))) == 2
    assert "trang 2" in said(document)


def test_words_own_lists_are_counted() -> None:
    document = made()
    for text, style in (("vốn", "List Number"), ("đất", "List Number"), ("chậm", "List Bullet")):
        document.add_paragraph(text, style=style)
    assert said(document).split() == ["1.", "vốn", "2.", "đất", "•", "chậm"]


@pytest.mark.parametrize(
    ("kind", "marker"),
    [("lowerLetter", "b."), ("upperRoman", "II."), ("decimalZero", "02."), ("none", ".")],
)
def test_lists_count_in_their_own_way(kind: str, marker: str) -> None:
    assert said(listed(kind)).split()[2:] == [marker, "hai"]


def test_a_way_of_counting_that_is_not_known_is_refused() -> None:
    with pytest.raises(NotTypeset) as refused:
        pdf_document(packed(listed("chicago"), Properties()))
    assert "đánh số tự động" in sentence(refused.value)


def listed(kind: str) -> Word:
    """Two paragraphs of a list counted so."""
    document = made()
    for text in ("một", "hai"):
        document.add_paragraph(text, style="List Number")
    for counted in document.part.numbering_part.element.iter(qn("w:numFmt")):
        counted.set(qn("w:val"), kind)
    return document


def element(name: str, inner: str = "w:r") -> Callable[[Word], None]:
    def add(document: Word) -> None:
        run = OxmlElement(inner)
        run.append(OxmlElement(name))
        document.paragraphs[0]._p.append(run)

    return add


def drawn_by_word(document: Word) -> None:
    """A text box, as Word writes it."""
    compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    document.paragraphs[0].runs[0]._r.append(parse_xml(f'<mc:AlternateContent xmlns:mc="{compatibility}"/>'))


def two_columns(document: Word) -> None:
    document.sections[0]._sectPr.append(OxmlElement("w:cols", {qn("w:num"): "2"}))


def even_pages(document: Word) -> None:
    document.settings.odd_and_even_pages_header_footer = True


def wingdings(document: Word) -> None:
    document.paragraphs[0].runs[0].font.name = "Wingdings"


def short_row(document: Word) -> None:
    """A cell was deleted: set one after the other, the next row's first would stand in its place."""
    table = document.add_table(2, 3)
    table.rows[0]._tr.remove(table.rows[0]._tr.tc_lst[-1])


def own_tabs(document: Word) -> None:
    document.paragraphs[0].paragraph_format.tab_stops.add_tab_stop(Mm(50))
    document.paragraphs[0].add_run("\t")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (element("w:pict"), "hình vẽ"),
        (drawn_by_word, "hình vẽ"),
        (element("w:drawing"), "hình vẽ"),
        (element("w:object"), "đối tượng nhúng"),
        (element("w:footnoteReference"), "chú thích chân trang"),
        (element("w:sym"), "ký hiệu đặc biệt"),
        (wingdings, "ký hiệu đặc biệt"),
        (element("m:oMath", "m:oMathPara"), "công thức"),
        (element("w:unheard"), "thành phần «unheard»"),
        (two_columns, "chia cột"),
        (even_pages, "trang chẵn"),
        (own_tabs, "điểm dừng tab"),
        (short_row, "thiếu ô"),
    ],
)
def test_what_would_be_lost_is_refused(change: Callable[[Word], None], words: str) -> None:
    document = made("Có chữ")
    change(document)
    with pytest.raises(NotTypeset) as refused:
        pdf_document(packed(document, Properties()))
    assert words in sentence(refused.value)
