"""Periods in words: 'Quý III/2026', 'T7', 'lũy kế 9 tháng đầu năm', '2026-Q3', 'đến 30/9/2026', 'cả năm'.

Dates of signing, document numbers and ranges of years ('nhiệm kỳ 2025-2030') are no periods.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace

from indicators.intake.folding import fold
from indicators.periods import LENGTH_MONTHS, Kind

LONGEST_TEXT = 500  # letters; whoever names a period has done so by then

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_SPELLED = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "muoi": 10, "muoi mot": 11, "muoi hai": 12,
}  # fmt: skip

_YEAR = r"(?:19|20)\d\d"
# What joins a document's number to its letters: '12/BC', '12-NQ/TW'. A dash between spaces joins nothing.
_JOIN = r"(?:\s*/\s*|-|\s*-\s*(?=[a-z]+/))"
_DAY = r"\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*(?:19|20)\d\d"
_UP_TO = r"(?:den|toi|het)(?:\s+(?:het|cuoi|ngay|thoi\s+diem))*\s+"

# What looks like a period and is none, blanked out before the search. Order matters: a day reached ('đến 30/9') stays.
_NOT_PERIODS = [
    re.compile(pattern)
    for pattern in (
        (
            rf"(?:giai doan|nhiem ky|nam hoc|thoi ky)\s+(?:tu\s+)?(?:nam\s+)?{_YEAR}"
            rf"(?:\s*(?:-|/|den)\s*(?:nam\s+)?(?:{_YEAR}|\d\d\b))?"
        ),
        rf"{_YEAR}\s*(?:-|/|den)\s*(?:nam\s+)?{_YEAR}",
        rf"tu nam {_YEAR}",
        rf"(?<!het )(?<!cuoi )\bden nam {_YEAR}",
        r"\bso\s*:?\s*[\d.…]*\s*[/-]\s*(?:\d+\s*[/-]\s*)?[a-z][\w/.&-]*",
        (
            rf"\b\d+{_JOIN}(?:{_YEAR}{_JOIN})?(?!quy\b|thang\b|nam\b|q\d|t\d|h\d|th\b|xa\b|phuong\b|dac khu\b)"
            r"[a-z]{2,}[\w/.&-]*"
        ),
        r"(?<!den )(?<!toi )(?<!het )(?<!diem )\bngay\s*[\d.…_]*\s*(?:,\s*)?thang\s*[\d.…_]*\s*(?:,\s*)?nam\s*[\d.…_]*",
        rf"(?<!den )(?<!toi )(?<!het )(?<!den ngay )(?<!het ngay )(?<!toi ngay )(?<!diem )(?<![\d/]){_DAY}",
    )
]

_NUMBER_WORDS = r"muoi\s+mot|muoi\s+hai|muoi|mot|hai|ba|bon|sau|bay|tam|chin"
_MENTION = re.compile(
    rf"""
      {_UP_TO}(?P<day>\d{{1,2}})\s*[/.\-]\s*(?P<day_month>\d{{1,2}})(?!\d)(?:\s*[/.\-]\s*(?P<day_year>{_YEAR}))?
    | {_UP_TO}(?P<long_day>\d{{1,2}})\s+thang\s+(?P<long_month>\d{{1,2}})\b(?:\s+nam\s+(?P<long_year>{_YEAR}))?
    | \b(?P<code_year>{_YEAR})\s*-\s*
      (?:q(?P<code_quarter>[1-4])|h(?P<code_half>[12])|(?P<code_nine>9)m|(?P<code_month>\d\d))\b
    | \b(?:quy|q)[\s.:\-]*0?(?P<quarter>[1-4]|iv|i{{1,3}}|mot|hai|ba|bon|tu)(?![a-z\d])
    | (?<![a-z\d/.,\-])(?P<roman>iv|i{{1,3}})(?P<roman_join>\s*[/\-]\s*|\.|\s+)(?P<roman_year>{_YEAR})\b
    | \b(?P<months>\d{{1,2}}|{_NUMBER_WORDS})\s*(?:thang\b|t(?![a-z])(?=\W*(?:$|dau|cuoi|nam|{_YEAR}|\d\d\b)))
      (?:\s*(?:(?P<months_late>cuoi)|dau)\s*nam)?
    | (?P<up_to_month>{_UP_TO})?\b(?!thai\b)(?:thang|th|(?P<bare_month>t))[\s.:\-]*
      (?P<month>1[0-2]|0?[1-9]|{_NUMBER_WORDS})(?![a-z\d])(?!\s*thang)
    | (?<![\d/.,\-])(?P<short_month>1[0-2]|0?[1-9])\s*[/\-.]\s*(?P<short_year>{_YEAR})\b
    | \b(?:h|ban\s+nien\s+)(?P<half>[12])\b | \bnua\s+(?:nam\s+)?(?P<half_word>dau|cuoi)(?:\s+nam)?\b
    | \b(?P<whole_year>ca\s+nam|tron\s+nam)\b
    | (?<![\d,]) (?P<year>{_YEAR}) (?![\d]|[.,]\d|\s*(?:nguoi|ho|dong|ty|trieu)\b)
    """,
    re.VERBOSE,
)


_LAST_DAY = re.compile(rf"{_UP_TO}\d{{1,2}}\s*(?:[/.\-]|thang)\s*\d{{1,2}}\s*(?:[/.\-]|nam)\s*({_YEAR})")

# 'Quý V/2026', 'tháng 13 năm 2026': a slip of the hand, and certainly not the year.
_NO_SUCH_PART = re.compile(
    r"\b(?:quy|q)[\s.:\-]*(?:0?[5-9]|[1-9]\d|0|i{4,}|v|vii+|ix|xi*)(?![a-z\d])"
    r"|\bthang[\s.:\-]*(?:1[3-9]|[2-9]\d|00?)(?![a-z\d])"
)


@dataclass(frozen=True)
class Mention:
    """A period as words name it. `kind` is None for a year alone; `year` is None where the words leave it out.
    `to_date` says that the words count from the start of the year ('9 tháng', 'đến hết tháng 9')."""

    year: int | None
    kind: Kind | None
    number: int = 1
    to_date: bool = False

    @property
    def last_month(self) -> int:
        """The month of the year in which it ends."""
        return LENGTH_MONTHS[self.kind or Kind.YEAR] * self.number

    def within_year(self, year: int | None) -> Mention:
        return replace(self, year=year)


def find_mentions(text: str, *, title: bool = False) -> list[Mention]:
    """The periods that `text` names, in its order. A title needs 'tháng' written out: 'T1' may be a form's number."""
    folded = fold(text[:LONGEST_TEXT]).replace("_", " ")
    for pattern in _NOT_PERIODS:
        folded = pattern.sub(lambda match: " " * len(match[0]), folded)
    if _NO_SUCH_PART.search(folded):
        return []
    mentions = [
        mention
        for match in _MENTION.finditer(folded)
        if not (title and (match["bare_month"] or (match["roman_join"] or "x").isspace()))
        and (mention := _mention(match)) is not None
    ]
    return _share_years(_within_days(mentions, folded))


