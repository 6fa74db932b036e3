"""What is said to whoever sends a file whose columns somebody pointed at."""

from __future__ import annotations

from indicators.intake.findings import Findings
from indicators.intake.layout.pointing import Layouts, contradicted
from indicators.intake.layout.tables import Table


def report_pointed(table: Table, layouts: Layouts, findings: Findings) -> None:
    """Names the columns that are read as somebody once pointed at, and those read against their own header."""
    sheet, grid = table.grid.sheet.name, table.grid
    for column in contradicted(table):
        findings.add("pointed_against_header", sheet, grid.address(column.place), text=column.text)
    pointed = [column for column in table.columns if column.heading.pointed is not None]
    if pointed and layouts.is_remembered(table.layout):
        places = (f"{grid.address(column.place)} «{column.text}»" for column in pointed)
        findings.add("layout_remembered", sheet, grid.address(pointed[0].place), columns=", ".join(places))
