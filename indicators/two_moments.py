"""What changed for a commune between two moments: its figures, how it is judged, and what was recorded in between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from indicators.errors import MomentsReversed
from indicators.progress import latest_period_with_data
from indicators.store import Row, Store


@dataclass(frozen=True)
class Differences:
    """`period`: the one whose statuses are compared, None where nothing had been reported; `values`, `statuses` and
    `acts`: the columns of sql/queries/values_between.sql, statuses_between.sql and acts_between.sql."""

    commune: str
    earlier: datetime
    later: datetime
    period: str | None
    values: list[Row]
    statuses: list[Row]
    acts: list[Row]

    @property
    def are_none(self) -> bool:
        return not (self.values or self.statuses or self.acts)


def differences(
    store: Store, commune: str, earlier: datetime, later: datetime, period: str | None = None, scenario: str = "floor"
) -> Differences:
    """From `earlier` to `later` (UTC): the values that are others in any period, the statuses of `period` (without it,
    of the newest with data at `later`) that are others, and every act after the first moment and up to the second.
    Raises MomentsReversed."""
    if earlier > later:
        raise MomentsReversed(earlier, later)
    between = {"commune": commune, "earlier": earlier, "later": later}
    judged = period or latest_period_with_data(store, commune, later)
    statuses = store.rows("statuses_between", **between, period=judged, scenario=scenario) if judged else []
    values, acts = store.rows("values_between", **between), store.rows("acts_between", **between)
    return Differences(commune, earlier, later, judged, values, statuses, acts)
