"""What stands for a commune, asked measure by measure and period by period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from indicators.periods import LENGTH_MONTHS, all_periods
from indicators.store import Row

_PLACE = {period.code: (period.end_month, LENGTH_MONTHS[period.kind]) for period in all_periods()}


class Rows(Protocol):
    """A store, or a transaction on it."""

    def rows(self, name: str, **parameters: object) -> list[Row]: ...


@dataclass(frozen=True)
class Standing:
    """Measure and period → the row that stands: value in the measure's unit, upload."""

    rows: dict[tuple[str, str], Row]
    longest: dict[tuple[str, int], Row]

    def own(self, measure: str, period: str) -> Row | None:
        return self.rows.get((measure, period))

    def speaking(self, measure: str, period: str) -> Decimal | None:
        """The value that speaks for a period: its own, else the longest period's that ends with it (design,
        section 4; sql/views/40_value_at.sql)."""
        found = self.own(measure, period) or self.longest.get((measure, _PLACE[period][0]))
        return found["value"] if found else None


def standing_of(source: Rows, commune: str, as_of: datetime) -> Standing:
    return _arranged(source.rows("observations_standing", commune=commune, as_of=as_of))


def standing_without(source: Rows, commune: str, upload: int) -> Standing:
    """What would stand if one upload were withdrawn."""
    return _arranged(source.rows("observations_without_upload", commune=commune, upload=upload))


def _arranged(rows: Iterable[Row]) -> Standing:
    by_length = sorted(rows, key=lambda row: _PLACE[row["period"]][1])
    return Standing(
        {(row["measure"], row["period"]): row for row in by_length},
        {(row["measure"], _PLACE[row["period"]][0]): row for row in by_length},
    )
