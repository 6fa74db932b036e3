"""What comes of a cell: a value, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True)
class Wrong:
    """Why a cell gives no value: an issue's code and what its sentence needs."""

    code: str
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Converted:
    """What a cell says in a unit that is not the measure's: the number as it stands there, and that unit."""

    number: Decimal
    unit: str


@dataclass(frozen=True)
class Value:
    """A measure's value, in its unit, with at most four decimals; an estimate where the cell itself calls it one."""

    number: Decimal
    estimate: bool = False
    converted: Converted | None = None
