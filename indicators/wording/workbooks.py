"""The words of the workbooks: the tables of the pages, and the report as Excel."""

from __future__ import annotations

from datetime import date, datetime

from indicators.wording import screens
from indicators.wording.screens import capitalised, date_vi

PRODUCER = "Phần mềm theo dõi chỉ tiêu kinh tế - xã hội"
FOOTER = "Trang &P/&N"

# ---- Các bảng của một trang
DOWNLOAD = "Tải các bảng của trang này (Excel)"
DOWNLOAD_FILE = "{page}-{commune}-{period}.xlsx"
KNOWN_UNTIL = "Theo số liệu có đến ngày {day} ({time})"
NO_ROWS = "Không có dòng nào."
SCENARIO_NOTE = "Đánh giá theo kịch bản «{scenario}»."
DISTANCE_NOTE = (
    "So với mốc: theo đơn vị tính của chỉ tiêu (chỉ tiêu tính bằng %: điểm %), số dương là tốt hơn mốc."
    " Sớm, chậm: số dương là chậm."
)
COLUMN_GROUP = "Lĩnh vực"
COLUMN_COMMITMENT = "Tính chất"
COLUMN_WHAT_VALUE = "Loại số liệu"
COLUMN_DISTANCE = "So với mốc (+: tốt hơn)"
COLUMN_LATE_MONTHS = "Chậm (+), sớm (-), tháng"
COLUMN_DUE = "Hạn đánh giá"
COLUMN_YEAR_PLAN = "Kế hoạch năm"
COLUMN_YEAR_PERCENT = "So kế hoạch năm (%)"
COLUMN_YEAR_DISTANCE = "So kế hoạch năm (chênh lệch)"
COLUMN_LAST_KNOWN, COLUMN_LAST_KNOWN_PERIOD = "Số gần nhất đã có", "Kỳ của số gần nhất"
TARGETS, TARGETS_TITLE = "Chỉ tiêu", "Các chỉ tiêu trong kỳ"
QUARTERS, QUARTERS_NOTE = "Theo quý", "Tình trạng của từng chỉ tiêu tại cuối mỗi quý; để trống: quý chưa bắt đầu."
STATUS_OF = "Tình trạng {period}"

OF_TARGET = "{title}: chỉ tiêu {target}. {name}"
VALUES, REMARKS, PATH, SCENARIOS, VERSIONS = "Số liệu", "Khó khăn, kiến nghị", "Đường găng", "Kịch bản", "Phiên bản"
COLUMN_ESTIMATE = "Số ước"
COLUMN_SHEET, COLUMN_CELL = "Trang tính", "Ô"
COLUMN_WITHDRAWN_AT, COLUMN_WITHDRAWN_BY, COLUMN_WITHDRAWN_WHY = "Rút lúc", "Người rút", "Lý do rút"
COLUMN_CORRECTION = "Lý do sửa số đã khóa"
COLUMN_REMARK_KIND, COLUMN_REMARK = "Loại", "Nội dung"
COLUMN_ENDS_QUARTER = "Hết quý"
COLUMN_FLOOR, COLUMN_STRETCH = "Mốc", "Mốc mức trên"
COLUMN_FIXED, FIXED = "Phê duyệt", "đã phê duyệt"
COLUMN_HELD_FROM, COLUMN_HELD_TO = "Từ ngày", "Đến ngày"
COLUMN_DOCUMENT_NUMBER, COLUMN_DOCUMENT_DATE, COLUMN_PLAN = "Số văn bản", "Ngày văn bản", "Kế hoạch"
COLUMN_RECORDED_AT, COLUMN_RECORDED_BY = "Ghi lúc", "Người ghi"

MATRIX, BY_PERIOD = "Đường găng", "Từng kỳ"
COLUMN_LINE, LINE_MILESTONE, LINE_REACHED = "Dòng", "Mốc", "Thực hiện"
COLUMN_ENDS_ON, COLUMN_REPORT_DUE = "Ngày cuối kỳ", "Hạn báo cáo"

