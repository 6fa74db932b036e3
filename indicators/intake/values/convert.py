"""A cell as a value of its measure, or the code of what is wrong with it. A blank says nothing: it is neither."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from indicators.catalogue import Measure
from indicators.intake.folding import clean, fold
from indicators.intake.values.units import UnitFit, unit_factor, unit_fit
from indicators.intake.values.written import figure_in, is_inexact
from indicators.intake.workbook.cells import Cell, CellKind
from indicators.numbers import (
    MOST_DECIMALS,
    DecimalMark,
    Unreadable,
    WrittenNumber,
    format_number,
    parse_number,
    round_half_up,
)

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
    "dat yeu cau", "x", "✓", "✔", "√", "☑",
}  # fmt: skip
_NO = {
    "chua", "chua dat", "khong", "khong dat", "chua cong nhan", "chua duoc cong nhan", "khong duoc cong nhan", "0",
    "chua hoan thanh", "khong hoan thanh", "false", "no", "chua dat chuan", "khong dat chuan", "khong cong nhan",
}  # fmt: skip


_DECISION = re.compile(r"\s*\((?:theo )?(?:so )?(?:qd|quyet dinh)\b[^()]*\d[^()]*\)$")  # 'Đạt (QĐ 123/QĐ-UBND …)'
_SHORT_NO = re.compile(r"^ko\b")
_SHOWN = 80  # letters of a text in a sentence


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


@dataclass(frozen=True)
class _Written:
    """A number as a cell has it, before it is held against the measure; `unit` is '' where the cell says none."""

    number: Decimal
    unit: str = ""
    estimate: bool = False


def says_nothing(cell: Cell | None) -> bool:
    """Whether a cell leaves the earlier value standing: blank, a dash, 'chưa có số liệu'."""
    return cell is None or (cell.kind is CellKind.TEXT and fold(cell.text).rstrip(" !;") in _NOTHING)


def looks_like_number(cell: Cell | None) -> bool:
    """Whether a cell would be a figure for anyone who reads the sheet."""
    if cell is None or cell.kind in {CellKind.DATE, CellKind.BOOLEAN}:
        return False
    return cell.kind is not CellKind.TEXT or not (
        says_nothing(cell) or parse_number(figure_in(cell.text).text) is Unreadable.NOT_A_NUMBER
    )


def to_value(
    cell: Cell, measure: Measure, *, unit: str = "", name: str = "", mark: DecimalMark | None = None
) -> Value | Wrong:
    """The value in the measure's unit; yes is 1, no is 0. `unit` is what row, header or table say of the cell, `name`
    what the row is called, `mark` what its column shows to part the decimals. A unit in the cell itself comes first."""
    if cell.kind is CellKind.ERROR:
        return Wrong("error_cell", {"text": cell.text})
    if cell.kind is CellKind.UNCOMPUTED:
        return Wrong("formula_without_value")
    if measure.is_yes_no:
        return _yes_or_no(cell)
    if cell.kind is CellKind.DATE:
        return Wrong("date_not_number", {"text": shown(cell)})
    if cell.kind is CellKind.TEXT:
        written = _written_number(cell, mark, whole=measure.decimals == 0 and _is_own_unit(unit, measure, name))
        if isinstance(written, _Written) and not _is_own_unit(written.unit, measure, name):
            written = _written_number(cell, mark, whole=False)
    else:
        written = _stored_number(cell)
    return written if isinstance(written, Wrong) else _in_own_unit(cell, written, measure, unit, name)


def shown(cell: Cell) -> str:
    """A cell as its user sees it."""
    if cell.kind is CellKind.DATE:
        return "/".join(reversed(cell.text.split("-")))
    number = _decimal(cell.text) if cell.kind in {CellKind.NUMBER, CellKind.PERCENT} else None
    if number is None:
        return clean(cell.text)[:_SHOWN]
    return f"{plain(number * 100)}%" if cell.kind is CellKind.PERCENT else plain(number)


def in_range(number: Decimal, measure: Measure) -> Decimal | Wrong:
    """The number with four decimals, a half rounded up, or what forbids it: the measure's range, or a part of what only
    comes whole."""
    low, high = measure.minimum, measure.maximum
    if abs(number) >= _LARGEST:
        return Wrong("out_of_range", {"text": f"{number:.6g}", "range": range_text(measure)})
    value = round_half_up(number, MOST_DECIMALS)
    if (low is not None and value < low) or (high is not None and value > high):
        return Wrong("out_of_range", {"text": plain(value), "range": range_text(measure)})
    if measure.decimals == 0 and value != value.to_integral_value():
        return Wrong("fraction_not_allowed", {"text": plain(value)})
    return value


def range_text(measure: Measure) -> str:
    """'0 … 100' with the unit; an open end is left out."""
    ends = [plain(end) if end is not None else "" for end in (measure.minimum, measure.maximum)]
    return f"{ends[0]} … {ends[1]} {measure.unit}".strip()


def _yes_or_no(cell: Cell) -> Value | Wrong:
    word = _DECISION.sub("", fold(cell.text).strip(" .;!"))
    word = figure_in(_SHORT_NO.sub("khong", word)).text.strip(" .;!,")
    if cell.kind not in {CellKind.PERCENT, CellKind.DATE}:
        if word in _YES:
            return Value(Decimal(1))
        if word in _NO:
            return Value(Decimal(0))
    return Wrong("not_yes_or_no", {"text": shown(cell)})


def _stored_number(cell: Cell) -> _Written | Wrong:
    number = _decimal(cell.text) if cell.kind in {CellKind.NUMBER, CellKind.PERCENT} else None
    if number is None:
        return Wrong("text_not_number", {"text": cell.text[:_SHOWN]})
    return _Written(number * 100, "%") if cell.kind is CellKind.PERCENT else _Written(number)


def _written_number(cell: Cell, mark: DecimalMark | None, *, whole: bool) -> _Written | Wrong:
    bare = figure_in(cell.text)
    written = parse_number(bare.text, whole=whole, mark=mark)
    if isinstance(written, WrittenNumber):
        return _Written(written.value, written.unit, bare.estimate)
    if written is Unreadable.AMBIGUOUS:
        return Wrong("number_ambiguous", {"text": shown(cell)})
    return _no_number(cell)


def _no_number(cell: Cell) -> Wrong:
    return Wrong("number_not_exact" if is_inexact(cell.text) else "text_not_number", {"text": shown(cell)})


def _is_own_unit(unit: str, measure: Measure, name: str) -> bool:
    """Whether figures in a unit, '' for none, are as whole as the measure's: half a thousand people are many."""
    return not unit or unit_fit(unit, measure.unit, name or measure.name_vi) is not UnitFit.SCALED


def _in_own_unit(cell: Cell, written: _Written, measure: Measure, unit: str, name: str) -> Value | Wrong:
    """The number in the measure's unit: converted where the cell, or else what stands around it, says another one."""
    said = written.unit or unit
    factor = unit_factor(said, measure.unit, name or measure.name_vi) if said else Decimal(1)
    if factor is None and written.unit:
        if unit_fit(said, measure.unit) is UnitFit.UNKNOWN:
            return _no_number(cell)
        return Wrong("unit_mismatch", {"text": said, "unit": measure.unit})
    number = in_range(written.number * (factor or 1), measure)
    if isinstance(number, Wrong):
        return number
    converted = Converted(written.number, said) if factor not in {None, Decimal(1)} else None
    return Value(number, written.estimate, converted)


def _decimal(text: str) -> Decimal | None:
    """The number that a file stores; None for what is no number at all, such as NaN."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def plain(number: Decimal) -> str:
    """As many decimals as the number has, up to four."""
    if abs(number) >= _LARGEST:
        return f"{number:.6g}"
    rounded = round_half_up(number, MOST_DECIMALS).normalize()
    exponent = rounded.as_tuple().exponent
    return format_number(rounded, max(0, -exponent) if isinstance(exponent, int) else 0)
