"""The words of the product on Word templates and on the documents made from them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

#: Column's key in a report → its field in the Word template.
COLUMN_FIELDS = {
    "target": "tt",
    "name": "chi_tieu",
    "unit": "don_vi_tinh",
    "term_goal": "muc_tieu",
    "year_plan": "ke_hoach_nam",
    "milestone": "moc_ky_nay",
    "period_value": "thuc_hien",
    "cumulative": "luy_ke",
    "year_percent": "so_ke_hoach_nam",
    "distance": "so_moc",
    "year_before": "so_cung_ky",
    "status": "danh_gia",
}

#: At the head of every page, sheet and picture whose figures are invented.
DEMONSTRATION = "SỐ LIỆU MINH HỌA, KHÔNG PHẢI SỐ LIỆU THẬT"

#: Room for what is written by hand.
BY_HAND = "\u2026\u2026\u2026"
_GAP = "\u00a0" * 7
_GROUPS = "abcdefghiklmnopq"
_AGENCY = re.compile(r"^(.*nhân dân) ((?:xã|phường|đặc khu|thành phố|tỉnh) .*)$", re.IGNORECASE)

_GUIDE = "Xem danh sách trường trong docs/mau-bao-cao.md."
_TROUBLES = {
    "missing": "Không tìm thấy hoặc không đọc được tệp mẫu này. Hãy đặt lại tệp vào thư mục mẫu (mục templates của tệp"
    " thiết lập), hoặc chép lại mẫu gốc kèm phần mềm.",
    "not_word": "Tệp này không phải văn bản Word (.docx) hoặc đã bị hỏng. Hãy mở bằng Word rồi lưu lại dạng .docx,"
    " hoặc chép lại mẫu gốc kèm phần mềm.",
    "unknown_field": f"Mẫu dùng trường «{{detail}}» mà phần mềm không có. Hãy sửa lại tên trường trong mẫu. {_GUIDE}",
    "broken_tag": f"Mẫu có thẻ viết sai, gần chỗ: «{{detail}}». Hãy sửa lại thẻ này trong mẫu. {_GUIDE}",
    "tag_in_wrong_place": "Mẫu có thẻ đặt sai chỗ: thẻ mở và thẻ đóng (for/endfor, if/endif) phải cùng loại p, tr và"
    f" đứng ở các đoạn hoặc dòng riêng. {_GUIDE}",
}


def day_vi(day: date) -> str:
    """05/10/2026."""
    return day.strftime("%d/%m/%Y")


def dated_vi(day: date | None) -> str:
    """'ngày 05 tháng 10 năm 2026'; the days below 10 and the months below 3 with a nought (Nghị định 30/2020)."""
    if day is None:
        return f"ngày{_GAP}tháng{_GAP}năm{_GAP}"
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def number_vi(number: str, symbol: str) -> str:
    """'15/BC-UBND', with room for a number that is not given yet; below 10 it is written 05."""
    written = number.zfill(2) if number.isdecimal() else number
    return f"{written or _GAP}/{symbol}"


def agency_lines(name_vi: str) -> str:
    """An agency's name as a letterhead has it: its place on a line of its own."""
    return _AGENCY.sub(r"\1\n\2", name_vi)


def recipients_vi(recipients: Sequence[str]) -> list[str]:
    """The lines below 'Nơi nhận': a dash before each, a semicolon between, a full stop at the end."""
    names = [name.strip().rstrip(";.") for name in recipients if name.strip(" ;.-")]
    return [f"- {name}{'.' if number == len(names) else ';'}" for number, name in enumerate(names, start=1)]


def letter_of(number: int) -> str:
    """a, b, c …: how points of a document are counted; after the letters by number."""
    return _GROUPS[number] if number < len(_GROUPS) else str(number + 1)


def fingerprint_vi(fingerprint: str) -> str:
    """A key's fingerprint in groups of four, so that it can be compared by eye."""
    return " ".join(fingerprint[at : at + 4] for at in range(0, len(fingerprint), 4))


def template_invalid(file: Path, trouble: str, detail: str) -> str:
    """What is wrong with a template of the office's, and what to do."""
    return f"Không lập được văn bản từ mẫu {file.name}. {_TROUBLES[trouble].format(detail=detail)}"


def not_typeset(what: str) -> str:
    """Why a Word document is not set as PDF."""
    return (
        f"Không lập được tệp PDF vì mẫu Word có {_NOT_TYPESET.get(what, f'thành phần «{what}»')} mà bản PDF không thể"
        " hiện đúng. Hãy bỏ thành phần đó khỏi mẫu, hoặc mở văn bản Word rồi lưu thành PDF."
    )


_DRAWN = "hình vẽ, hộp văn bản hoặc biểu đồ của Word"
_SIGN = "ký hiệu đặc biệt (phông Symbol, Wingdings)"
_NOT_TYPESET = {
    "pict": _DRAWN,
    "drawing": _DRAWN,
    "AlternateContent": _DRAWN,
    "object": "đối tượng nhúng",
    "anchor": "hình đặt tự do (hãy chọn kiểu «In line with text» của hình)",
    "picture_format": "hình không ở dạng PNG, JPEG, GIF hoặc SVG",
    "footnoteReference": "chú thích chân trang",
    "endnoteReference": "chú thích cuối văn bản",
    "sym": _SIGN,
    "symbols": _SIGN,
    "oMath": "công thức toán",
    "oMathPara": "công thức toán",
    "columns": "trang chia cột",
    "even_headers": "tiêu đề riêng cho trang chẵn, trang lẻ",
    "tab": "điểm dừng tab riêng (hãy dùng bảng không viền)",
    "numbering": "đánh số tự động kiểu khác số và chữ (hãy gõ số vào đầu dòng)",
    "uneven_rows": "bảng có dòng thiếu ô, thừa ô hoặc thụt vào so với các dòng khác",
    "damaged": "hình hỏng, bảng hỏng hoặc kích thước không hợp lệ",
    "altChunk": "văn bản khác chèn nguyên tệp",
}
