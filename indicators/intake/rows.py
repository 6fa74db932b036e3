"""The rows of a table: which measure each one is, under the name and the code that it carries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from indicators.catalogue import Measure
from indicators.intake.findings import Findings
from indicators.intake.layout.roles import Role, promises_codes
from indicators.intake.layout.tables import Column, Table
from indicators.intake.model import Match
from indicators.intake.names.groups import Line, group_of
from indicators.intake.names.kinds import Quantity, contradicts, quantity_of
from indicators.intake.names.match import Ambiguous, NameBook, Recognised
from indicators.intake.names.normal import unit_in_name
from indicators.intake.values.convert import looks_like_number, says_nothing
from indicators.intake.workbook.cells import Place


@dataclass(frozen=True)
class NamedRow:
    """A row with its name as the sheet writes it, where that stands, and the measure it was recognised as."""

    number: int
    name: str
    place: Place
    found: Recognised
    group: Quantity | None = None  # the kind of quantity that the row above it, whose part it is, says

    @property
    def measure(self) -> Measure:
        return self.found.measure


def recognise_rows(table: Table, names: NameBook, findings: Findings) -> list[NamedRow]:
    """The rows that are measures. One with figures that is none, or could be two, goes to `findings`."""
    rows = [(row, *name_of(table, row)) for row in table.rows]
    all_found = [(row, name, place, _recognise(table, row, name, names)) for row, name, place in rows]
    groups = _groups(table, all_found)
    found = [
        (row, name, place, None if _is_contradicted(table, row, name, result, groups.get(row)) else result)
        for row, name, place, result in all_found
    ]
    sure = [result for *_, result in found if isinstance(result, Recognised) and _is_sure(result)]
    exact = {result.measure.measure for result in sure if not result.remembered}
    remembered = {result.measure.measure for result in sure if result.remembered}
    best = _best_likely(found)
    named = []
    for row, name, place, result in found:
        if isinstance(result, Recognised) and _holds(result, name, exact, remembered, best):
            named.append(NamedRow(row, name, place, result, groups.get(row)))
        elif _has_figures(table, row) or (name and _says_something(table, row)):
            _report(table, name, place, result, findings)
    return named


def _holds(result: Recognised, name: str, exact: set[str], remembered: set[str], best: Mapping[str, str]) -> bool:
    """Whether no other row is surer to be the measure: the catalogue's own names come before what was once confirmed,
    and that before what is only like."""
    measure = result.measure.measure
    if not _is_sure(result):
        return measure not in exact | remembered and best[measure] == name
    return not result.remembered or measure not in exact


def report_likely(table: Table, rows: Sequence[NamedRow], findings: Findings) -> None:
    """Asks to confirm the rows that were recognised by likeness."""
    for row in rows:
        if row.found.match is Match.LIKELY:
            cell = table.grid.address(row.place)
            findings.add("likely_match", table.grid.sheet.name, cell, text=row.name, name=row.measure.name_vi)


def name_of(table: Table, row: int) -> tuple[str, Place]:
    """The name of a row: under a header over several columns the rightmost text, which is the most particular."""
    columns = table.with_role(Role.NAME)
    for column in reversed(columns):
        text = table.grid.text(row, column.number)
        if text and not _is_marker(text):
            return text, Place(row, column.number)
    return "", Place(row, columns[-1].number if columns else table.columns[0].number)


def _recognise(table: Table, row: int, name: str, names: NameBook) -> Recognised | Ambiguous | None:
    columns = [column for column in table.with_role(Role.CODE) if name or promises_codes(column.text)]
    codes = [code for column in columns if (code := table.grid.text(row, column.number))]
    if not name and not codes:
        return None
    return names.recognise(name, codes[0] if codes else "")


def _groups(
    table: Table, found: Sequence[tuple[int, str, Place, Recognised | Ambiguous | None]]
) -> dict[int, Quantity]:
    """The quantity that its group says, for each recognised row whose name says none itself."""
    codes = table.with_role(Role.CODE)
    lines = [
        Line(
            next((text for column in codes if (text := table.grid.text(row, column.number))), ""),
            _full_name(table, row),
            _has_figures(table, row),
            _is_sure(result),
        )
        for row, _, _, result in found
    ]
    groups = {
        row: group_of(lines, index)
        for index, (row, name, _, result) in enumerate(found)
        if result is not None and name and quantity_of(name) is None
    }
    return {row: group for row, group in groups.items() if group is not None}


def _full_name(table: Table, row: int) -> str:
    """The name with the marker that may stand in a column of its own before it."""
    texts = [table.grid.text(row, column.number) for column in table.with_role(Role.NAME)]
    return " ".join(dict.fromkeys(text for text in texts if text))


def _is_contradicted(
    table: Table, row: int, name: str, result: Recognised | Ambiguous | None, group: Quantity | None
) -> bool:
    """Whether the row's group, or what a row that is only like a measure says itself, cannot be that measure's."""
    if not isinstance(result, Recognised):
        return False
    said = group if result.match is Match.NAME else quantity_of(name) or group
    has_unit = any(table.grid.text(row, column.number) for column in table.with_role(Role.UNIT))
    return contradicts(said, result.measure, has_unit=has_unit or bool(unit_in_name(name)))


def _is_marker(text: str) -> bool:
    """A dash or a letter in a column of its own before the name."""
    return len(text.strip(" .)(-+*")) < 2


def _is_sure(result: Recognised | Ambiguous | None) -> bool:
    return isinstance(result, Recognised) and result.match is not Match.LIKELY


def _best_likely(found: Sequence[tuple[int, str, Place, Recognised | Ambiguous | None]]) -> dict[str, str]:
    """For each measure the name most like it: two different names cannot both be the same measure."""
    best: dict[str, tuple[float, str]] = {}
    for _, name, _, result in found:
        if isinstance(result, Recognised) and result.match is Match.LIKELY:
            measure = result.measure.measure
            if measure not in best or result.score > best[measure][0]:
                best[measure] = (result.score, name)
    return {measure: name for measure, (_, name) in best.items()}


def _has_figures(table: Table, row: int) -> bool:
    return any(looks_like_number(table.grid.at(row, column.number)) for column in _figure_columns(table))


def _says_something(table: Table, row: int) -> bool:
    """Whether a row that is numbered, or has a unit, says in words what others say in figures: 'Đạt', 'đang rà soát'.
    Without either it may be a note or a signature."""
    keys = (*table.with_role(Role.UNIT), *table.with_role(Role.CODE))
    if not any(table.grid.text(row, column.number) for column in keys):
        return False
    return any(not says_nothing(table.grid.at(row, column.number)) for column in _figure_columns(table))


def _figure_columns(table: Table) -> Iterator[Column]:
    return iter(table.with_role(Role.VALUE))


def _report(table: Table, name: str, place: Place, result: Recognised | Ambiguous | None, findings: Findings) -> None:
    sheet, cell = table.grid.sheet.name, table.grid.address(place)
    if isinstance(result, Ambiguous):
        first, second = result.measures
        findings.add("name_ambiguous", sheet, cell, text=name, name=first.name_vi, other=second.name_vi)
    else:
        text = name or str(table.grid.in_sheet(place).row)  # a row without a name is known by its number
        findings.add("row_not_recognised", sheet, cell, text=text)
