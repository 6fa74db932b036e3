"""The words of the evidence sheet."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from indicators.wording.screens import NOT_ENTERED, date_vi

COMMITTEE = "UBND {commune}"
TITLE = "PHIẾU MINH CHỨNG KẾT QUẢ THỰC HIỆN CHỈ TIÊU NĂM {year}"
WHO = {"unit": "Cơ quan chủ trì: {name}", "leader": "Lãnh đạo chỉ đạo: {name}", "officer": "Cán bộ phụ trách: {name}"}
MOMENT = "Kết quả tính đến {period}, theo mức dưới của đường găng; số liệu có đến ngày {day}."
DOCUMENTS = "Văn bản giao chỉ tiêu: {documents}."
UNNUMBERED = f"{{name}} (số văn bản: {NOT_ENTERED})"
TALLY_OF = {
    "unit": "Các chỉ tiêu chủ trì: {tally}. Toàn xã: {all}.",
    "leader": "Các chỉ tiêu được phân công chỉ đạo: {tally}. Toàn xã: {all}.",
    "officer": "Các chỉ tiêu được phân công phụ trách: {tally}. Toàn xã: {all}.",
}
REPORTS = "Báo cáo phải gửi trong năm: {counted}."
NO_REPORTS = "Không có báo cáo nào phải gửi trong năm."
NOT_GRADED = (
    "Phiếu chỉ nêu số liệu để làm tài liệu kèm theo; phần mềm không chấm điểm, không xếp loại cơ quan hay cá nhân."
)

LED = {
    "unit": "I. CHỈ TIÊU CHỦ TRÌ",
    "leader": "I. CHỈ TIÊU ĐƯỢC PHÂN CÔNG CHỈ ĐẠO",
    "officer": "I. CHỈ TIÊU ĐƯỢC PHÂN CÔNG PHỤ TRÁCH",
}
JOINT = "II. CHỈ TIÊU PHỐI HỢP"
REPORTS_LED, REPORTS_AFTER_JOINT = "II. VIỆC GỬI BÁO CÁO", "III. VIỆC GỬI BÁO CÁO"

NUMBER, NAME, UNIT, GOAL, YEAR_GOAL = "TT", "Chỉ tiêu", "ĐVT", "Mục tiêu", "Chỉ tiêu năm {year}"
VALUE, PERIOD, PERCENT, DISTANCE = "Thực hiện", "Kỳ của số liệu", "% so kế hoạch năm", "So với mốc (+: tốt hơn)"
QUARTERS = ("Quý I", "Quý II", "Quý III", "Quý IV")
YEAR_END, NOTES = "Cuối năm", "Quyết định công nhận, ghi chú"
DUE_PERIOD, DEADLINE, RECORDED, STATE, LATE_DAYS = (
    "Kỳ báo cáo",
    "Hạn gửi",
    "Ngày gửi",
    "Kết quả",
    "Số ngày muộn (chưa gửi: đến nay)",
)
REPORT_STATES = {
    "on_time": "Đúng hạn",
    "late": "Muộn",
    "missing": "Quá hạn, chưa gửi",
    "not_yet_due": "Chưa đến hạn",
}
PROVISIONAL = " (số ước)"
ESTIMATE_NOTE = "Số ước thực hiện."
STRIVE_NOTE = "Chỉ tiêu phấn đấu."
MEAN_NOTE = "So với mốc tính theo bình quân {first}-{last}: {mean}."

PLACE_AND_DAY = "………………, ngày ….. tháng ….. năm ………"
SIGNED_BY = ("Người lập phiếu", "Xác nhận của cơ quan, đơn vị")
SIGNATURE = "(Ký, ghi rõ họ tên)"
FOOTER = "Trang &P/&N"


def document_vi(name: str, number: str, dated: date | None) -> str:
    """'12/KH-UBND, 05/01/2026: Kế hoạch …'; what is not known of it is said to be so."""
    if not number:
        return UNNUMBERED.format(name=name)
    return f"{number}{f', {date_vi(dated)}' if dated else ''}: {name}"


def mean_vi(first: int, last: int, mean: str | Decimal) -> str:
    return MEAN_NOTE.format(first=first, last=last, mean=mean)
