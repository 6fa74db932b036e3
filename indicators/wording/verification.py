"""The words of verifying a review's folder. Imports the standard library alone (indicators/verification)."""

from __future__ import annotations

DESCRIPTION = "Kiểm tra một thư mục bản chốt số liệu có còn nguyên vẹn hay không. Không cần kho số liệu."
PROGRAM = "python -m indicators review verify"
FOLDER = "thư mục bản chốt"
FINGERPRINT = "dấu vân tay của khóa ký, in trên báo cáo hoặc ghi trong phần mềm: 64 chữ số thập lục phân"
JSON = "in kết quả dạng JSON"
AS_OF = "bản chốt phải có từ ngày hoặc thời điểm này trở về trước (ISO)"
MOMENT_INVALID = "Không hiểu thời điểm «{text}». Hãy ghi như 2028-07-10 hoặc 2028-07-10T08:30."
WRONG_USE = "Lệnh chưa đúng ({detail}). Xem hướng dẫn: python -m indicators review verify --help"
FINGERPRINT_INVALID = "Dấu vân tay «{text}» không đúng: cần đủ 64 chữ số thập lục phân (0-9, a-f)."

WHOLE = "Thư mục còn nguyên vẹn: {files} tệp đúng như khi chốt."
BROKEN = "Thư mục KHÔNG còn nguyên vẹn: {count} điểm khác so với khi chốt."
UNKNOWN = "Không kiểm tra được thư mục này."
LATER = "Thư mục không phải của bản chốt đã có vào thời điểm cho trước."
NO_FOLDER = "Không có thư mục {folder}, hoặc đó không phải một thư mục. Hãy kiểm tra lại đường dẫn."
REVIEW = "Bản chốt: {name}, kỳ {period}."
NAMED_BY_FOLDER = "Bản chốt (theo thư mục, không đáng tin): {name}, kỳ {period}."
SIGNED_BY = "Dấu vân tay của khóa trong thư mục: {fingerprint}"
COMPARED = "Đã đối chiếu khóa: trùng với dấu vân tay đã cho."
NOT_COMPARED = (
    "Lưu ý: chưa đối chiếu khóa. Hãy so dấu vân tay trên với «Mã khóa ký số liệu» in trên báo cáo hoặc ghi trong phần"
    " mềm, hoặc chạy lại với --fingerprint."
)

_SENTENCES = {
    "not_a_review": "đây không phải thư mục bản chốt, hoặc không mở được",
    "unreadable": "{path}: không đọc được",
    "unsafe": "{path}: là liên kết hoặc không phải tệp thường nên không xem xét",
    "manifest": "{path}: danh sách tệp không đúng dạng",
    "signature": "{path}: danh sách tệp hoặc chữ ký (manifest.sig) đã thay đổi, chữ ký không khớp",
    "key": "{path}: không phải khóa công khai Ed25519 dạng PEM",
    "other_key": "{path}: thư mục được ký bằng khóa khác, dấu vân tay {place}",
    "other_fingerprint": "{path}: khóa có dấu vân tay {place}, khác với khóa ghi trong danh sách tệp",
    "missing": "{path}: bị thiếu",
    "added": "{path}: không có khi chốt, được thêm vào",
    "changed": "{path}: nội dung đã thay đổi",
    "inner_changed": "{path}: phần {place} bên trong đã thay đổi",
    "inner_missing": "{path}: phần {place} bên trong bị thiếu",
    "inner_added": "{path}: phần {place} bên trong được thêm vào",
    "cell": "{path}: ô {place} khác với số liệu đã chốt",
    "sheet_missing": "{path}: trang tính «{place}» bị thiếu hoặc bị đổi tên",
    "sheet_added": "{path}: trang tính «{place}» không có khi chốt, được thêm vào",
    "row_changed": "{path}: dòng {place} đã thay đổi",
    "row_removed": "{path}: dòng {place} bị bỏ",
    "row_added": "{path}: dòng thứ {place} được thêm vào",
    "frozen_later": "{path}: bản chốt được lập sau thời điểm đã cho ({place})",
    "rows_reordered": "{path}: thứ tự các dòng đã thay đổi, từ dòng {place}",
}


def finding_vi(kind: str, path: str, place: str) -> str:
    """What is wrong and where, a line."""
    return _SENTENCES[kind].format(path=path, place=place)


def in_one_line(text: str) -> str:
    """The text with what a stranger's folder must not do to a screen made visible: no line of its own, no colour."""
    return "".join(letter if letter.isprintable() else "�" for letter in text)
