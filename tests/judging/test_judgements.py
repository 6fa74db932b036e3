"""The kept judgements say, as of every moment, what judging anew says; they can be dropped and made again."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import judgements
from indicators.enrolment import enrol
from indicators.moments import END, parse_as_of
from indicators.periods import ReportingCalendar, all_periods
from indicators.store import Row, Store, open_store
from tests.judging.office import Office, office
from tests.judging.test_laws import measures, observations, targets, values
from tests.makers import MORNING, make_catalogue

KEPT = [period.code for period in all_periods() if 2026 <= period.year <= 2030]
COLUMNS = "target, period, plan, indicator, measure, actual_value, planned_value, distance, status, is_final"
BENCH = Path(__file__).parents[1] / "bench"
MOMENT = timedelta(microseconds=1)
DAYS = ["2026-01-02T08:00", "2026-07-04T09:00", "2027-01-05", "2027-02-10T08:00", "2029-03-01T08:00", "2031-02-01"]


def kept(made: Office, as_of: datetime, periods: list[str] = KEPT) -> list[tuple[Any, ...]]:
    rows = judgements.as_of(made.store, [made.commune], periods, as_of)
    return [tuple(row[name] for name in COLUMNS.split(", ")) for row in rows]


def judged(made: Office, as_of: datetime, periods: list[str] = KEPT) -> list[tuple[Any, ...]]:
    with made.store._connection.cursor() as cursor:
        return cursor.execute(
            f"select {COLUMNS} from judged([$commune], $periods, $as_of, 'floor') order by target, period",
            {"commune": made.commune, "periods": periods, "as_of": as_of},
        ).fetchall()


def stretches(made: Office) -> list[tuple[Any, ...]]:
    """All that is kept of the commune, once it is up to date."""
    judgements.refresh(made.store, [made.commune])
    with made.store._connection.cursor() as cursor:
        return cursor.execute(
            "select * from kpi.judgement where commune = $commune order by target, period, from_at",
            {"commune": made.commune},
        ).fetchall()


def boundaries(made: Office) -> list[datetime]:
    moments = {moment for row in stretches(made) for moment in row[4:6] if isinstance(moment, datetime)}
    return sorted(moment for moment in moments if moment.year < END.year)  # the last has no end


def kept_between(made: Office, period: str) -> list[tuple[Any, ...]]:
    """From when (Vietnamese day and hour) and with which status, of the target at the period."""
    with made.store._connection.cursor() as cursor:
        judgements.refresh(made.store, [made.commune])
        return cursor.execute(
            "select strftime(from_at + interval 7 hours, '%Y-%m-%dT%H:%M'), status from kpi.judgement"
            " where commune = $commune and period = $period and target = '1' order by from_at",
            {"commune": made.commune, "period": period},
        ).fetchall()


yes_no = st.fixed_dictionaries(
    {"bound": st.just("achieved"), "horizon": st.just("by_year"), "value": st.just(1)}
    | {"last_year": st.sampled_from([2026, 2028])}
)
closing: st.SearchStrategy[Row] = st.sampled_from([{}, {"closes_month": 1, "closes_day": 31, "closes_next_year": True}])


@st.composite
def records(draw: st.DrawFn, *, alone: bool = False) -> Office:
    """A commune with two measures, a target on each, up to two versions of its plan, uploads, some taken back; `alone`
    in its store, where all that is kept is to be made again."""
    made = Office(open_store(None) if alone else None)
    for number, goal in enumerate([draw(targets()), draw(targets() | yes_no)], start=1):
        made.measures(str(number), **draw(measures()) | draw(closing))
        suspended = draw(st.sampled_from([False, False, False, True]))
        made.wants(str(number), str(number), **goal | {"suspended": suspended})
    if draw(st.booleans()):
        made.decides(plan=2, valid_from=draw(st.dates(date(2026, 2, 1), date(2029, 1, 1))), recorded_at=moment(draw))
        made.wants("1", "1", plan=2, **draw(targets()))
    if draw(st.booleans()):
        made.measures("1", recorded_at=moment(draw), **draw(measures()))
    for _ in range(draw(st.integers(1, 4))):
        measure = draw(st.sampled_from(["1", "2"]))
        yes_or_no: st.SearchStrategy[Row] = st.dictionaries(st.sampled_from(KEPT), st.sampled_from([0, 1]), min_size=1)
        said: dict[str, Any] = draw(observations.filter(bool) | yes_or_no)
        upload = made.reports(said, on=draw(st.sampled_from(DAYS)), measure=measure)
        if draw(st.sampled_from([False, False, True])):
            made.takes_back(upload, on="2029-06-01T08:00")
    return made


def moment(draw: st.DrawFn) -> datetime:
    return parse_as_of(draw(st.sampled_from(DAYS[1:])))


@settings(max_examples=5, deadline=None)
@given(records(), st.data())
def test_as_of_every_moment_they_say_what_judging_says(made: Office, data: st.DataObject) -> None:
    changes = boundaries(made)
    moments = st.sampled_from(changes) | st.sampled_from(changes).map(lambda change: change - MOMENT)
    moments |= st.datetimes(datetime(2025, 6, 1), datetime(2032, 1, 1)) | st.just(END)
    for as_of in data.draw(st.lists(moments, min_size=3, max_size=3, unique=True)):
        assert kept(made, as_of) == judged(made, as_of), as_of


@settings(max_examples=3, deadline=None)
@given(records(alone=True), observations.filter(bool), values)
def test_caught_up_with_they_are_what_they_are_when_made_anew(made: Office, said: Row, value: Decimal) -> None:
    before = stretches(made)
    made.reports(said, on="2031-03-01T08:00", measure="1")
    upload = made.reports({"2025": value, "2026-12": value}, on="2031-03-02T08:00", measure="2")
    stretches(made)
    made.takes_back(upload, on="2031-03-03T08:00")
    caught_up = stretches(made)
    assert judgements.rebuild(made.store) >= 1
    assert stretches(made) == caught_up
    later = parse_as_of("2031-03-01T08:00")
    assert [row for row in caught_up if row[5] < later] == [row for row in before if row[5] < later]


def test_a_value_a_correction_and_a_deadline_each_begin_a_stretch() -> None:
    """40 in 2025, 100 by 2030: 49 by September 2026; a quarter's gain, 3, is the tolerance; late from 06/10 on."""
    made = office(y2025=40)
    late = made.reports({"2026-Q3": 45}, on="2026-10-08T09:00")
    corrected = made.reports({"2026-Q3": 47}, on="2026-10-09T09:00")
    made.takes_back(corrected, on="2026-10-10T09:00")
    assert kept_between(made, "2026-Q3") == [
        ("2021-01-01T00:00", "not_due"),
        ("2026-01-02T08:00", "not_due"),  # the path begins to be known
        ("2026-10-06T00:00", "no_report"),
        ("2026-10-08T09:00", "off_track"),
        ("2026-10-09T09:00", "behind"),
        ("2026-10-10T09:00", "off_track"),
    ]
    made.takes_back(late, on="2026-10-11T09:00")
    assert kept_between(made, "2026-Q3")[-1] == ("2026-10-11T09:00", "no_report")


