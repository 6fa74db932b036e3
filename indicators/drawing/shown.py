"""What a page shows: the view that its address names, as the drawing needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from indicators.drawing.html import address
from indicators.moments import as_of_text
from indicators.periods import Period
from indicators.wording import screens as words
from indicators.wording.periods import period_vi


@dataclass(frozen=True)
class Shown:
    """`communes`: id → name of all there are; `latest`: the newest period with data, None in an empty store; `unit`,
    `leader`, `officer`: whose targets are shown, None for all; `by`: what the units' page is divided by; `scenarios`:
    id → name of those that can be chosen, the default first; `as_of`: the moment (UTC) that is looked back to, None for
    the latest."""

    commune: str
    communes: Mapping[str, str]
    period: Period
    latest: Period | None
    scenario: str
    order: str
    baseline_year: int
    today: date
    unit: str | None = None
    leader: str | None = None
    officer: str | None = None
    by: str = "unit"
    scenarios: Mapping[str, str] = field(default_factory=lambda: words.SCENARIOS)
    as_of: datetime | None = None

    @property
    def looks_back(self) -> bool:
        return self.as_of is not None

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
            "unit": self.unit,
            "leader": self.leader,
            "officer": self.officer,
            "by": self.by if self.by != "unit" else None,
            "as_of": as_of_text(self.as_of) if self.as_of else None,
        }
        return address(page, parameters | changes)
