"""The words of the detail about versions, scenarios, forecasts, the year's plan and the targets of an indicator."""

from __future__ import annotations

from datetime import date

from indicators.wording.screens import date_vi

# ---- On the chart
CHART_FIXED = "{path} (đã phê duyệt)"
CHART_DERIVED = "{path} (chưa phê duyệt)"
CHART_SCENARIO = "Kịch bản {scenario}"
CHART_FORECAST = "Dự báo (khoảng tin cậy 80%)"
CHART_FORECAST_MEAN = "Dự báo bình quân (khoảng tin cậy 80%)"
FORECAST_POINT = "{what}: {expected} (từ {low} đến {high})"

# ---- Kế hoạch năm
YEAR_PLAN = "Kế hoạch năm {year}"
PERCENT_OF_YEAR_PLAN = "{percent} KH năm"
FROM_YEAR_PLAN = "{distance} so KH năm"
IS_YEAR_PLAN = "là KH năm"
YEAR_PLAN_NOTE = "Thực hiện so kế hoạch năm"
AGAINST_YEAR_PLAN = "So kế hoạch năm {year}"
ASSIGNED_BY = {"city": "Thành phố giao {value}", "council": "HĐND xã giao {value}"}
OF_YEAR = "năm {year}"

# ---- Người và cơ quan
PEOPLE = {
    "joint_units": "Cơ quan phối hợp",
    "directing_leader": "Lãnh đạo chỉ đạo",
    "officer": "Cán bộ phụ trách",
}

# ---- Chỉ tiêu gồm nhiều chỉ tiêu thành phần
COMPONENTS_TITLE = "Chỉ tiêu {indicator} gồm {count} chỉ tiêu thành phần"
COMPONENTS_NOTE = "Chỉ tiêu {indicator} chỉ đạt khi tất cả chỉ tiêu thành phần đều đạt; tình trạng chung: {status}."
HOLDS_BACK = "kéo lùi chỉ tiêu {indicator}"
HOLDS_BACK_NOTE = "Tình trạng của chỉ tiêu {indicator} là theo chỉ tiêu thành phần này"

# ---- Đạt và vượt
REACHED = "Đạt và vượt mốc {reached}/{total}"
MISSED = "chưa đạt mốc {missed}/{total}"
UNJUDGED = "chưa đánh giá {unjudged}/{total}"
REACHED_FINALLY = "Đạt và vượt {reached}/{total}"
MISSED_FINALLY = "không đạt {missed}/{total}"

# ---- Kịch bản
SCENARIOS_TITLE = "Các kịch bản"
WITHOUT_STRETCH = "Đường găng"
MILESTONE_OF_SCENARIO = "Mốc theo kịch bản «{scenario}»"
COLUMN_SCENARIO = "Kịch bản"
COLUMN_MILESTONE_AT = "Mốc {period}"
COLUMN_REACHED = "Kết quả"
SCENARIO_REACHED = {True: "Đạt mức", False: "Chưa đạt mức"}
FOLLOWED = "đang theo"
TRAVELLING = "{period}, thực hiện đang theo kịch bản «{scenario}» (mốc {milestone})"
TRAVELLING_UNDER_NONE = (
    "{period}, thực hiện chưa đạt mức của kịch bản nào; gần nhất là kịch bản «{scenario}» (mốc {milestone})"
)
#: By whether more is better.
STILL_SHORT = {
    True: "; còn thiếu {difference} so với kịch bản «{scenario}»",
    False: "; còn cao hơn {difference} so với kịch bản «{scenario}»",
}
STILL_SHORT_OF_IT = {True: ": còn thiếu {difference}", False: ": còn cao hơn {difference}"}

# ---- Dự báo và cần đạt
FORECAST_TITLE = "Dự báo và cần đạt"
EXPECTED_AT = "Dự báo đến hết {period}"
EXPECTED_MEAN = "Dự báo {mean}"
INTERVAL = "khoảng tin cậy 80%: {low} - {high}"
GOAL_TO_MEET = "So với mục tiêu {goal}"
WILL_MEET = "dự báo đạt"
WILL_NOT_MEET = "dự báo không đạt"
WHEN_MET = "Thời điểm đạt mục tiêu"
MET_IN = "{period}"
MET_ALREADY = "đã đạt tại {period}"
NOT_MET_IN_TIME = "sau năm {year}, hoặc không đạt được với nhịp độ này"
NEEDED = "Cần đạt"
POINTS_USED = "Tính từ {count} số liệu đã có."
NEEDED_PER = {"quarter": "mỗi quý còn lại", "month": "mỗi tháng còn lại", "year": "mỗi năm còn lại"}
NEEDED_MORE = {"quarter": "{per} cần tăng {value}", "month": "{per} cần thêm {value}", "year": "{per} cần đạt {value}"}
NEEDED_GROWTH = "{per} cần tăng {value}"
NEEDED_LESS = "{per} cần giảm {value}"
NEEDED_AT_MOST = "{per} không quá {value}"
NEEDED_BELOW = "{per} phải dưới {value}"
NEEDED_EXCEEDED = "số thực hiện đã vượt mức của cả năm"
#: By bound, where the value is the goal's own.
NEEDED_BEYOND = {
    "above": "đang bằng mức của mục tiêu, cần cao hơn mức này",
    "below": "đang bằng mức của mục tiêu, cần thấp hơn mức này",
}
NEEDED_NOTHING = "đã đạt mức của mục tiêu, cần giữ vững"

# ---- Phiên bản kế hoạch
VERSIONS_TITLE = "Phiên bản kế hoạch"
COLUMN_VERSION = "Phiên bản"
COLUMN_HELD = "Áp dụng"
COLUMN_DOCUMENT = "Văn bản"
COLUMN_GOAL = "Mục tiêu trong phiên bản"
COLUMN_RECORDED = "Ghi nhận"
HELD_FROM_TO = "{first} - {last}"
HELD_FROM = "từ {first}"
JUDGES_SHOWN = "đánh giá {period}"
GOAL_BEFORE = "phiên bản trước: {goal}"
PATH_FIXED = "đường găng đã phê duyệt"
NOT_IN_VERSION = "không có trong phiên bản này"
RETIRED = "thôi theo dõi"
REPLACED_BY = "được thay bằng chỉ tiêu {target}"
SUSPENDED = "tạm dừng đánh giá"
FROM_THE_BEGINNING = "từ đầu"


def version_from_vi(version: int, day: date) -> str:
    """'Phiên bản 2<br>từ 01/07/2028', on two lines."""
    return f"Phiên bản {version}<br>từ {date_vi(day)}"
