"""The rows of a review as a DuckDB file and as Parquet files: a table a part, typed columns."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from indicators.reviews.parts import PARTS, Column, Type
from indicators.store import statement
from indicators.verification.layout import DUCKDB, PARQUET

_TYPES = {
    "text": "VARCHAR", "integer": "BIGINT", "boolean": "BOOLEAN", "decimal": "DECIMAL(38,4)", "date": "DATE",
    "moment": "TIMESTAMP",
}  # fmt: skip


def database_files(contents: Mapping[str, Sequence[str]]) -> dict[str, bytes]:
    """Path in the folder → bytes. `contents`: part → its rows as JSON, of the canonical form."""
    with TemporaryDirectory(prefix="review-") as place:
        folder = Path(place)
        with duckdb.connect(folder / DUCKDB, config={"storage_compatibility_version": "v1.5.0"}) as connection:
            for part, columns in PARTS.items():
                asked = {
                    "rows": f"[{','.join(contents.get(part, ()))}]", "structure": json.dumps([_structure(columns)])
                }  # fmt: skip
                connection.sql(statement("queries", "review_part"), params=asked).create(part)
                connection.table(part).write_parquet(str(folder / f"{part}.parquet"), compression="zstd")
        found = {DUCKDB: (folder / DUCKDB).read_bytes()}
        return found | {f"{PARQUET}/{part}.parquet": (folder / f"{part}.parquet").read_bytes() for part in PARTS}


def _structure(columns: Sequence[Column]) -> dict[str, object]:
    return {name: _type(kind) for name, kind in columns}


def _type(kind: Type) -> object:
    if isinstance(kind, list):
        return [_structure(kind)]
    return [_TYPES[kind["list"]]] if isinstance(kind, dict) else _TYPES[kind]
