"""What charts and pictures say of themselves, and the buttons by which they are taken along."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from indicators.wording.looking_back import moment_vi
from indicators.wording.workbooks import of_what_vi, scenario_note_vi

UNIT = "Đơn vị tính: {unit}"
STATUSES_BY_GROUP = "Tình trạng các chỉ tiêu theo nhóm, {period}"
INDICATORS = "chỉ tiêu"
TARGET = "{number}. {name}"

ORIGIN = "{what}. Theo số liệu có đến {moment}."
ONLY_OF = "Chỉ gồm chỉ tiêu của: {names}."

CHOOSE = "Tải ảnh các biểu đồ"
HEAT_MAP, GROUPS = "Bản đồ tiến độ", "Tình trạng theo nhóm"
DOWNLOAD_PNG, DOWNLOAD_SVG = "Tải ảnh PNG", "Tải ảnh SVG"
#: Names of files, without diacritics.
CHART_FILE, HEAT_FILE, GROUPS_FILE = "bieu-do-chi-tieu-{target}", "ban-do-tien-do", "tinh-trang-theo-nhom"
FILE = "{picture}-{commune}-{period}.{suffix}"


def unit_note_vi(unit: str) -> list[str]:
    """'Đơn vị tính: %'; nothing where the chart has no unit."""
    return [UNIT.format(unit=unit)] if unit else []


def origin_vi(commune_name_vi: str, period_vi: str, as_of: datetime) -> str:
    """'Xã Vĩnh Thịnh, quý III/2026. Theo số liệu có đến hết ngày 05/10/2026.'"""
    return ORIGIN.format(what=of_what_vi(commune_name_vi, period_vi), moment=moment_vi(as_of))


def narrowed_vi(scenario_vi: str, people: Sequence[str]) -> list[str]:
    """How it was judged, and of whom it shows the indicators where not of all."""
    return [scenario_note_vi(scenario_vi), *([ONLY_OF.format(names="; ".join(people))] if people else [])]
