"""The frozen figures against the plan at the start: what the first version wanted, what held, what was adjusted by
which document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from indicators.store import Row

#: What makes a goal another one.
_GOAL = ("bound", "horizon", "first_year", "last_year", "goal_value", "goal_stretch", "suspended", "year_goals")


@dataclass(frozen=True)
class Adjustment:
    """A version that wants something else of the target than the version before it did."""

    before: Row
    after: Row


@dataclass(frozen=True)
class SinceStart:
    """A target of the review. `first`: what the first version that has it wants, `is_later`: which is not the plan's
    first; `held`: what the version wants that judged the review's period; `first_milestone`: where the first one wanted
    it then, None where that cannot be said; `adjustments`: from the first to the one that held."""

    frozen: Row
    first: Row | None
    held: Row | None
    is_later: bool
    first_milestone: Decimal | None
    adjustments: tuple[Adjustment, ...]


def since_start(
    frozen: Iterable[Row], versions: Sequence[Row], milestones: Mapping[int, Mapping[str, Decimal]]
) -> list[SinceStart]:
    """A line a target of the review, in its order. `versions`: the review's rows of what each plan version wants of
    a target (`scenarios.versions_of_target`), in time; `milestones`: version → target → where it wanted it in the
    review's period."""
    by_target = _by_target(versions)
    return [_compared(row, by_target.get(row["target"], []), milestones) for row in frozen]


def first_versions(versions: Sequence[Row]) -> list[int]:
    """The versions in which a target first stood: those whose milestones `since_start` needs."""
    return sorted({rows[0]["plan"] for rows in map(_having, _by_target(versions).values()) if rows})


def _compared(frozen: Row, versions: Sequence[Row], milestones: Mapping[int, Mapping[str, Decimal]]) -> SinceStart:
    having = _having(versions)
    held = next((row for row in having if row["plan"] == frozen["plan"]), None)
    if held is None:
        return SinceStart(frozen, None, None, False, None, ())
    until = having[: having.index(held) + 1]
    first = until[0]
    milestone = frozen["planned_value"] if first is held else milestones.get(first["plan"], {}).get(frozen["target"])
    adjustments = tuple(Adjustment(before, after) for before, after in pairwise(until) if _goal(before) != _goal(after))
    return SinceStart(frozen, first, held, first is not versions[0], milestone, adjustments)


def _by_target(versions: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in versions:
        found.setdefault(row["target"], []).append(row)
    return found


def _having(versions: Sequence[Row]) -> list[Row]:
    """Those that have the target."""
    return [row for row in versions if row["bound"] is not None]


def _goal(version: Row) -> tuple[object, ...]:
    return tuple(version[name] for name in _GOAL)
