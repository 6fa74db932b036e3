"""A report as the bytes of a file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from indicators.reports.model import Report
from indicators.settings import TEMPLATES


class Format(StrEnum):
    """What a report can be written as."""

    DOCX = "docx"
    XLSX = "xlsx"
    PDF = "pdf"


def write(report: Report, format: Format, *, templates: Path = TEMPLATES) -> bytes:  # noqa: A002
    """The file's bytes; Word and PDF by the office's template in the folder `templates`. The writers are loaded when
    they are asked for: each brings a library of its own. Raises TemplateInvalid, NotTypeset."""
    if format is Format.XLSX:
        from indicators.reports.excel import excel_workbook  # noqa: PLC0415

        return excel_workbook(report)
    from indicators.reports.word import word_document  # noqa: PLC0415

    word = word_document(report, templates)
    if format is Format.DOCX:
        return word
    from indicators.reports.pdf import pdf_document  # noqa: PLC0415

    return pdf_document(word)
