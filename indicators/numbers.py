"""Vietnamese numbers, both ways: '1.234,5' is one thousand two hundred thirty-four and a half.

Reading is strict: a text that two readers could take for two numbers is AMBIGUOUS, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

MOST_DECIMALS = 4
#: As it is printed; read is every dash.
_PRINTED_MINUS = "\u2212"

_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]")
_WIDE = {
    ord(wide): plain for wide, plain in zip("０１２３４５６７８９．，％＋－（）﹪", "0123456789.,%+-()%", strict=True)
}
_DASHES = "‐‑−‒–—―﹣"
_MINUS = {ord(sign): "-" for sign in _DASHES}

_PARTED = r"\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?"  # by spaces, or as the Swiss do
_NUMBER = re.compile(rf"(?P<sign>[+-]?) ?(?P<digits>{_PARTED}|\d[\d.,]*\d|\d)(?P<rest>.*)", re.ASCII)
_IN_PARENTHESES = re.compile(r"\((?P<inner>[^()]+)\)(?P<after> ?%?)")
_EXPONENT = re.compile(r"e[+-]?\d", re.ASCII | re.IGNORECASE)
_PLAIN = re.compile(r"\d+", re.ASCII)
_PARTING = re.compile(r"[ '’]")
_DOTTED_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", re.ASCII)
_COMMA_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+", re.ASCII)
_ONE_MARK = re.compile(r"(\d+)([.,])(\d+)", re.ASCII)
_PERCENT_WORDS = {"%", "phần trăm"}


class Unreadable(StrEnum):
    """Why a text gives no number."""

    NOT_A_NUMBER = "not_a_number"
    AMBIGUOUS = "ambiguous"


class DecimalMark(StrEnum):
    """The mark that parts the decimals in a sheet's texts; the other one then parts thousands."""

    COMMA = ","
    POINT = "."


@dataclass(frozen=True)
class WrittenNumber:
    """A number as a text writes it; `unit` is the words behind it, '%' for a percentage, '' for none."""

    value: Decimal
    unit: str = ""


def parse_number(text: str, *, whole: bool = False, mark: DecimalMark | None = None) -> WrittenNumber | Unreadable:
    """The number in `text`. `mark` is the decimal one where the texts around show it. Where none does, '1.234' is
    AMBIGUOUS and '1,234' has three decimals. `whole` says that only a whole number can be meant: then '1.234' is 1234,
    and '1,234' is AMBIGUOUS unless the point is the decimal mark."""
    plain = plain_text(text)
    bracketed = _IN_PARENTHESES.fullmatch(plain)
    if bracketed:  # accountants write a loss in parentheses
        plain = f"-{bracketed['inner'].strip()}{bracketed['after']}"
    match = _NUMBER.fullmatch(plain)
    if match is None:
        return Unreadable.NOT_A_NUMBER
    unit = match["rest"].strip()
    if unit and (_EXPONENT.match(unit) or not (unit[0] in "%‰" or unit[0].isalpha())):
        return Unreadable.NOT_A_NUMBER
    value = _parse_digits(match["digits"], whole, mark)
    if isinstance(value, Unreadable):
        return value
    unit = "%" if unit.casefold() in _PERCENT_WORDS else unit
    return WrittenNumber(-value if match["sign"] == "-" else value, unit)


def decimal_mark_in(text: str) -> DecimalMark | None:
    """The decimal mark that a number in a text shows by itself: '98,9' and '1.234.567' the comma, '1,234.5' the point;
    None for '1.234', which shows nothing."""
    match = _NUMBER.fullmatch(plain_text(text).strip("()"))
    if match is None:
        return None
    digits = match["digits"]
    if _DOTTED_THOUSANDS.fullmatch(digits) and (digits.count(".") > 1 or "," in digits):
        return DecimalMark.COMMA
    if _COMMA_THOUSANDS.fullmatch(digits):
        return DecimalMark.POINT
    one_mark = _ONE_MARK.fullmatch(_PARTING.sub("", digits))
    if one_mark is None or (not _PARTING.search(digits) and _could_part_thousands(one_mark[1], one_mark[3])):
        return None
    return DecimalMark(one_mark[2])


def format_number(value: Decimal | float, decimals: int, goal: Decimal | None = None) -> str:
    """'1.234,5': at least `decimals` decimals, up to four where fewer would show the value on or across 0, 100 or the
    `goal` that it has not reached (99,96 never reads 100)."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    if not exact.is_finite():
        raise ValueError(value)
    for places in range(decimals, max(decimals, MOST_DECIMALS) + 1):
        shown = round_half_up(exact, places)
        if all(_side(shown, bound) == _side(exact, bound) for bound in (0, 100, goal) if bound is not None):
            break
    whole, _, fraction = f"{abs(shown):,f}".partition(".")
    sign = "-" if shown < 0 else ""
    return f"{sign}{whole.replace(',', '.')}{',' if fraction else ''}{fraction}"


def format_figure(value: Decimal | float, decimals: int, goal: Decimal | None = None) -> str:
    """As `format_number`, as it is printed."""
    return printed(format_number(value, decimals, goal))


def printed(number: str) -> str:
    """The number's text with the minus sign of print: a hyphen is too short beside '+0,3', and joins '2 - 5'."""
    return number.replace("-", _PRINTED_MINUS)


def format_exact(value: Decimal) -> str:
    """'1.234,15': every decimal that says something, and none that does not."""
    return format_number(value, max(0, -int(value.normalize().as_tuple().exponent)))


def round_half_up(value: Decimal, places: int) -> Decimal:
    """`value` with exactly this many decimals, a half away from zero, as the offices round."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) + 0  # + 0: no negative zero


def plain_text(text: str) -> str:
    """The text with one kind of space, digit and minus."""
    plain = _SPACES.sub(" ", _INVISIBLE.sub("", text.translate(_WIDE))).strip()
    return plain.translate(_MINUS) if plain.lstrip("(")[:1] in _DASHES else plain


def _parse_digits(digits: str, whole: bool, mark: DecimalMark | None) -> Decimal | Unreadable:
    """Digits with dots, commas and spaces: which of them part thousands, which the decimals."""
    if _PARTING.search(digits):
        return Decimal(_PARTING.sub("", digits).replace(",", "."))
    if _PLAIN.fullmatch(digits):
        return Decimal(digits)
    one_mark = _ONE_MARK.fullmatch(digits)
    if one_mark:
        return _parse_one_mark(*one_mark.groups(), whole=whole, mark=mark)
    if _DOTTED_THOUSANDS.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    if _COMMA_THOUSANDS.fullmatch(digits):
        return Decimal(digits.replace(",", ""))
    return Unreadable.NOT_A_NUMBER


def _parse_one_mark(
    before: str, written: str, after: str, *, whole: bool, mark: DecimalMark | None
) -> Decimal | Unreadable:
    if not _could_part_thousands(before, after):
        return Decimal(f"{before}.{after}")
    if whole:  # a thousandth of a whole thing was never meant
        return Decimal(before + after) if written == "." or mark is DecimalMark.POINT else Unreadable.AMBIGUOUS
    if mark is None and written == ".":
        return Unreadable.AMBIGUOUS
    return Decimal(f"{before}.{after}") if written == (mark or DecimalMark.COMMA) else Decimal(before + after)


def _could_part_thousands(before: str, after: str) -> bool:
    return len(after) == 3 and len(before) <= 3 and not before.startswith("0")


def _side(value: Decimal, bound: Decimal | int) -> int:
    return (value > bound) - (value < bound)
