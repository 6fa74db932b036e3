"""A report as the Word document an office signs and sends (Nghị định 30/2020, Phụ lục I)."""

from __future__ import annotations

from pathlib import Path

from indicators.reports.model import Report
from indicators.reports.template_fields import template_fields
from indicators.reports.template_filling import Properties, fill_template
from indicators.settings import TEMPLATES

TEMPLATE = "bao_cao.docx"


def word_document(report: Report, templates: Path = TEMPLATES) -> bytes:
    """The .docx of `report`, by the office's template in the folder `templates`. The same report and template give
    the same bytes. Raises TemplateInvalid."""
    properties = Properties(
        title=f"{report.title_vi} {report.subject_vi}",
        author=report.letterhead.agency_vi or report.commune_name_vi,
        created=report.asked.as_of,
    )
    return fill_template(
        templates / TEMPLATE, template_fields(report), properties, is_demonstration=report.is_demonstration
    )
