"""The words of the product on Word templates and on the documents made from them."""

from __future__ import annotations

from pathlib import Path

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


def template_invalid(file: Path, trouble: str, detail: str) -> str:
    """What is wrong with a template of the office's, and what to do."""
    return f"Không lập được văn bản từ mẫu {file.name}. {_TROUBLES[trouble].format(detail=detail)}"


def not_typeset(what: str) -> str:
    """Why a Word document is not set as PDF."""
    return (
        f"Không lập được tệp PDF vì mẫu Word có {_NOT_TYPESET.get(what, f'thành phần «{what}»')} mà bản PDF không thể"
        " hiện đúng. Hãy bỏ thành phần đó khỏi mẫu, hoặc mở văn bản Word rồi lưu thành PDF."
    )


_NOT_TYPESET: dict[str, str] = {}
