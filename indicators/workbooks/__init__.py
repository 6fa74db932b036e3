"""The tables of a page as a workbook: numbers as numbers, dates as dates, texts as nothing but texts.

`model` says what a table is, `book` writes it with xlsxwriter; a file a page turns the rows that the page draws into
its tables.
"""

from indicators.workbooks.model import About, Column, Figure, Kind, Table
from indicators.workbooks.tables import table_workbook, tables_workbook

__all__ = ["About", "Column", "Figure", "Kind", "Table", "table_workbook", "tables_workbook"]
