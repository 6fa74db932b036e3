"""A table's layout under a key that stays the same from one report to the next, and what somebody said of its columns.

A column's own words stay on record: whoever points against them is told so.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from indicators.intake.folding import fold
from indicators.intake.layout.roles import Accrual, Heading, Role, says_estimate
from indicators.intake.layout.tables import Column, Table
from indicators.intake.model import Meaning, Pointing
from indicators.intake.periods.words import Mention, find_mentions
from indicators.intake.values.convert import looks_like_number

_SPELLED = re.compile(r"\b(quy|thang)\s+(?:mot|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi(?: mot| hai)?)\b")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*|\b[ivx]+\b")
_WORD = re.compile(r"[^\W\d_]+|%")
_KEPT = frozenset({Role.CODE, Role.UNIT, Role.PERIOD, Role.REMARK, Role.IGNORED})  # no figures: nothing to leave out
_ROLES = {Meaning.NUMERATOR: Role.NUMERATOR, Meaning.DENOMINATOR: Role.DENOMINATOR}
_ACCRUALS = {Meaning.OWN: Accrual.OWN, Meaning.TO_DATE: Accrual.TO_DATE}
_YEAR_BEFORE = re.compile(r"nam truoc|(?:19|20)\d\d")


@dataclass(frozen=True)
class Layouts:
    """What is said of layouts: remembered from earlier files, and of this file, which comes first."""

    remembered: Mapping[str, Pointing] = field(default_factory=dict)
    pointed: Mapping[str, Pointing] = field(default_factory=dict)

    def pointing(self, layout: str) -> Pointing:
        return self.pointed.get(layout) or self.remembered.get(layout) or {}

    def is_remembered(self, layout: str) -> bool:
        return layout in self.remembered and not self.pointed.get(layout)


def layout_columns(table: Table) -> list[Column]:
    """The columns that make a layout: those with a heading, and those that hold figures. They are numbered from 1."""
    if not table.header_says_anything:
        return list(table.columns)
    return [column for column in table.columns if column.text or _holds_figures(table, column)]


def with_layout(table: Table, layouts: Layouts) -> Table:
    """The table with its key, its columns being what somebody said of that layout."""
    columns = layout_columns(table)
    layout = layout_key(table, columns)
    pointing = layouts.pointing(layout)
    said = {column.number: pointing[number] for number, column in enumerate(columns, 1) if number in pointing}
    changed = {column.number: _as_said(column, said.get(column.number), said.values()) for column in table.columns}
    return replace(
        table, layout=layout, columns=tuple(replace(column, heading=changed[column.number]) for column in table.columns)
    )


def layout_key(table: Table, columns: Sequence[Column]) -> str:
    """The same for every table whose columns have the same words in the same order. Of the years and periods that they
    name counts only which is the earlier: 'Năm 2025, Năm 2026' is 'Năm 2026, Năm 2027', and not its reverse."""
    mentions = [find_mentions(column.text) for column in columns]
    years = sorted({mention.year for named in mentions for mention in named if mention.year is not None})
    ends = sorted({mention.last_month for named in mentions for mention in named if mention.kind is not None})
    shape = [(_words(column.text), _ranks(named, years, ends)) for column, named in zip(columns, mentions, strict=True)]
    said = repr((table.grid.transposed, shape, _names_below(table) if not table.header_says_anything else ()))
    return hashlib.sha256(said.encode()).hexdigest()[:24]


def contradicted(table: Table) -> list[Column]:
    """The columns that somebody pointed at against what their headers plainly say."""
    return [column for column in table.columns if column.heading.against_words]


def _as_said(column: Column, meaning: Meaning | None, all_said: Collection[Meaning]) -> Heading:
    heading = column.heading
    if meaning is None:
        is_other_name = heading.role is Role.NAME and Meaning.NAME in all_said
        return Heading(Role.IGNORED) if is_other_name else heading
    if meaning is Meaning.NAME:
        return replace(Heading(Role.NAME), pointed=meaning)
    if meaning is Meaning.IGNORED:
        return heading if heading.role in _KEPT else Heading(Role.IGNORED, pointed=meaning)
    return Heading(
        role=_ROLES.get(meaning, Role.VALUE),
        mention=_part_named(column.text) if meaning is not Meaning.YEAR_BEFORE else None,
        accrual=_ACCRUALS.get(meaning, heading.accrual),
        estimate=says_estimate(column.text),
        pointed=meaning,
        against_words=_is_against(column, meaning),
    )


def _part_named(text: str) -> Mention | None:
    """The one part of a year that a header names, which goes on saying when the column is of."""
    parts = {mention for mention in find_mentions(text) if mention.kind is not None}
    return parts.pop() if len(parts) == 1 else None


def _is_against(column: Column, meaning: Meaning) -> bool:
    """Whether a header plainly says something else: a plan, a comparison, what is counted from January, a quarter."""
    heading = column.heading
    if meaning is Meaning.YEAR_BEFORE:
        return _part_named(column.text) is not None or (
            heading.role is Role.IGNORED and not _YEAR_BEFORE.search(fold(column.text))
        )
    if heading.role is Role.IGNORED:
        return bool(column.text)
    return heading.role is Role.VALUE and heading.accrual is Accrual.TO_DATE and meaning is Meaning.OWN


def _words(text: str) -> str:
    folded = _NUMBER.sub(" ", _SPELLED.sub(r"\1", fold(text).replace("_", " ")))
    return " ".join(_WORD.findall(folded))


def _ranks(mentions: Sequence[Mention], years: list[int], ends: list[int]) -> list[tuple[int, int]]:
    return [
        (
            years.index(mention.year) if mention.year is not None else -1,
            ends.index(mention.last_month) if mention.kind is not None else -1,
        )
        for mention in mentions
    ]


def _names_below(table: Table) -> tuple[str, ...]:
    """What stands for the header of a table without one: the words of its rows, in the column with the most."""
    most: list[str] = []
    for column in table.columns:
        texts = [words for row in table.rows if (words := _words(table.grid.text(row, column.number)))]
        most = max(most, texts, key=len)
    return tuple(most)


def _holds_figures(table: Table, column: Column) -> bool:
    return any(looks_like_number(table.grid.at(row, column.number)) for row in table.rows)