TALLIES, TALLIES_TITLE = "Tổng hợp", "Tổng hợp {period} và việc gửi báo cáo năm {year}"
TALLIES_NOTE = (
    "Một chỉ tiêu được tính cho mọi nơi có chỉ tiêu thành phần của nó, nên cộng các dòng có thể nhiều hơn số chỉ tiêu"
    " của xã."
)
COLUMN_LED, COLUMN_JOINT = "Chỉ tiêu thành phần được giao", "Chỉ tiêu thành phần phối hợp"
COLUMN_REACHED, COLUMN_MISSED, COLUMN_UNJUDGED = "Chỉ tiêu đạt và vượt", "Chỉ tiêu chưa đạt", "Chỉ tiêu chưa đánh giá"
COLUMN_REPORTS = "Báo cáo {state}"
COLUMN_ROLE, LEADS, JOINS = "Vai trò", "Chủ trì", "Phối hợp"
UNITS_TARGETS, UNITS_TARGETS_TITLE = "Chỉ tiêu theo nơi phụ trách", "Các chỉ tiêu theo nơi phụ trách"
REPORTS = "Báo cáo"

COLUMN_STANDING = "Tình trạng"
PATH_NOTE = "Số mốc (mức dưới và mức trên) của phiên bản mới nhất, từ ngày phiên bản có hiệu lực."
UPLOADS, WITHDRAWN = "Các lần gửi", "đã rút"
COLUMN_LEFT_OUT, COLUMN_LEFT_OUT_CELLS = "Số ô bỏ lại", "Các ô bỏ lại"
COLUMN_COMMUNES = "Số xã trong tệp"
#: Of the files, by page.
FILE_NAMES = {
    screens.OVERVIEW: "tong-quan",
    screens.DETAIL: "chi-tieu-{target}",
    screens.MILESTONES: "duong-gang",
    screens.UNITS: "co-quan",
    screens.PLAN: "phien-ban-ke-hoach",
    screens.INTAKE: "cac-lan-gui",
    screens.COMPARE: "so-sanh",
}

# ---- Báo cáo
SHEET_TABLE, SHEET_RESULTS, SHEET_REMARKS = "Biểu số liệu", "Kết quả", "Khó khăn, kiến nghị"
SHEET_OUTLOOK, SHEET_CHARTS, SHEET_CHART_DATA = "Triển vọng", "Biểu đồ", "Số liệu biểu đồ"
COUNTRY, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
NUMBER = "Số: {number}"
CLOSED_ON = "Số liệu chốt đến ngày {day}"
RECIPIENTS = "Nơi nhận:"
FINGERPRINT = "Dấu vân tay khóa ký của bản chốt số liệu: {fingerprint}"
RESULTS_TITLE, BY_GROUP = "Kết quả chung", "Kết quả theo lĩnh vực"
REMARK_HEADINGS = ("TT", "Chỉ tiêu", "Cơ quan", "Nội dung")
OUTLOOK_HEADINGS = ("TT", "Chỉ tiêu", "Đánh giá", "Dự báo", "Cần đạt", "Vì sao chưa dự báo")
VERDICTS = {
    "met": "Đã đạt",
    "will_meet": "Dự báo đạt",
    "will_miss": "Dự báo không đạt",
    "unknown": "Chưa dự báo được",
}
CATEGORY, CATEGORY_OF_STACK = "Kỳ", COLUMN_GROUP
UNIT = "Đơn vị tính: {unit}"
LOW, HIGH = "{name}: mức thấp", "{name}: mức cao"
JOINED = "{name} (đường nối)"


def dated_vi(place: str, day: date | None) -> str:
    """'Vĩnh Thịnh, ngày 05 tháng 10 năm 2026'; dots where the office writes them by hand. Days under 10 and the first
    two months carry a zero (Nghị định 30/2020)."""
    if day is None:
        return f"{place or '………'}, ngày … tháng … năm ……"
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{place or '………'}, ngày {day.day:02} tháng {month} năm {day.year}"


def scenario_note_vi(scenario: str) -> str:
    return SCENARIO_NOTE.format(scenario=scenario)


def of_what_vi(commune: str, period: str) -> str:
    """'Xã Vĩnh Thịnh, quý III/2026'."""
    return capitalised(", ".join(filter(None, (commune, period))))


def known_until_vi(local: datetime) -> str:
    """'Theo số liệu có đến ngày 05/10/2026 (09:15)': Vietnamese time."""
    return KNOWN_UNTIL.format(day=date_vi(local.date()), time=f"{local:%H:%M}")
