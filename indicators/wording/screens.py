"""Every Vietnamese word of the screens, in the formal register of administration."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from indicators.periods import Kind, Period
from indicators.wording.periods import period_vi

PRODUCT = "Theo dõi chỉ tiêu kinh tế - xã hội 2026-2030"

OVERVIEW, DETAIL, INTAKE = "", "chi-tieu", "nhap-so-lieu"
MILESTONES, UNITS, PLAN = "duong-gang", "co-quan", "ke-hoach"
REPORT = "bao-cao"
REVIEW = "ban-chot"
#: Address of each page → its name in the navigation.
PAGES = {
    OVERVIEW: "Tổng quan",
    DETAIL: "Chi tiết chỉ tiêu",
    MILESTONES: "Đường găng",
    UNITS: "Theo cơ quan, đơn vị",
    REPORT: "Báo cáo",
    PLAN: "Kế hoạch",
    REVIEW: "Bản chốt số liệu",
    INTAKE: "Nhập số liệu",
}

COMPARE = "so-sanh"
#: Pages that others lead to; the navigation does not name them.
PAGES_ASIDE = {COMPARE: "So sánh hai thời điểm"}

NAVIGATION = "Các trang"
NO_SCRIPT = "Trình duyệt đang tắt JavaScript: hãy bật lên để xem bảng theo dõi."
#: Who takes the catalogue into the store.
ENROLLED_BY = "Danh mục"
#: What the command line once wrote in its place: older stores hold it.
_ENROLLED_BY_ONCE = "data/catalogue"
POINTS = "điểm %"

DEMONSTRATION = "SỐ LIỆU MINH HỌA"
DEMONSTRATION_NOTE = "Các con số trên trang này chỉ để giới thiệu phần mềm, không phải số liệu thật của xã."

SCENARIOS = {"floor": "Mức dưới", "stretch": "Mức trên"}
SCENARIO_LABEL = "Kịch bản"
ORDERS = {"plan": "Theo nhóm", "worst": "Xấu nhất trước"}
ORDER_LABEL = "Sắp xếp"
COMMUNE_LABEL = "Xã"
YEAR_LABEL = "Năm"
PERIOD_LABEL = "Kỳ đánh giá"
PERIOD_KINDS = {
    "quarter": "Quý",
    "month": "Tháng",
    "half": "6 tháng",
    "nine_months": "9 tháng",
    "year": "Cả năm",
}
EARLIER, LATER = "Kỳ trước", "Kỳ sau"

# ---- Tổng quan
ALL_WELL = "Không có chỉ tiêu nào chậm so với đường găng"
BEHIND_OF = "{behind} trong {total} chỉ tiêu cần chú ý"
BEHIND_NOTE = "so với mốc theo đường găng {period}"
NOTHING_DUE = "Chưa có chỉ tiêu nào đến kỳ đánh giá"
COUNTS_TITLE = "Số chỉ tiêu theo tình trạng"
ATTENTION_TITLE = "Cần chú ý"
ATTENTION_MORE = "và {count} chỉ tiêu thành phần khác trong bảng dưới đây"
TABLE_TITLE = "{count} chỉ tiêu"
COLUMN_NUMBER = "TT"
COLUMN_NAME = "Chỉ tiêu"
COLUMN_STATUS = "Tình trạng"
COLUMN_ACTUAL = "Thực hiện"
COLUMN_MILESTONE = "Mốc theo đường găng"
COLUMN_MILESTONE_SHORT = "Mốc"
COLUMN_DISTANCE = "So với mốc"
COLUMN_LATENESS = "Sớm / chậm"
COLUMN_TREND = "Diễn biến"
GOAL = "Mục tiêu"
STRIVE = "phấn đấu"
STRIVE_NOTE = "Văn bản chỉ đặt mức phấn đấu, không phải chỉ tiêu bắt buộc"
ESTIMATE = "ước"
ESTIMATE_NOTE = "Số ước thực hiện, chưa phải số liệu cuối kỳ"
LAST_KNOWN = "số {period}"
NO_VALUE = "chưa có số liệu"
YES, NO = "Đạt", "Chưa đạt"
TREND_ALT = "Thực hiện theo thời gian so với đường găng"
HEAT_TITLE = "Bản đồ tiến độ theo quý {first}-{last}"
HEAT_NOTE = "Mỗi ô là tình trạng của chỉ tiêu tại cuối quý đó; bấm vào quý để xem tổng quan của quý."
HEAT_CAPTION = "Tình trạng của từng chỉ tiêu theo quý"
LEGEND = "Chú giải"

EMPTY_TITLE = "Chưa có số liệu nào"
EMPTY_STEPS = (
    "Tải biểu mẫu của kỳ cần báo cáo tại trang Nhập số liệu.",
    "Điền số liệu thực hiện (và số liệu năm gốc 2025) rồi gửi lên.",
    "Xem trước, xác nhận; các chỉ tiêu sẽ hiện trên trang này.",
)
EMPTY_ACTION = "Nhập số liệu kỳ đầu tiên"
PERIOD_EMPTY = "Chưa có số liệu nào của {period}. Số liệu gần nhất là của {latest}."
PERIOD_EMPTY_ACTION = "Xem {latest}"
NO_BASELINE_HINT = (
    "{count} chỉ tiêu thành phần chưa có số liệu năm gốc {year} nên chưa tính được đường găng:"
    " hãy gửi biểu có cột «Thực hiện năm {year}»."
)
SEND_DATA = "Nhập số liệu"

# ---- Chi tiết
STEPS_TITLE = "Tiến trình công nhận"
VALUES_TITLE = "Số liệu đã nhận"
REMARKS_TITLE = "Khó khăn, giải pháp, kiến nghị"
REMARK_KINDS = {
    "difficulty": "Khó khăn, vướng mắc",
    "remedy": "Giải pháp",
    "proposal": "Kiến nghị, đề xuất",
    "decision": "Quyết định công nhận",
    "note": "Ghi chú",
}
NO_REMARKS = "Chưa có khó khăn, giải pháp hay kiến nghị nào được ghi trong các biểu đã gửi."
NO_VALUES = "Chưa có số liệu nào của chỉ tiêu này. Hãy gửi biểu số liệu tại trang Nhập số liệu."
NO_CHART = "Chưa có số liệu nào và chưa tính được đường găng nên chưa vẽ được biểu đồ."
NO_DECISION = "chưa ghi số quyết định"
PREVIOUS, NEXT = "Chỉ tiêu trước", "Chỉ tiêu sau"
CHOOSE_TARGET = "Chọn chỉ tiêu"
INDICATOR = "Chỉ tiêu {number}"
LEAD_UNIT = "Cơ quan chủ trì tham mưu"
PLAN_DOCUMENT = "Văn bản giao"
BASELINE = "Số liệu gốc {year}"
TOLERANCE = "Ngưỡng dung sai"
NOT_ENTERED = "chưa nhập"
DOCUMENT_NUMBER = "số văn bản:"
MEAN_SO_FAR = "Bình quân các năm đã khép sổ"
COLUMN_PERIOD = "Kỳ"
COLUMN_VALUE = "Giá trị"
COLUMN_UPLOAD = "Lần gửi"
COLUMN_FILE = "Tệp"
COLUMN_PLACE = "Trang tính, ô"
COLUMN_WHO = "Người gửi"
COLUMN_WHEN = "Thời điểm ghi"
COLUMN_NOTE = "Ghi chú"
VALUE_STATES = {"standing": "đang dùng", "replaced": "đã được thay", "withdrawn": "đã rút"}

CHART_ACTUAL = "Thực hiện"
CHART_ESTIMATE = "Ước thực hiện"
CHART_FLOOR = "Đường găng"
CHART_FLOOR_BAND = "Đường găng, mức dưới"
CHART_STRETCH = "Đường găng, mức trên"
CHART_BASELINE = "Số liệu gốc"
CHART_GOAL = "Mục tiêu"

VIEW_YEAR = "Năm {year}"
VIEW_TERM = "Giai đoạn {first}-{last}"

# What the numbers say, clause by clause.
SAYS_ACTUAL = "Đến hết {period}, thực hiện {value}"
SAYS_ESTIMATE = " (số ước)"
SAYS_MEAN = "{mean}: {value}"
SAYS_NO_MEAN = "Chưa tính được {mean} vì thiếu số liệu"
SAYS_OF_LAST_YEAR = " (riêng {period}: {value})"
ACTUAL_OF = "Thực hiện {period}"
SAYS_YES = "Đến hết {period}: đạt"
SAYS_NO = "Đến hết {period}: chưa đạt"
SAYS_NO_VALUE = "Chưa có số liệu {period}"
SAYS_LAST = "; số gần nhất là {value} ({period})"
SAYS_EQUAL = ", bằng mốc {milestone}"
#: By bound: to be equal is not enough there.
SAYS_ONLY_EQUAL = {"above": ", trong khi phải cao hơn mốc", "below": ", trong khi phải thấp hơn mốc"}
SAYS_HIGHER = ", cao hơn mốc {milestone} là {difference}"
SAYS_LOWER = ", thấp hơn mốc {milestone} là {difference}"
SAYS_MILESTONE = "; mốc theo đường găng là {milestone}"
SAYS_NO_BASELINE = "; chưa có số liệu gốc {year} nên chưa tính được đường găng"
SAYS_WITHIN = "; chênh lệch còn trong ngưỡng dung sai {tolerance}"
SAYS_BEYOND = "; chênh lệch vượt ngưỡng dung sai {tolerance}"
SAYS_DECISION = "; {decision}"
DECISION_OF = "quyết định công nhận: {text}"
STEP_FIRST_DUE = "Hạn phải đạt"

# ---- Trục trặc
UNEXPECTED = "Đã xảy ra sự cố ngoài dự kiến nên trang này chưa hiển thị được. Số liệu đã ghi không bị ảnh hưởng."
UNEXPECTED_WHAT_NEXT = "Hãy tải lại trang; nếu sự cố lặp lại, báo cho người quản trị phần mềm."
PERIOD_FALLBACK = "Địa chỉ có kỳ «{text}» không hợp lệ nên trang hiển thị {period}."
COMMUNE_FALLBACK = "Địa chỉ có xã «{text}» không có trong danh mục nên trang hiển thị {commune}."
TARGET_FALLBACK = "Không có chỉ tiêu «{text}» trong kế hoạch nên trang hiển thị chỉ tiêu {target}."
CHOICE_FALLBACK = "Địa chỉ có lựa chọn «{text}» không hợp lệ nên trang dùng lựa chọn mặc định."


def recorder_vi(recorded_by: str) -> str:
    """Who wrote it down, in words also where an older store has a path for the catalogue."""
    return ENROLLED_BY if recorded_by == _ENROLLED_BY_ONCE else recorded_by


def date_vi(day: date) -> str:
    """05/10/2026."""
    return day.strftime("%d/%m/%Y")


def capitalised(text: str) -> str:
    """The text with its first letter large: 'quý III/2026' → 'Quý III/2026'."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """The text with its first letter small."""
    return text[:1].lower() + text[1:]


def in_year_vi(period: Period) -> str:
    """'Quý III', 'Tháng 7', '9 tháng đầu năm', 'Cả năm': the year stands beside it."""
    if period.kind is Kind.YEAR:
        return PERIOD_KINDS[Kind.YEAR]
    return capitalised(period_vi(period).replace(f"/{period.year}", "").replace(f" năm {period.year}", " năm"))


def lateness_vi(months: Decimal | float | None) -> str:
    """'chậm 1,4 tháng', 'sớm 2 quý'; nothing where the path says none, or none to a tenth. Positive months are late."""
    tenths = Decimal(str(abs(months or 0))).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{'chậm' if months > 0 else 'sớm'} {_length_vi(tenths)}" if months and tenths else ""


def _length_vi(tenths: Decimal) -> str:
    if tenths % 12 == 0:
        return f"{tenths / 12:.0f} năm"
    if tenths % 3 == 0:
        return f"{tenths / 3:.0f} quý"
    return f"{tenths:f}".replace(".", ",").removesuffix(",0") + " tháng"


def time_left_vi(due: date, today: date) -> str:
    """'hạn 31/12/2026, còn 3 tháng' (or days within the last one; 'đã quá hạn')."""
    months = (due.year - today.year) * 12 + due.month - today.month - (due.day < today.day)
    if due < today:
        left = "đã quá hạn"
    elif months >= 1:
        left = f"còn {months} tháng"
    else:
        left = f"còn {(due - today).days} ngày"
    return f"hạn {date_vi(due)}, {left}"


def horizon_vi(horizon: str, first_year: int, last_year: int) -> str:
    """'hằng năm', 'đến năm 2030', 'bình quân 2026-2030'."""
    years = f"{first_year}-{last_year}" if first_year != last_year else f"năm {last_year}"
    return {"each_year": "hằng năm", "by_year": f"đến năm {last_year}", "average": f"bình quân {years}"}[horizon]


def mean_of_years(first: int, last: int) -> str:
    """'bình quân các năm 2026-2027'."""
    return f"bình quân các năm {first}-{last}"


def quarter_tick(number: int) -> str:
    """'Quý III'."""
    return f"Quý {('I', 'II', 'III', 'IV')[number - 1]}"


def year_tick(year: int) -> str:
    """'hết 2026': the tick stands at the year's last day."""
    return f"hết {year}"
