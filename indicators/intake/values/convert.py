"""A cell as a value of its measure, or the code of what is wrong with it. A blank says nothing: it is neither."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from indicators.catalogue import Measure
from indicators.intake.folding import clean, fold
from indicators.intake.values.units import UnitFit, unit_fit
from indicators.intake.workbook.cells import Cell, CellKind
from indicators.numbers import MOST_DECIMALS, DecimalMark, Unreadable, format_number, parse_number, round_half_up

_LARGEST = Decimal(10) ** 13  # the store's decimal(18,4), with room to spare

_NOTHING = {
    "", "-", "--", "---", ".", "..", "...", "....", "…", "n/a", "na", "/", "chua co so lieu", "khong co so lieu",
    "chua bao cao", "khong bao cao", "chua co", "chua co bao cao", "chua co du lieu", "khong co du lieu",
    "chua cap nhat", "chua tong hop", "chua thong ke", "chua danh gia", "chua den ky", "chua den ky danh gia",
    "chua den ky bao cao", "chua nhap", "khong danh gia",
}  # fmt: skip
_YES = {
    "dat", "da dat", "dat chuan", "da dat chuan", "co", "da cong nhan", "duoc cong nhan", "da duoc cong nhan",
    "hoan thanh", "da hoan thanh", "duy tri", "duy tri dat chuan", "tiep tuc duy tri", "1", "true", "yes",
    "dat yeu cau",
}  # fmt: skip
_NO = {
    "chua", "chua dat", "khong", "khong dat", "chua cong nhan", "chua duoc cong nhan", "khong duoc cong nhan", "0",
    "chua hoan thanh", "khong hoan thanh", "false", "no", "chua dat chuan", "khong dat chuan", "khong cong nhan",
}  # fmt: skip


_DECISION = re.compile(r"\s*\((?:theo )?(?:so )?(?:qd|quyet dinh)\b[^()]*\d[^()]*\)$")  # 'Đạt (QĐ 123/QĐ-UBND …)'
_SHORT_NO = re.compile(r"^ko\b")
_FOOTNOTE = re.compile(r"(?<=\S)\s*(?:\*{1,3}|\(\s*\*{1,3}\s*\))\s*$")


@dataclass(frozen=True)
class Wrong:
    """Why a cell gives no value: an issue's code and what its sentence needs."""

    code: str
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Converted:
    """What a cell says in a unit that is not the measure's: the number as it stands there, and that unit."""

    number: Decimal
    unit: str


@dataclass(frozen=True)
class Value:
    """A measure's value, in its unit, with at most four decimals; an estimate where the cell itself calls it one."""

    number: Decimal
    estimate: bool = False
    converted: Converted | None = None


def says_nothing(cell: Cell | None) -> bool:
    """Whether a cell leaves the earlier value standing: blank, a dash, 'chưa có số liệu'."""
    return cell is None or (cell.kind is CellKind.TEXT and fold(cell.text).rstrip(" !;") in _NOTHING)


def looks_like_number(cell: Cell | None) -> bool:
    """Whether a cell would be a figure for anyone who reads the sheet."""
    if cell is None or cell.kind in {CellKind.DATE, CellKind.BOOLEAN}:
        return False
    return cell.kind is not CellKind.TEXT or not (
        says_nothing(cell) or parse_number(_FOOTNOTE.sub("", cell.text)) is Unreadable.NOT_A_NUMBER
    )


def to_value(
    cell: Cell, measure: Measure, *, unit: str = "", name: str = "", mark: DecimalMark | None = None
) -> Value | Wrong:
    """The value in the measure's unit; yes is 1, no is 0. `unit` is what row, header or table say of the cell, `name`
    what the row is called, `mark` what its column shows to part the decimals. A unit in the cell itself comes first."""
    value = _to_number(cell, measure)
    return value if isinstance(value, Wrong) else Value(value)


