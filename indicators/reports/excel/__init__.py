"""A report as Excel: its table under the letterhead, its sentences, and native charts with their numbers."""

from __future__ import annotations

from indicators.reports.excel.charts import write_charts
from indicators.reports.excel.table import write_table
from indicators.reports.excel.texts import write_outlook, write_remarks, write_results
from indicators.reports.model import Report
from indicators.workbooks.book import Book

__all__ = ["excel_workbook"]


def excel_workbook(report: Report) -> bytes:
    """The .xlsx of a report: every number of its table and charts as a number; the same report gives the same bytes,
    and its properties say its own moment."""
    title, moment = report.subject_vi or report.title_vi, report.asked.as_of
    book = Book(title, moment, is_demonstration=report.is_demonstration)
    write_table(book, report)
    write_results(book, report)
    write_remarks(book, report)
    if report.expected:
        write_outlook(book, report)
    write_charts(book, report)
    return book.content()
