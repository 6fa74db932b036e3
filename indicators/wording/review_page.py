"""The words of the page Bản chốt số liệu: the reviews, freezing one, and looking at one from every side."""

from __future__ import annotations

from enum import StrEnum

from indicators.appraisal.latest import Part, Reason
from indicators.periods import Period
from indicators.reports.model import Occasion
from indicators.wording.periods import period_vi

# ---- Các bản chốt
LIST_TITLE = "Các bản chốt số liệu"
LIST_NOTE = (
    "Bản đã chốt không sửa, không xóa được; số liệu gửi sau, rút lại hay kế hoạch mới đều không làm bản chốt đổi."
)
COLUMN_NAME, COLUMN_PERIOD, COLUMN_AS_OF, COLUMN_SCOPE = "Bản chốt", "Kỳ", "Số liệu có đến", "Phạm vi"
COLUMN_PLAN, COLUMN_FROZEN, COLUMN_STATE = "Kế hoạch", "Chốt", "Kiểm tra"
PLAN_VERSION = "phiên bản {plan}"
FROZEN_BY = "{at}, {by}"
WHOLE = ("Nguyên vẹn", "✓", "good")
DAMAGED = ("Không còn nguyên vẹn", "✕", "bad")
OPENED = "đang xem"
EMPTY_TITLE = "Chưa có bản chốt số liệu nào"
EMPTY_STEPS = (
    "Bản chốt giữ nguyên mọi điều đã biết tại một thời điểm: chỉ tiêu, mốc, số liệu, đánh giá, dự báo, biểu gốc.",
    "Về sau không gì trong phần mềm sửa hay xóa được bản đã chốt.",
    "Dùng cho đánh giá giữa nhiệm kỳ 2028, sơ kết từng năm, tổng kết nhiệm kỳ 2030: mỗi lần một tên riêng.",
    "Mở «Chốt số liệu» dưới đây, chọn kỳ và thời điểm, xác nhận; rồi ghi lại dấu vân tay của khóa ký.",
)
EMPTY_PAST = "Đến thời điểm đang xem chưa có bản chốt nào."
NO_SUCH = "Không có bản chốt «{name}» nên trang hiển thị bản mới nhất."

# ---- Chốt
FREEZE_TITLE = "Chốt số liệu"
FREEZE_NOTE = (
    "Mọi chỉ tiêu, mốc, số liệu, đánh giá và dự báo được sao nguyên, kèm báo cáo Word, PDF, Excel và các biểu gốc, rồi"
    " ký bằng khóa của cơ quan."
)
OCCASION_LABEL, PERIOD_LABEL, NAME_LABEL = "Dịp", "Kỳ", "Tên bản chốt"
AS_OF_LABEL, AS_OF_HINT = "Số liệu có đến (dd/mm/yyyy)", "để trống: đến lúc bấm chốt"
SCOPE_LABEL, BY_LABEL = "Phạm vi", "Họ và tên người chốt"
CONFIRM = "Tôi xác nhận chốt số liệu này; bản đã chốt không sửa, không xóa được"
FREEZE = "Chốt số liệu"
INCOMPLETE = "Chưa chốt gì: hãy đánh dấu xác nhận."
AS_OF_UNREADABLE = "«{text}» ở ô «Số liệu có đến» không phải là một ngày. Hãy ghi như 15/07/2028, hoặc để trống."
FREEZING = "Đang chốt «{name}»…"
FROZEN_NOW = "Đã chốt «{name}». Dấu vân tay của khóa ký, hãy ghi lại và lưu cùng hồ sơ: {fingerprint}"
SEE_REVIEW = "Xem bản chốt"
_NAMES = {
    Occasion.MIDTERM: "Đánh giá giữa nhiệm kỳ {year}",
    Occasion.YEAR: "Sơ kết năm {year}",
    Occasion.TERM: "Tổng kết nhiệm kỳ 2026-{year}",
}


# ---- Một bản chốt
class View(StrEnum):
    """A side from which a review is looked at, as the address says it."""

    PICTURE = "da-chot"
    LATEST = "hien-nay"
    START = "ban-dau"
    OUTLOOK = "trien-vong"
    PROPOSALS = "de-xuat"


VIEWS = {
    View.PICTURE: "Số liệu đã chốt",
    View.LATEST: "So với hiện nay",
    View.START: "So với kế hoạch ban đầu",
    View.OUTLOOK: "Đạt, không đạt, cần gì",
    View.PROPOSALS: "Đề xuất điều chỉnh",
}
VIEW_LABEL = "Góc nhìn"
FROZEN_MARK = "BẢN CHỐT, KHÔNG THAY ĐỔI"
OCCASION, SCOPE = "Dịp", "Phạm vi"
PERIOD, AS_OF, FROZEN, PLAN = "Kỳ", "Số liệu có đến", "Chốt lúc", "Kế hoạch dùng để đánh giá"
FINGERPRINT = "Dấu vân tay của khóa ký"
FINGERPRINT_NOTE = "phải trùng với dấu in trên báo cáo Word và dấu đã ghi lại khi chốt"
DOWNLOAD_FOLDER = "Cả thư mục (.zip)"
#: The suffix of a report's file → its button.
DOWNLOAD_FILES = {".docx": "Báo cáo Word", ".pdf": "Báo cáo PDF", ".xlsx": "Báo cáo Excel"}
DOWNLOAD_DATA = "Toàn bộ số liệu (Excel)"

