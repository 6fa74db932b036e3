"""What can be proposed of a target, and what makes a proposal wrong by itself; the rules between the lines of a plan
are those of `plans`, when the new version is made."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from indicators.catalogue import Bound
from indicators.periods import LAST_YEAR
from indicators.store import Row

_MOST = Decimal(10) ** 13
_DECIMALS = 4


class Fault(StrEnum):
    """Why a proposal cannot be recorded."""

    TARGET_UNKNOWN = "target_unknown"
    NOTHING = "nothing"
    YES_NO = "yes_no"
    NOT_WHOLE = "not_whole"
    TOO_LARGE = "too_large"
    TOO_PRECISE = "too_precise"
    NEGATIVE_TOLERANCE = "negative_tolerance"
    STRETCH_SIDE = "stretch_side"
    YEAR_OVER = "year_over"
    NONE_STANDING = "none_standing"


@dataclass(frozen=True)
class Proposal:
    """What is to become of a target; None: stays as it is. Values in the target's unit."""

    target: str
    goal_value: Decimal | None = None
    goal_stretch: Decimal | None = None
    tolerance: Decimal | None = None
    last_year: int | None = None
    suspended: bool | None = None

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        return tuple(value for value in (self.goal_value, self.goal_stretch, self.tolerance) if value is not None)

    @property
    def says_nothing(self) -> bool:
        return not self.numbers and self.last_year is None and self.suspended is None


def fault_of(proposal: Proposal, target: Row | None, first_year: int) -> Fault | None:
    """What is wrong with it; None where nothing is. `target`: its judged row of the review; `first_year`: the year in
    which the review's period ends: no horizon can end before."""
    if target is None:
        return Fault.TARGET_UNKNOWN
    if proposal.says_nothing:
        return Fault.NOTHING
    if proposal.last_year is not None and not first_year <= proposal.last_year <= LAST_YEAR:
        return Fault.YEAR_OVER
    return _fault_of_numbers(proposal, target)


def _fault_of_numbers(proposal: Proposal, target: Row) -> Fault | None:
    if proposal.numbers and target["bound"] == Bound.ACHIEVED:
        return Fault.YES_NO
    if any(abs(value) >= _MOST for value in proposal.numbers):
        return Fault.TOO_LARGE
    if any(value != round(value, _DECIMALS) for value in proposal.numbers):
        return Fault.TOO_PRECISE
    goals = [value for value in (proposal.goal_value, proposal.goal_stretch) if value is not None]
    if target["decimals"] == 0 and any(value != value.to_integral_value() for value in goals):
        return Fault.NOT_WHOLE
    if proposal.tolerance is not None and proposal.tolerance < 0:
        return Fault.NEGATIVE_TOLERANCE
    return Fault.STRETCH_SIDE if len(goals) == 2 and _is_wrong_side(target["bound"], *goals) else None


def _is_wrong_side(bound: str, goal: Decimal, stretch: Decimal) -> bool:
    """The stretch lies where the measure is better than at the goal; of `between` above the lower edge."""
    return stretch >= goal if bound in (Bound.AT_MOST, Bound.BELOW) else stretch <= goal
