"""The tables of each page beside what the page draws: every number is the drawn one, exactly."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from indicators.drawing.shown import Shown
from indicators.drawing.units import YearOfUnits
from indicators.ledger import upload_history
from indicators.milestones import milestones_of_year
from indicators.moments import parse_as_of
from indicators.periods import parse_period
from indicators.plans import plan_versions
from indicators.plans.fixed import path_by_year
from indicators.progress import overview, path_of_target, remarks_of_measure, targets_judged, value_history
from indicators.scenarios import scenarios_of_target, versions_of_target
from indicators.units import judged_in_year, reports_of_year
from indicators.wording import screens
from indicators.wording import workbooks as words
from indicators.workbooks import Figure, Table
from indicators.workbooks.detail import OfTarget, detail_tables
from indicators.workbooks.intake import intake_tables
from indicators.workbooks.milestones import milestone_tables
from indicators.workbooks.overview import overview_tables
from indicators.workbooks.plan import plan_tables
from indicators.workbooks.units import unit_tables
from tests.judging.office import Office, office
from tests.test_units import AN, two_units

NOW = "2026-11-21"


def shown_at(period: str = "2026-Q3", **changes: Any) -> Shown:
    asked = parse_period(period)
    plain = Shown("vinh_thu", {"vinh_thu": "xã Vĩnh Thử"}, asked, asked, "floor", "plan", 2025, date(2026, 11, 21))
    return replace(plain, **changes)


def column(table: Table, heading: str) -> list[Any]:
    """The contents of a column; of a figure its number."""
    place = [one.heading_vi for one in table.columns].index(heading)
    return [plain(row[place]) for row in table.rows]


def plain(content: Any) -> Any:
    return content.value if isinstance(content, Figure) else content


def line(made: Office) -> Office:
    """40 → 60 in 60 months: 41, 42, 43 at the quarters of 2026; 41, 41.5 and 46.25 came."""
    for number, value in enumerate((41, 41.5, 46.25), start=1):
        period = parse_period(f"2026-Q{number}")
        upload = made.reports({period.code: value}, on=f"{period.deadline_on()}T08:00")
    made.remarks(upload, "2026-Q3", "=Thiếu vốn")
    return made


def of_overview(made: Office, shown: Shown | None = None) -> Sequence[Table]:
    return overview_tables(shown or shown_at(), overview(made.store, made.commune, "2026-Q3", parse_as_of(NOW)))


def test_the_overviews_targets_have_the_judged_numbers() -> None:
    made = line(office(target={"value": 60}, y2025=40))
    [judged] = targets_judged(made.store, made.commune, "2026-Q3", parse_as_of(NOW))
    targets = of_overview(made)[0]
    assert column(targets, screens.COLUMN_ACTUAL) == [judged["actual_value"]] == [Decimal("46.25")]
    assert column(targets, screens.COLUMN_MILESTONE) == [judged["planned_value"]] == [43]
    assert column(targets, words.COLUMN_DISTANCE) == [judged["distance"]] == [Decimal("3.25")]
    assert column(targets, words.COLUMN_LATE_MONTHS) == [judged["late_months"]]
    assert column(targets, screens.COLUMN_STATUS) == ["Vượt tiến độ"]
    assert column(targets, screens.GOAL) == ["≥ 60% đến năm 2030"]


def test_a_period_without_a_value_has_the_last_known_beside_it() -> None:
    made = office(target={"value": 60}, y2025=40, y2026_Q1=41)
    targets = of_overview(made)[0]
    assert column(targets, screens.COLUMN_ACTUAL) == [None]
    assert column(targets, words.COLUMN_LAST_KNOWN) == [41]
    assert column(targets, words.COLUMN_LAST_KNOWN_PERIOD) == ["Quý I/2026"]


def test_a_yes_is_a_word_and_has_no_distance() -> None:
    made = office(
        {"unit": "đạt/chưa"}, {"unit": "đạt/chưa", "bound": "achieved", "value": 1, "last_year": 2026}, y2026_Q3=0
    )
    targets = of_overview(made)[0]
    assert column(targets, screens.COLUMN_ACTUAL) == [screens.NO]
    assert column(targets, words.COLUMN_DISTANCE) == [None]


def test_the_quarters_are_those_of_the_heat_map() -> None:
    made = line(office(target={"value": 60}, y2025=40))
    quarters = of_overview(made)[1]
    assert list(quarters.rows[0][2:7]) == [
        "Vượt tiến độ", "Đúng tiến độ", "Chậm tiến độ", "Vượt tiến độ", "Chưa đến kỳ đánh giá",
    ]  # fmt: skip
    assert set(quarters.rows[0][7:]) == {None}, "what has not begun is empty"
    assert len(quarters.columns) == 23


def test_the_worst_stand_first_where_the_page_says_so_and_only_the_chosen() -> None:
    made = two_units()
    found = overview(made.store, made.commune, "2026-Q3", parse_as_of(NOW))
    every = [column(table, screens.COLUMN_NUMBER) for table in overview_tables(shown_at(), found)]
    chosen = [column(table, screens.COLUMN_NUMBER) for table in overview_tables(shown_at(officer=AN), found)]
    assert len(chosen[0]) < len(every[0])
    statuses = column(overview_tables(shown_at(order="worst"), found)[0], screens.COLUMN_NUMBER)
    assert sorted(statuses) == sorted(every[0])


def of_target(made: Office) -> list[Table]:
    now = parse_as_of(NOW)
    [target] = targets_judged(made.store, made.commune, "2026-Q3", now)
    of_measure = (made.store, made.commune, "m", now)
    known = OfTarget(
        target, value_history(*of_measure), remarks_of_measure(*of_measure),
        path_of_target(made.store, made.commune, "1", now),
        scenarios_of_target(made.store, made.commune, "1", "2026-Q3", now),
        versions_of_target(made.store, made.commune, "1", now),
    )  # fmt: skip
    return detail_tables(known)


def test_the_values_of_a_target_with_their_history() -> None:
    made = line(office(target={"value": 60}, y2025=40))
    made.takes_back(made.reports({"2026-Q2": 41.123}, on="2026-07-20T08:00"), on="2026-07-21T09:30")
    values = of_target(made)[0]
    q2 = [row for row in values.rows if row[0] == "Quý II/2026"]
    assert [row[1] for row in q2] == [Figure(Decimal("41.5"), 1), Figure(Decimal("41.123"), 3)]
    assert column(values, screens.COLUMN_NOTE)[-2:] == ["đã rút", "đang dùng"]
    assert [row for row in column(values, words.COLUMN_WITHDRAWN_AT) if row] == [datetime(2026, 7, 21, 9, 30)]
    assert column(values, screens.COLUMN_WHEN)[-1] == datetime(2026, 10, 5, 8)


def test_remarks_path_and_versions_of_a_target() -> None:
    made = line(office(target={"value": 60}, y2025=40))
    _, remarks, path, versions = of_target(made)
    assert column(remarks, words.COLUMN_REMARK) == ["=Thiếu vốn"]
    months = dict(zip(column(path, screens.COLUMN_PERIOD), column(path, words.COLUMN_FLOOR), strict=True))
    assert len(months) == 60
    assert (months["Tháng 3/2026"], months["Tháng 9/2026"], months["Tháng 12/2030"]) == (41, 43, 60)
    quarters = column(path, words.COLUMN_ENDS_QUARTER)
    assert [name for name in quarters if name][:2] == ["Quý I/2026", "Quý II/2026"]
    assert column(versions, words.COLUMN_HELD_FROM) == [date(2026, 1, 1)]


def test_scenarios_stand_where_there_are_several() -> None:
    made = line(office(target={"value": 60, "stretch": 70}, y2025=40))
    names = [table.name_vi for table in of_target(made)]
    assert names == [words.VALUES, words.REMARKS, words.PATH, words.SCENARIOS, words.VERSIONS]
    scenarios = of_target(made)[3]
    assert column(scenarios, screens.COLUMN_MILESTONE_SHORT) == [43, Decimal("44.5")]
    assert column(scenarios, words.COLUMN_DISTANCE) == [Decimal("3.25"), Decimal("1.75")]


def of_year(made: Office, on: str = NOW) -> list[Table]:
    return milestone_tables(shown_at(), milestones_of_year(made.store, made.commune, 2026, parse_as_of(on)))


def test_the_matrix_of_a_year() -> None:
    made = line(office(target={"value": 60}, y2025=40))
    made.fixes("2026-Q4", 45)
    matrix, periods, due = of_year(made)
    quarters = [[plain(row[place]) for place in (8, 12, 16, 20)] for row in matrix.rows]
    assert quarters == [[41, 42, 43, 45], [41, Decimal("41.5"), Decimal("46.25"), None]]
    assert column(matrix, words.COLUMN_LINE) == [words.LINE_MILESTONE, words.LINE_REACHED]
    assert column(periods, screens.COLUMN_PERIOD) == ["Quý I/2026", "Quý II/2026", "Quý III/2026", "Quý IV/2026"]
    assert column(periods, words.COLUMN_FIXED) == [None, None, None, words.FIXED]
    assert column(periods, words.COLUMN_DISTANCE) == [0, Decimal("-0.5"), Decimal("3.25"), None]
    assert column(periods, words.COLUMN_ENDS_ON)[0] == date(2026, 3, 31)
    assert [list(row[:4]) for row in due.rows] == [[date(2027, 1, 5), "1", "Chỉ tiêu thử", "Quý IV/2026"]]


def test_the_units_with_their_targets_and_reports() -> None:
    made, now = two_units(), parse_as_of(NOW)
    asked = (made.store, made.commune, 2026, now)
    year = YearOfUnits(judged_in_year(*asked), reports_of_year(*asked))
    found = overview(made.store, made.commune, "2026-Q3", now)
    tallies, targets, reports = unit_tables(shown_at(), found, year)
    led = dict(zip(column(tallies, "Cơ quan chủ trì"), column(tallies, words.COLUMN_LED), strict=True))
    roles = list(zip(column(targets, "Cơ quan chủ trì"), column(targets, words.COLUMN_ROLE), strict=True))
    assert {name: roles.count((name, words.LEADS)) for name in led} == led
    due = {(row["measure_name_vi"], row["deadline_on"], row["late_days"]) for row in year.reports}
    assert {(row[1], row[3], row[7]) for row in reports.rows} == due
    assert all(type(row[3]) is date for row in reports.rows)


def test_the_versions_of_a_plan_and_how_much_is_fixed() -> None:
    made, now = office(target={"value": 60}, y2025=40), parse_as_of(NOW)
    years = path_by_year(made.store, made.commune, now)
    versions, fixed = plan_tables(shown_at(), plan_versions(made.store, made.commune, now), years)
    assert list(versions.rows[0][:7]) == [
        1, "Đang áp dụng", "chưa nhập", None, "Kế hoạch thử", date(2026, 1, 1), 1,
    ]  # fmt: skip
    assert versions.rows[0][7] == "từ đầu", "the catalogue's first word was written down at no moment"
    assert [row[0] for row in fixed.rows] == ["2026", "2027", "2028", "2029", "2030"]
    assert [row[2] for row in fixed.rows] == [year.derived for year in years]


def test_the_uploads() -> None:
    made = line(office(target={"value": 60}, y2025=40))
    made.takes_back(made.reports({"2026-Q2": 50}, on="2026-07-20T08:00"), on="2026-07-21T09:30")
    [uploads] = intake_tables(upload_history(made.store, made.commune, parse_as_of(NOW)))
    assert len(uploads.rows) == 5
    taken_back = [row for row in uploads.rows if row[7]]
    assert [(row[5], row[6], row[7]) for row in taken_back] == [
        (datetime(2026, 7, 20, 8), words.WITHDRAWN, datetime(2026, 7, 21, 9, 30)),
    ]  # fmt: skip
