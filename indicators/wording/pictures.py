"""What charts and pictures say of themselves."""

from __future__ import annotations

UNIT = "Đơn vị tính: {unit}"
STATUSES_BY_GROUP = "Tình trạng các chỉ tiêu theo nhóm, {period}"
INDICATORS = "chỉ tiêu"
TARGET = "{number}. {name}"


def unit_note_vi(unit: str) -> list[str]:
    """'Đơn vị tính: %'; nothing where the chart has no unit."""
    return [UNIT.format(unit=unit)] if unit else []
