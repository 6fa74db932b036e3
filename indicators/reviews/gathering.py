"""The rows of a review: what was known at a moment, asked where the screens ask it, narrowed to the scope."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from indicators import errors
from indicators.catalogue import Scenario
from indicators.forecasts import forecasts
from indicators.milestones import milestones_of_year
from indicators.periods import parse_period
from indicators.plans import plan_versions
from indicators.progress import YEARS, Overview, overview, targets_judged
from indicators.reviews.model import EVERYTHING, Scope, ScopeKind, key_of_name, plain_name
from indicators.scenarios import versions_of_target
from indicators.store import Row, Store
from indicators.wording import reviews as words

_SCENARIOS = (Scenario.FLOOR.value, Scenario.STRETCH.value)


def gathered(store: Store, commune: str, period: str, as_of: datetime, scope: Scope) -> dict[str, list[Row]]:
    """Every part but `review` (reviews/parts.py) with its rows in a fixed order. Raises ScopeUnknown where the period's
    plan has no such group or unit, ReviewEmpty where no
    value that stands ends with the period, PlanMissing where there is no plan."""
    asked = _Asked(store, commune, period, as_of)
    seen = {scenario: asked.overview(scenario) for scenario in _SCENARIOS}
    judged = _with_scenario({scenario: found.targets for scenario, found in seen.items()})
    targets = _in_scope(asked, judged, scope)
    if not _ends_with(_said_of(asked.named("review_values_standing"), targets, scope), period):
        raise errors.ReviewEmpty(period)  # before the rest, which takes seconds
    rows = {"plan_versions": plan_versions(store, commune, as_of)[::-1], "targets": targets}
    rows |= _of_indicators(seen, targets) | _of_targets(asked, targets, scope)
    return rows | _of_measures(asked, [*targets, *rows["milestones"]], scope)


def scope_named(store: Store, commune: str, period: str, as_of: datetime, name: str) -> Scope:
    """The group or leading unit of that name in the period's plan, '' for everything; letters' case and spaces do not
    matter. Raises ScopeUnknown."""
    if key_of_name(name) in words.EVERYTHING:
        return EVERYTHING
    known = scopes_of(targets_judged(store, commune, period, as_of))
    found = [scope for scope in known if key_of_name(scope.name_vi) == key_of_name(name)]
    if not found:
        raise errors.ScopeUnknown(plain_name(name), [scope.name_vi for scope in known])
    return found[0]


def scopes_of(targets: Iterable[Row]) -> list[Scope]:
    """The groups, then the leading units of these judged rows, in the plan's order."""
    kept = list(targets)
    groups = (Scope(ScopeKind.GROUP, row["group_vi"]) for row in kept)
    units = (Scope(ScopeKind.UNIT, row["lead_unit"]) for row in kept)
    return [scope for scope in dict.fromkeys([*groups, *units]) if scope.name_vi]


@dataclass(frozen=True)
class _Asked:
    store: Store
    commune: str
    period: str
    as_of: datetime

    def overview(self, scenario: str) -> Overview:
        return overview(self.store, self.commune, self.period, self.as_of, scenario)

    def milestones(self, scenario: str) -> list[Row]:
        asked = (self.store, self.commune)
        return [row for year in YEARS for row in milestones_of_year(*asked, year, self.as_of, scenario)]

    def forecasts(self, scenario: str) -> list[Row]:
        return forecasts(self.store, self.commune, self.period, self.as_of, scenario)

    def named(self, query: str) -> list[Row]:
        return self.store.rows(query, commune=self.commune, as_of=self.as_of)

    def versions(self, target: str) -> list[Row]:
        found = versions_of_target(self.store, self.commune, target, self.as_of)
        return [{"target": target} | row for row in found]


def _of_indicators(seen: Mapping[str, Overview], targets: list[Row]) -> dict[str, list[Row]]:
    """The indicators of these targets, in the period and at the ends of all quarters."""
    named = {row["indicator"] for row in targets}
    rows = {
        "indicators": _with_scenario({scenario: found.indicators for scenario, found in seen.items()}),
        "statuses": _with_scenario({scenario: found.statuses for scenario, found in seen.items()}),
    }
    return {part: [row for row in found if row["indicator"] in named] for part, found in rows.items()}


def _of_targets(asked: _Asked, targets: list[Row], scope: Scope) -> dict[str, list[Row]]:
    """What else has a row a target; with a narrower scope only those of the period's own targets."""
    names, everything = {row["target"] for row in targets}, scope.kind is ScopeKind.ALL
    parts = {"milestones": asked.milestones, "forecasts": asked.forecasts}
    rows = {
        part: [row for row in _each_scenario(ask) if everything or row["target"] in names]
        for part, ask in parts.items()
    }
    every = dict.fromkeys(row["target"] for row in [*targets, *rows["milestones"]])
    return rows | {"versions_of_target": [row for target in every for row in asked.versions(target)]}


def _in_scope(asked: _Asked, judged: list[Row], scope: Scope) -> list[Row]:
    """Raises PlanMissing, ScopeUnknown."""
    if not judged:
        names = {row["commune"]: row["name_vi"] for row in asked.store.rows("communes")}
        raise errors.PlanMissing(asked.commune, names.get(asked.commune, asked.commune))
    targets = [row for row in judged if scope.holds(row)]
    if not targets:
        raise errors.ScopeUnknown(scope.name_vi, [known.name_vi for known in scopes_of(judged)])
    return targets


def _of_measures(asked: _Asked, judged: list[Row], scope: Scope) -> dict[str, list[Row]]:
    """What was said: values and remarks that stand, and the uploads that were known."""
    values, remarks = map(asked.named, ("review_values_standing", "review_remarks_standing"))
    measures, uploads = {row["measure"] for row in judged}, asked.named("review_uploads_known")
    everything = scope.kind is ScopeKind.ALL
    return {
        "values": _said_of(values, judged, scope),
        "remarks": _said_of(remarks, judged, scope),
        "uploads": [row for row in uploads if everything or measures.intersection(row["measures"])],
    }


def _said_of(said: list[Row], judged: list[Row], scope: Scope) -> list[Row]:
    measures = {row["measure"] for row in judged}
    return [row for row in said if scope.kind is ScopeKind.ALL or row["measure"] in measures]


def _ends_with(values: Iterable[Row], period: str) -> bool:
    return any(row["end_month"] == parse_period(period).end_month for row in values)


def _each_scenario(ask: Callable[[str], list[Row]]) -> list[Row]:
    return _with_scenario({scenario: ask(scenario) for scenario in _SCENARIOS})


def _with_scenario(rows: Mapping[str, list[Row]]) -> list[Row]:
    return [{"scenario": scenario} | row for scenario, found in rows.items() for row in found]
