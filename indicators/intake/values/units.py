"""Units as sheets write them, made comparable: 'tr.đ/ha' is 'triệu đồng/ha', '%/năm' is '%', 'người' is not '%'."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from indicators.intake.folding import fold

_WRITTEN = {
    "%": {"phan tram", "ty le", "ti le", "ty le %", "% nam", "pt"},
    "nguoi": {"lao dong", "ld", "nguoi lao dong", "luot nguoi", "ng", "nguoi dan", "dan"},
    "trieu dong": {
        "trieu", "tr.d", "trd", "tr d", "tr.dong", "tr dong", "trieu d", "trieu vnd", "1000000 dong", "1000000d",
    },
    "ty dong": {"ty", "ti dong", "ty d", "tyd", "ti", "ty vnd", "ti vnd"},
    "nghin dong": {"ngan dong", "1000 dong", "1000d", "nghin d", "ngan d", "nghin", "ngan"},
    "dong": {"vnd", "d"},
    "doanh nghiep": {"dn", "d.nghiep"},
    "hop tac xa": {"htx"},
    "truong": {"truong hoc"},
    "nha": {"nha da nang", "cong trinh"},
    "san pham": {"sp", "sp ocop"},
    "diem": {"diem du lich", "diem den"},
    "co so": {"cs", "co so gd"},
    "thon": {"lang", "ap", "khu dan cu", "to dan pho"},
    "ho": {"ho gia dinh", "ho dan"},
}  # fmt: skip
_CANONICAL = {written: unit for unit, forms in _WRITTEN.items() for written in (unit, *forms)}
_COUNTED = {
    "nguoi", "ho", "truong", "nha", "san pham", "diem", "co so", "thon", "khach san", "hop tac xa", "doanh nghiep",
    "ha", "m2", "km", "tan", "vu", "xa", "ho so", "lop", "phong", "giuong", "cai", "chiec", "m3", "kg", "ta", "tre",
    "dat/chua",
}  # fmt: skip
_MONEY = {"trieu dong", "ty dong", "nghin dong", "dong"}
_PER_YEAR = re.compile(r"\s*(?:/|tren|trong|hang|moi)\s*nam$")
_SCALE = re.compile(r"(?:nghin|ngan|trieu|ty|tram|1000) ")


class UnitFit(StrEnum):
    SAME = "same"
    SCALED = "scaled"  # of the same kind: `unit_factor` says how many of the measure's one of it is
    OTHER = "other"
    UNKNOWN = "unknown"


def is_unit(text: str) -> bool:
    """Whether a text is a unit and nothing else."""
    return bool(text.strip()) and _kind_of(_canonical(text)) != "unknown"


def unit_fit(written: str, expected: str, name: str = "") -> UnitFit:
    """Whether a unit in a sheet is that of the measure. UNKNOWN for a word that is no unit known here. A row
    whose `name` says itself what is counted on ('trên 1.000 dân') may leave that out of its unit."""
    found, wanted = _canonical(written), _canonical(expected)
    counted, _, base = wanted.partition("/")
    if found == wanted or (found == counted and base and re.search(rf"(?:/|tren|moi) ?{base}\b", _plain(name))):
        return UnitFit.SAME
    if _kind_of(found) == "unknown":
        return UnitFit.UNKNOWN
    return UnitFit.OTHER


def unit_factor(written: str, expected: str, name: str = "") -> Decimal | None:
    """How many of the `expected` unit one of the `written` is; None where `unit_fit` is OTHER or UNKNOWN."""
    return Decimal(1) if unit_fit(written, expected, name) is UnitFit.SAME else None


def stated_fit(in_heading: str, in_row: str, in_title: str, expected: str, name: str) -> UnitFit:
    """Whether the units around a figure, '' where there is none, are its measure's: header and row must say the same;
    what stands above the table counts where neither says anything."""
    written = in_heading or in_title
    return unit_fit(written, expected, name) if written else UnitFit.SAME


def _plain(name: str) -> str:
    return re.sub(r"(?<=\d)[.,](?=\d{3})", "", fold(name))


@lru_cache(maxsize=2_000)
def _canonical(text: str) -> str:
    folded = fold(text).strip(" .:()[]")
    folded = re.sub(r"(?<=\d)[.,](?=\d{3})", "", folded)
    if folded.startswith("%"):
        return "%" if re.fullmatch(r"%\s*(?:/?\s*nam)?", folded) else folded
    folded = _PER_YEAR.sub("", folded)
    parts = [_CANONICAL.get(part.strip(), part.strip()) for part in folded.split("/")]
    if len(parts) == 2 and parts[1] in {"1000 dan", "nghin dan", "ngan dan", "1000 nguoi", "1 nghin dan", "van dan"}:
        parts[1] = "1000 dan" if parts[1] != "van dan" else parts[1]
    if len(parts) == 2 and parts[1] == "1 ha":
        parts[1] = "ha"
    return "/".join(parts)


def _kind_of(canonical: str) -> str:
    """A coarse sort of unit, 'unknown' for words that are none."""
    if canonical == "%" or canonical in {"‰", "diem %", "lan"}:
        return "share"
    if canonical in _MONEY:
        return "money"
    if canonical in _COUNTED:
        return "count"
    first, slash, second = canonical.partition("/")
    if slash and _kind_of(first) != "unknown" and (second == "1000 dan" or _kind_of(second) != "unknown"):
        return "ratio"
    scaled = _SCALE.match(canonical)
    return "count" if scaled and canonical[scaled.end() :] in _COUNTED else "unknown"
