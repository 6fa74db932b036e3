# ruff: noqa: E501 a sentence stands on one line, where it can be searched and read
"""Whose sheet it is, and which measure a row is."""

from collections.abc import Sequence

ERRORS = {
    "no_row_recognised": "Không dòng nào trong tệp là chỉ tiêu trong danh mục của xã. Đã thấy: {seen}. Hãy kiểm tra đúng tệp cần gửi; nếu đúng, hãy dùng tên chỉ tiêu như trong danh mục, hoặc biểu mẫu tải từ trang Nhập số liệu.",
    "commune_conflict": "Biểu ghi «{found}» nhưng đang nhập cho «{expected}». Hãy chọn đúng xã hoặc đúng tệp.",
    "communes_differ": "Trong cùng một tệp có hai đơn vị khác nhau: «{found}» và «{expected}». Hãy tách thành từng tệp.",
    "commune_unknown": "«{found}» không có trong danh mục các xã. Hãy kiểm tra lại tên xã ở đầu biểu.",
    "duplicate_value": "Chỉ tiêu «{name}» kỳ {period} có hai giá trị khác nhau: {first} là {first_value}, {second} là {second_value}. Hãy giữ lại một giá trị đúng.",
}

WARNINGS = {
    "likely_match": "Dòng «{text}» chỉ gần giống chỉ tiêu «{name}». Hãy xác nhận đây đúng là chỉ tiêu đó trước khi ghi.",
    "name_ambiguous": "Dòng «{text}» giống cả «{name}» và «{other}» nên không được đọc. Hãy ghi tên đầy đủ hoặc mã chỉ tiêu.",
    "row_not_recognised": "Dòng «{text}» có số liệu nhưng không nhận ra là chỉ tiêu nào nên không được đọc. Hãy sửa tên theo danh mục nếu cần ghi dòng này.",
}


def seen_vi(sheets: Sequence[tuple[str, Sequence[str]]], in_all: int) -> str:
    """The first sheets' names with their first texts, and how many sheets there are."""
    told = [f"trang tính «{name}» ({'; '.join(f'«{text}»' for text in texts)})" for name, texts in sheets]
    more = f"tệp có {in_all} trang tính" if in_all > len(sheets) else ""
    return ", ".join([*told, more] if more else told)
