"""A target's goal in words: ≥ 105, 15 - 16, < 0,5, Đạt."""

from __future__ import annotations

from decimal import Decimal

from indicators.catalogue import Bound

_SIGNS = {Bound.AT_LEAST: "≥", Bound.AT_MOST: "≤", Bound.BELOW: "<", Bound.ABOVE: ">"}


def goal_vi(bound: str, value: Decimal, stretch: Decimal | None) -> str:
    """The goal as officials write it, with as many decimals as it has; a band or `between` as 'from - to'."""
    if bound == Bound.ACHIEVED:
        return "Đạt"
    if stretch is not None:
        return f"{_plain(min(value, stretch))} - {_plain(max(value, stretch))}"
    return f"{_SIGNS[Bound(bound)]} {_plain(value)}"


def _plain(value: Decimal) -> str:
    whole, _, fraction = f"{value:,f}".partition(".")
    fraction = fraction.rstrip("0")
    return whole.replace(",", ".") + (f",{fraction}" if fraction else "")
