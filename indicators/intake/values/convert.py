"""A cell as a value of its measure, or the code of what is wrong with it. A blank says nothing: it is neither."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from indicators.catalogue import Accumulation, Measure
from indicators.intake.folding import fold
from indicators.intake.values.outcome import Converted, Value, Wrong
from indicators.intake.values.ranges import in_range, range_text
from indicators.intake.values.ratio import ratio_in
from indicators.intake.values.several import parts_of
from indicators.intake.values.stored import HeldNumber, no_number, number_in, plain, shown
from indicators.intake.values.units import UnitFit, unit_factor, unit_fit
from indicators.intake.values.written import figure_in, is_inexact, signed_change
from indicators.intake.values.yes_no import yes_or_no
from indicators.intake.workbook.cells import Cell, CellKind
from indicators.numbers import DecimalMark, Unreadable, parse_number

__all__ = [
    "Converted", "Value", "Wrong", "in_range", "looks_like_number", "plain", "range_text", "says_nothing", "shown",
    "to_amount", "to_value",
]  # fmt: skip

_LONGEST_SPAN = 20  # letters of '94-95%'; a longer text that begins so is a note
_NOTHING = {
    "", "-", "--", "---", ".", "..", "...", "....", "…", "n/a", "na", "/", "chua co so lieu", "khong co so lieu",
    "chua bao cao", "khong bao cao", "chua co", "chua co bao cao", "chua co du lieu", "khong co du lieu",
    "chua cap nhat", "chua tong hop", "chua thong ke", "chua danh gia", "chua den ky", "chua den ky danh gia",
    "chua den ky bao cao", "chua nhap", "khong danh gia",
}  # fmt: skip


def says_nothing(cell: Cell | None) -> bool:
    """Whether a cell leaves the earlier value standing: blank, a dash, 'chưa có số liệu'."""
    return cell is None or (cell.kind is CellKind.TEXT and fold(cell.text).rstrip(" !;") in _NOTHING)


def looks_like_number(cell: Cell | None) -> bool:
    """Whether a cell would be a figure, or several, for anyone who reads the sheet."""
    if cell is None or cell.kind in {CellKind.DATE, CellKind.BOOLEAN}:
        return False
    return cell.kind is not CellKind.TEXT or (not says_nothing(cell) and _reads_like_figures(cell.text))


def to_value(
    cell: Cell,
    measure: Measure,
    *,
    unit: str = "",
    name: str = "",
    mark: DecimalMark | None = None,
    year: int | None = None,
) -> Value | Wrong:
    """The value in the measure's unit; yes is 1, no is 0. `unit` is what row, header or table say of the cell, `name`
    what the row is called, `mark` what its column shows to part the decimals, `year` that of its period. A unit in the
    cell itself comes first."""
    if measure.accumulation is Accumulation.GROWTH and cell.kind is CellKind.TEXT:
        cell = Cell(cell.kind, signed_change(cell.text))
    if measure.is_yes_no and cell.kind not in {CellKind.ERROR, CellKind.UNCOMPUTED}:
        return yes_or_no(cell, measure.name_vi, year)
    name = name or measure.name_vi
    amount = to_amount(cell, measure.unit, unit=unit, name=name, mark=mark, whole=measure.decimals == 0)
    if isinstance(amount, Wrong):
        return amount
    number = in_range(amount.number, measure)
    if isinstance(number, Wrong):
        return number
    if mark is None and _may_be_another(cell, measure, number, unit, name):
        return Wrong("number_ambiguous", {"text": shown(cell)})
    return replace(amount, number=number)


def to_amount(
    cell: Cell, expected: str, *, unit: str = "", name: str = "", mark: DecimalMark | None = None, whole: bool = False
) -> Value | Wrong:
    """The figure of a cell in the `expected` unit, '' for anything that is counted, neither rounded nor held against a
    range: what stands in a column of numerators. `whole` where it is counted in whole ones of that unit."""
    held = number_in(cell, mark, whole=whole and _is_as_whole(unit, expected, name))
    if isinstance(held, HeldNumber) and not _is_as_whole(held.unit, expected, name):
        held = number_in(cell, mark, whole=False)
    if isinstance(held, Wrong):
        return _of_other_unit(cell, expected, name) or held if held.code == "number_ambiguous" else held
    said = held.unit or unit
    factor = unit_factor(said, expected, name) if said else Decimal(1)
    if factor is None and held.unit:
        is_word = unit_fit(said, expected) is UnitFit.UNKNOWN
        return no_number(cell) if is_word else Wrong("unit_mismatch", {"text": said, "unit": expected})
    converted = Converted(held.number, said) if factor not in {None, Decimal(1)} else None
    return Value(held.number * (factor or 1), held.estimate, converted)


def _of_other_unit(cell: Cell, expected: str, name: str) -> Wrong | None:
    """What is wrong where a figure is in another unit, whichever of its two readings is meant: '12.500 người' of %."""
    held = number_in(cell, None, whole=True)
    if isinstance(held, HeldNumber) and held.unit and unit_fit(held.unit, expected, name) is UnitFit.OTHER:
        return Wrong("unit_mismatch", {"text": held.unit, "unit": expected})
    return None


def _is_as_whole(unit: str, expected: str, name: str) -> bool:
    """Whether figures in a unit, '' for none, are as whole as in the expected one: half a thousand people are many."""
    return not unit or unit_fit(unit, expected, name) is not UnitFit.SCALED


def _may_be_another(cell: Cell, measure: Measure, number: Decimal, unit: str, name: str) -> bool:
    """Whether a text read with the point as decimal mark is another value that the measure could have: '1,234' 1234."""
    if cell.kind is not CellKind.TEXT:
        return False
    whole = measure.decimals == 0
    other = to_amount(cell, measure.unit, unit=unit, name=name, mark=DecimalMark.POINT, whole=whole)
    value = in_range(other.number, measure) if isinstance(other, Value) else other
    return not isinstance(value, Wrong) and value != number


def _reads_like_figures(text: str) -> bool:
    if parse_number(figure_in(text).text) is not Unreadable.NOT_A_NUMBER:
        return True
    is_span = len(text) <= _LONGEST_SPAN and any(map(str.isdigit, text)) and is_inexact(text)
    return is_span or ratio_in(text) is not None or parts_of(text) is not None
