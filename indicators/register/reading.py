"""A register's file: a table with a column of codes and one of names, found by the words of their headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indicators.intake.findings import Findings
from indicators.intake.folding import clean, fold
from indicators.intake.layout.grid import Grid
from indicators.intake.model import Issue, Severity
from indicators.intake.workbook.cells import Place, Sheet, Visibility, Workbook
from indicators.register.model import RegisterEntry
from indicators.register.names import is_code

_AREA = r"(?:tinh|thanh pho|tp\.?|quan|huyen|thi xa|tx\.?)"
_UNIT = r"(?:dvhc|dv ?hc|don vi(?: hanh chinh)?|dia phuong|dia ban)"
_AND = r"(?: ?[/,;-] ?| )"
CODE_HEADING = re.compile(rf"(?:ma|ma so|code)(?: {_UNIT})?(?: (?:cap )?(?:xa|phuong).*)?|ma (?:px|xp|x|p)")
NAME_HEADING = re.compile(
    rf"(?:(?:ten|cac) )?(?:{_UNIT}(?: cap xa| co so)?|(?:cap )?xa|phuong|don vi bao cao|ubnd (?:cap )?xa.*"
    rf"|(?:cap )?(?:xa|phuong)(?:{_AND}(?:xa|phuong|thi tran|dac khu|tt))+)|ten(?: goi)?"
)
PARENT_HEADING = re.compile(rf"(?:(?:ten|thuoc) )?{_AREA}(?:{_AND}{_AREA})*")
_ROWS_TO_HEADER = 30


@dataclass(frozen=True)
class RegisterReading:
    """What a register's file says; nothing is to be recorded of one with errors."""

    entries: tuple[RegisterEntry, ...]
    issues: tuple[Issue, ...]

    @property
    def errors(self) -> tuple[Issue, ...]:
        return tuple(issue for issue in self.issues if issue.severity is Severity.ERROR)


@dataclass(frozen=True)
class _Columns:
    row: int
    code: int
    name: int
    parents: tuple[int, ...]


def heading_form(text: str) -> str:
    """A heading folded, without what stands in parentheses behind it."""
    folded = fold(text).strip(" :.*")
    return re.sub(r"\s*\([^)]*\)$", "", folded) or folded


def read_register(workbook: Workbook) -> RegisterReading:
    """The communes of the first visible sheet that has such columns."""
    findings = Findings()
    for sheet in workbook.sheets:
        columns = _columns_of(sheet) if sheet.visibility is Visibility.VISIBLE else None
        if columns is not None:
            entries = _entries(sheet, columns, findings)
            if not entries and not findings.has_errors:
                findings.add("register_empty", sheet.name)
            return RegisterReading(entries, findings.all())
    findings.add("register_no_columns")
    return RegisterReading((), findings.all())


def _columns_of(sheet: Sheet) -> _Columns | None:
    rows: dict[int, dict[int, str]] = {}
    for place, cell in sheet.cells.items():
        if place.row <= _ROWS_TO_HEADER:
            rows.setdefault(place.row, {})[place.column] = heading_form(cell.text)
    for row, texts in sorted(rows.items()):
        codes = [column for column, text in sorted(texts.items()) if CODE_HEADING.fullmatch(text)]
        names = [column for column, text in sorted(texts.items()) if NAME_HEADING.fullmatch(text)]
        if codes and names:
            parents = (column for column, text in sorted(texts.items()) if PARENT_HEADING.fullmatch(text))
            return _Columns(row, codes[-1], names[0], tuple(parents))
    return None


def _entries(sheet: Sheet, columns: _Columns, findings: Findings) -> tuple[RegisterEntry, ...]:
    grid = Grid(sheet)
    found: dict[str, tuple[RegisterEntry, str]] = {}
    for row in grid.rows:
        if row <= columns.row:
            continue
        code, name = (clean(grid.text(row, column)) for column in (columns.code, columns.name))
        code = code.removesuffix(".0")  # a number kept as text
        if not code and not name:
            continue
        place = grid.address(Place(row, columns.code if code else columns.name))
        if not code or not name:
            findings.add("register_row_incomplete", sheet.name, place, text=code or name)
        elif not is_code(code):
            findings.add("register_code_invalid", sheet.name, place, text=code)
        elif code in found:
            findings.add("register_code_twice", sheet.name, place, text=code, first=found[code][1])
        else:
            parents = ", ".join(filter(None, (clean(grid.text(row, column)) for column in columns.parents)))
            found[code] = (RegisterEntry(code, name, parents), place)
    return tuple(entry for entry, _ in found.values())