def _within_days(mentions: list[Mention], folded: str) -> list[Mention]:
    """'Tháng 9 (từ 15/8 đến 14/9/2026)': the day ends no period, but says in which year the month is."""
    years = {int(match[1]) for match in _LAST_DAY.finditer(folded)}
    if len(years) != 1 or any(mention.year is not None for mention in mentions):
        return mentions
    return [mention.within_year(next(iter(years))) for mention in mentions]


def _mention(match: re.Match[str]) -> Mention | None:  # noqa: PLR0911 a table of forms, one return each
    found = {name: value for name, value in match.groupdict().items() if value is not None}
    if "day" in found:
        return _up_to_day(int(found["day"]), int(found["day_month"]), _int(found.get("day_year")))
    if "long_day" in found:
        return _up_to_day(int(found["long_day"]), int(found["long_month"]), _int(found.get("long_year")))
    if "code_year" in found:
        return _from_code(found)
    if "quarter" in found or "roman" in found:
        return Mention(_int(found.get("roman_year")), Kind.QUARTER, _number(found.get("quarter") or found["roman"]))
    if "months" in found:
        return _first_months(_number(found["months"]), late="months_late" in found)
    if "month" in found:
        return Mention(None, Kind.MONTH, _number(found["month"]), to_date="up_to_month" in found)
    if "short_month" in found:
        return Mention(int(found["short_year"]), Kind.MONTH, int(found["short_month"]))
    if "half" in found or "half_word" in found:
        return _half(2 if found.get("half") == "2" or found.get("half_word") == "cuoi" else 1)
    if "whole_year" in found:
        return Mention(None, Kind.YEAR, to_date=True)
    return Mention(int(found["year"]), None)


def _up_to_day(day: int, month: int, year: int | None) -> Mention | None:
    """'đến 30/9/2026' is a period only where the day ends its month: any other day is when the figures were taken."""
    if not 1 <= month <= 12 or day not in {30, 31, monthrange(year or 2027, month)[1]}:
        return None
    return Mention(year, Kind.MONTH, month, to_date=True)


def _from_code(found: dict[str, str]) -> Mention | None:
    year = int(found["code_year"])
    if "code_quarter" in found:
        return Mention(year, Kind.QUARTER, int(found["code_quarter"]))
    if "code_half" in found:
        return replace(_half(int(found["code_half"])), year=year)
    if "code_nine" in found:
        return Mention(year, Kind.NINE_MONTHS, to_date=True)
    month = int(found["code_month"])
    return Mention(year, Kind.MONTH, month) if 1 <= month <= 12 else None


def _first_months(count: int, *, late: bool) -> Mention | None:
    """'9 tháng' counts from January; '6 tháng cuối năm' is the second half, '3 tháng cuối năm' the last quarter."""
    if late:
        return {6: _half(2), 3: Mention(None, Kind.QUARTER, 4)}.get(count)
    whole = {3: (Kind.QUARTER, 1), 6: (Kind.HALF, 1), 9: (Kind.NINE_MONTHS, 1), 12: (Kind.YEAR, 1)}
    if count in whole:
        return Mention(None, *whole[count], to_date=True)
    return Mention(None, Kind.MONTH, count, to_date=True) if 1 <= count <= 12 else None


def _half(number: int) -> Mention:
    return Mention(None, Kind.HALF, number, to_date=number == 1)


def _share_years(mentions: list[Mention]) -> list[Mention]:
    """A part of a year takes the first year named after it, else the last one before; a year so taken says no more."""
    parts = [index for index, mention in enumerate(mentions) if mention.kind is not None]
    years = [index for index, mention in enumerate(mentions) if mention.kind is None]
    taken: set[int] = set()
    shared = list(mentions)
    for index in parts:
        near = next((year for year in years if year > index), years[-1] if years else None)
        if mentions[index].year is None and near is not None:
            shared[index] = mentions[index].within_year(mentions[near].year)
            taken.add(near)
    return [mention for index, mention in enumerate(shared) if index not in taken]


def _number(text: str) -> int:
    return _ROMAN.get(text) or _SPELLED.get(" ".join(text.split())) or int(text)


def _int(text: str | None) -> int | None:
    return int(text) if text else None
