"""What the tests of a province's sheets share: a register, sheets of communes, and their reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from indicators.intake.workbook.cells import Sheet, Workbook
from indicators.province import ProvinceReading, read_province
from indicators.register import Register, RegisterEntry
from tests.intake.sheets import COMMUNES, make_sheet

WATER = "Tỷ lệ dân số được sử dụng nước sạch"
JOBS = "Số người được giải quyết việc làm mới trong năm"
STATION = "Trạm y tế xã đạt chuẩn quốc gia theo Bộ tiêu chí mới"
CROPS = "Giá trị sản phẩm trên 1 ha đất trồng trọt"
TITLE = ("TỔNG HỢP CÁC XÃ QUÝ III NĂM 2026",)

ENTRIES = (
    RegisterEntry("00123", "xã Vĩnh Thịnh", "tỉnh A"),
    RegisterEntry("01234", "xã An Hòa", "tỉnh A"),
    RegisterEntry("00456", "Phường 1", "tỉnh A"),
    RegisterEntry("00789", "xã Tân Lập", "tỉnh A"),
    RegisterEntry("00790", "xã Tân Lập", "tỉnh B"),
)


def register(*entries: RegisterEntry) -> Register:
    return Register(entries or ENTRIES, COMMUNES)


def read(*rows: Sequence[Any] | Sheet, known: Register | None = None, **said: Any) -> ProvinceReading:
    """What these rows, or sheets, say."""
    sheets = [row for row in rows if isinstance(row, Sheet)] or [make_sheet(*rows)]  # type: ignore[arg-type]
    return read_province(Workbook(sheets), COMMUNES, known or register(), **said)


def values(reading: ProvinceReading) -> dict[tuple[object, ...], float]:
    """(commune, measure, period) → value."""
    return {
        (item["commune"], item["measure"], item["period"]): float(str(item["value"])) for item in reading.readings()
    }


def troubles(reading: ProvinceReading) -> list[tuple[str, str | None]]:
    return [(issue.code, issue.cell) for issue in reading.issues]
