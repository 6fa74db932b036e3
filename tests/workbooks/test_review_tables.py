"""The tables of the reviews' page hold what its sides draw: numbers as numbers, the reasons in words."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from indicators.appraisal.outlook import expected_of_review
from indicators.appraisal.start import SinceStart
from indicators.moments import parse_as_of
from indicators.store import Row
from indicators.wording import review_page as words
from indicators.workbooks import Table
from indicators.workbooks.model import Figure
from indicators.workbooks.review import review_tables
from tests.appraisal.test_latest import LATER, compared
from tests.judging.office import office
from tests.reviews.frozen import frozen


def cells(table: Table, row: int = 0) -> dict[str, object]:
    return dict(zip([column.heading_vi for column in table.columns], table.rows[row], strict=True))


def test_a_correction_since_then_stands_beside_what_was_frozen_with_its_reason() -> None:
    """71 was frozen against a milestone of 70; 60 came later, and 74 for the next quarter."""
    made = office(y2025=40, y2028_Q2=71)
    upload = made.reports({"2028-Q2": 60, "2028-Q3": 74}, on=LATER)
    said = {"file_name": "sua.xlsx", "recorded_by": "Lan", "recorded_at": parse_as_of(LATER)}
    latest = cells(review_tables([compared(made)], {upload: said}, [], [], {})[0])
    assert latest["Khi chốt: thực hiện"] == Figure(Decimal(71), 1)
    assert latest["Khi chốt: mốc theo đường găng"] == Figure(Decimal(70), 1)
    assert (latest["Khi chốt: tình trạng"], latest["Nay biết về kỳ này: tình trạng"]) == (
        "Đúng tiến độ", "Có nguy cơ không đạt",
    )  # fmt: skip
    assert latest["Nay biết về kỳ này: thực hiện"] == Figure(Decimal(60), 1)
    assert latest["Kỳ mới nhất: thực hiện"] == Figure(Decimal(74), 1)
    assert f"lần gửi {upload}, tệp sua.xlsx, Lan" in str(latest[words.COLUMN_WHY])


def test_what_is_no_more_in_the_plan_and_what_did_not_change_stay_empty() -> None:
    line = replace(compared(office(y2025=40, y2028_Q2=71)), now=None, newest=None)
    latest = cells(review_tables([line], {}, [], [], {})[0])
    assert {latest[name] for name in latest if name.startswith(("Nay", "Kỳ"))} == {None}
    assert latest[words.COLUMN_WHY] is None


def test_a_target_without_a_first_version_says_none_and_every_one_has_its_outlook() -> None:
    review = frozen()[1]
    targets, expected = review.rows("targets"), expected_of_review(review)
    start = [SinceStart(row, None, None, False, None, ()) for row in targets]
    _, of_start, outlook, _ = review_tables([], {}, start, expected, {})
    assert [row[0] for row in of_start.rows] == [row["target"] for row in targets]
    assert cells(of_start)[words.COLUMN_FIRST] is None
    assert [row[0] for row in outlook.rows] == [line.row["target"] for line in expected]
    assert cells(outlook)[words.COLUMN_VERDICT] == words.VERDICTS[expected[0].verdict][0]


def test_a_proposal_that_stands_is_said_with_why_and_by_whom() -> None:
    expected = expected_of_review(frozen()[1])
    target = expected[0].row["target"]
    proposal: Row = {"goal_value": None, "goal_stretch": None, "tolerance": None, "last_year": 2029, "suspended": None}
    proposal |= {"reason": "Khó đạt", "acted_by": "Lê Văn Cường", "acted_at": datetime(2026, 7, 21, 3)}
    table = review_tables([], {}, [], expected, {target: proposal})[3]
    [(code, _, _, said, *others)] = table.rows
    assert (code, "2029" in str(said)) == (target, True)
    assert others == ["Khó đạt", "Lê Văn Cường", datetime(2026, 7, 21, 10)]
