from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.numbers import (
    DecimalMark,
    Unreadable,
    WrittenNumber,
    decimal_mark_in,
    format_number,
    parse_number,
    round_half_up,
)

NUMBERS = st.decimals(min_value=-(10**12), max_value=10**12, places=4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("94,1", "94.1"),
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1,234.5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234", "1234"),
        ("92.8", "92.8"),
        ("0.625", "0.625"),
        ("1234.567", "1234.567"),
        ("1,234", "1.234"),
        ("１２,５", "12.5"),
        ("\u200b94,1\u2009", "94.1"),
        ("-5", "-5"),
        ("−5,5", "-5.5"),
        ("– 5", "-5"),
        ("(1,2)", "-1.2"),
        ("007", "7"),
    ],
)
def test_reads_vietnamese_numbers(text: str, expected: str) -> None:
    assert parse_number(text) == WrittenNumber(Decimal(expected))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("94,1%", "94.1", "%"),
        ("94,1 ％", "94.1", "%"),
        ("94 phần trăm", "94", "%"),
        ("402 người", "402", "người"),
        ("1,93 DN/1.000 dân", "1.93", "DN/1.000 dân"),
        ("98,9%/năm", "98.9", "%/năm"),
    ],
)
def test_keeps_the_unit_behind_a_number(text: str, value: str, unit: str) -> None:
    assert parse_number(text) == WrittenNumber(Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    ["", "-", "Đạt", "khoảng 94", "≥ 94", "94-95", "trên 90%", "1e5", "12/13", "94,1,2", "1.23.456", "5²", "٣٤", "nan"],
)
def test_refuses_what_is_no_number(text: str) -> None:
    assert parse_number(text) is Unreadable.NOT_A_NUMBER


def test_says_when_two_readers_could_differ() -> None:
    assert parse_number("1.234") is Unreadable.AMBIGUOUS
    assert parse_number("1.234", whole=True) == WrittenNumber(Decimal(1234))
    assert parse_number("1,234", whole=True) is Unreadable.AMBIGUOUS
    assert parse_number("0,234", whole=True) == WrittenNumber(Decimal("0.234"))


@pytest.mark.parametrize(
    ("value", "decimals", "goal", "expected"),
    [
        ("1234.5", 1, None, "1.234,5"),
        ("65", 1, None, "65,0"),
        ("1234567", 0, None, "1.234.567"),
        ("-0.3", 0, None, "-0,3"),
        ("99.96", 1, None, "99,96"),
        ("100.04", 1, None, "100,04"),
        ("0.04", 1, None, "0,04"),
        ("-0.0001", 1, None, "-0,0001"),
        ("100", 1, None, "100,0"),
        ("0", 1, None, "0,0"),
        ("69.96", 1, "70", "69,96"),
        ("70.04", 1, "70.02", "70,04"),
        ("69.96", 1, "69.98", "69,96"),
        ("0.125", 2, None, "0,13"),
    ],
)
def test_shows_numbers_as_they_are(value: str, decimals: int, goal: str | None, expected: str) -> None:
    assert format_number(Decimal(value), decimals, Decimal(goal) if goal else None) == expected


def test_shows_a_float_as_it_was_written() -> None:
    assert format_number(0.1 + 0.2, 2) == "0,30"
    with pytest.raises(ValueError, match="nan"):
        format_number(float("nan"), 1)


def test_rounds_a_half_up() -> None:
    assert round_half_up(Decimal("0.00005"), 4) == Decimal("0.0001")
    assert round_half_up(Decimal("-0.00005"), 4) == Decimal("-0.0001")
    assert str(round_half_up(Decimal("-0.00001"), 4)) == "0.0000"


@given(NUMBERS)
def test_what_is_shown_with_four_decimals_reads_back(value: Decimal) -> None:
    assert parse_number(format_number(value, 4)) == WrittenNumber(value)


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_read_back(value: int) -> None:
    assert parse_number(format_number(Decimal(value), 0), whole=True) == WrittenNumber(Decimal(value))


@given(NUMBERS, st.integers(0, 4), NUMBERS)
def test_no_number_is_shown_across_a_bound(value: Decimal, decimals: int, goal: Decimal) -> None:
    shown = parse_number(format_number(value, decimals, goal), whole=decimals == 0)
    if not isinstance(shown, WrittenNumber):
        return  # '1.234' with three decimals: fine on a screen, ambiguous in a cell
    for bound in (Decimal(0), Decimal(100), goal):
        assert (shown.value > bound) == (value > bound)
        assert (shown.value < bound) == (value < bound)


@given(st.text())
def test_any_text_is_a_number_or_says_why_not(text: str) -> None:
    assert isinstance(parse_number(text), WrittenNumber | Unreadable)


@pytest.mark.parametrize(
    ("text", "comma", "point"),
    [
        ("1.234", "1234", "1.234"),
        ("1,234", "1.234", "1234"),
        ("-1.234", "-1234", "-1.234"),
        ("1.23", "1.23", "1.23"),
        ("0.234", "0.234", "0.234"),
        ("1.234.567", "1234567", "1234567"),
    ],
)
def test_a_known_decimal_mark_settles_what_is_open(text: str, comma: str, point: str) -> None:
    assert parse_number(text, mark=DecimalMark.COMMA) == WrittenNumber(Decimal(comma))
    assert parse_number(text, mark=DecimalMark.POINT) == WrittenNumber(Decimal(point))


@given(NUMBERS, st.sampled_from(" '’\u00a0\u2009\u202f"), st.sampled_from(",."), st.sampled_from("-‐‑−‒–—―﹣"))
def test_every_space_and_every_minus(value: Decimal, space: str, mark: str, minus: str) -> None:
    written = f"{abs(value):,.4f}".replace(",", space).replace(".", mark)
    assert parse_number(minus * (value < 0) + written) == WrittenNumber(value)
    assert decimal_mark_in(written) is DecimalMark(mark)
