"""The reminder letter: to whom, of what, since when; facts only."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from indicators.errors import TemplateInvalid
from indicators.moments import parse_as_of
from indicators.overdue import overdue
from indicators.overdue.letter import Reminder, letter_document, letterhead_of_letter
from indicators.reports.pdf import pdf_document
from indicators.settings import Settings
from tests.judging.office import Office


def two_units() -> Office:
    """Phòng Kinh tế owes two measures of quarters I and II, Công an xã one of quarter II."""
    made = Office()
    made.measures()
    made.measures("n", name_vi="Đại lượng khác")
    made.measures("o", name_vi="Đại lượng thứ ba", lead_unit="Công an xã")
    for target, measure in (("1", "m"), ("2", "n"), ("3", "o")):
        made.wants(target, measure)
    made.reports({"2026-Q1": 1}, on="2026-04-03T08:00", measure="o")
    return made


def reminder(made: Office, unit: str | None = None, on: str = "2026-07-10") -> Reminder:
    day, as_of = date.fromisoformat(on), parse_as_of(on)
    rows = overdue(made.store, made.commune, day, as_of)
    letterhead = letterhead_of_letter(Settings(), "xã Vĩnh Thử", date(2026, 7, 11))
    return Reminder(letterhead, [row for row in rows if unit in (None, row["lead_unit"])], day, as_of)


def said(content: bytes) -> list[str]:
    """The letter's paragraphs, then those of its tables."""
    document = Document(BytesIO(content))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = [*document.paragraphs, *(paragraph for cell in cells for paragraph in cell.paragraphs)]
    return [paragraph.text for paragraph in paragraphs if paragraph.text]


def test_to_one_unit_the_measures_once_with_every_period() -> None:
    """On 10/7: quarter I is 96 days late since 5/4, quarter II 5 days since 5/7."""
    texts = said(letter_document(reminder(two_units(), "Phòng Kinh tế")))
    assert texts[0] == "Kính gửi: Phòng Kinh tế"
    assert texts[1].endswith(
        "tính đến ngày 10/07/2026 (theo số liệu đã ghi nhận đến hết ngày 10/07/2026), Phòng Kinh tế còn 4 báo cáo chỉ"
        " tiêu đã quá hạn mà chưa gửi, gồm:"
    )
    assert texts[2] == (
        "- Đại lượng thử; Đại lượng khác: quý I/2026 (hạn gửi 05/04/2026, quá hạn 96 ngày);"
        " quý II/2026 (hạn gửi 05/07/2026, quá hạn 5 ngày)."
    )
    assert texts[3].startswith("Đề nghị Phòng Kinh tế gửi các báo cáo nêu trên;")
    assert "V/v đôn đốc báo cáo số liệu chỉ tiêu kinh tế - xã hội" in texts
    assert "Vĩnh Thử, ngày 11 tháng 7 năm 2026" in texts
    assert not any("Công an" in text for text in texts)


def test_to_all_units_each_with_its_own() -> None:
    texts = said(letter_document(reminder(two_units())))
    assert texts[0] == "Kính gửi: Phòng Kinh tế; Công an xã"
    assert "các cơ quan, đơn vị có tên trên còn 5 báo cáo" in texts[1]
    assert texts[2] == "1. Phòng Kinh tế:"
    assert texts[4:6] == [
        "2. Công an xã:", "- Đại lượng thứ ba: quý II/2026 (hạn gửi 05/07/2026, quá hạn 5 ngày).",
    ]  # fmt: skip


def test_an_estimate_is_called_one_and_not_counted() -> None:
    """Of quarter II, Đại lượng thử came on 28/6, before the quarter's end."""
    made = two_units()
    made.reports({"2026-Q2": 1}, on="2026-06-28T08:00")
    texts = said(letter_document(reminder(made, "Phòng Kinh tế")))
    assert "còn 3 báo cáo" in texts[1]
    assert "- Đã gửi nhưng mới có số ước thực hiện quý II/2026: Đại lượng thử." in texts


def test_the_same_letter_gives_the_same_bytes_and_there_is_none_of_nothing() -> None:
    asked = reminder(two_units())
    assert letter_document(asked) == letter_document(asked)
    with pytest.raises(ValueError, match="nothing is overdue"):
        letter_document(replace(asked, rows=[]))


def test_as_pdf_it_says_the_same() -> None:
    document = letter_document(reminder(two_units(), "Công an xã"))
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf_document(document))).pages)
    assert "Kính gửi: Công an xã" in " ".join(text.split())
    assert "quá hạn 5 ngày" in " ".join(text.split())


def test_a_template_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateInvalid):
        letter_document(reminder(two_units()), tmp_path)
