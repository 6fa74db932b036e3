"""The words of the workbooks: the tables of the pages, and the report as Excel."""

from __future__ import annotations

from datetime import datetime

from indicators.wording.screens import capitalised, date_vi

PRODUCER = "Phần mềm theo dõi chỉ tiêu kinh tế - xã hội"
FOOTER = "Trang &P/&N"

# ---- Các bảng của một trang
DOWNLOAD = "Tải các bảng của trang này (Excel)"
DOWNLOAD_FILE = "{page}-{commune}-{period}.xlsx"
KNOWN_UNTIL = "Theo số liệu có đến ngày {day} ({time})"
NO_ROWS = "Không có dòng nào."


def of_what_vi(commune: str, period: str) -> str:
    """'Xã Vĩnh Thịnh, quý III/2026'."""
    return capitalised(", ".join(filter(None, (commune, period))))


def known_until_vi(local: datetime) -> str:
    """'Theo số liệu có đến ngày 05/10/2026 (09:15)': Vietnamese time."""
    return KNOWN_UNTIL.format(day=date_vi(local.date()), time=f"{local:%H:%M}")