# ---- So với hiện nay
LATEST_TITLE = "Bản chốt so với số liệu hiện nay"
LATEST_NOTE = (
    "Cột «Khi chốt» lấy từ bản chốt. Cột «Nay biết về kỳ này» là cùng kỳ {period} theo số liệu có đến {moment}."
    " Cột «Kỳ mới nhất» {newest}."
)
CHANGED_OF = "{changed} trong {total} chỉ tiêu thành phần nay khác lúc chốt"
UNCHANGED = "Không chỉ tiêu thành phần nào khác lúc chốt"
UNCHANGED_TITLE = "{count} chỉ tiêu thành phần không đổi"
COLUMN_TARGET = "Chỉ tiêu"
COLUMN_FROZEN_THEN, COLUMN_NOW, COLUMN_NEWEST, COLUMN_WHY = (
    "Khi chốt",
    "Nay biết về kỳ này",
    "Kỳ mới nhất",
    "Vì sao khác",
)
MILESTONE_OF = "mốc {value}"
NO_VALUE, NO_MILESTONE = "chưa có số liệu", "chưa có mốc"
NEWER, NO_NEWER = "là {period}", "để trống: chưa có kỳ nào sau kỳ của bản chốt"
NOT_JUDGED = "không còn trong kế hoạch"
PARTS = {Part.VALUE: "số thực hiện", Part.MILESTONE: "mốc", Part.GOAL: "mục tiêu", Part.STATUS: "tình trạng"}
DIFFERS = "Khác: {parts}."
REASONS = {
    Reason.REPORTED: "Số liệu gửi sau: lần gửi {upload}, tệp {file}, {by}, {at}.",
    Reason.WITHDRAWN: "Lần gửi {upload} (tệp {file}) đã được rút: {by}, {at}, lý do: {why}.",
    Reason.OTHER_PERIODS: "Số của chính kỳ này không đổi; số của kỳ khác trong bình quân đã đổi.",
    Reason.PLAN: "Phiên bản kế hoạch khác đánh giá kỳ này: trước là {before}, nay là {after}.",
    Reason.BASELINE: "Số liệu gốc đã đổi: trước là {before}, nay là {after}.",
    Reason.TIME: "Số liệu và mốc không đổi; tình trạng đổi theo thời gian (đến hạn báo cáo, khép sổ năm).",
    Reason.GONE: "Kế hoạch hiện đánh giá kỳ này không còn chỉ tiêu này.",
    Reason.UNKNOWN: "Chưa xác định được nguyên nhân từ số liệu; hãy xem chi tiết chỉ tiêu.",
}
WITHDRAWN_UNKNOWN = "Lần gửi {upload} cho số liệu lúc chốt không còn được dùng."
REPORTED_UNKNOWN = "Số liệu của kỳ này nay là số khác."

# ---- So với kế hoạch ban đầu
START_TITLE = "Bản chốt so với kế hoạch ban đầu"
START_NOTE = "Ban đầu: phiên bản kế hoạch đầu tiên có chỉ tiêu. Mốc là của cuối {period}."
ADJUSTED_OF = "{adjusted} trong {total} chỉ tiêu thành phần đã được điều chỉnh mục tiêu"
NEVER_ADJUSTED = "Chưa chỉ tiêu thành phần nào được điều chỉnh mục tiêu"
COLUMN_FIRST, COLUMN_HELD, COLUMN_ACTUAL = "Ban đầu muốn", "Khi chốt muốn", "Thực hiện"
COLUMN_ADJUSTED = "Điều chỉnh"
ADJUSTED_BY = "Phiên bản {plan}, hiệu lực từ {valid_from}, {document}: {before} → {after}"
DOCUMENT_UNKNOWN = "chưa nhập số văn bản"
YEAR_GOALS_CHANGED = "chỉ tiêu giao năm thay đổi"
FROM_LATER = "có từ phiên bản {plan}"
AS_AT_START = "như ban đầu"
SUSPENDED = "tạm dừng đánh giá"
FIRST_MILESTONE = "Mốc ban đầu"
NOT_IN_PLAN = "Không xác định được phiên bản kế hoạch đầu tiên của chỉ tiêu này."

# ---- Đạt, không đạt, cần gì
OUTLOOK_TITLE = "Đã đạt gì, với nhịp độ này sẽ không đạt gì, cần gì để đạt"
COLUMN_VERDICT, COLUMN_FORECAST, COLUMN_NEEDED = "Nhận định", "Dự báo", "Cần đạt"
COLUMN_NO_FORECAST = "Vì sao chưa dự báo"
PAGE_FILE = "ban-chot"
OUTLOOK_NOTE = "Tính từ số liệu của bản chốt, không phải số liệu hiện nay."
#: Verdict of reports.model.Expected → heading, word, symbol, tone.
VERDICTS = {
    "met": ("Đã có kết quả đạt", "Đạt", "✓", "good"),
    "will_meet": ("Với nhịp độ này dự báo đạt", "Dự báo đạt", "▲", "best"),
    "will_miss": ("Không đạt, hoặc với nhịp độ này dự báo không đạt", "Không đạt", "◆", "bad"),
    "unknown": ("Chưa thể kết luận", "Chưa rõ", "?", "waiting"),
}
COUNT_OF = "{count}/{total} chỉ tiêu thành phần"
NEEDED = "Cần đạt: {needed}."
PROPOSED = "Đang đề xuất: {proposed}."

_NOT_IN_FILE_NAMES = str.maketrans(dict.fromkeys('/\\:*?"<>|', "-"))


def suggested_name(occasion: Occasion, period: Period) -> str:
    """'Đánh giá giữa nhiệm kỳ 2028', 'Sơ kết năm 2027', 'Tổng kết nhiệm kỳ 2026-2030'; another period of the same
    occasion may be named by it."""
    return _NAMES.get(occasion, period_vi(period)).format(year=period.year)


def file_stem(name: str) -> str:
    """The review's name as a file's: without what some system does not take."""
    return name.translate(_NOT_IN_FILE_NAMES).strip(" .")
