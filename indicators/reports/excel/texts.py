"""The sheets of a report that hold sentences: results, remarks, what is to come."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.reports.model import Report, Said
from indicators.wording import workbooks as words
from indicators.wording.reports import NOTHING_SAID
from indicators.wording.screens import REMARK_KINDS
from indicators.workbooks.book import Book
from indicators.workbooks.sheet import Sheet

#: Several columns, although the sentences run over all of them: not every program makes a single one fit its page.
_RESULT_WIDTHS = (40, 40, 40)
_REMARK_WIDTHS = (8, 38, 26, 62)
_OUTLOOK_WIDTHS = (8, 34, 16, 36, 32, 30)


def write_results(book: Book, report: Report) -> None:
    """What the period came to, then group by group."""
    sheet = book.sheet(words.SHEET_RESULTS, _RESULT_WIDTHS)
    _write_heading(sheet, report)
    _write_sentences(sheet, words.RESULTS_TITLE, report.summary_vi)
    if any(group.sentences_vi for group in report.groups):
        sheet.line(words.BY_GROUP, bold=True, font_size=13)
    for group in report.groups:
        _write_sentences(sheet, group.name_vi, group.sentences_vi)
    sheet.set_up_print()


def write_remarks(book: Book, report: Report) -> None:
    """Difficulties, remedies and proposals, each with whom it is of and what it is about."""
    sheet = book.sheet(words.SHEET_REMARKS, _REMARK_WIDTHS)
    _write_heading(sheet, report)
    heading = sheet.row
    sheet.headings(words.REMARK_HEADINGS)
    sheet.freeze()
    _write_said(sheet, "difficulty", report.difficulties)
    _write_said(sheet, "remedy", report.remedies)
    _write_said(sheet, "proposal", report.proposals)
    sheet.set_up_print(heading)


def write_outlook(book: Book, report: Report) -> None:
    """What is to come of each target, and what it takes."""
    sheet = book.sheet(words.SHEET_OUTLOOK, _OUTLOOK_WIDTHS)
    _write_heading(sheet, report)
    heading = sheet.row
    sheet.headings(words.OUTLOOK_HEADINGS)
    sheet.freeze(columns=2)
    for one in report.expected:
        verdict = words.VERDICTS[one.verdict]
        sheet.framed([one.row["target"], one.name_vi, verdict, one.forecast_vi, one.needed_vi, one.reason_vi])
    sheet.set_up_print(heading)


def _write_heading(sheet: Sheet, report: Report) -> None:
    sheet.line(report.subject_vi or report.title_vi, bold=True, font_size=13)


def _write_sentences(sheet: Sheet, title: str, sentences: Sequence[str]) -> None:
    if sentences:
        sheet.line(title, bold=True)
    for sentence in sentences:
        sheet.line(sentence)


def _write_said(sheet: Sheet, kind: str, remarks: Sequence[Said]) -> None:
    sheet.group(REMARK_KINDS[kind])
    for remark in remarks:
        sheet.framed([remark.target, remark.about_vi, remark.unit_vi, remark.text_vi])
    if not remarks:
        sheet.line(NOTHING_SAID[kind], italic=True)
