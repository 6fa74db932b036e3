"""The words on the sheet an office fills in."""

from __future__ import annotations

from decimal import Decimal

from indicators.catalogue import Accumulation
from indicators.numbers import format_exact

COMMITTEE = "UBND {commune}"
TITLE = "BIỂU NHẬP SỐ LIỆU CÁC CHỈ TIÊU {period}"
GUIDE = (
    "Chỉ nhập vào các ô màu vàng. Số liệu là giá trị tính đến cuối kỳ theo cách ghi ở cột «Cách tính»;"
    " chỉ tiêu chưa có số liệu thì để trống. Số thập phân dùng dấu phẩy, ví dụ 94,1."
)
SHEET = "So lieu"

CODE, NAME, UNIT, WAY = "Mã", "Chỉ tiêu", "ĐVT", "Cách tính"
GOAL, MILESTONE, LAST_VALUE, LAST_PERIOD = (
    "Mục tiêu",
    "Mốc theo đường găng",
    "Số liệu gần nhất",
    "Kỳ gần nhất",
)
VALUE = "Số liệu đến hết {period}"
DIFFICULTY, REMEDY, PROPOSAL, DECISION = (
    "Khó khăn, vướng mắc",
    "Giải pháp",
    "Kiến nghị, đề xuất",
    "Số, ngày quyết định công nhận",
)

WAYS = {
    Accumulation.LEVEL: "Tại thời điểm cuối kỳ",
    Accumulation.YEAR_TO_DATE: "Lũy kế từ đầu năm",
    Accumulation.RATIO_TO_DATE: "Tỷ lệ lũy kế từ đầu năm",
    Accumulation.GROWTH: "So với cùng kỳ năm trước",
}
YES, NO = "Đạt", "Chưa đạt"

CHOOSE_TITLE, CHOOSE_WORD = "Chọn Đạt hoặc Chưa đạt", "Ô này chỉ nhận «Đạt» hoặc «Chưa đạt»."
NUMBER_TITLE = "Số không hợp lệ"
NUMBER_WORD = "Hãy nhập một số{range}."


def range_vi(minimum: Decimal | None, maximum: Decimal | None) -> str:
    """' từ 0 đến 100', ' từ 0', ' đến 5' or nothing."""
    low = f" từ {format_exact(minimum)}" if minimum is not None else ""
    high = f" đến {format_exact(maximum)}" if maximum is not None else ""
    return low + high
