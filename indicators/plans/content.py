"""A plan version as rows of the store, both ways. What a version holds: sql/schema, from 003 on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Protocol

from indicators.catalogue import (
    Accumulation,
    Assigner,
    Better,
    Bound,
    Closing,
    Commitment,
    Commune,
    CommuneCatalogue,
    Frequency,
    GrowthScenario,
    Horizon,
    Measure,
    Milestone,
    Pace,
    PaceSource,
    PathRule,
    Plan,
    Retirement,
    Scenario,
    Step,
    Target,
    YearGoal,
)
from indicators.errors import NotSaved
from indicators.store import Row, Transaction

_MEASURE_COLUMNS = (
    "measure", "name_vi", "unit", "accumulation", "frequency", "decimals", "better", "minimum", "maximum",
    "baseline", "lead_unit", "data_source_vi", "numerator_vi", "denominator_vi", "factor",
)  # fmt: skip
_PLAN_COLUMNS = ("name_vi", "document_number", "document_date", "valid_from", "baseline_year")
_KEYS = ("commune", "plan")
_NAMES_APART = "|"

#: The command that inserts a kind of row → the query that reads a version's rows of that kind.
_QUERIES = {
    "insert_target": "plan_targets",
    "insert_assigned_goal": "plan_assigned_goals",
    "insert_milestone": "plan_milestones",
    "insert_pace": "plan_paces",
    "insert_step": "plan_steps",
    "insert_scenario": "plan_scenarios",
    "insert_retirement": "plan_retirements",
}


class Rows(Protocol):
    """What answers a named query: the store, or a transaction that sees its own writes."""

    def rows(self, name: str, **parameters: object) -> list[Row]: ...


def content_rows(entry: CommuneCatalogue) -> dict[str, list[Row]]:
    """The rows of a plan version by the command that inserts them, without commune and version, in the order in which
    `stored_content` gives them."""
    return {
        "insert_target": [_target_row(ordinal, target) for ordinal, target in enumerate(entry.targets, start=1)],
        "insert_assigned_goal": _plain(entry.year_goals, "target", "year", "assigned_by"),
        "insert_milestone": _plain(entry.milestones, "target", "scenario", "period"),
        "insert_pace": _plain(entry.paces, "target", "month"),
        "insert_step": _plain(entry.steps, "target", "scenario", "on_date"),
        "insert_scenario": [
            {**vars(scenario), "ordinal": ordinal} for ordinal, scenario in enumerate(entry.scenarios, start=1)
        ],
        "insert_retirement": _plain(entry.retirements, "target"),
    }


def stored_content(source: Rows, commune: str, plan: int) -> dict[str, list[Row]]:
    """The rows of version `plan` as `content_rows` would give them."""
    return {
        command: [
            {name: value for name, value in row.items() if name not in _KEYS}
            for row in source.rows(query, commune=commune, plan=plan)
        ]
        for command, query in _QUERIES.items()
    }


def measure_row(commune: str, measure: Measure) -> Row:
    """A measure as a row of kpi.measure, without its moment."""
    return {
        "commune": commune,
        "closes_month": measure.closes.month,
        "closes_day": measure.closes.day,
        "closes_next_year": measure.closes.next_year,
        "names_seen_vi": _NAMES_APART.join(measure.names_seen_vi),
        **{column: getattr(measure, column) for column in _MEASURE_COLUMNS},
    }


def insert_version(
    transaction: Transaction, entry: CommuneCatalogue, version: int, *, origin: str, by: str, at: datetime
) -> None:
    """Adds `entry`'s plan as version `version` of its commune; its measures are not touched."""
    commune = entry.commune.commune
    transaction.run(
        "insert_plan", commune=commune, plan=version, recorded_at=at, recorded_by=by, origin=origin,
        **{column: getattr(entry.plan, column) for column in _PLAN_COLUMNS},
    )  # fmt: skip
    for command, rows in content_rows(entry).items():
        transaction.run_each(command, (row | {"commune": commune, "plan": version} for row in rows))


def insert_next(transaction: Transaction, entry: CommuneCatalogue, *, by: str, at: datetime) -> int:
    """Adds `entry`'s plan, decided by a document of the office, as its commune's next version; its number."""
    version = int(transaction.rows("plan_newest", commune=entry.commune.commune)[0]["plan"]) + 1
    insert_version(transaction, entry, version, origin="sheet", by=by, at=at)
    return version


def read_back(store: Rows, entry: CommuneCatalogue, version: int) -> None:
    """Raises NotSaved where the store does not hold the version as it was meant."""
    if stored_content(store, entry.commune.commune, version) != content_rows(entry):
        raise NotSaved(f"{entry.plan.name_vi} ({version})")


def version_of(source: Rows, commune: Commune, plan: Mapping[str, Any], as_of: datetime) -> CommuneCatalogue:
    """One version of a commune's plan; `plan` is its row of kpi.plan. The measures are the newest known at `as_of`."""
    measures = source.rows("measures_newest", commune=commune.commune, as_of=as_of)
    content = stored_content(source, commune.commune, plan["plan"])
    return CommuneCatalogue(
        commune=commune,
        plan=Plan(**{column: plan[column] for column in _PLAN_COLUMNS}),
        measures=tuple(map(_measure, measures)),
        targets=tuple(map(target_of, content["insert_target"])),
        year_goals=tuple(
            YearGoal(**row | {"assigned_by": Assigner(row["assigned_by"])}) for row in content["insert_assigned_goal"]
        ),
        milestones=tuple(Milestone(**row) for row in content["insert_milestone"]),
        paces=tuple(Pace(**row | {"source": PaceSource(row["source"])}) for row in content["insert_pace"]),
        steps=tuple(Step(**row | {"scenario": Scenario(row["scenario"])}) for row in content["insert_step"]),
        scenarios=tuple(
            GrowthScenario(row["scenario"], row["name_vi"], row["sector_vi"]) for row in content["insert_scenario"]
        ),
        retirements=tuple(Retirement(**row) for row in content["insert_retirement"]),
    )


def _plain(items: Iterable[object], *order: str) -> list[Row]:
    return sorted((dict(vars(item)) for item in items), key=lambda row: tuple(row[name] for name in order))


def _target_row(ordinal: int, target: Target) -> Row:
    columns = {name: value for name, value in vars(target).items() if name != "group"}
    return {"ordinal": ordinal, "group_vi": target.group, **columns}


def target_of(row: Row) -> Target:
    """A target from its row of kpi.target, with or without the keys."""
    columns = {name: value for name, value in row.items() if name not in ("ordinal", "group_vi", *_KEYS)}
    kinds = {"horizon": Horizon, "bound": Bound, "commitment": Commitment, "path_rule": PathRule}
    return Target(group=row["group_vi"], **columns | {name: kind(columns[name]) for name, kind in kinds.items()})


def _measure(row: Row) -> Measure:
    kinds = {"accumulation": Accumulation, "frequency": Frequency, "better": Better}
    columns = {column: row[column] for column in _MEASURE_COLUMNS}
    return Measure(
        closes=Closing(row["closes_month"], row["closes_day"], row["closes_next_year"]),
        names_seen_vi=tuple(name for name in row["names_seen_vi"].split(_NAMES_APART) if name),
        **columns | {name: kind(row[name]) for name, kind in kinds.items()},
    )