def _to_number(cell: Cell, measure: Measure) -> Decimal | Wrong:
    if cell.kind is CellKind.ERROR:
        return Wrong("error_cell", {"text": cell.text})
    if cell.kind is CellKind.UNCOMPUTED:
        return Wrong("formula_without_value")
    if measure.is_yes_no:
        return _yes_or_no(cell)
    if cell.kind is CellKind.DATE:
        return Wrong("date_not_number", {"text": shown(cell)})
    number = _number(cell, measure)
    return number if isinstance(number, Wrong) else _checked(number, measure)


def shown(cell: Cell) -> str:
    """A cell as its user sees it."""
    if cell.kind is CellKind.DATE:
        return "/".join(reversed(cell.text.split("-")))
    if cell.kind is CellKind.PERCENT:
        return f"{_plain(Decimal(cell.text) * 100)}%"
    if cell.kind is CellKind.NUMBER:
        return _plain(Decimal(cell.text))
    return clean(cell.text)[:80]


def _yes_or_no(cell: Cell) -> Decimal | Wrong:
    word = _DECISION.sub("", fold(cell.text).strip(" .;!"))
    word = _FOOTNOTE.sub("", _SHORT_NO.sub("khong", word)).strip(" .;!,")
    if cell.kind not in {CellKind.PERCENT, CellKind.DATE}:
        if word in _YES:
            return Decimal(1)
        if word in _NO:
            return Decimal(0)
    return Wrong("not_yes_or_no", {"text": shown(cell)})


def _number(cell: Cell, measure: Measure) -> Decimal | Wrong:
    """The number before it is held against the measure's range."""
    if cell.kind is CellKind.PERCENT:
        if not measure.is_percent:
            return Wrong("unit_mismatch", {"text": "%", "unit": measure.unit})
        return Decimal(cell.text) * 100
    if cell.kind is CellKind.NUMBER:
        return Decimal(cell.text)
    if cell.kind is CellKind.BOOLEAN:
        return Wrong("text_not_number", {"text": cell.text})
    return _written_number(cell, measure)


def _written_number(cell: Cell, measure: Measure) -> Decimal | Wrong:
    written = parse_number(_FOOTNOTE.sub("", cell.text), whole=measure.decimals == 0)
    if written is Unreadable.AMBIGUOUS:
        return Wrong("number_ambiguous", {"text": shown(cell)})
    if isinstance(written, Unreadable):
        return Wrong("text_not_number", {"text": shown(cell)})
    fit = unit_fit(written.unit, measure.unit) if written.unit else UnitFit.SAME
    if fit is UnitFit.OTHER:
        return Wrong("unit_mismatch", {"text": written.unit, "unit": measure.unit})
    if fit is UnitFit.UNKNOWN:
        return Wrong("text_not_number", {"text": shown(cell)})
    return written.value


def _checked(number: Decimal, measure: Measure) -> Decimal | Wrong:
    low, high = measure.minimum, measure.maximum
    if abs(number) >= _LARGEST:
        return Wrong("out_of_range", {"text": f"{number:.6g}", "range": range_text(measure)})
    value = round_half_up(number, MOST_DECIMALS)
    if (low is not None and value < low) or (high is not None and value > high):
        return Wrong("out_of_range", {"text": _plain(value), "range": range_text(measure)})
    if measure.decimals == 0 and value != value.to_integral_value():
        return Wrong("fraction_not_allowed", {"text": _plain(value)})
    return value


def range_text(measure: Measure) -> str:
    """'0 … 100' with the unit; an open end is left out."""
    ends = [_plain(end) if end is not None else "" for end in (measure.minimum, measure.maximum)]
    return f"{ends[0]} … {ends[1]} {measure.unit}".strip()


def _plain(number: Decimal) -> str:
    """As many decimals as the number has, up to four."""
    if abs(number) >= _LARGEST:
        return f"{number:.6g}"
    rounded = round_half_up(number, MOST_DECIMALS).normalize()
    exponent = rounded.as_tuple().exponent
    return format_number(rounded, max(0, -exponent) if isinstance(exponent, int) else 0)
