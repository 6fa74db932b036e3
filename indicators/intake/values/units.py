"""Units as sheets write them, made comparable: 'tr.đ/ha' is 'triệu đồng/ha', '%/năm' is '%', 'người' is not '%'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from indicators.intake.folding import fold

_WRITTEN = {
    "‰": {"phan nghin", "phan ngan", "%o", "o/oo"},
    "%": {"phan tram", "ty le", "ti le", "ty le %", "% nam", "pt"},
    "nguoi": {"lao dong", "ld", "nguoi lao dong", "luot nguoi", "luot lao dong", "ng", "nguoi dan", "dan"},
    "trieu dong": {
        "trieu", "tr", "tr.d", "trd", "tr d", "tr.dong", "tr dong", "trieu d", "trieu vnd", "1000000 dong", "1000000d",
    },
    "ty dong": {"ty", "ti dong", "ty d", "tyd", "ti", "ty vnd", "ti vnd"},
    "nghin dong": {"ngan dong", "1000 dong", "1000d", "nghin d", "ngan d", "nghin", "ngan"},
    "dong": {"vnd", "d"},
    "doanh nghiep": {"dn", "d.nghiep"},
    "hop tac xa": {"htx"},
    "truong": {"truong hoc"},
    "nha": {"nha da nang", "cong trinh", "cai", "chiec"},
    "san pham": {"sp", "sp ocop"},
    "diem": {"diem du lich", "diem den"},
    "co so": {"cs", "co so gd"},
    "thon": {"lang", "ap", "khu dan cu", "to dan pho"},
    "ho": {"ho gia dinh", "ho dan"},
}  # fmt: skip
_CANONICAL = {written: unit for unit, forms in _WRITTEN.items() for written in (unit, *forms)}
_COUNTED = {
    "nguoi", "ho", "truong", "nha", "san pham", "diem", "co so", "thon", "khach san", "hop tac xa", "doanh nghiep",
    "vu", "xa", "ho so", "lop", "phong", "giuong", "tre", "dat/chua", "usd", "lan", "diem %",
}  # fmt: skip
_MEASURED = {
    "%": ("share", "1"), "‰": ("share", "0.1"),
    "dong": ("money", "1"), "nghin dong": ("money", "1e3"), "trieu dong": ("money", "1e6"), "ty dong": ("money", "1e9"),
    "m2": ("area", "1"), "ha": ("area", "1e4"), "km2": ("area", "1e6"),
    "m": ("length", "1"), "km": ("length", "1e3"), "m3": ("volume", "1"),
    "kg": ("mass", "1"), "ta": ("mass", "1e2"), "tan": ("mass", "1e3"),
}  # fmt: skip
_SCALES = {
    "chuc": 10, "tram": 100, "1000": 1_000, "nghin": 1_000, "ngan": 1_000, "10000": 10_000, "van": 10_000,
    "100000": 100_000, "1000000": 1_000_000, "trieu": 1_000_000, "ty": 1_000_000_000,
}  # fmt: skip
_PER_YEAR = re.compile(r"\s*(?:/|tren|trong|hang|moi)\s*nam$")
_PER_ONE = re.compile(r"/ ?0?1 ?(?=[a-z])")


@dataclass(frozen=True)
class _Size:
    """A unit as so many of the basic one of its sort."""

    sort: str
    amount: Decimal


class UnitFit(StrEnum):
    SAME = "same"
    SCALED = "scaled"  # of the same kind: `unit_factor` says how many of the measure's one of it is
    OTHER = "other"
    UNKNOWN = "unknown"


def is_unit(text: str) -> bool:
    """Whether a text is a unit and nothing else."""
    return bool(text.strip()) and _size_of(_canonical(text)) is not None


def is_counted(text: str) -> bool:
    """Whether a text is a unit of which things are counted one by one: 'hộ', and not 'nghìn hộ' or 'tỷ đồng'."""
    return _canonical(text) in _COUNTED


def unit_fit(written: str, expected: str, name: str = "") -> UnitFit:
    """Whether a unit in a sheet is that of the measure. UNKNOWN for a word that is no unit known here. A row
    whose `name` says itself what is counted on ('trên 1.000 dân') may leave that out of its unit."""
    factor = unit_factor(written, expected, name)
    if factor is None:
        return UnitFit.UNKNOWN if _size_of(_canonical(written)) is None else UnitFit.OTHER
    return UnitFit.SAME if factor == 1 else UnitFit.SCALED


def unit_factor(written: str, expected: str, name: str = "") -> Decimal | None:
    """How many of the `expected` unit one of the `written` is; None where `unit_fit` is OTHER or UNKNOWN. Where nothing
    is expected, anything counted or measured will do, and no share."""
    found, wanted = _canonical(written), _canonical(expected)
    if not wanted:
        size = _size_of(found)
        return None if size is None or size.sort == "share" else Decimal(1)
    counted, _, base = wanted.partition("/")
    if base and "/" not in found and re.search(rf"(?:/|tren|moi) ?(?:0?1 ?)?{base}\b", _plain(name)):
        wanted = counted
    if found == wanted:
        return Decimal(1)
    if wanted in _COUNTED and (scale := _SCALES.get(fold(written).strip(" .:()[]"))):
        return Decimal(scale)  # '1,25 nghìn' of people
    size, whole = _size_of(found), _size_of(wanted)
    if size is None or whole is None or size.sort != whole.sort:
        return None
    factor = size.amount / whole.amount
    return factor if factor * whole.amount == size.amount else None


def stated_fit(in_heading: str, in_row: str, in_title: str, expected: str, name: str) -> UnitFit:
    """Whether the units around a figure, '' where there is none, are its measure's. Header and row must say the same.
    What stands above the table counts where neither says anything, and converts only what it names in full."""
    written = in_heading or in_title
    if not written:
        return UnitFit.SAME
    fit = unit_fit(written, expected, name)
    if in_heading:
        others = unit_factor(in_row, expected, name) if in_row else None
        return fit if others in {None, unit_factor(written, expected, name)} else UnitFit.OTHER
    return fit if fit is not UnitFit.SCALED or unit_fit(written, expected) is fit else UnitFit.OTHER


def _plain(name: str) -> str:
    return re.sub(r"(?<=\d)[.,](?=\d{3})", "", fold(name))


@lru_cache(maxsize=2_000)
def _canonical(text: str) -> str:
    folded = fold(text).strip(" .:()[]")
    folded = re.sub(r"(?<=\d)[.,](?=\d{3})", "", folded)
    if folded.startswith("%"):
        return "%" if re.fullmatch(r"%\s*(?:/?\s*nam)?", folded) else _CANONICAL.get(folded, folded)
    folded = _PER_YEAR.sub("", folded)
    parts = (part.strip() for part in _PER_ONE.sub("/", folded).split("/"))
    return "/".join(_CANONICAL.get(part, part) for part in parts)


@lru_cache(maxsize=2_000)
def _size_of(canonical: str) -> _Size | None:
    """None for words that are no unit known here."""
    if canonical in _MEASURED:
        sort, amount = _MEASURED[canonical]
        return _Size(sort, Decimal(amount))
    if canonical in _COUNTED:
        return _Size(canonical, Decimal(1))
    first, slash, second = canonical.partition("/")
    if slash:
        above, below = _size_of(first), _size_of(_CANONICAL.get(second, second))
        return _Size(f"{above.sort}/{below.sort}", above.amount / below.amount) if above and below else None
    scale, _, counted = canonical.partition(" ")
    base = _size_of(_CANONICAL.get(counted, counted)) if counted and scale in _SCALES else None
    return _Size(base.sort, base.amount * _SCALES[scale]) if base else None
