"""The words of the page Báo cáo."""

from __future__ import annotations

import re

from indicators.intake.folding import fold

OCCASION_LABEL = "Loại báo cáo"
#: By reports.model.Occasion; the first is the default.
OCCASIONS = {
    "period": "Báo cáo kỳ",
    "year": "Sơ kết năm",
    "midterm": "Đánh giá giữa nhiệm kỳ",
    "term": "Tổng kết nhiệm kỳ",
}
SCOPE_LABEL = "Phạm vi"
WHOLE_COMMUNE = "Toàn xã"

# ---- Nội dung
CLOSED = "Số liệu chốt đến ngày {day}"
RESULTS = "Kết quả chung"
BY_GROUP = "Kết quả theo lĩnh vực"
TABLE = "Bảng tổng hợp"
OUTLOOK = "Khả năng hoàn thành mục tiêu"
DIFFICULTIES, REMEDIES, PROPOSALS = "Khó khăn, vướng mắc", "Giải pháp", "Kiến nghị, đề xuất"
LISTED = "{count} nội dung"
OF_UNIT = " ({unit})"
SEE_LATEST = "Xem báo cáo {period}"

# ---- Thể thức
LETTERHEAD_TITLE = "Số, ngày, nơi nhận, người ký (để trống nếu ghi tay)"
NUMBER, PLACE, DATED = "Số văn bản", "Địa danh", "Ngày ban hành"
DATE_HINT = "dd/mm/yyyy"
SIGNER, SIGNER_NAME, RECIPIENTS = "Chức vụ người ký (mỗi dòng một ý)", "Họ tên người ký", "Nơi nhận (mỗi dòng một nơi)"
DATE_UNREADABLE = "Không hiểu ngày ban hành «{text}». Hãy ghi như 05/10/2026, hoặc để trống."

# ---- Tải về
DOWNLOAD_TITLE = "Tải báo cáo"
DOWNLOAD_NOTE = "Tệp được lập khi bấm nút, theo đúng nội dung đang xem ở trên."
DOWNLOADS = {"docx": "Word (.docx)", "xlsx": "Excel (.xlsx)", "pdf": "PDF"}
_KINDS = {"period": "bao-cao", "year": "so-ket-nam", "midterm": "giua-nhiem-ky", "term": "tong-ket-nhiem-ky"}
_NO_LETTERS = re.compile(r"[^a-z0-9]+")
LETTER_WORD, LETTER_PDF, CALENDAR = "Công văn đôn đốc (Word)", "Công văn đôn đốc (PDF)", "Lịch hạn gửi (.ics)"
LETTER_FILE = "cong-van-don-doc-{commune}-{day}.{suffix}"
CALENDAR_FILE = "han-gui-bao-cao-{commune}.ics"

# ---- Chưa gửi báo cáo
OVERDUE_TITLE = "Chưa gửi báo cáo"
OVERDUE_NOTE = (
    "Báo cáo quá hạn từ ngày sau hạn gửi; báo cáo gửi muộn hoặc số ước được tính là đã gửi; lần gửi đã rút thì không."
)
UNIT_OWES = "{unit}: {count} báo cáo quá hạn, lâu nhất {days} ngày"
NEXT_TITLE = "Sắp đến hạn"
NEXT = "Hạn gần nhất: {first}. Các hạn từ nay đến {day}:"
NEXT_LIST = "Theo cơ quan và kỳ"
NOTHING_NEXT = "Không có hạn gửi báo cáo nào từ nay đến {day}."
COLUMN_UNIT, COLUMN_PERIOD, COLUMN_DEADLINE = "Cơ quan, đơn vị", "Kỳ báo cáo", "Hạn gửi"
COLUMN_LATE, COLUMN_LEFT, COLUMN_CAME = "Quá hạn (ngày)", "Còn (ngày)", "Đã gửi"
COLUMN_MISSING, COLUMN_PROVISIONAL = "Chỉ tiêu chưa gửi", "Mới có số ước"
CAME = "{came}/{due}"
SHEET_OVERDUE, SHEET_NEXT = "Chưa gửi báo cáo", "Sắp đến hạn"
PAGE_FILE = "chua-gui-bao-cao"


def report_file(commune: str, period: str, occasion: str, unit: str | None, suffix: str) -> str:
    """'bao-cao-vinh_thinh-2026-Q3-phong-kinh-te.docx': what it is of, and whose."""
    whose = _NO_LETTERS.sub("-", fold(unit)).strip("-") if unit else ""
    return "-".join(filter(None, (_KINDS[occasion], commune, period, whose))) + f".{suffix}"
