"""The canonical form of a review: UTF-8 in NFC, a JSON object a line, keys sorted, no spaces, numbers with a fraction
as text without trailing zeros, dates and moments in ISO. The same rows give the same bytes, whatever keeps them.

The first line says the format and every part's columns and types, so that rows come back as they went in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from unicodedata import normalize

from indicators.reviews.parts import FORMAT, PARTS, Column, Type
from indicators.store import Row

FIRST = "canonical_form"
_FOUR_PLACES = Decimal("0.0001")


@dataclass(frozen=True)
class CanonicalLine:
    """`content`: the row as JSON; `ordinal`: 1, 2, … within the part."""

    part: str
    ordinal: int
    content: str

    @property
    def text(self) -> str:
        return f'{{"ordinal":{self.ordinal},"part":"{self.part}","row":{self.content}}}\n'


def canonical_lines(rows: Mapping[str, Iterable[Row]]) -> list[CanonicalLine]:
    """The lines of these rows by part, the parts in their order; columns that a part has not are left out.

    Raises KeyError where a row lacks a column, ValueError for a number of more than four places.
    """
    first = {"format": FORMAT, "parts": [{"part": part, "columns": columns} for part, columns in PARTS.items()]}
    lines = [CanonicalLine(FIRST, 1, _json(first))]
    for part, columns in PARTS.items():
        for ordinal, row in enumerate(rows.get(part, ()), 1):
            lines.append(CanonicalLine(part, ordinal, _json(_encoded_row(row, columns))))
    return lines


def canonical_bytes(lines: Iterable[CanonicalLine]) -> bytes:
    return "".join(line.text for line in lines).encode()


def columns_of(first: str) -> dict[str, list[Column]]:
    """Part → its columns, as the content of a canonical form's first line says them."""
    return {said["part"]: [(name, kind) for name, kind in said["columns"]] for said in json.loads(first)["parts"]}


def decoded_row(content: str, columns: Sequence[Column]) -> Row:
    """The row as it went in: Decimal (four places), date, datetime, bool, int, str, list or None by column."""
    said = json.loads(content)
    return {name: _decoded(said[name], kind) for name, kind in columns}


def canonical_json(value: Any, kind: Type) -> str:
    """A value as it stands in a row of the canonical form."""
    return _json(_encoded(value, kind))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _encoded_row(row: Row, columns: Sequence[Column]) -> dict[str, Any]:
    return {name: _encoded(row[name], kind) for name, kind in columns}


def _encoded(value: Any, kind: Type) -> Any:
    if value is None:
        return None
    if isinstance(kind, list):
        return [_encoded_row(item, kind) for item in value]
    if isinstance(kind, dict):
        return [_encoded(item, kind["list"]) for item in value]
    return _TO_JSON[kind](value)


def _decoded(value: Any, kind: Type) -> Any:
    if value is None:
        return None
    if isinstance(kind, list):
        return [{name: _decoded(item[name], of) for name, of in kind} for item in value]
    if isinstance(kind, dict):
        return [_decoded(item, kind["list"]) for item in value]
    return _FROM_JSON[kind](value)


def _decimal_text(value: Decimal) -> str:
    if value != value.quantize(_FOUR_PLACES):
        raise ValueError(value)
    return f"{value.normalize() + 0:f}"


_TO_JSON: dict[str, Any] = {
    "text": lambda value: normalize("NFC", str(value)),
    "integer": int,
    "boolean": bool,
    "decimal": _decimal_text,
    "date": date.isoformat,
    "moment": datetime.isoformat,
}
_FROM_JSON: dict[str, Any] = {
    "text": str,
    "integer": int,
    "boolean": bool,
    "decimal": lambda text: Decimal(text).quantize(_FOUR_PLACES),
    "date": date.fromisoformat,
    "moment": datetime.fromisoformat,
}
