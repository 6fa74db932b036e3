"""The frozen figures against the latest: what differs in the same period, by what, and where the target is now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from indicators.store import Row


class Part(StrEnum):
    """What of a target's judgement can differ."""

    VALUE = "value"
    MILESTONE = "milestone"
    GOAL = "goal"
    STATUS = "status"


class Reason(StrEnum):
    """What a difference comes from, as far as the rows say it."""

    REPORTED = "reported"  # an upload gave the period another value: .upload
    WITHDRAWN = "withdrawn"  # the upload that gave the value was taken back: .upload, the frozen one
    OTHER_PERIODS = "other_periods"  # the period's own value stands: the mean moved with other periods
    PLAN = "plan"  # another plan version judges the period
    BASELINE = "baseline"  # the baseline is another
    TIME = "time"  # nothing else differs: a deadline passed, a year closed
    GONE = "gone"  # the plan that judges now has the target no longer
    UNKNOWN = "unknown"  # the rows do not say


_PARTS: Mapping[Part, tuple[str, ...]] = {
    Part.VALUE: ("actual_value", "compared_value"),
    Part.MILESTONE: ("planned_value",),
    Part.GOAL: ("goal_value", "goal_stretch"),
    Part.STATUS: ("status",),
}


@dataclass(frozen=True)
class SinceFrozen:
    """A target of the review. `now`: the same period as it is known now, None where no plan judges the target any
    more; `newest`: the newest period with data, None where the target is not in it; `upload`: of the reason."""

    frozen: Row
    now: Row | None
    newest: Row | None
    differs: tuple[Part, ...]
    reasons: tuple[Reason, ...]
    upload: int | None

    @property
    def is_changed(self) -> bool:
        return bool(self.reasons)


def since_frozen(frozen: Iterable[Row], now: Iterable[Row], newest: Iterable[Row]) -> list[SinceFrozen]:
    """A line a target of the review, in its order. `now`: judged rows of the same period as known now; `newest`: of the
    newest period with data."""
    of_now, of_newest = ({row["target"]: row for row in rows} for rows in (now, newest))
    return [_compared(row, of_now.get(row["target"]), of_newest.get(row["target"])) for row in frozen]


def _compared(frozen: Row, now: Row | None, newest: Row | None) -> SinceFrozen:
    if now is None:
        return SinceFrozen(frozen, None, newest, (), (Reason.GONE,), None)
    differs = tuple(part for part, columns in _PARTS.items() if any(frozen[name] != now[name] for name in columns))
    reasons = tuple(_reasons(frozen, now, differs))
    return SinceFrozen(frozen, now, newest, differs, reasons, _upload(frozen, now, reasons))


def _reasons(frozen: Row, now: Row, differs: tuple[Part, ...]) -> Iterable[Reason]:
    if not differs:
        return
    found = [reason for reason, holds in (
        (Reason.WITHDRAWN, _is_taken_back(frozen, now)),
        (Reason.REPORTED, frozen["actual_value"] != now["actual_value"] and not _is_taken_back(frozen, now)),
        (Reason.OTHER_PERIODS, _has_mean_moved(frozen, now)),
        (Reason.PLAN, frozen["plan"] != now["plan"]),
        (Reason.BASELINE, frozen["baseline_value"] != now["baseline_value"]),
    ) if holds]  # fmt: skip
    yield from found or [Reason.TIME if differs == (Part.STATUS,) else Reason.UNKNOWN]


def _has_mean_moved(frozen: Row, now: Row) -> bool:
    is_mean = frozen["by_mean"] and now["by_mean"] and frozen["actual_value"] == now["actual_value"]
    return bool(is_mean and frozen["compared_value"] != now["compared_value"])


def _is_taken_back(frozen: Row, now: Row) -> bool:
    """Uploads are numbered in the order they were recorded: where an earlier one gives the value again, or none does,
    the frozen one was withdrawn."""
    if frozen["upload"] is None or frozen["actual_value"] == now["actual_value"]:
        return False
    return now["upload"] is None or int(now["upload"]) < int(frozen["upload"])


def _upload(frozen: Row, now: Row, reasons: tuple[Reason, ...]) -> int | None:
    if Reason.WITHDRAWN in reasons:
        return int(frozen["upload"])
    return int(now["upload"]) if Reason.REPORTED in reasons and now["upload"] is not None else None
