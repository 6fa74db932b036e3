"""What a picture says of itself."""

from __future__ import annotations

UNIT = "Đơn vị tính: {unit}"


def unit_note_vi(unit: str) -> list[str]:
    """'Đơn vị tính: %'; nothing where the chart has no unit."""
    return [UNIT.format(unit=unit)] if unit else []
