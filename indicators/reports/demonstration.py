"""Invented figures never leave as if they were an office's own: what is made of them says so on every page."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import Section, _Header
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from indicators.wording.documents import DEMONSTRATION

_POINTS, _RED = 11, RGBColor(0xB0, 0x1E, 0x1E)


def mark_pages(document: Document) -> None:
    """Puts the mark at the head of every page, whatever the office's template holds."""
    even = document.settings.odd_and_even_pages_header_footer
    for number, section in enumerate(document.sections):
        for header in _headers(section, has_even=even):
            if number == 0 or not header.is_linked_to_previous:
                _mark(header.paragraphs[0].insert_paragraph_before())


def _headers(section: Section, *, has_even: bool) -> Iterator[_Header]:
    """Those that its pages show."""
    yield section.header
    if section.different_first_page_header_footer:
        yield section.first_page_header
    if has_even:
        yield section.even_page_header


def _mark(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    form = paragraph.paragraph_format
    form.first_line_indent = form.space_before = form.space_after = Pt(0)
    form.line_spacing = 1.0
    run = paragraph.add_run(DEMONSTRATION)
    run.bold, run.font.size, run.font.color.rgb = True, Pt(_POINTS), _RED
