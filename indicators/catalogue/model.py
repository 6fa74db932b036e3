"""What a commune is judged by: its measures, and the plan's targets on them (design, sections 2 and 3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

YES_NO_UNIT = "đạt/chưa"


class Accumulation(StrEnum):
    LEVEL = "level"
    YEAR_TO_DATE = "year_to_date"
    RATIO_TO_DATE = "ratio_to_date"
    GROWTH = "growth"


class Frequency(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


class Better(StrEnum):
    UP = "up"
    DOWN = "down"


class Horizon(StrEnum):
    EACH_YEAR = "each_year"
    BY_YEAR = "by_year"
    AVERAGE = "average"


class Bound(StrEnum):
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BELOW = "below"
    ABOVE = "above"
    BETWEEN = "between"
    ACHIEVED = "achieved"


class Commitment(StrEnum):
    FIRM = "firm"
    STRIVE = "strive"


class Scenario(StrEnum):
    """The two that every band has; those the office adds are GrowthScenario."""

    FLOOR = "floor"
    STRETCH = "stretch"


class PathRule(StrEnum):
    """How a path runs: by what the measure is, or as the plan chose."""

    RULE = "rule"
    LINEAR = "linear"
    FLAT = "flat"
    STEPS = "steps"


class Assigner(StrEnum):
    """Who assigned a year's goal; where both did, the council's judges."""

    CITY = "city"
    COUNCIL = "council"


class PaceSource(StrEnum):
    OWN = "own"
    HISTORY = "history"


@dataclass(frozen=True)
class Closing:
    """The day on which a measure's year closes, in that year or the next."""

    month: int
    day: int
    next_year: bool


@dataclass(frozen=True)
class Measure:
    measure: str
    name_vi: str
    unit: str
    accumulation: Accumulation
    frequency: Frequency
    closes: Closing
    decimals: int
    better: Better
    minimum: Decimal | None
    maximum: Decimal | None
    baseline: Decimal | None
    numerator_vi: str
    denominator_vi: str
    factor: Decimal | None
    lead_unit: str
    data_source_vi: str
    names_seen_vi: tuple[str, ...]

    @property
    def is_yes_no(self) -> bool:
        return self.unit == YES_NO_UNIT

    @property
    def is_percent(self) -> bool:
        return self.unit.startswith("%")


@dataclass(frozen=True)
class Target:
    """`value` is the goal, the floor of a band or the lower edge of `between`; `stretch` the upper end of either."""

    target: str
    indicator: str
    group: str
    name_vi: str
    unit: str
    measure: str
    horizon: Horizon
    first_year: int
    last_year: int
    bound: Bound
    value: Decimal
    stretch: Decimal | None
    tolerance: Decimal | None
    commitment: Commitment
    path_rule: PathRule = PathRule.RULE
    suspended: bool = False
    lead_unit: str = ""
    joint_units: str = ""
    directing_leader: str = ""
    officer: str = ""


@dataclass(frozen=True)
class Plan:
    name_vi: str
    document_number: str
    document_date: date | None
    valid_from: date
    baseline_year: int


@dataclass(frozen=True)
class YearGoal:
    """The goal the plan holds for one year of a target ('chỉ tiêu giao năm')."""

    target: str
    year: int
    value: Decimal
    stretch: Decimal | None
    assigned_by: Assigner = Assigner.CITY


@dataclass(frozen=True)
class Milestone:
    """A milestone the plan fixed for a period; `scenario`: floor, stretch or a GrowthScenario."""

    target: str
    scenario: str
    period: str
    value: Decimal


@dataclass(frozen=True)
class Pace:
    """How much of a year's total is due by the end of a month: `share`, cumulative, in percent."""

    target: str
    month: int
    share: Decimal
    source: PaceSource = PaceSource.OWN


@dataclass(frozen=True)
class Step:
    """From `on_date` on the path stands at `value`."""

    target: str
    scenario: Scenario
    on_date: date
    value: Decimal


@dataclass(frozen=True)
class GrowthScenario:
    """A scenario the office added (kịch bản tăng trưởng), for one sector or, with '', for all."""

    scenario: str
    name_vi: str
    sector_vi: str


@dataclass(frozen=True)
class Retirement:
    """A target the plan had and has no longer."""

    target: str
    replaced_by: str | None


@dataclass(frozen=True)
class Commune:
    commune: str
    name_vi: str


@dataclass(frozen=True)
class CommuneCatalogue:
    """A commune with one version of its plan, as a folder of data/catalogue or the store says it."""

    commune: Commune
    plan: Plan
    measures: tuple[Measure, ...]
    targets: tuple[Target, ...]
    year_goals: tuple[YearGoal, ...]
    milestones: tuple[Milestone, ...]
    paces: tuple[Pace, ...] = ()
    steps: tuple[Step, ...] = ()
    scenarios: tuple[GrowthScenario, ...] = ()
    retirements: tuple[Retirement, ...] = ()

    @cached_property
    def measure_by_id(self) -> dict[str, Measure]:
        return {measure.measure: measure for measure in self.measures}

    @cached_property
    def target_by_id(self) -> dict[str, Target]:
        return {target.target: target for target in self.targets}

    def targets_on(self, measure: str) -> list[Target]:
        """The targets judged on a measure, in the plan's order."""
        return [target for target in self.targets if target.measure == measure]

    def names_of(self, measure: Measure) -> list[str]:
        """Every name a sheet may call a measure by: its own, its targets', those seen in sheets. No repeats."""
        names = [measure.name_vi, *(target.name_vi for target in self.targets_on(measure.measure))]
        return list(dict.fromkeys([*names, *measure.names_seen_vi]))


@dataclass(frozen=True)
class Catalogue:
    communes: tuple[CommuneCatalogue, ...]

    @cached_property
    def by_commune(self) -> dict[str, CommuneCatalogue]:
        return {entry.commune.commune: entry for entry in self.communes}
