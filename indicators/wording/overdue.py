"""The words about reports that have not come: the list, the reminder letter, the calendar of deadlines."""

from __future__ import annotations

from datetime import date

from indicators.periods import parse_period
from indicators.wording.periods import period_vi
from indicators.wording.screens import capitalised, date_vi

#: Where the plan has nobody who leads.
NO_UNIT = "Chưa phân công cơ quan chủ trì"
ALL_REPORTED = "Không có báo cáo nào quá hạn mà chưa gửi tính đến ngày {day}."
NO_LETTER = "Tính đến ngày {day}, {units} không có báo cáo nào quá hạn mà chưa gửi nên không lập công văn đôn đốc."
ALL_UNITS = "các cơ quan, đơn vị"
UNIT_UNKNOWN = "Không có cơ quan «{unit}» trong các báo cáo phải gửi; các cơ quan có: {units}."
COUNTED = "{units} cơ quan, đơn vị còn {reports} báo cáo quá hạn chưa gửi tính đến ngày {day}."

# ---- Công văn
SUBJECT = "đôn đốc báo cáo số liệu chỉ tiêu kinh tế - xã hội"
OPENING = (
    "Qua tổng hợp việc gửi báo cáo số liệu các chỉ tiêu kinh tế - xã hội, tính đến ngày {day} (theo số liệu đã ghi nhận"
    " đến {known}), {units} còn {count} báo cáo chỉ tiêu đã quá hạn mà chưa gửi, gồm:"
)
UNIT_HEADING = "{number}. {unit}:"
OWED = "- {names}: {periods}."
OWED_PERIOD = "{period} (hạn gửi {deadline}, quá hạn {days} ngày)"
PROVISIONAL = "- Đã gửi nhưng mới có số ước thực hiện {period}: {names}."
REQUEST = (
    "Đề nghị {units} gửi các báo cáo nêu trên; nội dung nào chưa có số liệu, đề nghị nêu rõ lý do và thời gian gửi./."
)
ADDRESSED_UNITS = "các cơ quan, đơn vị có tên trên"
SYMBOL = "UBND"
RECIPIENTS = ("Như trên;", "Lưu: VT.")

# ---- Lịch
CALENDAR_NAME = "Hạn gửi báo cáo chỉ tiêu: {commune}"
EVENT = "Hạn gửi báo cáo {period}: {unit} ({count} chỉ tiêu)"
EVENT_DETAIL = "Hạn cuối được tính đúng hạn: hết ngày {day}. Số liệu phải gửi: {names}."
ALARM = "Còn {days} ngày đến hạn gửi báo cáo {period}: {unit}"

# ---- Dòng lệnh
LETTER_WRITTEN = "Đã ghi công văn đôn đốc ra {file}."
CALENDAR_WRITTEN = "Đã ghi lịch {count} hạn gửi báo cáo ra {file}."
OVERDUE_TITLE = "Quá hạn chưa gửi:"
NEXT_TITLE = "Sắp đến hạn:"
LINE = "{unit}; {period}; hạn {deadline}; {when}; đã gửi {came}/{due}; còn thiếu: {missing}"


def unit_vi(unit: str) -> str:
    """The unit, or that nobody is entered."""
    return unit or NO_UNIT


def period_of(code: str) -> str:
    """'Quý III/2026'."""
    return capitalised(period_vi(parse_period(code)))


def when_vi(late_days: int) -> str:
    """'quá hạn 15 ngày', 'còn 3 ngày', 'hạn cuối là hôm nay'."""
    if late_days > 0:
        return f"quá hạn {late_days} ngày"
    return f"còn {-late_days} ngày" if late_days else "hạn cuối là hôm nay"


def counted_vi(units: int, reports: int, on: date) -> str:
    """How many units still owe how many reports on a day."""
    return (COUNTED if reports else ALL_REPORTED).format(units=units, reports=reports, day=date_vi(on))
