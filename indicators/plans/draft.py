"""A plan version in the making: the newest one, with what a workbook says on top, and the cell of each thing said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from indicators.catalogue import (
    Commune,
    CommuneCatalogue,
    GrowthScenario,
    Measure,
    Milestone,
    Pace,
    PaceSource,
    Plan,
    Retirement,
    Scenario,
    Step,
    Target,
)
from indicators.plans.issues import NOWHERE, Issues, Place
from indicators.plans.known import PlanVersion
from indicators.plans.tables import TableRow

#: What a place is of: ('target', '9.1', 'value'), ('milestone', '9.1', 'floor', '2027-Q1'), …
About = tuple[object, ...]


@dataclass(frozen=True)
class Document:
    """What decided a version; '' and None where it has not been said yet."""

    number: str = ""
    dated: date | None = None
    valid_from: date | None = None


@dataclass(frozen=True)
class MilestoneRow:
    """A row of milestones that differs from what the newest version holds."""

    target: str
    scenario: str
    year: int
    row: TableRow


@dataclass(frozen=True)
class PlanDraft:
    """What would be recorded. `entry.plan` holds the document's details where the workbook or the caller gave them."""

    entry: CommuneCatalogue
    document: Document
    new_measures: tuple[Measure, ...]
    places: Mapping[About, Place]

    def place(self, *about: object) -> Place:
        """Where it was said: its cell, else the cell of what it belongs to, else nowhere."""
        for length in range(len(about), 1, -1):
            if about[:length] in self.places:
                return self.places[about[:length]]
        return NOWHERE


class Drafting:
    """The draft while the sheets are read."""

    def __init__(self, version: PlanVersion, issues: Issues, document: Document) -> None:
        self.version, self.issues, self.document = version, issues, document
        self.base = version.entry
        self.plan: Plan = self.base.plan
        self.places: dict[About, Place] = {}
        self.new_measures: dict[str, Measure] = {}
        self.targets: dict[str, Target] = dict(self.base.target_by_id)
        self.rhythms: dict[str, str | None] = {}
        self.retirements = {retirement.target: retirement for retirement in self.base.retirements}
        self.year_goals = {(goal.target, goal.assigned_by, goal.year): goal for goal in self.base.year_goals}
        self.milestones = {(m.target, m.scenario, m.period): m.value for m in self.base.milestones}
        self.milestone_rows: list[MilestoneRow] = []
        self.paces: dict[str, dict[int, Decimal]] = {}
        self.pace_sources: dict[str, PaceSource] = {}
        for pace in self.base.paces:
            self.paces.setdefault(pace.target, {})[pace.month] = pace.share
            self.pace_sources[pace.target] = pace.source
        self.steps: dict[tuple[str, Scenario], dict[date, Decimal]] = {}
        for step in self.base.steps:
            self.steps.setdefault((step.target, step.scenario), {})[step.on_date] = step.value
        self.scenarios = {scenario.scenario: scenario for scenario in self.base.scenarios}

    @property
    def measures(self) -> dict[str, Measure]:
        return self.base.measure_by_id | self.new_measures

    @property
    def valid_from(self) -> date:
        """From when the draft would hold: while nobody has said it, as the newest version does."""
        return self.document.valid_from or self.base.plan.valid_from

    def note(self, row: TableRow, *about: object) -> None:
        """Remembers where a row says something: the row itself and each of its cells."""
        self.places[about] = row.place("")
        for name in row.addresses:
            self.places[(*about, name)] = row.place(name)

    def retire(self, target: str, replaced_by: str | None) -> None:
        self.retirements[target] = Retirement(target, replaced_by)
        del self.targets[target]

    def drop_scenario(self, scenario: str) -> None:
        del self.scenarios[scenario]
        self.milestones = {key: value for key, value in self.milestones.items() if key[1] != scenario}

    def finished(self) -> PlanDraft:
        """The draft as a version: of what is retired nothing else is left."""
        plan = replace(
            self.plan, document_number=self.document.number, document_date=self.document.dated,
            valid_from=self.valid_from,
        )  # fmt: skip
        entry = CommuneCatalogue(
            commune=Commune(self.base.commune.commune, self.base.commune.name_vi),
            plan=plan,
            measures=(*self.base.measures, *self.new_measures.values()),
            targets=tuple(self._in_order()),
            year_goals=tuple(goal for goal in self.year_goals.values() if goal.target in self.targets),
            milestones=tuple(
                Milestone(*key, value) for key, value in self.milestones.items() if key[0] in self.targets
            ),
            paces=tuple(
                Pace(target, month, share, self.pace_sources[target])
                for target, shares in self.paces.items()
                if target in self.targets
                for month, share in shares.items()
            ),
            steps=tuple(
                Step(target, scenario, day, value)
                for (target, scenario), steps in self.steps.items()
                if target in self.targets
                for day, value in steps.items()
            ),
            scenarios=tuple(self.scenarios.values()),
            retirements=tuple(self.retirements.values()),
        )
        return PlanDraft(entry, self.document, tuple(self.new_measures.values()), self.places)

    def _in_order(self) -> list[Target]:
        """The plan's own order; a new target comes after the last one of its indicator, else at the end."""
        ordered = [target for target in self.targets.values() if target.target in self.base.target_by_id]
        for target in self.targets.values():
            if target.target not in self.base.target_by_id:
                alike = [at for at, other in enumerate(ordered) if other.indicator == target.indicator]
                ordered.insert(alike[-1] + 1 if alike else len(ordered), target)
        return ordered


def named_scenarios(scenarios: Mapping[str, GrowthScenario]) -> dict[str, str]:
    """Scenario's id → its name, of the office's own."""
    return {scenario.scenario: scenario.name_vi for scenario in scenarios.values()}
