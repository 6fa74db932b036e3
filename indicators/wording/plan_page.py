"""The words of the page Kế hoạch: its versions, the round trip through Excel, 'phê duyệt đường găng'."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

# ---- Các phiên bản
NOW_TITLE = "Đang áp dụng: phiên bản {plan}"
NONE_NOW = "Chưa có phiên bản nào đang áp dụng"
DOCUMENT = "Văn bản"
DOCUMENT_OF = "{number}, ngày {date}"
UNDATED = "{number}, ngày: chưa nhập"
NOT_ENTERED = "chưa nhập"
HOLDS_FROM = "Hiệu lực từ"
TARGETS = "Số chỉ tiêu thành phần"
RECORDED = "Ghi vào phần mềm"
RECORDED_BY = "{by}, {at}"
FROM_THE_BEGINNING = "từ đầu"
VERSIONS_TITLE = "Các phiên bản kế hoạch"
VERSIONS_NOTE = (
    "Mỗi lần điều chỉnh là một phiên bản mới. Kỳ nào được đánh giá theo phiên bản có hiệu lực vào ngày cuối của kỳ đó;"
    " phiên bản mới không làm thay đổi kết quả đã đánh giá theo phiên bản cũ."
)
COLUMN_VERSION = "Phiên bản"
COLUMN_AT = "Ghi lúc"
COLUMN_BY = "Người ghi"
COLUMN_SOURCE = "Nguồn"
FROM_CATALOGUE = "Danh mục của phần mềm"
FROM_FILE = "Tệp {name}"
FROM_APPROVAL = "Phê duyệt đường găng"
FILE_LABEL = "Tệp đã ghi của phiên bản"
FILE_OF = "Phiên bản {plan}: {name}"
FILE_DOWNLOAD = "Tải tệp đã ghi"


class Standing(StrEnum):
    """Where a version stands on the day."""

    HOLDS = "holds"
    TO_COME = "to_come"
    OVER = "over"


#: Standing → word, symbol, tone.
STANDINGS = {
    Standing.HOLDS: ("Đang áp dụng", "●", "good"),
    Standing.TO_COME: ("Sắp có hiệu lực", "○", "best"),
    Standing.OVER: ("Đã được thay", "–", "waiting"),
}

# ---- 1. và 2.
STEP_DOWNLOAD = "1. Tải kế hoạch về"
DOWNLOAD_NOTE = (
    "Tệp Excel có đủ mục tiêu, mức dưới, mức trên, ngưỡng dung sai, chỉ tiêu giao năm, mốc theo tháng và quý, kịch bản,"
    " cơ quan, lãnh đạo và cán bộ phụ trách của phiên bản mới nhất."
)
DOWNLOAD = "Tải tệp kế hoạch"
DOWNLOAD_FILE = "ke-hoach-{commune}-phien-ban-{plan}.xlsx"
STEP_UPLOAD = "2. Sửa rồi gửi lên"
UPLOAD_NOTE = "Sửa thẳng trong tệp vừa tải, lưu lại rồi chọn tệp. Chưa có gì được ghi cho đến khi xác nhận."
UPLOAD_LABEL = "Tệp kế hoạch đã sửa (.xlsx)"

# ---- 3.
STEP_CHANGES = "3. Xem từng dòng thay đổi"
CHANGES_FILE = "Tệp {name}, so với phiên bản mới nhất của kế hoạch."
VALID_FROM_LABEL = "Hiệu lực từ ngày (dd/mm/yyyy), theo văn bản quyết định"
DATE_PLACEHOLDER = "dd/mm/yyyy"
VALID_FROM_NEEDED = "Chưa có ngày hiệu lực. Hãy ghi vào ô trên: thay đổi được kiểm tra theo ngày đó rồi mới xác nhận."
ERRORS_TITLE = "{count} lỗi phải sửa trước khi ghi"
ERRORS_NOTE = "Chưa có gì được ghi. Hãy sửa các ô nêu trên rồi chọn lại tệp."
WARNINGS_TITLE = "{count} điều cần lưu ý"
CHANGE_COUNT = "{count} thay đổi"
COLUMN_FIELD = "Mục"
COLUMN_BEFORE = "Trước"
COLUMN_AFTER = "Sau"
COLUMN_KIND = "Thay đổi"
COLUMN_CELL = "Trang tính, ô"
EMPTY = "để trống"
BECOMES = "đổi thành"

#: Kind of a change → word, symbol, tone, word after a number.
CHANGES = {
    "added": ("Thêm", "+", "best", "thêm mới"),
    "changed": ("Sửa", "≠", "late", "sửa"),
    "removed": ("Bỏ", "−", "bad", "bỏ"),
    "suspended": ("Tạm dừng", "‖", "waiting", "tạm dừng"),
    "resumed": ("Thực hiện lại", "▶", "good", "thực hiện lại"),
    "retired": ("Ngừng", "×", "bad", "ngừng"),
    "replaced": ("Thay thế", "⇄", "missing", "thay thế"),
}

# ---- 4.
STEP_CONFIRM = "4. Xác nhận"
CONFIRM_NOTE = (
    "Ghi {count} thay đổi nêu trên thành phiên bản mới, hiệu lực từ {valid_from}."
    " Phiên bản đã ghi không sửa, không xóa."
)
NUMBER_LABEL = "Số văn bản quyết định"
DATE_LABEL = "Ngày văn bản (dd/mm/yyyy)"
BY_LABEL = "Họ và tên người ghi"
RECORD = "Ghi phiên bản mới"
RECORDED_NOW = "Đã ghi phiên bản {plan} của kế hoạch, hiệu lực từ {valid_from}: {count} thay đổi."
SEE_OVERVIEW = "Xem tổng quan"
SEE_PATH = "Xem đường găng"
DATE_UNREADABLE = "«{text}» ở ô «{label}» không phải là một ngày. Hãy ghi như 01/07/2028."
VALID_FROM_MOVED = "Ngày hiệu lực vừa được đổi. Hãy xem lại các thay đổi theo ngày mới rồi xác nhận."

# ---- Phê duyệt đường găng
APPROVAL_TITLE = "Phê duyệt đường găng"
APPROVAL_NOTE = (
    "Các mốc đang tính theo quy tắc được ghi cố định vào một phiên bản mới, kèm văn bản phê duyệt: số liệu gốc có thay"
    " đổi về sau thì mốc đã phê duyệt vẫn giữ nguyên."
)
APPROVAL_OPEN = "Phê duyệt đường găng của các năm đã chọn"
APPROVAL_YEARS = "Các năm phê duyệt"
APPROVAL_FROM = "Hiệu lực từ ngày (dd/mm/yyyy)"
APPROVAL_CONFIRM = (
    "Tôi xác nhận: các mốc đang tính theo quy tắc của những năm đã chọn được ghi cố định theo văn bản này"
)
APPROVE = "Ghi đường găng đã phê duyệt"
APPROVAL_INCOMPLETE = "Chưa phê duyệt gì: hãy chọn ít nhất một năm và đánh dấu xác nhận."
APPROVAL_NOTHING = (
    "Các năm đã chọn không còn mốc nào tính theo quy tắc từ ngày hiệu lực trở đi (đã phê duyệt cả, hoặc chưa tính được"
    " đường găng), nên không ghi phiên bản mới."
)
APPROVED_NOW = "Đã phê duyệt đường găng {years} thành phiên bản {plan} của kế hoạch, hiệu lực từ {valid_from}."
COLUMN_YEAR = "Năm"
COLUMN_FIXED = "Mốc cố định"
COLUMN_DERIVED = "Mốc theo quy tắc"
COLUMN_STATE = "Đường găng"
#: How much of a year's path is fixed → word, symbol, tone.
PATH_STATES = {
    "all": ("Đã phê duyệt", "✓", "good"),
    "some": ("Phê duyệt một phần", "◆", "late"),
    "none": ("Chưa phê duyệt", "○", "waiting"),
    "before": ("Trước khi phiên bản này có hiệu lực", "–", "waiting"),
    "without": ("Không có mốc", "–", "waiting"),
}


def document_vi(number: str, day: date | None) -> str:
    """'07/NQ-HĐND, ngày 15/06/2028'; what nobody has said is said to be so."""
    if not number:
        return NOT_ENTERED
    return DOCUMENT_OF.format(number=number, date=f"{day:%d/%m/%Y}") if day else UNDATED.format(number=number)


def date_said(text: str) -> date | None:
    """The day of '01/07/2028', None of a blank. Raises ValueError for another text."""
    return datetime.strptime(text.strip(), "%d/%m/%Y").date() if text.strip() else None  # noqa: DTZ007 a day, no moment


def years_vi(years: Sequence[int]) -> str:
    """'năm 2027', 'các năm 2027, 2028'."""
    return f"năm {years[0]}" if len(years) == 1 else f"các năm {', '.join(map(str, years))}"