def test_a_year_that_closes_late_is_final_from_then_on() -> None:
    measure = {"accumulation": "year_to_date", "closes_month": 1, "closes_day": 31, "closes_next_year": True}
    made = office(measure, {"horizon": "each_year"})
    made.reports({"2026": 95}, on="2027-01-04T08:00")
    # short of 100 by less than a month's worth; the 31st's last microsecond closes the year
    assert kept_between(made, "2026")[-2:] == [("2027-01-04T08:00", "behind"), ("2027-01-31T23:59", "not_met")]


def test_a_mean_is_judged_once_the_year_has_closed() -> None:
    made = office({"accumulation": "growth"}, {"horizon": "average", "value": 10, "last_year": 2027})
    made.reports({"2026": 12}, on="2027-01-02T08:00")
    made.reports({"2027": 7}, on="2027-12-30T08:00")
    made.reports({"2026": 14}, on="2028-02-01T08:00")
    # 7 against the year's 10; then √(1,12 × 1,07) = 1,0947; then √(1,14 × 1,07) = 1,1044
    assert [status for _, status in kept_between(made, "2027")][-3:] == ["off_track", "not_met", "met"]
    as_of = parse_as_of("2028-02-01T08:00")
    assert kept(made, as_of) == judged(made, as_of)


def test_a_version_recorded_later_begins_a_stretch_and_changes_none_before() -> None:
    made = office(target={"value": 60}, y2025=40)
    before = stretches(made)
    made.decides(plan=2, valid_from=date(2028, 7, 1), recorded_at=parse_as_of("2028-06-20T08:00"))
    made.wants(plan=2, value=100)
    after = parse_as_of("2028-06-20T08:00")
    assert {row[6] for row in stretches(made) if row[3] == "2028-Q3"} == {1, 2}
    assert [row for row in stretches(made) if row[5] < after] == [row for row in before if row[5] < after]
    for moment in (after - MOMENT, after):
        assert kept(made, moment) == judged(made, moment)


