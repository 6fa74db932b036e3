"""The rows of the sheet «Đại lượng»: a new row is a new measure; a known one may only be looked at, since a changed one
would restate the past."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from indicators.catalogue import Accumulation, Better, Closing, Frequency, Measure
from indicators.catalogue.columns import MEASURE as CONVERTERS
from indicators.intake.folding import clean, fold
from indicators.plans.draft import Drafting
from indicators.plans.layout import MEASURES
from indicators.plans.look import in_words
from indicators.plans.tables import TableRow
from indicators.plans.workbook import measure_cells
from indicators.wording import plans as words

_NEEDED = ("name_vi", "unit", "accumulation", "frequency", "closes", "decimals")
_TEXTS = ("numerator_vi", "denominator_vi", "lead_unit", "data_source_vi")
_CLOSING = re.compile(r"(\d{1,2})/(\d{1,2})( nam sau)?", re.ASCII)
_MOST_DECIMALS = 4


def read_measures(drafting: Drafting, rows: Sequence[TableRow]) -> None:
    """Takes in the new ones; a known one that was changed is an issue."""
    seen: set[str] = set()
    for row in rows:
        name = _identifier_of(drafting, row)
        if name in seen:
            drafting.issues.add("row_twice", row.place("measure"), what=name)
        elif name is not None:
            seen.add(name)
            drafting.note(row, "measure", name)
            known = drafting.base.measure_by_id.get(name)
            if known is not None:
                _refuse_change(drafting, row, known)
            elif (measure := _measure(drafting, row, name)) is not None:
                drafting.new_measures[name] = measure


def _identifier_of(drafting: Drafting, row: TableRow) -> str | None:
    name = row.values.get("measure")
    if name is None:
        if "measure" not in row.unfit:
            drafting.issues.add("cell_needed", row.place("measure"), column=words.MEASURE_COLUMNS["measure"])
        return None
    try:
        CONVERTERS["measure"](name)
    except ValueError:
        drafting.issues.add("identifier_invalid", row.place("measure"), text=name)
        return None
    return str(name)


def _refuse_change(drafting: Drafting, row: TableRow, known: Measure) -> None:
    before = measure_cells(known)
    for column in MEASURES:
        if column.name not in row.values:
            continue
        said, held = row.values[column.name], before[column.name]
        if (clean(held) if isinstance(held, str) else held) != (said if said is not None or held is None else ""):
            drafting.issues.add(
                "measure_changed", row.place(column.name), column=column.title, name=known.name_vi,
                before=in_words(column, held),
            )  # fmt: skip


def _measure(drafting: Drafting, row: TableRow, name: str) -> Measure | None:
    said: dict[str, Any] = {column.name: row.values.get(column.name) for column in MEASURES}
    missing = [field for field in _NEEDED if said[field] is None and field not in row.unfit]
    for field in missing:
        drafting.issues.add("cell_needed", row.place(field), column=words.MEASURE_COLUMNS[field])
    if missing or row.unfit:
        return None
    closes = _closing(said["closes"])
    if closes is None:
        drafting.issues.add("closing_invalid", row.place("closes"), text=said["closes"])
    if not 0 <= said["decimals"] <= _MOST_DECIMALS:
        drafting.issues.add("decimals_invalid", row.place("decimals"), text=said["decimals"])
    elif closes is not None:
        chosen = {
            "accumulation": Accumulation(said["accumulation"]),
            "frequency": Frequency(said["frequency"]),
            "better": Better(said["better"] or Better.UP),
            "closes": closes,
            "names_seen_vi": _names(said["names_seen_vi"]),
        }
        return Measure(**said | chosen | {field: said[field] or "" for field in _TEXTS})
    return None


def _closing(text: str) -> Closing | None:
    """'31/12' or '31/01 năm sau'."""
    match = _CLOSING.fullmatch(fold(text))
    if not match:
        return None
    day, month = int(match[1]), int(match[2])
    try:
        date(2027, month, day)
    except ValueError:
        return None
    return Closing(month, day, bool(match[3]))


def _names(text: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in re.split(r"[;|]", text or "") if name.strip())
