"""Two moments compared: the net change of every value with the act that decided it, the statuses, the acts."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.errors import MomentsReversed
from indicators.moments import END, parse_as_of
from indicators.store import Row
from indicators.two_moments import Differences, differences
from indicators.wording import looking_back as words
from tests.judging.office import Office, office

START = datetime(2026, 10, 1)
_PERIODS = st.lists(st.sampled_from(["2026-Q1", "2026-Q2"]), min_size=1, unique=True)


def between(made: Office, earlier: str, later: str, period: str = "2026-Q3") -> Differences:
    return differences(made.store, made.commune, parse_as_of(earlier), parse_as_of(later), period)


def shown(row: Row) -> tuple[Any, ...]:
    return row["period"], row["before"], row["after"], row["change"], row["act"], row["upload"]


def test_a_value_is_added_changed_and_removed_by_the_act_that_says_so() -> None:
    made = office(y2025=40)
    first = made.reports({"2026-Q2": 42, "2026-Q3": 43}, on="2026-10-02T08:00")
    second = made.reports({"2026-Q3": 44}, on="2026-10-09T08:00")
    made.takes_back(first, on="2026-10-12T08:00")
    assert [shown(row) for row in between(made, "2026-10-01", "2026-10-05").values] == [
        ("2026-Q2", None, 42, "added", "upload", first),
        ("2026-Q3", None, 43, "added", "upload", first),
    ]
    [changed] = between(made, "2026-10-05", "2026-10-10").values
    assert shown(changed) == ("2026-Q3", 43, 44, "changed", "upload", second)
    assert (changed["acted_by"], changed["acted_at"]) == ("Lan", parse_as_of("2026-10-09T08:00"))
    assert (changed["name_vi"], changed["unit"], changed["file_name"]) == ("Đại lượng thử", "%", f"{second}.xlsx")
    [removed] = between(made, "2026-10-10", "2026-10-12").values
    assert shown(removed) == ("2026-Q2", 42, None, "removed", "withdrawal", first)
    assert (removed["reason"], removed["acted_at"]) == ("nhầm tệp", parse_as_of("2026-10-12T08:00"))


def test_a_withdrawal_that_brings_an_earlier_word_back_decides() -> None:
    made = office(y2025=40)
    made.reports({"2026-Q3": 43}, on="2026-10-02T08:00")
    wrong = made.reports({"2026-Q3": 90}, on="2026-10-03T08:00")
    brief = made.reports({"2026-Q3": 91}, on="2026-10-06T08:00")
    made.takes_back(wrong, on="2026-10-07T08:00")
    made.takes_back(brief, on="2026-10-08T08:00")
    [row] = between(made, "2026-10-04", "2026-10-10").values
    assert shown(row) == ("2026-Q3", 90, 43, "changed", "withdrawal", wrong)


def test_what_came_and_went_in_between_changes_nothing_and_is_an_act() -> None:
    made = office(y2025=40)
    made.reports({"2026-Q3": 43}, on="2026-10-02T08:00")
    brief = made.reports({"2026-Q3": 90}, on="2026-10-06T08:00")
    made.reports({"2026-Q3": 43}, on="2026-10-07T08:00")
    made.takes_back(brief, on="2026-10-08T08:00")
    found = between(made, "2026-10-05", "2026-10-10")
    assert not found.values
    assert not found.statuses
    assert [(row["act"], row["number"] == brief) for row in found.acts] == [
        ("upload", True),
        ("upload", False),
        ("withdrawal", True),
    ]
    assert not found.are_none


def test_acts_stand_in_order_each_with_who_and_what() -> None:
    made = office(y2025=40)
    made.decides(
        plan=2,
        recorded_at=datetime(2026, 10, 3),
        valid_from=date(2026, 10, 1),
        document_number="5/QĐ",
        recorded_by="Chi",
    )
    made.measures(recorded_at=datetime(2026, 10, 4), name_vi="Tên mới")
    for act, locked, reason in ((1, True, ""), (2, False, "Sửa số")):
        lock = {"act": act, "period": "2026-Q3", "locked": locked, "reason": reason, "acted_by": "Cúc"}
        made._run("insert_period_lock", acted_at=datetime(2026, 10, 4 + act), **lock)
    found = between(made, "2026-10-02", "2026-10-30")
    assert [words.act_vi(row) for row in found.acts] == [
        "Bản kế hoạch số 2 (số văn bản: 5/QĐ), hiệu lực từ 01/10/2026, 0 chỉ tiêu thành phần, Chi",
        "Danh mục thay đổi 1 đại lượng: Tên mới",
        "Khóa quý III/2026, Cúc",
        "Mở khóa quý III/2026, Cúc: Sửa số",
    ]
    assert between(made, "2026-10-02", "2026-10-03T06:59").acts == []
    assert len(between(made, "2026-10-02", "2026-10-03T07:00").acts) == 1


def test_a_status_changes_by_a_value_and_by_time_alone() -> None:
    made = office(target={"value": 60}, y2025=40)
    made.reports({"2026-Q3": 43}, on="2026-10-02T08:00")
    made.reports({"2026-Q3": 41}, on="2026-10-03T08:00")
    [row] = between(made, "2026-10-02", "2026-10-03").statuses
    assert (row["target"], row["before"], row["after"]) == ("1", "on_track", "off_track")
    assert (row["before_actual"], row["after_actual"]) == (43, 41)
    late = between(made, "2027-01-05", "2027-01-06", "2026-Q4")
    assert [(row["before"], row["after"]) for row in late.statuses] == [("not_due", "no_report")]
    assert not late.values
    assert not late.acts


def test_without_a_period_it_is_the_newest_one_with_data_then() -> None:
    made = office(y2025=40)
    moments = (parse_as_of("2026-10-01"), parse_as_of("2026-10-05"))
    assert differences(made.store, made.commune, *moments).period is None
    made.reports({"2026-Q2": 42}, on="2026-10-02T08:00")
    assert differences(made.store, made.commune, *moments).period == "2026-Q2"


def test_moments_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(MomentsReversed):
        between(office(), "2026-10-05", "2026-10-04")


@st.composite
def records(draw: st.DrawFn) -> tuple[Office, list[datetime]]:
    """A commune with acts a day apart, and the moment after each."""
    made = office()
    standing: list[int] = []
    moments = [START]
    for day in range(draw(st.integers(2, 8))):
        moment = (START + timedelta(days=day, hours=1)).isoformat() + "+00:00"
        withdraws = draw(st.booleans())
        if standing and withdraws:
            made.takes_back(standing.pop(draw(st.integers(0, len(standing) - 1))), on=moment)
        else:
            asked = draw(_PERIODS)
            standing.append(made.reports({period: draw(st.integers(1, 3)) for period in asked}, on=moment))
        moments.append(START + timedelta(days=day + 1))
    return made, moments


def net(made: Office, earlier: datetime, later: datetime) -> dict[str, tuple[Decimal | None, Decimal | None]]:
    found = made.store.rows("values_between", commune=made.commune, earlier=earlier, later=later)
    return {row["period"]: (row["before"], row["after"]) for row in found}


@settings(max_examples=12, deadline=None)
@given(records(), st.data())
def test_changes_compose_and_nothing_changes_within_a_moment(
    record: tuple[Office, list[datetime]], data: st.DataObject
) -> None:
    made, moments = record
    first, middle, last = sorted(data.draw(st.lists(st.sampled_from(moments), min_size=3, max_size=3)))
    assert net(made, first, first) == {}
    early, late = net(made, first, middle), net(made, middle, last)
    composed = {
        period: ((early.get(period) or late[period])[0], (late.get(period) or early[period])[1])
        for period in early.keys() | late.keys()
    }
    assert net(made, first, last) == {period: pair for period, pair in composed.items() if pair[0] != pair[1]}
    standing = made.store.rows("observations_standing", commune=made.commune, as_of=END)
    everything = net(made, START, moments[-1])
    assert {period: after for period, (_, after) in everything.items()} == {r["period"]: r["value"] for r in standing}


@settings(max_examples=6, deadline=None)
@given(records())
def test_where_one_act_lies_between_it_is_the_one_that_decided(record: tuple[Office, list[datetime]]) -> None:
    made, moments = record
    for earlier, later in pairwise(moments):
        asked = {"commune": made.commune, "earlier": earlier, "later": later}
        [act] = made.store.rows("acts_between", **asked)
        values = made.store.rows("values_between", **asked)
        assert {(row["act"], row["upload"]) for row in values} <= {(act["act"], act["number"])}
