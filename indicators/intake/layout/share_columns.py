"""Columns that hold what a measure is a share of: 'Tử số' beside 'Mẫu số', or headed by a measure's own words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from indicators.intake.layout.quantities import Holds, holds
from indicators.intake.layout.roles import Role, heading_of
from indicators.intake.layout.tables import Column, Table
from indicators.intake.names.normal import words_of

_PAIRS = (
    ({"tu so"}, {"mau so"}),
    ({"so dat", "so luong dat", "so da dat", "so dat duoc"}, {"tong so", "tong", "tong so luong", "tong cong"}),
)
_ROLES = (Role.NUMERATOR, Role.DENOMINATOR)


def with_share_columns(table: Table, part_words: Collection[tuple[str, str]]) -> Table:
    """The table, its columns of numerators and denominators being such; `part_words` are the words of the measures in
    its rows, with 'numerator' or 'denominator'."""
    said = {column.number: lowest_words(table, column) for column in table.columns}
    roles: dict[str, Role] = {}
    for words in (set(said.values()) & names[0] and names for names in _PAIRS):
        if words and set(said.values()) & words[1]:
            roles |= {word: role for role, group in zip(_ROLES, words, strict=True) for word in group}
    own = {words: Role(part) for words, part in part_words}
    present = {own[word] for word in said.values() if word in own}
    if len(present) == 2:
        roles |= own
    if not roles:
        return table
    columns = [_as_part(table, column, roles.get(said[column.number])) for column in table.columns]
    return replace(table, columns=tuple(_as_share(table, column, columns) for column in columns))


def lowest_words(table: Table, column: Column) -> str:
    """The words of the lowest level of a column's header."""
    return words_of(table.grid.text(*column.place)) if column.text else ""


def _as_part(table: Table, column: Column, role: Role | None) -> Column:
    if role is None or column.heading.pointed or column.role not in {Role.UNKNOWN, Role.VALUE, Role.IGNORED}:
        return column
    heading = heading_of([f"{_group(table, column)} số liệu"])
    return replace(column, heading=replace(heading, role=role)) if heading.role is Role.VALUE else column


def _as_share(table: Table, column: Column, columns: Sequence[Column]) -> Column:
    """'Tỷ lệ (%)' beside both under the same heading is the figure, not how much of the plan was done."""
    if column.heading.pointed or column.role not in {Role.UNKNOWN, Role.IGNORED}:
        return column
    beside = [other for other in columns if other.role in _ROLES and _group(table, other) == _group(table, column)]
    if holds(table.grid.text(*column.place)) is not Holds.SHARE or len({other.role for other in beside}) < len(_ROLES):
        return column
    return replace(column, heading=replace(beside[0].heading, role=Role.VALUE))


def _group(table: Table, column: Column) -> str:
    return column.text.removesuffix(table.grid.text(*column.place)).strip()