def test_what_says_the_same_stays_and_nothing_is_made_twice() -> None:
    made = office(y2025=40, y2026_Q3=50)
    assert judgements.refresh(made.store, [made.commune]) == 1
    assert judgements.refresh(made.store, [made.commune]) == 0
    with made.store._connection.cursor() as cursor:
        rows = "select rowid from kpi.judgement where commune = $commune and period = '2026-Q3'"
        before = cursor.execute(rows, {"commune": made.commune}).fetchall()
        made.reports({"2026-Q4": 1}, on="2026-12-31T08:00")
        assert judgements.refresh(made.store, [made.commune]) == 1
        assert cursor.execute(rows, {"commune": made.commune}).fetchall() == before


def test_another_reporting_calendar_makes_them_anew(tmp_path: Path) -> None:
    """By the decree a quarter's report is due two working days after the 14th of its last month."""
    path = tmp_path / "kpi.duckdb"
    with open_store(path) as store:
        enrol(store, make_catalogue(), by="Lan", at=MORNING)
        assert statuses(store) == {"not_due"}
    with open_store(path, ReportingCalendar.DECREE) as store:
        assert "no_report" in statuses(store)


def statuses(store: Store) -> set[str]:
    """Of the third quarter of 2026 as of 20 September, when nothing had been reported."""
    rows = judgements.as_of(store, ["vinh_thinh"], ["2026-Q3"], parse_as_of("2026-09-20"))
    return {row["status"] for row in rows}


def test_as_many_rows_as_no_transaction_can_read_again() -> None:
    """DuckDB 2.0.0 loses sight of more than 122,880 rows within the transaction that wrote them; 20 communes of the
    benchmark have 28 targets in 100 periods, each with a stretch from before its report and one after at the least."""
    record = (BENCH / "communes.sql").read_text(encoding="utf-8").replace("range(1, 3322)", "range(1, 21)")
    with open_store(None) as store:
        store._connection.execute(record)
        assert judgements.rebuild(store) == 20
        [(rows,)] = store._connection.execute("select count(*) from kpi.judgement").fetchall()
        communes = [f"xa_{number:04}" for number in range(1, 21)]
        assert rows >= 20 * 28 * 100 * 2
        assert len(judgements.as_of(store, communes, KEPT, END)) == 20 * 28 * 100


def test_a_commune_without_a_plan_has_none() -> None:
    made = office()
    assert judgements.as_of(made.store, ["khong_co"], KEPT, END) == []
    assert judgements.as_of(made.store, [], KEPT, END) == []
