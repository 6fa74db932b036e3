"""A share given by what it is a share of: '45/50 hộ', or a numerator and a denominator in columns of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from indicators.catalogue import Measure
from indicators.intake.folding import clean
from indicators.intake.values.outcome import Wrong
from indicators.intake.values.ranges import in_range
from indicators.intake.values.stored import LARGEST, plain
from indicators.intake.values.units import is_counted, unit_factor
from indicators.intake.values.written import figure_in
from indicators.intake.workbook.cells import Cell, CellKind
from indicators.numbers import MOST_DECIMALS, DecimalMark, WrittenNumber, parse_number, plain_text

_HUNDRED = Decimal(100)
_LONGEST = 80
_OWN_UNITS = ("triệu đồng", "tấn", "ha")
_WHOLE = r"\d[\d.,' ]*"
_RATIO = re.compile(
    rf"(?P<numerator>{_WHOLE}?)(?: ?(?P<of>[^\W\d][^\d()/%]*?))? ?/ ?(?P<denominator>{_WHOLE}?)"
    r"(?: ?(?P<unit>[^\W\d][^\d()/%]*))?",
)
_WITH_SHARE = re.compile(
    r"(?P<ratio>[^()%=]+?)(?: ?\( ?(?:đạt |= ?)?(?P<inside>[^()]+%) ?\)| ?[=,]? ?(?:đạt )?(?P<behind>[\d.,]+ ?%))",
    re.IGNORECASE,
)
_SHARE_FIRST = re.compile(r"(?P<share>[^()]+%) ?\( ?(?P<ratio>[^()%]+) ?\)")
_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])/(?:19|20)\d\d")


@dataclass(frozen=True)
class Ratio:
    """Two whole numbers around a slash, the unit behind them, '' for none, and the percentage beside them as it is
    written, '' for none."""

    numerator: Decimal
    denominator: Decimal
    unit: str = ""
    share: str = ""
    estimate: bool = False


def ratio_in(text: str, mark: DecimalMark | None = None) -> Ratio | None:
    """'1.234/5.678', '45/50 hộ', '90% (45/50)': the ratio in a cell. None for what may be a day ('1/2'), for shares and
    decimals around the slash, for everything else."""
    if len(text) > _LONGEST:
        return None
    bare = figure_in(text)
    plain_ratio, share = _apart(bare.text)
    match = _RATIO.fullmatch(plain_ratio)
    if match is None or (not match["unit"] and not share and _DATE.fullmatch(plain_ratio.replace(" ", ""))):
        return None
    unit, of = (match["unit"] or "").strip(), (match["of"] or "").strip()
    numbers = [parse_number(match[part], whole=True, mark=mark) for part in ("numerator", "denominator")]
    whole = [number.value for number in numbers if isinstance(number, WrittenNumber)]
    if len(whole) < 2 or any(number != number.to_integral_value() for number in whole) or not _are_units(of, unit):
        return None
    return Ratio(whole[0], whole[1], unit, share, bare.estimate)


def _are_units(of: str, unit: str) -> bool:
    """Whether the words behind the numbers of a ratio say no more than what is counted, or the catalogue's own units.
    Of '45/13 nghìn dân' it stays open what 45 counts, and '45/50 tỷ đồng' is not in millions."""
    if of:
        return is_counted(of) and is_counted(unit)
    return not unit or is_counted(unit) or any(unit_factor(unit, own) == 1 for own in _OWN_UNITS)


def ratio_value(numerator: Decimal, denominator: Decimal, measure: Measure) -> Decimal | Wrong:
    """The measure's value of what it is computed from, with four decimals, a half rounded up; a percentage's factor is
    100 where the catalogue gives none."""
    factor = measure.factor or (_HUNDRED if measure.is_percent else None)
    if factor is None:
        return Wrong("ratio_not_expected", {"text": _text_of(numerator, denominator), "unit": measure.unit})
    if not (abs(numerator) < LARGEST and abs(denominator) < LARGEST):
        return Wrong("ratio_too_large", {"text": _text_of(numerator, denominator)})
    if denominator <= 0:
        return Wrong("denominator_not_positive", {"text": plain(denominator)})
    if numerator > denominator and measure.maximum == _HUNDRED and factor == _HUNDRED:
        return Wrong("numerator_too_large", {"text": plain(numerator), "denominator": plain(denominator)})
    return in_range(numerator * factor / denominator, measure)


def ratio_differs(
    given: Decimal, decimals: int, numerator: Decimal, denominator: Decimal, measure: Measure
) -> Wrong | None:
    """What is wrong where a value `given` with so many decimals is not the ratio beside it, rounded; else None. A ratio
    that is none by itself is `ratio_value`'s to refuse, and differs from nothing."""
    value = ratio_value(numerator, denominator, measure)
    if isinstance(value, Wrong) or abs(given - value) <= Decimal(5).scaleb(-min(decimals, MOST_DECIMALS) - 1):
        return None
    details = {"text": plain(given), "numerator": plain(numerator), "denominator": plain(denominator)}
    return Wrong("ratio_differs", {**details, "ratio": plain(value)})


def decimals_shown(cell: Cell) -> int:
    """How many decimals a cell's number has as its user reads it, at most four."""
    text = figure_in(cell.text).text.rstrip("% ") if cell.kind is CellKind.TEXT else _stored_digits(cell)
    return min(len(match[1]), MOST_DECIMALS) if (match := re.search(r"[.,](\d+)$", text)) else 0


def _stored_digits(cell: Cell) -> str:
    """A stored number's digits, as a percentage where it is shown as one."""
    number = Decimal(cell.text) * (100 if cell.kind is CellKind.PERCENT else 1)
    return f"{number.normalize():f}"


def _apart(text: str) -> tuple[str, str]:
    """The ratio, and the percentage that stands beside it."""
    plain_all = plain_text(clean(text))
    first = _SHARE_FIRST.fullmatch(plain_all)
    if first:
        return first["ratio"].strip(), first["share"].strip()
    behind = _WITH_SHARE.fullmatch(plain_all)
    if behind:
        return behind["ratio"].strip(), (behind["inside"] or behind["behind"]).strip()
    return plain_all, ""


def _text_of(numerator: Decimal, denominator: Decimal) -> str:
    return f"{plain(numerator)}/{plain(denominator)}"
