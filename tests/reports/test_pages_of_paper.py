"""The pages as a printer would have them: Word's by LibreOffice, the PDF's by typst, both the same report."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx.shared import Mm
from pypdf import PdfReader

from indicators.reports.model import Report, Said
from indicators.reports.pdf import pdf_document
from indicators.reports.word import word_document
from tests.reports import paper


@pytest.fixture(scope="module")
def word(third_quarter: Report) -> bytes:
    """With every letter of Vietnamese in it."""
    return word_document(replace(third_quarter, remedies=(Said("1", "Chữ", "", paper.VIETNAMESE),)))


def looked_at(content: bytes) -> None:
    """Upright, then the table across, then upright; numbered but the first; the table's head on each of its pages; one
    embedded font."""
    pages = PdfReader(BytesIO(content)).pages
    texts = [paper.squeezed(page.extract_text()) for page in pages]
    wide = [page.mediabox.width > page.mediabox.height for page in pages]
    assert re.fullmatch("-+=+-+", "".join("=" if is_wide else "-" for is_wide in wide))
    assert {round(max(page.mediabox.upper_right) / Mm(1).pt) for page in pages} == {297}
    assert texts[0].startswith("ỦYBANNHÂNDÂN")
    for number, text in enumerate(texts[1:], start=2):
        assert text.startswith(str(number))
    assert all("TTChỉtiêuĐVT" in text for text, is_wide in zip(texts, wide, strict=True) if is_wide)
    assert paper.VIETNAMESE in "".join(texts)
    assert {name.partition("-")[0] for name in paper.fonts_of(content)} == {"LiberationSerif"}
    assert all(paper.fonts_of(content).values())


def test_the_pdf_has_the_decrees_pages(word: bytes) -> None:
    looked_at(pdf_document(word))


@pytest.mark.libreoffice
def test_libreoffice_has_the_same_pages(tmp_path: Path, word: bytes, libreoffice_save: Callable[..., Path]) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(word)
    content = libreoffice_save(file, "pdf").read_bytes()
    looked_at(content)
    ours = [round(page.mediabox.width) for page in PdfReader(BytesIO(pdf_document(word))).pages]
    assert [round(page.mediabox.width) for page in PdfReader(BytesIO(content)).pages] == ours
