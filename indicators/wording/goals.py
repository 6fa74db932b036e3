"""A target's goal in words: ≥ 105, 15 - 16, < 0,5, Đạt."""

from __future__ import annotations

from decimal import Decimal

from indicators.catalogue import Bound
from indicators.numbers import format_exact, printed

_SIGNS = {Bound.AT_LEAST: "≥", Bound.AT_MOST: "≤", Bound.BELOW: "<", Bound.ABOVE: ">"}


def goal_vi(bound: str, value: Decimal, stretch: Decimal | None) -> str:
    """The goal as officials write it, with as many decimals as it has; a band or `between` as 'from - to'."""
    if bound == Bound.ACHIEVED:
        return "Đạt"
    if stretch is not None:
        return f"{printed(format_exact(min(value, stretch)))} - {printed(format_exact(max(value, stretch)))}"
    return f"{_SIGNS[Bound(bound)]} {printed(format_exact(value))}"
