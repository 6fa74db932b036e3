"""Two people at once, what is left out, and what is remembered: by examples, by threads, and by a law."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from indicators import ledger
from indicators.errors import DoubtfulUnconfirmed, PeriodLocked, PreviewOutdated, SheetRefused, WithdrawalLocked
from indicators.intake import Issue, Match, Meaning, Severity, SheetReading
from indicators.ledger import ChangedSince
from indicators.moments import END
from indicators.periods import parse_period
from indicators.store import Store
from tests.makers import MORNING, make_issue, make_reading, make_sheet, make_store

COMMUNE = "vinh_thinh"
LATER = MORNING + timedelta(days=1)


@pytest.fixture
def store() -> Iterator[Store]:
    with make_store() as opened:
        yield opened


def wrong(cell: str | None, code: str = "text_not_number") -> Issue:
    return Issue(code, Severity.ERROR, "Ô sai.", "Quy 3" if cell else None, cell)


def test_the_second_is_told_what_changed_since_the_preview(store: Store) -> None:
    sheet = make_sheet(make_reading(value="99"), make_reading("new_jobs", "402"))
    token = ledger.preview(store, b"1", sheet, MORNING).token
    ledger.record(store, b"2", "b.xlsx", make_sheet(make_reading(value="98.7")), by="Lan", at=MORNING)
    with pytest.raises(PreviewOutdated) as caught:
        ledger.record(store, b"1", "a.xlsx", sheet, by="An", at=LATER, token=token)
    assert caught.value.changes == (ChangedSince("clean_water", "2026-Q3", None, Decimal("98.7"), 1, "Lan"),)
    token = ledger.preview(store, b"1", sheet, LATER).token
    ledger.withdraw(store, 1, reason="Nhầm", by="Lan", at=MORNING)
    with pytest.raises(PreviewOutdated) as caught:
        ledger.record(store, b"1", "a.xlsx", sheet, by="An", at=LATER, token=token)
    assert caught.value.changes == (ChangedSince("clean_water", "2026-Q3", Decimal("98.7"), None, None, None),)


def test_a_record_of_other_measures_or_of_the_same_values_stops_nobody(store: Store) -> None:
    ledger.record(store, b"0", "a.xlsx", make_sheet(make_reading(value="98")), by="An", at=MORNING)
    sheet = make_sheet(make_reading(value="99"))
    token = ledger.preview(store, b"1", sheet, MORNING).token
    ledger.record(store, b"2", "b.xlsx", make_sheet(make_reading("new_jobs", "4")), by="Lan", at=MORNING)
    ledger.record(store, b"3", "c.xlsx", make_sheet(make_reading(value="98")), by="Lan", at=MORNING)
    assert ledger.record(store, b"1", "a.xlsx", sheet, by="An", at=LATER, token=token) == 4


def test_another_reading_pointing_or_lock_than_previewed_is_refused(store: Store) -> None:
    sheet = make_sheet(make_reading(value="99"))
    token = ledger.preview(store, b"1", sheet, MORNING).token
    for other, pointed in (
        (replace(sheet, readings=(make_reading(value="99.1"),)), None),
        (replace(sheet, remarks=()), None),
        (replace(sheet, period="2026-9M"), None),
        (sheet, {"k": {2: Meaning.OWN}}),
    ):
        with pytest.raises(PreviewOutdated):
            ledger.record(store, b"1", "a.xlsx", other, by="An", at=LATER, pointed=pointed, token=token)
    ledger.lock_period(store, COMMUNE, parse_period("2024"), by="Lan", at=MORNING)
    with pytest.raises(PreviewOutdated) as caught:
        ledger.record(store, b"1", "a.xlsx", sheet, by="An", at=LATER, token=token)
    assert caught.value.changes == ()


def test_of_many_who_confirm_at_once_one_records_and_the_others_are_told(store: Store) -> None:
    sheets = [make_sheet(make_reading(value=str(90 + number))) for number in range(6)]
    previews = [ledger.preview(store, b"%d" % number, sheet, MORNING) for number, sheet in enumerate(sheets)]
    start, told = threading.Barrier(len(sheets)), []

    def confirm(number: int) -> None:
        start.wait()
        try:
            found: object = ledger.record(
                store, b"%d" % number, "a.xlsx", sheets[number], by=f"Người {number}", at=LATER,
                token=previews[number].token,
            )  # fmt: skip
        except PreviewOutdated as error:
            found = error
        told.append(found)

    threads = [threading.Thread(target=confirm, args=(number,)) for number in range(len(sheets))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (upload,) = ledger.uploads(store)
    assert [found for found in told if found == upload["upload"]] == [1]
    outdated = [found for found in told if isinstance(found, PreviewOutdated)]
    assert len(outdated) == len(sheets) - 1
    assert {change.by for error in outdated for change in error.changes} == {upload["recorded_by"]}


def test_a_doubtful_value_waits_for_confirmation(store: Store) -> None:
    sheet = make_sheet(issues=(make_issue(code="far_from_past"),))
    with pytest.raises(DoubtfulUnconfirmed) as caught:
        ledger.record(store, b"1", "a.xlsx", sheet, by="An", at=MORNING, accept_likely=True)
    assert caught.value.issues == sheet.issues
    assert ledger.record(store, b"1", "a.xlsx", sheet, by="An", at=MORNING, accept_doubtful=True) == 1


def test_the_rest_is_recorded_and_what_was_left_out_is_kept(store: Store) -> None:
    jobs = make_reading("new_jobs", "402", cell="F9")
    sheet = make_sheet(make_reading(), jobs, issues=(wrong("F9"), wrong("F10"), make_issue(code="hidden_row")))
    with pytest.raises(SheetRefused):
        ledger.record(store, b"1", "a.xlsx", sheet, by="An", at=MORNING)
    number = ledger.record(store, b"1", "a.xlsx", sheet, by="An", at=MORNING, leave_out=True)
    assert ledger.known_values(store, COMMUNE, END) == {"clean_water": [("2026-Q3", Decimal("98.9"))]}
    assert ledger.left_out_of(store, number) == [
        {"sheet": "Quy 3", "cell": cell, "code": "text_not_number", "message_vi": "Ô sai."} for cell in ("F9", "F10")
    ]
    assert (ledger.uploads(store)[0]["left_out"], ledger.uploads(store)[0]["warnings"]) == (2, 1)


def test_of_an_issue_of_two_cells_both_are_left_out_and_recorded(store: Store) -> None:
    first, second = make_reading("new_jobs", "402", cell="F9"), make_reading("new_jobs", "402", cell="F10")
    issue = replace(wrong("F10", "duplicate_value"), also=("Quy 3", "F9"))
    sheet = make_sheet(make_reading(), first, replace(second, period="2026-Q2"), issues=(issue,))
    number = ledger.record(store, b"1", "a.xlsx", sheet, by="An", at=MORNING, leave_out=True)
    assert ledger.known_values(store, COMMUNE, END) == {"clean_water": [("2026-Q3", Decimal("98.9"))]}
    assert [row["cell"] for row in ledger.left_out_of(store, number)] == ["F10", "F9"]


@pytest.mark.parametrize(
    "issue", [wrong(None, "too_large"), wrong("A1", "period_conflict"), wrong("A1", "commune_conflict"), wrong("F8")]
)
def test_no_rest_is_taken_of_a_whole_in_doubt_or_of_nothing(store: Store, issue: Issue) -> None:
    with pytest.raises(SheetRefused):
        ledger.record(store, b"1", "a.xlsx", make_sheet(issues=(issue,)), by="An", at=MORNING, leave_out=True)
    assert ledger.uploads(store) == []


def test_confirmed_names_and_layouts_are_remembered_until_their_upload_is_withdrawn(store: Store) -> None:
    def send(content: bytes, measure: str, meaning: Meaning) -> int:
        likely = replace(make_reading(measure, match=Match.LIKELY), row_name="  Nước sạch (%)")
        said = {"by": "An", "at": MORNING, "accept_likely": True, "pointed": {"k": {2: Meaning.NAME, 4: meaning}}}
        return ledger.record(store, content, "a.xlsx", make_sheet(likely), **said)  # type: ignore[arg-type]

    def known() -> tuple[object, object]:
        memory = ledger.memory_of(store, COMMUNE, LATER)
        return dict(memory.names), dict(memory.layouts)

    first = ({"nuoc sach": "clean_water"}, {"k": {2: Meaning.NAME, 4: Meaning.OWN}})
    send(b"1", "clean_water", Meaning.OWN)
    assert known() == first
    second = send(b"2", "new_jobs", Meaning.TO_DATE)
    assert known() == ({"nuoc sach": "new_jobs"}, {"k": {2: Meaning.NAME, 4: Meaning.TO_DATE}})
    ledger.withdraw(store, second, reason="Nhầm", by="An", at=LATER)
    assert known() == first
    assert ledger.memory_of(store, "vinh_phong", LATER).names == {}


def test_a_ratio_keeps_what_it_was_computed_from(store: Store) -> None:
    ratio = replace(make_reading(value="50"), numerator=Decimal("1.5"), denominator=Decimal(3))
    ledger.record(store, b"1", "a.xlsx", make_sheet(ratio, make_reading("new_jobs")), by="An", at=MORNING)
    with store._connection.cursor() as cursor:
        rows = cursor.execute("select numerator, denominator from kpi.observation order by measure").fetchall()
    assert rows == [(Decimal("1.5"), Decimal(3)), (None, None)]


PERIODS = st.sampled_from(["2025", "2025-Q4", "2026-09", "2026-Q3", "2026-9M"])
SAME_DAY = {"2025": 0, "2025-Q4": 0, "2026-09": 1, "2026-Q3": 1, "2026-9M": 1}
LENGTH = {"2025": 12, "2025-Q4": 3, "2026-09": 1, "2026-Q3": 3, "2026-9M": 9}


class Record(RuleBasedStateMachine):
    """The record beside a list of uploads and two locks: periods that end together are locked together."""

    def __init__(self) -> None:
        super().__init__()
        self.store = make_store()
        self.sent: list[tuple[int, dict[str, int]]] = []
        self.locked = {0: False, 1: False}
        self.contents = 0

    def teardown(self) -> None:
        self.store.close()

    def standing(self, sent: list[tuple[int, dict[str, int]]]) -> dict[str, int]:
        return {period: value for _, values in sent for period, value in values.items()}

    def speaking(self, sent: list[tuple[int, dict[str, int]]], period: str) -> int | None:
        standing = self.standing(sent)
        together = sorted((p for p in standing if SAME_DAY[p] == SAME_DAY[period]), key=LENGTH.__getitem__)
        return standing.get(period, standing[together[-1]] if together else None)

    def moves_locked(self, after: list[tuple[int, dict[str, int]]]) -> bool:
        return any(
            self.locked[SAME_DAY[p]] and self.speaking(self.sent, p) != self.speaking(after, p) for p in SAME_DAY
        )

    @rule(values=st.dictionaries(PERIODS, st.integers(1, 3), min_size=1))
    def send(self, values: dict[str, int]) -> None:
        self.contents += 1
        after = [*self.sent, (self.contents, values)]
        refused = any(self.locked[SAME_DAY[p]] and self.speaking(self.sent, p) != v for p, v in values.items())
        assert refused or not self.moves_locked(after)
        try:
            upload = self.recorded(b"%d" % self.contents, values)
        except PeriodLocked:
            assert refused
        else:
            assert not refused
            self.sent.append((upload, values))

    def recorded(self, content: bytes, values: dict[str, int]) -> int:
        return ledger.record(self.store, content, "a", self.sheet(values), by="An", at=MORNING, reason="Sửa")

    def sheet(self, values: dict[str, int]) -> SheetReading:
        return make_sheet(*(make_reading(value=str(value), period=period) for period, value in values.items()))

    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        if not self.sent:
            return
        upload, _ = data.draw(st.sampled_from(self.sent))
        after = [item for item in self.sent if item[0] != upload]
        refused = self.moves_locked(after)
        try:
            ledger.withdraw(self.store, upload, reason="Nhầm", by="An", at=MORNING)
        except WithdrawalLocked:
            assert refused
        else:
            assert not refused
            self.sent = after

    @rule(which=st.sampled_from([0, 1]))
    def turn_the_key(self, which: int) -> None:
        period, said = parse_period(["2025", "2026-Q3"][which]), {"by": "Lan", "at": MORNING, "reason": "Theo quy chế"}
        (ledger.unlock_period if self.locked[which] else ledger.lock_period)(self.store, COMMUNE, period, **said)  # type: ignore[arg-type]
        self.locked[which] = not self.locked[which]

    @invariant()
    def what_stands_is_what_the_model_says(self) -> None:
        found = dict(ledger.known_values(self.store, COMMUNE, END).get("clean_water", []))
        assert found == {period: Decimal(value) for period, value in self.standing(self.sent).items()}


TestRecord = Record.TestCase
TestRecord.settings = settings(
    max_examples=8, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
