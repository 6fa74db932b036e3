"""The words of looking back: as of which moment something is shown, and how another one is chosen."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from indicators.moments import as_of_text, is_day_end, to_local
from indicators.store import Row
from indicators.wording.periods import code_vi
from indicators.wording.screens import recorder_vi

if TYPE_CHECKING:
    from indicators.two_moments import Differences

CHOOSE = "Theo số liệu có đến ngày"
CHOOSE_HINT = "dd/mm/yyyy"
CHOOSE_BUTTON = "Xem lại"
LATEST, CHANGE = "Số liệu đến nay ·", "xem lại một ngày trước đây"
BANNER = "Đang xem lại: theo số liệu có đến {moment}."
BANNER_NOTE = "Những gì ghi nhận sau đó không có trên trang này."
BACK_TO_LATEST = "Về số liệu mới nhất"

UNREADABLE = "Địa chỉ có ngày «{text}» không hợp lệ nên {instead}. Hãy ghi ngày từ năm 2021, như 05/10/2026."
TO_COME = "Ngày «{text}» chưa đến nên {instead}."
BEYOND = "Ngày «{text}» ở sau ngày đang xem lại nên {instead}."
#: What is shown instead of what a parameter of the address asked for.
INSTEAD = {
    "as_of": "trang hiển thị số liệu mới nhất",
    "from": "trang tự chọn ngày đầu",
    "to": "trang so sánh đến thời điểm sau cùng xem được",
}

NO_WRITING = "Trang đang xem lại quá khứ nên chỉ để xem, không ghi được gì. Muốn ghi, hãy trở về số liệu mới nhất."
NOTHING_YET = "Đến {moment} chưa có số liệu nào được ghi nhận."
REVERSED = "Thời điểm đầu ({earlier}) ở sau thời điểm cuối ({later}). Hãy đổi thứ tự hai thời điểm."
IN_FILE = "Theo số liệu có đến {moment}; những gì ghi nhận sau đó không có trong tệp này."

COMPARE_EYEBROW = "Nhật ký thay đổi của số liệu"
COMPARE = "So sánh hai thời điểm"
COMPARE_WITH_LATEST = "So sánh với hiện nay"
COMPARE_UPLOADS = "So sánh số liệu giữa hai thời điểm"
COMPARE_NOTE = "Mỗi ngày được tính đến hết ngày đó: những gì ghi trong ngày đầu đã có ở thời điểm đầu."
FROM_LABEL, TO_LABEL, COMPARE_BUTTON = "Từ số liệu có đến ngày", "Đến số liệu có đến ngày", "So sánh"
TO_LATEST, NOW = "hiện nay", "nay"
SWAPPED = "Ngày đầu ở sau ngày cuối nên trang đã đổi thứ tự hai ngày."

NO_DIFFERENCE = "Từ {earlier} đến {later}: không có gì thay đổi."
DIFFERENCES = "Từ {earlier} đến {later}: {said}."
VALUES_CHANGED = "{count} số liệu thay đổi"
STATUSES_CHANGED = "{count} chỉ tiêu thành phần đổi tình trạng trong {period}"
ACTS_BETWEEN = "{count} việc được ghi nhận"

VALUES_TITLE = "Số liệu thay đổi"
VALUES_NONE = "Không có số liệu nào thay đổi."
VALUE_COLUMNS = ("Chỉ tiêu", "Kỳ", "Trước", "Sau", "Thay đổi", "Do")
CHANGES = {"added": "Thêm mới", "changed": "Sửa", "removed": "Không còn"}
STATUSES_TITLE = "Tình trạng thay đổi trong {period}"
STATUSES_NONE = "Không có chỉ tiêu thành phần nào đổi tình trạng trong {period}."
STATUSES_NOTE = (
    "Tình trạng đổi vì số liệu hoặc kế hoạch đổi, cũng có khi chỉ vì hạn gửi báo cáo đã qua hay năm đã khép sổ."
)
STATUS_COLUMNS = ("TT", "Chỉ tiêu", "Tình trạng trước", "Tình trạng sau", "Thực hiện", "Mốc theo đường găng")
#: Of the sheets, where a number needs a column of its own.
ESTIMATE_COLUMNS = ("Trước là số ước", "Sau là số ước")
BEFORE_AND_AFTER_COLUMNS = ("Thực hiện trước", "Thực hiện sau", "Mốc trước", "Mốc sau")
SHEET_VALUES, SHEET_STATUSES, SHEET_ACTS = "Số liệu", "Tình trạng", "Việc đã ghi nhận"
ACTS_TITLE = "Các việc đã ghi nhận, theo thứ tự"
ACTS_NONE = "Không có việc nào được ghi nhận giữa hai thời điểm."
ACT_COLUMNS = ("Thời điểm", "Việc")
NOTHING, NO_TARGET = "chưa có", "không có trong kế hoạch"
NOTHING_TO_COMPARE = "Chưa có lần gửi nào để so sánh. Hãy chọn ngày đầu."
UPLOAD_EFFECT = "Xem lần gửi này đã thay đổi những gì"
SEVERAL_PERIODS = "nhiều kỳ"
NO_DOCUMENT = "chưa nhập"
DECIDING = {
    "upload": "lần gửi số {upload} ({file_name}), {acted_by}, {acted_at}",
    "withdrawal": "rút lần gửi số {upload} ({file_name}), {acted_by}, {acted_at}",
}
ACTS = {
    "upload": "Lần gửi số {number} ({name}): {counted} số liệu của {period}, {by}",
    "withdrawal": "Rút lần gửi số {number} ({name}) của {period}, {by}",
    "plan": (
        "Bản kế hoạch số {number} (số văn bản: {document}), hiệu lực từ {valid_from},"
        " {counted} chỉ tiêu thành phần, {by}"
    ),
    "lock": "Khóa {period}, {by}",
    "unlock": "Mở khóa {period}, {by}",
    "measures": "Danh mục thay đổi {counted} đại lượng: {measures}",
}


def moment_vi(as_of: datetime) -> str:
    """'hết ngày 05/10/2026', or within a day '08:30 ngày 05/10/2026' (with seconds where there are any)."""
    local = to_local(as_of)
    if is_day_end(as_of):
        return f"hết ngày {local:%d/%m/%Y}"
    clock = f"{local:%H:%M:%S}" if local.second or local.microsecond else f"{local:%H:%M}"
    return f"{clock} ngày {local:%d/%m/%Y}"


def nothing_yet_vi(as_of: datetime) -> str:
    """That nothing had been reported by a moment."""
    return NOTHING_YET.format(moment=moment_vi(as_of))


def in_file(as_of: datetime) -> str:
    """What a file says of itself that was made looking back."""
    return IN_FILE.format(moment=moment_vi(as_of))


def file_name_as_of(name: str, as_of: datetime) -> str:
    """The name with its moment before the suffix: 'ke-hoach-2.xlsx' → 'ke-hoach-2-den-ngay-2026-10-05.xlsx'."""
    stem, dot, suffix = name.rpartition(".")
    moment = as_of_text(as_of).replace(":", "").replace(".", "-")
    return f"{stem or name}-den-ngay-{moment}{dot}{suffix if stem else ''}"


def reversed_vi(earlier: datetime, later: datetime) -> str:
    """Why two moments cannot be compared in this order."""
    return REVERSED.format(earlier=moment_vi(earlier), later=moment_vi(later))


def summary_vi(found: Differences, *, until_now: bool = False) -> str:
    """How much changed between two moments, in one sentence."""
    between = {"earlier": moment_vi(found.earlier), "later": NOW if until_now else moment_vi(found.later)}
    if found.are_none:
        return NO_DIFFERENCE.format(**between)
    changes = [row["change"] for row in found.values]
    values = ", ".join(f"{changes.count(change)} {CHANGES[change].lower()}" for change in CHANGES if change in changes)
    said = [VALUES_CHANGED.format(count=len(changes)) + (f" ({values})" if values else "")]
    if found.period:
        said.append(STATUSES_CHANGED.format(count=len(found.statuses), period=code_vi(found.period)))
    return DIFFERENCES.format(**between, said="; ".join([*said, ACTS_BETWEEN.format(count=len(found.acts))]))


def deciding_vi(row: Row) -> str:
    """The act that a value's change is due to, with who and when: 'lần gửi số 5 (bao_cao.xlsx), Nguyễn Thị Hoa,
    20/10/2026 10:00'."""
    said = DECIDING[row["act"]].format(**{**row, "acted_at": stored_vi(row["acted_at"])})
    return f"{said}: {row['reason']}" if row["reason"] else said


def act_vi(row: Row) -> str:
    """An act in words, with who did it and why."""
    period = code_vi(row["period"]) if row["period"] else SEVERAL_PERIODS
    valid_from = f"{row['valid_from']:%d/%m/%Y}" if row["valid_from"] else ""
    document = row["document_number"] or NO_DOCUMENT
    listed = ", ".join(row["measures"] or ())
    by = recorder_vi(row["acted_by"]) if row["acted_by"] else ""
    known = {**row, "period": period, "valid_from": valid_from, "document": document, "measures": listed, "by": by}
    said = ACTS[row["act"]].format(**known)
    return f"{said}: {row['reason']}" if row["reason"] else said


def field_vi(moment: datetime) -> str:
    """A moment as it is typed: '05/10/2026', or within a day '05/10/2026 08:30'."""
    local = to_local(moment).replace(tzinfo=None)
    return f"{local:%d/%m/%Y}" + (
        "" if is_day_end(moment) else f" {local.time().isoformat('auto')}".removesuffix(":00")
    )


def stored_vi(moment: datetime) -> str:
    """A moment of an act: 05/10/2026 08:30."""
    return f"{to_local(moment):%d/%m/%Y %H:%M}"
