"""The words of the page Đường găng and of the command that lists it."""

from __future__ import annotations

TITLE = "Năm {year}"
ABOUT = "{commune}; kịch bản «{scenario}»; tính đến ngày {day}"
PRINT = "In khổ A3"
EARLIER_YEAR, LATER_YEAR = "Năm trước", "Năm sau"

CAPTION = "Mốc theo đường găng và kết quả thực hiện từng tháng, từng quý năm {year}"
COLUMN_TARGET = "Chỉ tiêu"
COLUMN_PEOPLE = "Chủ trì, chỉ đạo, phụ trách"
COLUMN_YEAR_GOAL = "Kế hoạch năm"
COLUMN_AGAINST_YEAR = "So kế hoạch năm"
MONTH = "T{number}"
QUARTER = "Quý {number}"
#: What else ends with a quarter.
ALSO_ENDS = {2: "6 tháng", 3: "9 tháng", 4: "cả năm"}
VERSION, VERSION_SHORT = "Phiên bản {plan}", "PB {plan}"

JOINT = "phối hợp: {units}"
LEADER = "chỉ đạo: {person}"
OFFICER = "phụ trách: {person}"

UNTIL = "hết tháng {month}"

FIXED_MARK = "▪"
FIXED = "Mốc được phê duyệt trong kế hoạch"
DERIVED = "Mốc không có dấu này: tính theo quy tắc của kế hoạch"
LEGEND_CELL = "Mỗi ô: số trên là mốc phải đạt, số dưới là thực hiện với ký hiệu tình trạng."
LEGEND_ESTIMATE = "số ước thực hiện"
ESTIMATE_MARK = "ước"
MEAN_MARK = "BQ"

NO_BASELINE = "chưa có số liệu gốc {year} nên chưa tính được mốc"
ENDED = "đã kết thúc năm {year}"
DUE_ON = "hạn {day}"
NOT_WANTED = "không đặt mốc trong năm này"
NOT_ALL_YEAR = "chỉ có ở một số phiên bản kế hoạch trong năm"
SUSPENDED = "tạm dừng đánh giá"

VERSIONS = "Kế hoạch áp dụng"
VERSION_FROM = "{version}: {document}, từ ngày {day}"
DOCUMENT = "số {number}"
DOCUMENT_DATED = "số {number} ngày {day}"

DUE_TITLE = "Việc sắp tới hạn"
DUE_NEXT = "Sắp tới hạn: {count} chỉ tiêu thành phần phải báo cáo chậm nhất ngày {day}."
DUE_NONE = "Không còn kỳ báo cáo nào của năm {year} sắp tới hạn."
DUE_DATE = "Hạn báo cáo {day}"
DUE_LEFT = "còn {days} ngày"
DUE_TODAY = "hôm nay"
COLUMN_DUE_PERIOD = "Kỳ"
COLUMN_DUE_MILESTONE, DUE_MILESTONE = "Mốc phải đạt", "mốc"
COLUMN_UNIT = "Cơ quan chủ trì"
COLUMN_LEADER = "Lãnh đạo chỉ đạo"
COLUMN_OFFICER = "Cán bộ phụ trách"

NO_DATA = "Chưa có số liệu nào của năm {year}; trang hiển thị các mốc phải đạt."
NO_PLAN = "Năm {year} chưa có kế hoạch"
NO_PLAN_STEPS = (
    "Chỉ tiêu của xã được giao từ năm {first}, nên năm {year} không có đường găng.",
    "Hãy chọn một năm của kế hoạch.",
)
NO_PLAN_ACTION = "Xem năm {first}"

# ---- Dòng lệnh
HEADINGS = ("TT", "Kỳ", "Mốc", "Cố định", "Thực hiện", "So với mốc", "Tình trạng", "Chỉ tiêu")
FIXED_WORD = "có"
NOTHING = "Chưa có chỉ tiêu nào trong kế hoạch."
