"""The words of the reports: what is said around the figures, in the formal register."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.periods import parse_period
from indicators.wording.periods import period_vi

TITLE = "BÁO CÁO"
#: By reports.model.Occasion.
SUBJECTS = {
    "period": "Kết quả thực hiện các chỉ tiêu kinh tế - xã hội {period}",
    "year": "Sơ kết kết quả thực hiện các chỉ tiêu kinh tế - xã hội năm {year}{until}",
    "midterm": (
        "Đánh giá giữa nhiệm kỳ kết quả thực hiện các chỉ tiêu kinh tế - xã hội giai đoạn {first}-{last}{until}"
    ),
    "term": "Tổng kết kết quả thực hiện các chỉ tiêu kinh tế - xã hội giai đoạn {first}-{last}{until}",
}
UNTIL = " (số liệu đến hết {period})"
OF_GROUP = ", nhóm chỉ tiêu «{group}»"
OF_UNIT = ", phần do {unit} chủ trì"

# ---- The table
COLUMNS = {
    "target": "TT",
    "name": "Chỉ tiêu",
    "unit": "ĐVT",
    "term_goal": "Mục tiêu {year}",
    "year_plan": "Kế hoạch năm",
    "milestone": "Mốc kỳ này",
    "period_value": "Thực hiện",
    "cumulative": "Lũy kế",
    "year_percent": "So kế hoạch năm (%)",
    "distance": "So mốc",
    "year_before": "So cùng kỳ",
    "status": "Đánh giá",
}
GOAL_OF_YEAR = "{goal} (năm {year})"
MEAN = "bình quân {first}-{last}: {mean}"
VALUE_OF = "số {period}"
PERIOD_ESTIMATED = "thực hiện trong kỳ: số ước"
ESTIMATED = "số ước"
_VALUES_NOTE = (
    "Thực hiện: số riêng trong kỳ, hoặc số tại cuối kỳ; lũy kế: số từ đầu năm đến hết kỳ."
    " Ô để trống: chưa có số liệu hoặc không tính."
)
_MILESTONE_NOTE = (
    "Mốc kỳ này: mức cần đạt đến hết kỳ theo đường găng. So mốc: chênh lệch theo đơn vị của chỉ tiêu,"
    " dấu + là tốt hơn mốc, dấu − là kém hơn mốc."
)
_YEAR_BEFORE_NOTE = (
    "So cùng kỳ: so với cùng kỳ năm trước; chỉ tiêu tính bằng % so theo điểm %, chỉ tiêu khác so theo %."
)
NOTES = (_VALUES_NOTE, _MILESTONE_NOTE, _YEAR_BEFORE_NOTE)
PLAN_NOTE = "Văn bản giao chỉ tiêu: {documents}."
JOINT_GROUP = "Chỉ tiêu phối hợp thực hiện"
NO_GROUP = "Các chỉ tiêu"

# ---- What it came to
TALLIED = (
    "Đến hết {period}, so với mốc theo đường găng: đạt và vượt {reached}/{total} chỉ tiêu, chưa đạt {missed}/{total}"
)
TALLIED_FINALLY = "Kết quả cuối cùng, {period}: đạt và vượt {reached}/{total} chỉ tiêu, không đạt {missed}/{total}"
UNJUDGED = ", chưa đánh giá {unjudged}/{total}"
COUNTED = "Phân theo tình trạng: {counts}."
MISSED = "Các chỉ tiêu chưa đạt mốc: {numbers}."
MISSED_FINALLY = "Các chỉ tiêu không đạt: {numbers}."
NOT_REPORTED = "Các chỉ tiêu quá hạn chưa có báo cáo: {numbers}."
ESTIMATES = "Số ước thực hiện ở {count}/{total} chỉ tiêu thành phần: {numbers}."
LEADS = "{unit} chủ trì {led} chỉ tiêu thành phần"
WORKS_JOINTLY = ", phối hợp {joint} chỉ tiêu thành phần"

# ---- By group
GROUP_COUNTED = "Có {count} chỉ tiêu thành phần: {counts}."
FOUND = "{name}: {finding}"
LED_BY = " Cơ quan chủ trì: {unit}."
LISTED = "{status}: {names}."

# ---- Khó khăn, giải pháp, kiến nghị
SAID_IN = "{text} ({periods})"
NOTHING_SAID = {
    "difficulty": "Các biểu đã gửi không ghi khó khăn, vướng mắc.",
    "remedy": "Các biểu đã gửi không ghi giải pháp.",
    "proposal": "Các biểu đã gửi không ghi kiến nghị, đề xuất.",
}

# ---- What is to come
FORECAST = "{what}: {expected}; {goal}: {verdict}."
FINAL_RESULT = "Kết quả cuối cùng: {status}."
RECOGNISED = "Đã đạt."

# ---- The letterhead
COMMITTEE = "Ủy ban nhân dân {commune}"
COMMITTEE_SHORT = "UBND {commune}"
SYMBOL = "BC-UBND"
SYMBOL_OF_UNIT = "BC-"
SIGNER = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
SIGNER_OF_UNIT = ("THỦ TRƯỞNG ĐƠN VỊ",)
FILED = "Lưu: VT."
KINDS_OF_PLACE = ("đặc khu", "thị trấn", "phường", "xã")

# ---- Refusals
PERIOD_EMPTY = "Chưa có số liệu nào của {period} nên chưa lập được báo cáo. {latest}"
LATEST = "Số liệu gần nhất là của {period}."
NO_DATA = "Đến thời điểm lấy số liệu, xã chưa có số liệu nào của giai đoạn: hãy nhập số liệu trước."
UNIT_UNKNOWN = "Không có cơ quan, đơn vị «{unit}» trong kế hoạch của kỳ. Các cơ quan, đơn vị đang có: {known}."
NO_UNITS = "chưa ghi cơ quan nào"
WRITTEN = "Đã ghi báo cáo ra {out}."
FORMAT_UNKNOWN = "Không có dạng tệp «{text}»; các dạng có: {known}."
OCCASION_UNKNOWN = "Không có loại báo cáo «{text}»; các loại có: {known}."


def period_empty_vi(period: str, latest: str | None) -> str:
    """`latest`: the newest period with data, None where there is none at all."""
    newest = LATEST.format(period=period_vi(parse_period(latest))) if latest else NO_DATA
    return PERIOD_EMPTY.format(period=period_vi(parse_period(period)), latest=newest)


def unit_unknown_vi(unit: str, known: Sequence[str]) -> str:
    return UNIT_UNKNOWN.format(unit=unit, known="; ".join(known) or NO_UNITS)
