"""Headings inside a table: 'QUÝ II', 'KẾ HOẠCH NĂM 2026', 'CÙNG KỲ NĂM TRƯỚC' over the rows that follow.

Only a heading that says nothing else counts: 'Các chỉ tiêu đạt chuẩn trước năm 2030' names no period of its rows.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from indicators.intake.findings import Findings
from indicators.intake.folding import fold
from indicators.intake.layout.roles import Role
from indicators.intake.layout.tables import Table
from indicators.intake.periods.words import find_mentions
from indicators.intake.rows import NamedRow
from indicators.intake.values.convert import looks_like_number
from indicators.intake.workbook.cells import CellKind, Place

_LONGEST = 80
_ORDER = re.compile(r"\s*\(?(?:[a-z]|[ivx]+|\d{1,2}(?:\.\d+)*)\)?[.):\-]?\s*")
_FIRST = re.compile(r"^\(?(?:[a-z]|[ivx]+|\d{1,2}(?:\.\d+)*)[.):]\s+")
_PERIOD_WORDS = re.compile(
    r"(?:phu|luc|bieu|so|lieu|ket|qua|thuc|hien|th|bao|cao|chi|tieu|cac|ky|trong|luy|ke|quy|thang|nam|dau|cuoi|tu|den"
    r"|het|cua|ve|uoc|ca|q|i{1,3}|iv|tinh|hinh)"
)
_PLAN_WORDS = re.compile(r"(?:ke|hoach|kh|muc|du|toan|giao|nhiem|vu|phuong|huong|cung|truoc|voi|sanh|kien|phan|tp|xa)")
_PLAN = re.compile(r"\b(?:ke hoach|kh|muc tieu|du toan|giao|nhiem vu|phuong huong|cung ky|so voi|so sanh|du kien)\b")
_RESULT = re.compile(r"\b(?:thuc hien|th|ket qua)\b")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Sections:
    """For rows below such a heading: the words that name their period; and where the heading of a plan stands."""

    periods: Mapping[int, str] = field(default_factory=dict)
    planned: Mapping[int, Place] = field(default_factory=dict)


def find_sections(table: Table, rows: Sequence[NamedRow]) -> Sections:
    """The headings that stand between these rows of a table, for each row the last one above it."""
    named = {row.number for row in rows}
    headings = dict(_headings(table, named))
    periods: dict[int, str] = {}
    planned: dict[int, Place] = {}
    heading: tuple[str, Place] | None = None
    for number in table.rows:
        heading = headings.get(number, heading)
        if number in named and heading is not None:
            text, place = heading
            if _is_plan(text):
                planned[number] = place
            elif find_mentions(text):
                periods[number] = text
    return Sections(periods, planned)


def without_planned(rows: Sequence[NamedRow], table: Table, findings: Findings) -> tuple[list[NamedRow], Sections]:
    """The rows that hold results, and the headings over them; those below a plan's heading are named by it."""
    sections = find_sections(table, rows)
    for place in dict.fromkeys(sections.planned.values()):
        sheet, text = table.grid.sheet.name, table.grid.text(*place)
        findings.add("plan_rows_not_read", sheet, table.grid.address(place), text=text)
    return [row for row in rows if row.number not in sections.planned], sections


def _headings(table: Table, named: Collection[int]) -> Iterator[tuple[int, tuple[str, Place]]]:
    for number in table.rows:
        if number in named or (found := _text_alone(table, number)) is None:
            continue
        words = _WORD.findall(_folded(found[0]))
        if all(map(_is_own_word, words)) and _says_which(found[0]):
            yield number, found


def _text_alone(table: Table, number: int) -> tuple[str, Place] | None:
    """The one text of a row without figures, an order number before it aside."""
    grid = table.grid
    places = [Place(number, column) for column in grid.rows.get(number, ())]
    if any(looks_like_number(grid.at(number, column.number)) for column in table.with_role(Role.VALUE)):
        return None
    texts = [place for place in places if grid.cells[place].kind is CellKind.TEXT]
    if len(texts) > 1 and _ORDER.fullmatch(fold(grid.text(*texts[0]))):
        texts = texts[1:]
    text = grid.text(*texts[0]) if len(texts) == 1 else ""
    return (text, texts[0]) if 0 < len(text) <= _LONGEST else None


def _is_own_word(word: str) -> bool:
    return bool(_PERIOD_WORDS.fullmatch(word) or _PLAN_WORDS.fullmatch(word))


def _folded(text: str) -> str:
    return _FIRST.sub("", fold(text))


def _is_plan(text: str) -> bool:
    folded = _folded(text)
    return bool(_PLAN.search(folded)) and not _RESULT.search(folded)


def _says_which(text: str) -> bool:
    """Whether a heading names a period, a plan or results at all."""
    return _is_plan(text) or bool(find_mentions(text)) or bool(_RESULT.search(_folded(text)))
