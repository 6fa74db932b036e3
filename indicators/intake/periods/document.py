"""The period that a table reports on: from the argument, the titles above it, the sheet's name, in this order.

They complete each other (a quarter in the title, its year elsewhere in the book); where they contradict each other,
nothing may be read by them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indicators.errors import PeriodInvalid
from indicators.intake.folding import fold
from indicators.intake.periods.words import LONGEST_TEXT, Mention, find_mentions
from indicators.periods import Kind, Period

# What follows is about another time: 'Kết quả quý III, nhiệm vụ quý IV', 'tăng so với quý II'.
_FORWARD = re.compile(r"phuong huong|nhiem vu|ke hoach|du kien|muc tieu|giai phap|trien khai|\buoc\b")
_PLANNED = re.compile(r"phuong huong|nhiem vu|ke hoach|du kien|muc tieu")
_COMPARED = re.compile(r"(?:so voi|cung ky)[^,;()]*")
_COUNTED_FROM_JANUARY = re.compile(r"luy ke|cong don|tu dau nam|tinh tu dau")


@dataclass(frozen=True)
class Source:
    """Who names a period: `kind` is 'argument', 'title', 'sheet_name' or 'column', worded in `wording.issues`."""

    kind: str
    mention: Mention
    text: str = ""
    cell: str | None = None


@dataclass(frozen=True)
class Conflict:
    first: Source
    second: Source


@dataclass(frozen=True)
class Document:
    """What is known of the period before the columns are looked at. `period` may be a bare year that only completes
    the columns (`is_year_only`); `source` says who named it. `to_date`: the title counts everything from January, and
    `says_to_date` that it does so in words, not by its period. `has_parts`: the table has columns for parts of the
    year, of which `reached` is the last with figures."""

    period: Period | None = None
    year: int | None = None
    is_year_only: bool = False
    to_date: bool = False
    source: Source | None = None
    says_to_date: bool = False
    has_parts: bool = False
    reached: Period | None = None

    def at(self, period: Period) -> Document:
        """The same with this period, as one row of a list says it."""
        return Document(period, period.year, False, self.to_date, self.source, self.says_to_date)


def title_sources(text: str, cell: str) -> list[Source]:
    """The period that a title line names; several where it names several that do not end together."""
    mentions = main_mentions(text)
    parts = [mention for mention in mentions if mention.kind is not None]
    ends = {(mention.year, mention.last_month) for mention in parts}
    if len(ends) == 1:
        parts = [min(parts, key=lambda mention: (mention.to_date, mention.last_month))]
    return [Source("title", mention, text, cell) for mention in parts or mentions[:1]]


def main_mentions(text: str) -> list[Mention]:
    """The periods of a title, without those of what comes next or what it is compared with."""
    folded = _COMPARED.sub(" ", fold(text[:LONGEST_TEXT]))
    mentions = find_mentions(folded, title=True)
    for match in _FORWARD.finditer(folded):
        before = [mention for mention in find_mentions(folded[: match.start()], title=True) if mention.kind is not None]
        if before:
            return [mention for mention in mentions if mention.kind is not None][: len(before)]
    return mentions


def planned_mentions(text: str) -> list[Mention]:
    """The parts of the year that a title calls a plan: 'Kết quả quý II; kế hoạch quý III'."""
    folded = _COMPARED.sub(" ", fold(text[:LONGEST_TEXT]))
    mentions = [mention for mention in find_mentions(folded, title=True) if mention.kind is not None]
    for match in _PLANNED.finditer(folded):
        before = [mention for mention in find_mentions(folded[: match.start()], title=True) if mention.kind is not None]
        if before:
            own = {(mention.kind, mention.number) for mention in before}
            return [mention for mention in mentions[len(before) :] if (mention.kind, mention.number) not in own]
    return []


def counts_from_january(texts: Sequence[str]) -> bool:
    """Whether a title says that the figures are counted from the start of the year."""
    return any(_COUNTED_FROM_JANUARY.search(fold(text)) for text in texts)


def settle(sources: Sequence[Source], book_years: Sequence[int], *, to_date: bool) -> Document | Conflict:
    """One period from all sources, or the two that contradict each other. Raises PeriodInvalid outside 2021-2030."""
    for index, first in enumerate(sources):
        for second in sources[index + 1 :]:
            if not agree(first.mention, second.mention):
                return Conflict(first, second)
    years = [source.mention.year for source in sources if source.mention.year is not None]
    year = next(iter([*years, *(book_years if len(set(book_years)) == 1 else ())]), None)
    part = next((source for source in sources if source.mention.kind is not None), None)
    in_words, to_date = to_date, to_date or (part is not None and part.mention.to_date)
    if part is not None:
        return Document(period_of(part.mention, year), year, False, to_date, part, in_words)
    whole = next((source for source in sources if source.mention.year is not None), None)
    return Document(Period(year) if whole and year else None, year, True, to_date, whole, in_words)


def agree(first: Mention, second: Mention) -> bool:
    """Whether two sources can mean the same report: 'Quý II' and '6 tháng đầu năm' can, a year and its quarter too."""
    if first.year is not None and second.year is not None and first.year != second.year:
        return False
    if first.kind is None or second.kind is None:
        return True
    if (first.kind, first.number) == (second.kind, second.number):
        return True
    return first.last_month == second.last_month and (first.to_date or second.to_date)


def mention_of(period: Period) -> Mention:
    return Mention(period.year, period.kind, period.number)


def period_of(mention: Mention, year: int | None) -> Period | None:
    """The period of a mention, its year taken from elsewhere where it has none. Raises PeriodInvalid."""
    found = mention.year or year
    return None if found is None else make_period(found, mention.kind or Kind.YEAR, mention.number)


def make_period(year: int, kind: Kind, number: int) -> Period:
    try:
        return Period(year, kind, number)
    except PeriodInvalid:
        raise PeriodInvalid(str(year)) from None
