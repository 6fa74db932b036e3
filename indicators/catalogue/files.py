"""Reads one CSV of a catalogue folder: rows with their line numbers, and every problem with file, line and column."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indicators.catalogue.columns import Converter

OPTIONAL_COLUMNS = frozenset(
    {"minimum", "maximum", "baseline", "numerator_vi", "denominator_vi", "factor", "lead_unit", "data_source_vi"}
    | {"names_seen_vi", "stretch", "tolerance", "commitment", "document_number", "document_date"}
    | {"assigned_by", "path_rule", "joint_units", "directing_leader", "officer", "sector_vi"}
)


@dataclass(frozen=True)
class Problem:
    """One contradiction in a catalogue file; its sentence is in `wording.refusals`."""

    code: str
    file: Path
    line: int
    column: str = ""
    value: str = ""


@dataclass(frozen=True)
class Row:
    file: Path
    line: int
    cells: Mapping[str, Any]

    def problem(self, code: str, column: str) -> Problem:
        return Problem(code, self.file, self.line, column, str(self.cells[column]))


def read_rows(file: Path, columns: Mapping[str, Converter], problems: list[Problem]) -> list[Row]:
    """The rows of a file, cells converted. A file that does not exist has none; what is wrong goes to `problems`."""
    if not file.exists():
        return []
    try:
        text = unicodedata.normalize("NFC", file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        problems.append(Problem("not_utf8", file, 1))
        return []
    reader = csv.DictReader(io.StringIO(text, newline=""))
    missing = [name for name in columns if name not in (reader.fieldnames or ()) and name not in OPTIONAL_COLUMNS]
    problems.extend(Problem("missing_column", file, 1, name) for name in missing)
    return [] if missing else [_row(file, reader.line_num, raw, columns, problems) for raw in reader]


def _row(
    file: Path, line: int, raw: Mapping[str, str | None], columns: Mapping[str, Converter], problems: list[Problem]
) -> Row:
    cells: dict[str, Any] = {}
    if None in raw:
        problems.append(Problem("too_many_cells", file, line))
    for name, converter in columns.items():
        cell = (raw.get(name) or "").strip()
        try:
            cells[name] = converter(cell)
        except ValueError:
            problems.append(Problem("unreadable_cell" if cell else "empty_cell", file, line, name, cell))
    return Row(file, line, cells)
