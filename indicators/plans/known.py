"""What the store knows of the plans: the newest version of each, with the measures and targets that came by sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from indicators.catalogue import Catalogue, Commune, CommuneCatalogue, Measure, Target
from indicators.plans.content import Rows, target_of, version_of
from indicators.store import Row


@dataclass(frozen=True)
class PlanVersion:
    """A stored version: `row` is its row of kpi.plan; `retired` the targets it has no longer, as they were last."""

    entry: CommuneCatalogue
    row: Row
    retired: tuple[Target, ...]

    @property
    def number(self) -> int:
        return int(self.row["plan"])


def newest_version(source: Rows, commune: Commune, as_of: datetime) -> PlanVersion | None:
    """The version that holds last of those known at `as_of` (of the same day the newest); None where there is none."""
    found = source.rows("plan_newest_known", commune=commune.commune, as_of=as_of)
    if not found:
        return None
    retired = source.rows("plan_targets_retired", commune=commune.commune, plan=found[0]["plan"])
    return PlanVersion(version_of(source, commune, found[0], as_of), found[0], tuple(map(target_of, retired)))


def known_catalogue(source: Rows, catalogue: Catalogue, as_of: datetime) -> Catalogue:
    """Every commune of the files as the store knows it at `as_of`: its newest version, all its measures, and the names
    of retired targets as names of their measures. A commune that the store has not is as in the files."""
    return Catalogue(tuple(_known(source, entry, as_of) for entry in catalogue.communes))


def _known(source: Rows, entry: CommuneCatalogue, as_of: datetime) -> CommuneCatalogue:
    version = newest_version(source, entry.commune, as_of)
    if version is None:
        return entry
    names: dict[str, list[str]] = {}
    for target in version.retired:
        names.setdefault(target.measure, []).append(target.name_vi)
    measures = _in_order(version.entry.measures, entry.measures)
    return replace(version.entry, measures=tuple(_with_names(measure, names) for measure in measures))


def _in_order(measures: Sequence[Measure], of_files: Sequence[Measure]) -> list[Measure]:
    """The files' own order, then those that came by sheet."""
    places = {measure.measure: place for place, measure in enumerate(of_files)}
    return sorted(measures, key=lambda measure: places.get(measure.measure, len(places)))


def _with_names(measure: Measure, names: Mapping[str, Sequence[str]]) -> Measure:
    more = [name for name in names.get(measure.measure, ()) if name != measure.name_vi]
    return replace(measure, names_seen_vi=tuple(dict.fromkeys([*measure.names_seen_vi, *more]))) if more else measure
