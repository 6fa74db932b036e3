"""Rows of the 22 indicators that hold several targets: one name that joins them, one cell with all of their figures.

Which figure is whose say the labels in the cell, else the order in which the name names them; the catalogue's order
decides only for a row known by its number, and then somebody must confirm it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indicators.catalogue import CommuneCatalogue, Measure
from indicators.intake.findings import Findings
from indicators.intake.folding import clean
from indicators.intake.layout.roles import Role
from indicators.intake.layout.tables import Column, Table
from indicators.intake.model import Match
from indicators.intake.names.match import NameBook, Recognised
from indicators.intake.names.normal import words_of
from indicators.intake.rows import NamedRow, name_of
from indicators.intake.values.convert import says_nothing, shown
from indicators.intake.values.several import Part, parts_of
from indicators.intake.workbook.cells import Cell, CellKind, Place

_LONGEST, _MOST = 300, 6
_BETWEEN = re.compile(r"\s*(?:[;,/\n|+&]|\s+-\s+|\b(?:và|va)\b)\s*", re.IGNORECASE)
_INDICATOR = re.compile(r"0*(\d{1,3})[.)]?")

Parts = dict[tuple[Place, str], Cell | None]


@dataclass(frozen=True)
class _Joint:
    """A row of several measures, in the order of its name, or in the catalogue's where `is_named` is False."""

    number: int
    name: str
    place: Place
    measures: tuple[Measure, ...]
    is_named: bool

    @property
    def recognised(self) -> list[Recognised]:
        return [Recognised(measure, Match.NAME if self.is_named else Match.CODE) for measure in self.measures]


def take_joint_rows(
    table: Table, names: NameBook, catalogue: CommuneCatalogue, findings: Findings
) -> tuple[Table, list[NamedRow], Parts]:
    """The table without such rows, one row for each of their measures, and for each of their cells what of it is which
    measure's: None where nobody can tell."""
    joints = list(_joints(table, names, catalogue))
    rows = [
        NamedRow(
            joint.number, joint.name, joint.place, Recognised(measure, Match.NAME if joint.is_named else Match.CODE)
        )
        for joint in joints
        for measure in joint.measures
    ]
    parts: Parts = {}
    for joint in joints:
        for column in table.with_role(Role.VALUE):
            parts |= _parts_in(table, joint, column, catalogue, findings)
    taken = {joint.number for joint in joints}
    return replace(table, rows=tuple(row for row in table.rows if row not in taken)) if taken else table, rows, parts


def _joints(table: Table, names: NameBook, catalogue: CommuneCatalogue) -> Iterator[_Joint]:
    for number in table.rows:
        name, place = name_of(table, number)
        if len(name) > _LONGEST or names.is_known_name(name):
            continue
        named = _named_together(name, names)
        if named:
            yield _Joint(number, name, place, named, is_named=True)
        elif of_indicator := _of_indicator(table, number, name, names, catalogue):
            yield _Joint(number, name, place, of_indicator, is_named=False)


def _named_together(name: str, names: NameBook) -> tuple[Measure, ...]:
    """The measures whose names a name joins, sharing the words before them; none where a part of it is no such name."""
    pieces = [piece for piece in _BETWEEN.split(name) if piece.strip()]
    if not 2 <= len(pieces) <= _MOST:
        return ()
    first = clean(pieces[0]).split()
    found = [_measure_of(piece, first, names) for piece in pieces]
    measures = [measure for measure in found if measure is not None]
    are_all = len(measures) == len(pieces) == len({measure.measure for measure in measures})
    return tuple(measures) if are_all else ()


def _measure_of(piece: str, lead: Sequence[str], names: NameBook) -> Measure | None:
    """The measure of a name without the words that it shares with the first one: 'thôn văn hóa', 'BHXH'."""
    for count in range(len(lead)):
        text = " ".join([*lead[:count], piece])
        if names.is_known_name(text) and isinstance(found := names.recognise(text, ""), Recognised):
            return found.measure
    return None


def _of_indicator(
    table: Table, number: int, name: str, names: NameBook, catalogue: CommuneCatalogue
) -> tuple[Measure, ...]:
    """The measures of the indicator whose number stands in the row, where a cell of it holds as many figures."""
    codes = [text for column in table.with_role(Role.CODE) if (text := table.grid.text(number, column.number))]
    match = _INDICATOR.fullmatch(codes[0]) if codes and name else None
    if match is None:
        return ()
    ids = dict.fromkeys(target.measure for target in catalogue.targets if target.indicator == match[1])
    measures = tuple(catalogue.measure_by_id[measure] for measure in ids)
    cells = (table.grid.at(number, column.number) for column in table.with_role(Role.VALUE))
    holds_several = any(cell is not None and _figures_in(cell) is not None for cell in cells)
    return measures if len(measures) > 1 and holds_several and _is_like(name, measures, catalogue) else ()


def _is_like(name: str, measures: Sequence[Measure], catalogue: CommuneCatalogue) -> bool:
    """Whether a name speaks of one of the measures at all: a number may only count the rows."""
    said = {word for word in words_of(name).split() if len(word) > 2}
    return any(len(said & set(words_of(known).split())) > 1 for one in measures for known in catalogue.names_of(one))


def _parts_in(table: Table, joint: _Joint, column: Column, catalogue: CommuneCatalogue, findings: Findings) -> Parts:
    place = Place(joint.number, column.number)
    cell = table.grid.at(*place)
    if cell is None or says_nothing(cell):
        return {}
    parts = _figures_in(cell)
    owners = _owners(parts, joint.measures, catalogue) if parts is not None else None
    sheet, address = table.grid.sheet.name, table.grid.address(place)
    named = "; ".join(measure.name_vi for measure in joint.measures)
    if parts is None or owners is None:
        findings.add("several_not_told_apart", sheet, address, text=shown(cell), names=named)
        return {(place, measure.measure): None for measure in joint.measures}
    if not joint.is_named and not all(part.label for part in parts):
        findings.add("several_in_one_cell", sheet, address, text=shown(cell), names=named)
    found: Parts = {(place, measure.measure): None for measure in joint.measures}
    return found | {
        (place, measure.measure): Cell(CellKind.TEXT, part.text) for measure, part in zip(owners, parts, strict=True)
    }


def _figures_in(cell: Cell) -> list[Part] | None:
    return parts_of(cell.text) if cell.kind is CellKind.TEXT else None


def _owners(
    parts: Sequence[Part], measures: Sequence[Measure], catalogue: CommuneCatalogue
) -> Sequence[Measure] | None:
    """Whose each part is; None where the labels do not say, or their number is not the measures'."""
    if not any(part.label for part in parts):
        return measures if len(parts) == len(measures) else None
    owners = [_labelled(part.label, measures, catalogue) for part in parts]
    found = [owner for owner in owners if owner is not None]
    return found if len(found) == len(parts) == len({owner.measure for owner in found}) else None


def _labelled(label: str, measures: Sequence[Measure], catalogue: CommuneCatalogue) -> Measure | None:
    """The one measure with a name that holds all words of a label."""
    words = set(words_of(label).split())
    holders = [
        measure
        for measure in measures
        if words and any(words <= set(words_of(name).split()) for name in catalogue.names_of(measure))
    ]
    return holders[0] if len(holders) == 1 else None
