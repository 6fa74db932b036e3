"""The catalogue: one folder of CSV files a commune, checked whole before anything is taken from it.

A folder holds `measures.csv` and `targets.csv`; `commune.csv` (else the folder's name), `plan.csv` (else the years
2026-2030), `year_goals.csv`, `milestones.csv`, `paces.csv`, `steps.csv` and `scenarios.csv` where there are any.
`docs/catalogue.md` describes the columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from indicators.catalogue import checks, columns
from indicators.catalogue.files import Problem, Row, read_rows
from indicators.catalogue.model import (
    Accumulation,
    Assigner,
    Better,
    Bound,
    Catalogue,
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
from indicators.errors import CatalogueInvalid

__all__ = [
    "Accumulation",
    "Assigner",
    "Better",
    "Bound",
    "Catalogue",
    "Closing",
    "Commitment",
    "Commune",
    "CommuneCatalogue",
    "Frequency",
    "GrowthScenario",
    "Horizon",
    "Measure",
    "Milestone",
    "Pace",
    "PaceSource",
    "PathRule",
    "Plan",
    "Problem",
    "Retirement",
    "Scenario",
    "Step",
    "Target",
    "YearGoal",
    "load_catalogue",
]

DEFAULT_PLAN = Plan("Chỉ tiêu chủ yếu giai đoạn 2026-2030", "", None, date(2026, 1, 1), 2025)


def load_catalogue(folder: Path) -> Catalogue:
    """Every commune under `folder`. Raises CatalogueInvalid with every problem found; then nothing is loaded."""
    problems: list[Problem] = []
    communes = [
        entry
        for path in sorted(folder.iterdir())
        if path.is_dir() and not path.name.startswith(".")
        if (entry := _load_commune(path, problems)) is not None
    ]
    if not communes and not problems:
        problems.append(Problem("no_commune", folder, 1))
    if problems:
        raise CatalogueInvalid(problems)
    return Catalogue(tuple(communes))


def _load_commune(folder: Path, problems: list[Problem]) -> CommuneCatalogue | None:
    """The folder's catalogue; None where it adds to `problems`, since half a catalogue is none."""
    before = len(problems)
    rows = {
        name: read_rows(folder / f"{name}.csv", converters, problems)
        for name, converters in (
            ("commune", columns.COMMUNE),
            ("plan", columns.PLAN),
            ("measures", columns.MEASURE),
            ("targets", columns.TARGET),
            ("year_goals", columns.YEAR_GOAL),
            ("milestones", columns.MILESTONE),
            ("paces", columns.PACE),
            ("steps", columns.STEP),
            ("scenarios", columns.SCENARIO),
        )
    }
    problems.extend(
        Problem("missing_file", folder / f"{name}.csv", 1)
        for name in ("measures", "targets")
        if not (folder / f"{name}.csv").exists()
    )
    problems.extend(
        row.problem("more_than_one_row", next(iter(row.cells)))
        for name in ("commune", "plan")
        for row in rows[name][1:]
    )
    if len(problems) == before:
        measures = [Measure(**row.cells) for row in rows["measures"]]
        targets = [_target(row) for row in rows["targets"]]
        problems.extend(_rule_problems(rows, measures, targets))
    if len(problems) > before:
        return None
    commune = Commune(**rows["commune"][0].cells) if rows["commune"] else Commune(folder.name, folder.name)
    return CommuneCatalogue(
        commune=commune,
        plan=Plan(**rows["plan"][0].cells) if rows["plan"] else DEFAULT_PLAN,
        measures=tuple(measures),
        targets=tuple(targets),
        year_goals=tuple(YearGoal(**row.cells) for row in rows["year_goals"]),
        milestones=tuple(Milestone(**row.cells) for row in rows["milestones"]),
        paces=tuple(Pace(**row.cells) for row in rows["paces"]),
        steps=tuple(Step(**row.cells) for row in rows["steps"]),
        scenarios=tuple(GrowthScenario(**row.cells) for row in rows["scenarios"]),
    )


def _target(row: Row) -> Target:
    cells = dict(row.cells)
    cells["first_year"], cells["last_year"] = cells.pop("year")
    return Target(**cells)


def _rule_problems(rows: dict[str, list[Row]], measures: list[Measure], targets: list[Target]) -> Iterator[Problem]:
    by_id = {measure.measure: measure for measure in measures}
    target_by_id = {target.target: target for target in targets}
    for row in rows["commune"]:
        if row.cells["commune"] != row.file.parent.name:
            yield row.problem("commune_is_not_folder", "commune")
    yield from checks.duplicates(rows["measures"], "measure")
    yield from checks.name_problems(rows["measures"], measures)
    yield from checks.duplicates(rows["targets"], "target")
    yield from checks.duplicates(rows["year_goals"], "target", "assigned_by", "year")
    yield from checks.duplicates(rows["milestones"], "target", "scenario", "period")
    yield from checks.duplicates(rows["paces"], "target", "month")
    yield from checks.duplicates(rows["steps"], "target", "scenario", "on_date")
    yield from checks.duplicates(rows["scenarios"], "scenario")
    yield from checks.scenario_problems(rows["milestones"], rows["scenarios"])
    yield from checks.pace_problems(rows["paces"])
    for row, measure in zip(rows["measures"], measures, strict=True):
        yield from checks.measure_problems(row, measure)
    for row, target in zip(rows["targets"], targets, strict=True):
        yield from checks.target_problems(row, target, by_id.get(target.measure))
    for row in (*rows["year_goals"], *rows["milestones"], *rows["steps"], *rows["paces"]):
        known = target_by_id.get(row.cells["target"])
        if known is None:
            yield row.problem("unknown_target", "target")
        elif known.measure in by_id and "value" in row.cells:
            yield from checks.goal_problems(row, known, by_id[known.measure])
