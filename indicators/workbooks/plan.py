"""The tables of Kế hoạch: its versions, and how much of the path of each year is fixed."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.drawing.plan import source_vi, standings_on
from indicators.drawing.shown import Shown
from indicators.plans.fixed import YearOfPath
from indicators.wording import outlook, plan_page, screens
from indicators.wording import workbooks as words
from indicators.workbooks.contents import Row
from indicators.workbooks.detail import recorded_moment
from indicators.workbooks.model import Column, Content, Kind, Table

_VERSION_COLUMNS = (
    Column(outlook.COLUMN_VERSION, 11, Kind.NUMBER), Column(words.COLUMN_STANDING, 18),
    Column(words.COLUMN_DOCUMENT_NUMBER, 18), Column(words.COLUMN_DOCUMENT_DATE, 12, Kind.DATE),
    Column(words.COLUMN_PLAN, 50), Column(plan_page.HOLDS_FROM, 12, Kind.DATE),
    Column(plan_page.TARGETS, 12, Kind.NUMBER), Column(plan_page.COLUMN_AT, 17, Kind.MOMENT),
    Column(plan_page.COLUMN_BY, 22), Column(plan_page.COLUMN_SOURCE, 30),
)  # fmt: skip
_YEAR_COLUMNS = (
    Column(plan_page.COLUMN_YEAR, 8), Column(plan_page.COLUMN_FIXED, 16, Kind.NUMBER),
    Column(plan_page.COLUMN_DERIVED, 18, Kind.NUMBER),
)  # fmt: skip


def plan_tables(shown: Shown, versions: Sequence[Row], years: Sequence[YearOfPath]) -> list[Table]:
    """`versions`: plans.plan_versions, the newest first; `years`: plans.fixed.path_by_year."""
    standings = standings_on(versions, shown.today)
    rows = [_version(row, plan_page.STANDINGS[standings[row["plan"]]][0]) for row in versions]
    of_years: list[list[Content]] = [[str(year.year), year.fixed, year.derived] for year in years]
    return [
        Table(words.VERSIONS, plan_page.VERSIONS_TITLE, _VERSION_COLUMNS, rows, (plan_page.VERSIONS_NOTE,), kept=1),
        Table(plan_page.APPROVAL_TITLE, plan_page.APPROVAL_TITLE, _YEAR_COLUMNS, of_years, (words.PATH_NOTE,)),
    ]


def _version(row: Row, standing: str) -> list[Content]:
    return [
        row["plan"], standing, row["document_number"] or plan_page.NOT_ENTERED, row["document_date"], row["name_vi"],
        row["valid_from"], row["targets"], recorded_moment(row), screens.recorder_vi(row["recorded_by"]),
        source_vi(row),
    ]  # fmt: skip
