"""Lines around paragraphs and cells."""

from __future__ import annotations

from typing import Any

_NONE = {"nil", "none"}
_EIGHTH = 1 / 8
_DASHES = {"dotted": "dotted", "dashed": "dashed", "dashSmallGap": "dashed", "dotDash": "dash-dotted"}


def stroke(border: dict[str, str] | None) -> dict[str, Any] | None:
    """Width in points, colour and dash of a border; None where there is none."""
    if border is None or border.get("val", "nil") in _NONE:
        return None
    colour = border.get("color", "auto")
    return {
        "width": float(border.get("sz", "4")) * _EIGHTH,
        "colour": "000000" if colour == "auto" else colour,
        "dash": _DASHES.get(border["val"], "solid"),
    }
