"""The words of looking back: as of which moment something is shown, and how another one is chosen."""

from __future__ import annotations

from datetime import datetime

from indicators.moments import as_of_text, is_day_end, to_local

CHOOSE = "Theo số liệu có đến ngày"
CHOOSE_HINT = "dd/mm/yyyy"
CHOOSE_BUTTON = "Xem lại"
LATEST, CHANGE = "Số liệu đến nay ·", "xem lại một ngày trước đây"
BANNER = "Đang xem lại: theo số liệu có đến {moment}."
BANNER_NOTE = "Những gì ghi nhận sau đó không có trên trang này."
BACK_TO_LATEST = "Về số liệu mới nhất"

AS_OF_UNREADABLE = (
    "Địa chỉ có ngày «{text}» không hợp lệ nên trang hiển thị số liệu mới nhất. Hãy ghi ngày như 05/10/2026."
)
AS_OF_TO_COME = "Ngày «{text}» chưa đến nên trang hiển thị số liệu mới nhất."

NO_WRITING = "Trang đang xem lại quá khứ nên chỉ để xem, không ghi được gì. Muốn ghi, hãy trở về số liệu mới nhất."
NOTHING_YET = "Đến {moment} chưa có số liệu nào được ghi nhận."
IN_FILE = "Theo số liệu có đến {moment}; những gì ghi nhận sau đó không có trong tệp này."


def moment_vi(as_of: datetime) -> str:
    """'hết ngày 05/10/2026', or within a day '08:30 ngày 05/10/2026' (with seconds where there are any)."""
    local = to_local(as_of)
    if is_day_end(as_of):
        return f"hết ngày {local:%d/%m/%Y}"
    clock = f"{local:%H:%M:%S}" if local.second or local.microsecond else f"{local:%H:%M}"
    return f"{clock} ngày {local:%d/%m/%Y}"


def in_file(as_of: datetime) -> str:
    """What a file says of itself that was made looking back."""
    return IN_FILE.format(moment=moment_vi(as_of))


def file_name_as_of(name: str, as_of: datetime) -> str:
    """The name with its moment before the suffix: 'ke-hoach-2.xlsx' → 'ke-hoach-2-den-ngay-2026-10-05.xlsx'."""
    stem, dot, suffix = name.rpartition(".")
    moment = as_of_text(as_of).replace(":", "").replace(".", "-")
    return f"{stem or name}-den-ngay-{moment}{dot}{suffix if stem else ''}"
