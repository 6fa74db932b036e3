"""What the record remembers of a commune when its next sheet comes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from indicators.intake import Meaning, Memory, Pointing
from indicators.store import Store


def memory_of(store: Store, commune: str, as_of: datetime) -> Memory:
    """The values that stand, the names somebody confirmed and the layouts somebody pointed at, of uploads that
    stand."""
    names = {row["name_key"]: row["measure"] for row in store.rows("confirmed_names", commune=commune, as_of=as_of)}
    return Memory(known_values(store, commune, as_of), names, _layouts(store, commune, as_of))


def known_values(store: Store, commune: str, as_of: datetime) -> dict[str, list[tuple[str, Decimal]]]:
    """Measure → (period code, value) of all that stands, by time: the past a new sheet is held against."""
    past: dict[str, list[tuple[str, Decimal]]] = {}
    for row in store.rows("observations_standing", commune=commune, as_of=as_of):
        past.setdefault(row["measure"], []).append((row["period"], row["value"]))
    return past


def _layouts(store: Store, commune: str, as_of: datetime) -> Mapping[str, Pointing]:
    layouts: dict[str, dict[int, Meaning]] = {}
    for row in store.rows("pointed_columns", commune=commune, as_of=as_of):
        layouts.setdefault(row["layout"], {})[row["column_number"]] = Meaning(row["meaning"])
    return layouts
