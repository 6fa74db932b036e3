"""Rows that hold what a measure is a share of: 'Số hộ nghèo' and 'Tổng số hộ' below 'Tỷ lệ hộ nghèo'."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from indicators.catalogue import CommuneCatalogue, Measure
from indicators.intake.layout.tables import Table
from indicators.intake.model import Match
from indicators.intake.names.match import NameBook, Recognised
from indicators.intake.names.normal import words_of
from indicators.intake.rows import NamedRow, name_of
from indicators.intake.workbook.cells import Place

_SAID_ANYWAY = re.compile(r" (?:luy ke|ca nam|tu dau nam)\b")
_GENERIC = {"tu so": "numerator", "mau so": "denominator"}
_LEAD = re.compile(r"^(?:tu so|mau so) ")
PartOwners = Mapping[str, Mapping[str, str]]
_PASSED_OVER = frozenset({"trong do", "gom", "bao gom", "chia ra", ""})


@dataclass
class ShareRows:
    """The rows of a measure's numerator and denominator, by number; `row` is the measure's own, else the first of
    these, which holds no value of the measure itself."""

    row: NamedRow
    has_own: bool
    parts: dict[str, tuple[int, Place, str]] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        return len(self.parts) == 2

    @property
    def rows(self) -> list[NamedRow]:
        return [replace(self.row, number=number) for number, _, _ in self.parts.values()]


def part_names(measure: Measure) -> Iterator[tuple[str, str]]:
    """The words that a sheet may call a measure's numerator and denominator by, with which of them it is."""
    for part, name in (("numerator", measure.numerator_vi), ("denominator", measure.denominator_vi)):
        words = words_of(name) if name else ""
        for form in dict.fromkeys((words, _SAID_ANYWAY.sub("", words))):
            if form:
                yield form, part


def part_owners(catalogue: CommuneCatalogue) -> PartOwners:
    """For the words of each numerator and denominator whose they are, and which of the two."""
    owners: dict[str, dict[str, str]] = defaultdict(dict)
    for measure in catalogue.measures:
        for form, kind in part_names(measure):
            owners[form][measure.measure] = kind
    return owners


def take_share_rows(
    table: Table, names: NameBook, catalogue: CommuneCatalogue, owners: PartOwners
) -> tuple[Table, dict[str, ShareRows]]:
    """The table without such rows, and these by their measure: where they follow the measure's own row, or where their
    name belongs to one measure only. Without both of them a row stays where it is."""
    found: dict[str, ShareRows] = {}
    current: NamedRow | None = None
    for number in table.rows:
        name, place = name_of(table, number)
        said = _LEAD.sub("", words) if (words := words_of(name)) not in _GENERIC else words
        result = names.recognise(name, "") if names.is_known_name(name) else None
        if isinstance(result, Recognised):
            current = NamedRow(number, name, place, result)
        elif (part := _part_of(said, current, owners)) is not None:
            _add(found, part, current, NamedRow(number, name, place, _as_named(part[0], catalogue)))
        elif said not in _PASSED_OVER:
            current = None
    whole = {measure: rows for measure, rows in found.items() if rows.is_whole}
    taken = {number for rows in whole.values() for number, _, _ in rows.parts.values()}
    return replace(table, rows=tuple(row for row in table.rows if row not in taken)) if taken else table, whole


def _part_of(words: str, current: NamedRow | None, owners: Mapping[str, Mapping[str, str]]) -> tuple[str, str] | None:
    """The measure and which part of it a row's words are; None where they are none, or could be several measures'."""
    if words in _GENERIC:
        has_parts = current is not None and bool(current.measure.numerator_vi)
        return (current.measure.measure, _GENERIC[words]) if current is not None and has_parts else None
    of = owners.get(words, {})
    if current is not None and current.measure.measure in of:
        return current.measure.measure, of[current.measure.measure]
    return next(iter(of.items())) if len(of) == 1 else None


def _add(found: dict[str, ShareRows], part: tuple[str, str], current: NamedRow | None, row: NamedRow) -> None:
    measure, kind = part
    has_own = current is not None and current.measure.measure == measure
    rows = found.setdefault(measure, ShareRows(current if has_own and current else row, has_own))
    rows.parts.setdefault(kind, (row.number, row.place, row.name))


def _as_named(measure: str, catalogue: CommuneCatalogue) -> Recognised:
    return Recognised(catalogue.measure_by_id[measure], Match.NAME)
