"""What stands for a commune, asked measure by measure and period by period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from indicators.store import Row


class Rows(Protocol):
    """A store, or a transaction on it."""

    def rows(self, name: str, **parameters: object) -> list[Row]: ...


@dataclass(frozen=True)
class Standing:
    """Measure and period → the row that stands: value in the measure's unit, upload."""

    rows: dict[tuple[str, str], Row]

    def own(self, measure: str, period: str) -> Row | None:
        return self.rows.get((measure, period))


def standing_of(source: Rows, commune: str, as_of: datetime) -> Standing:
    rows = source.rows("observations_standing", commune=commune, as_of=as_of)
    return Standing({(row["measure"], row["period"]): row for row in rows})
