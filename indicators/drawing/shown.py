"""What a page shows: the view that its address names, as the drawing needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from indicators.drawing.html import address
from indicators.periods import Period
from indicators.wording.periods import period_vi


@dataclass(frozen=True)
class Shown:
    """`communes`: id → name of all there are; `latest`: the newest period with data, None in an empty store."""

    commune: str
    communes: Mapping[str, str]
    period: Period
    latest: Period | None
    scenario: str
    order: str
    baseline_year: int
    today: date

    @property
    def first_year(self) -> int:
        return self.baseline_year + 1

    @property
    def commune_name(self) -> str:
        return self.communes[self.commune]

    @property
    def period_text(self) -> str:
        return period_vi(self.period)

    def address(self, page: str, **changes: object) -> str:
        """The address of this view on a page, with these parameters changed or added; defaults are left out."""
        parameters: dict[str, object] = {
            "commune": self.commune,
            "period": self.period,
            "scenario": self.scenario if self.scenario != "floor" else None,
            "order": self.order if self.order != "plan" else None,
        }
        return address(page, parameters | changes)
