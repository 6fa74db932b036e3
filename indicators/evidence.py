"""The evidence sheet ('phiếu minh chứng'): what a unit, leader or officer was to reach in a year and what was reached,
with their reports, as Excel to go with the year-end rating. It states facts: no points, no grade, no rank.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from openpyxl import Workbook

from indicators.drawing.figures import is_yes_no
from indicators.drawing.lead import are_all_final
from indicators.evidence_line import YearOfEvidence, target_line
from indicators.evidence_sheet import Content, Writer, sheet_name
from indicators.moments import to_local
from indicators.periods import parse_period
from indicators.progress import indicators_judged
from indicators.store import Store
from indicators.units import (
    Judged,
    Portfolio,
    Row,
    judged_in_year,
    portfolios,
    remarks_of_year,
    reports_by_state,
    reports_of_year,
    tally_of,
    year_ends,
)
from indicators.wording import evidence as words
from indicators.wording import screens
from indicators.wording.looking_back import in_file
from indicators.wording.periods import period_vi
from indicators.wording.statuses import Tally
from indicators.wording.units import NOBODY, reports_vi, tally_vi

_WIDTHS = (6, 34, 9, 19, 10, 10, 11, 10, 10, 11, 11, 11, 11, 11, 30)
#: The columns of the reports' table, over those of the targets'.
_REPORT_SPANS = ((1, 1), (2, 5), (6, 7), (8, 9), (10, 11), (12, 14), (15, 15))
#: The title and whose sheet it is; not the columns' headings, for the two tables have different ones.
_ON_EVERY_PAGE = "2:3"
_SIGNATURE_SPANS = ((1, 5), (9, 15))


def build_evidence(
    store: Store,
    commune: str,
    year: int,
    as_of: datetime,
    by: str,
    name: str | None = None,
    *,
    looks_back: bool = False,
) -> bytes:
    """The .xlsx with a sheet for `name` (a unit, leader or officer, as `by` says), or one for each where it is None;
    judged in scenario floor, as known at `as_of` (design, sections 3 and 4), which it says where it `looks_back`."""
    judged = judged_in_year(store, commune, year, as_of)
    at = _looked_at(judged, year)
    statuses = {row["indicator"]: row["status"] for row in indicators_judged(store, commune, at, as_of)}
    targets = [rows[at] for rows in judged.values() if at in rows]
    remarks, reports = remarks_of_year(store, commune, year, as_of), reports_of_year(store, commune, year, as_of)
    communes = {row["commune"]: row["name_vi"] for row in store.rows("communes")}
    whole = tally_vi(tally_of(targets, statuses), are_final=are_all_final(targets))
    note = in_file(as_of) if looks_back else ""
    of_year = YearOfEvidence(communes[commune], year, to_local(as_of).date(), by, at, judged, remarks, whole, note)
    found = portfolios(by, targets, statuses, reports)
    wanted = [portfolio for portfolio in found if name in (None, portfolio.name)]
    return _workbook(wanted or [Portfolio(name or "", [], [], Tally(0, 0, 0), [])], of_year)


def _looked_at(judged: Judged, year: int) -> str:
    """The last of the year's ends of which half of the values are there, or a deadline has passed without one; before
    both, its first quarter. A single value sent early for the whole year does not make it the year's result."""
    ends = year_ends(year)
    at_end = {end: [rows[end] for rows in judged.values() if end in rows and not is_yes_no(rows[end])] for end in ends}

    def is_told(rows: Sequence[Row]) -> bool:
        reported = sum(row["actual_value"] is not None for row in rows)
        return 0 < len(rows) <= 2 * reported or any(row["status"] == "no_report" for row in rows)

    return [ends[0], *(end for end in ends if is_told(at_end[end]))][-1]


def _workbook(found: Sequence[Portfolio], of_year: YearOfEvidence) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for portfolio in found:
        title = sheet_name(portfolio.name or NOBODY[of_year.by], workbook.sheetnames)
        writer = Writer(workbook.create_sheet(title), _WIDTHS)
        _write_head(writer, portfolio, of_year)
        _write_targets(writer, portfolio, of_year)
        _write_reports(writer, portfolio)
        _write_signatures(writer)
        writer.set_up_page(_ON_EVERY_PAGE, words.FOOTER)
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def _write_head(writer: Writer, portfolio: Portfolio, of_year: YearOfEvidence) -> None:
    name = portfolio.name or NOBODY[of_year.by]
    documents = dict.fromkeys(
        words.document_vi(row["plan_name_vi"], row["document_number"], row["document_date"])
        for rows in of_year.judged.values()
        for row in rows.values()
    )
    counted = reports_vi(reports_by_state(portfolio.reports))
    writer.line(words.COMMITTEE.format(commune=of_year.commune_name).upper(), bold=True)
    writer.line(words.TITLE.format(year=of_year.year), size=14, bold=True, center=True)
    writer.line(words.WHO[of_year.by].format(name=name), size=12, bold=True, center=True)
    period = period_vi(parse_period(of_year.at))
    writer.line(words.MOMENT.format(period=period, day=screens.date_vi(of_year.today)), italic=True, center=True)
    if of_year.note:
        writer.line(of_year.note, bold=True, center=True)
    writer.line(words.DOCUMENTS.format(documents="; ".join(documents)))
    tallied = tally_vi(portfolio.tally, are_final=are_all_final(portfolio.led))
    writer.line(words.TALLY_OF[of_year.by].format(tally=tallied, all=of_year.whole))
    writer.line(words.REPORTS.format(counted=counted) if counted else words.NO_REPORTS)
    writer.line(words.NOT_GRADED, italic=True)
    writer.line()


def _write_targets(writer: Writer, portfolio: Portfolio, of_year: YearOfEvidence) -> None:
    """What is led, then what is worked on jointly."""
    writer.header(
        (
            words.NUMBER, words.NAME, words.UNIT, words.GOAL, words.YEAR_GOAL.format(year=of_year.year), words.VALUE,
            words.PERIOD, words.PERCENT, words.DISTANCE, *words.QUARTERS, words.YEAR_END, words.NOTES,
        )
    )  # fmt: skip
    groups = [(words.LED[of_year.by], portfolio.led)]
    for title, rows in groups + ([(words.JOINT, portfolio.joint)] if portfolio.joint else []):
        writer.line(title, bold=True)
        for row in rows:
            writer.cells(target_line(row, of_year))


def _write_reports(writer: Writer, portfolio: Portfolio) -> None:
    writer.line()
    writer.line(words.REPORTS_AFTER_JOINT if portfolio.joint else words.REPORTS_LED, bold=True)
    titles = (words.NUMBER, words.NAME, words.DUE_PERIOD, words.DEADLINE, words.RECORDED, words.STATE, words.LATE_DAYS)
    writer.header(titles, _REPORT_SPANS)
    for number, row in enumerate(portfolio.reports, start=1):
        state = words.REPORT_STATES[row["state"]] + (words.PROVISIONAL if row["estimate"] else "")
        period = screens.capitalised(period_vi(parse_period(row["period"])))
        contents: Sequence[Content] = (
            number, row["measure_name_vi"], period, row["deadline_on"], row["recorded_on"], state, row["late_days"],
        )  # fmt: skip
        writer.cells(contents, _REPORT_SPANS)


def _write_signatures(writer: Writer) -> None:
    writer.line()
    writer.texts(("", words.PLACE_AND_DAY), _SIGNATURE_SPANS, italic=True)
    writer.texts(words.SIGNED_BY, _SIGNATURE_SPANS, bold=True)
    writer.texts((words.SIGNATURE,) * 2, _SIGNATURE_SPANS, italic=True)
