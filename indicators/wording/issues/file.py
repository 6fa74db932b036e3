# ruff: noqa: E501 a sentence stands on one line, where it can be searched and read
"""The file itself, and what of it is hidden."""

from indicators.limits import STANDARD, Limits

ERRORS = {
    "not_a_workbook": "{trouble} Hãy gửi tệp .xlsx, .xlsm, .xls, .xlsb, .ods hoặc .csv.",
    "empty_file": "Tệp này rỗng, không có nội dung nào. Hãy gửi lại tệp Excel có số liệu.",
    "empty_workbook": "Bảng tính không có ô nào có nội dung. Hãy gửi lại biểu đã nhập số liệu.",
    "encrypted": "Tệp này đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc) rồi gửi lại.",
    "damaged_workbook": "Tệp bị hỏng hoặc không đúng định dạng bảng tính{trouble}. Hãy mở tệp bằng Excel, lưu lại thành .xlsx rồi gửi lại.",
    "unsafe_workbook": "Tệp có cấu trúc không an toàn nên không được mở{trouble}. Hãy chép số liệu sang một tệp Excel mới rồi gửi lại.",
    "too_large": "Tệp quá lớn{trouble}. Hãy chỉ gửi biểu số liệu, bỏ những trang, dòng, cột không dùng.",
    "too_slow": "Đọc tệp mất quá {seconds} giây nên đã dừng. Hãy chép số liệu sang một tệp Excel mới rồi gửi lại.",
}

WARNINGS = {
    "hidden_sheet": "Trang tính này đang bị ẩn nên không được đọc. Nếu cần đọc, hãy cho hiện trang rồi gửi lại.",
    "legacy_text": "Trang tính có {count} ô chữ theo bảng mã cũ {encoding}, đã được chuyển sang Unicode. Hãy kiểm tra tên chỉ tiêu và ghi chú.",
    "hidden_row": "Dòng {text} đang bị ẩn nhưng vẫn có số liệu được đọc. Hãy kiểm tra dòng này.",
    "hidden_column": "Cột {text} đang bị ẩn nhưng vẫn có số liệu được đọc. Hãy kiểm tra cột này.",
}

_KINDS = {
    "pdf": "Tệp này là tệp PDF, không phải bảng tính. Hãy mở biểu gốc bằng Excel rồi gửi lại.",
    "picture": "Tệp này là ảnh, không phải bảng tính. Hãy nhập số liệu vào bảng tính rồi gửi lại.",
    "archive": "Tệp này là tệp nén, không phải bảng tính. Hãy giải nén rồi gửi từng tệp bảng tính bên trong.",
    "program": "Tệp này là một chương trình, không phải bảng tính. Hãy kiểm tra lại nguồn gốc của tệp, không mở tệp.",
    "rtf": "Tệp này là văn bản RTF, không phải bảng tính. Hãy chép bảng sang Excel rồi gửi lại.",
    "word": "Tệp này là văn bản Word, không phải bảng tính. Hãy chép bảng sang Excel rồi gửi lại.",
    "powerpoint": "Tệp này là bài trình chiếu PowerPoint, không phải bảng tính. Hãy chép bảng sang Excel rồi gửi lại.",
    "visio": "Tệp này là bản vẽ Visio, không phải bảng tính. Hãy chép bảng sang Excel rồi gửi lại.",
    "opendocument": "Tệp này là tệp OpenDocument nhưng không phải bảng tính. Hãy chép bảng sang bảng tính rồi gửi lại.",
    "numbers": "Tệp này là bảng tính Numbers của Apple, chưa đọc được. Hãy xuất ra tệp Excel rồi gửi lại.",
    "mail": "Tệp này là thư điện tử Outlook. Hãy lưu tệp bảng tính đính kèm trong thư rồi gửi tệp đó.",
    "ole": "Tệp này là tài liệu Office nhưng không phải bảng tính Excel. Hãy kiểm tra lại tệp cần gửi.",
    "html": "Tệp này là trang web (HTML) mang đuôi của bảng tính. Hãy mở tệp bằng Excel, chọn Tệp > Lưu thành, lưu thành .xlsx rồi gửi lại.",
    "xml": "Tệp này là tệp XML, không phải bảng tính. Hãy mở biểu gốc bằng Excel rồi gửi lại.",
    "xml_spreadsheet": "Tệp này là bảng tính XML 2003, chưa đọc được. Hãy mở tệp bằng Excel, lưu lại thành .xlsx rồi gửi lại.",
    "flat_opendocument": "Tệp này là OpenDocument dạng XML phẳng, chưa đọc được. Hãy mở tệp, lưu lại thành .ods rồi gửi lại.",
    "sylk": "Tệp này có định dạng SYLK, chưa đọc được. Hãy mở tệp bằng Excel, lưu lại thành .xlsx rồi gửi lại.",
    "old_excel": "Tệp này do Excel phiên bản quá cũ (4.0 trở về trước) ghi. Hãy mở tệp bằng Excel, lưu lại thành .xlsx rồi gửi lại.",
}
_UNKNOWN = "Tệp này không phải là bảng tính Excel hoặc OpenDocument."

_TROUBLES = {
    "doctype": "có khai báo DOCTYPE trong một phần của tệp",
    "part_twice": "một phần của tệp xuất hiện hai lần",
    "parts": "tệp gồm quá {parts} phần",
    "unpacked_ratio": "có phần giải nén ra lớn gấp hơn {unpacked_ratio} lần",
    "bytes_before": "có dữ liệu lạ đứng trước nội dung bảng tính",
    "bytes_after": "có dữ liệu lạ đứng sau nội dung bảng tính",
    "overlap": "các phần của tệp chồng lên nhau",
    "forged": "phần mô tả trong tệp không khớp với nội dung",
    "method": "tệp nén bằng cách mà bảng tính không dùng",
    "long_tag": "có một thẻ XML dài bất thường",
    "zip": "phần nén của tệp bị hỏng",
    "truncated": "tệp bị cắt cụt, có thể do tải lên chưa hết",
    "part_missing": "thiếu một phần của tệp",
    "encoding": "chữ trong tệp không theo bảng mã mà đầu tệp ghi",
    "quotes": "dấu ngoặc kép trong tệp CSV mở ra mà không đóng lại",
    "separator": "tệp CSV không cho biết chắc chắn dấu nào ngăn cách các cột, chẳng hạn 98,9 có thể là một hay hai ô",
    "no_such_place": "có ô nằm ngoài phạm vi của một trang tính",
    "cell_twice": "cùng một ô được ghi hai lần",
    "merge": "có vùng gộp ô không hợp lệ",
    "file_bytes": "giới hạn {file_bytes}",
    "unpacked_bytes": "sau khi giải nén quá {unpacked_bytes}",
    "memory_bytes": "cần quá {memory_bytes} bộ nhớ để đọc",
    "answer_bytes": "nội dung quá {answer_bytes}",
    "sheets": "quá {sheets} trang tính",
    "rows": "quá {rows} dòng có nội dung trong một trang tính",
    "columns": "quá {columns} cột có nội dung trong một trang tính",
    "cells": "quá {cells} ô có nội dung",
    "merges": "quá {merges} vùng gộp ô",
    "texts": "quá {texts} ô có chữ",
    "text_letters": "một ô có quá {text_letters} ký tự",
}


def refusal_details(code: str, trouble: str, limits: Limits = STANDARD) -> dict[str, str]:
    """What a refusal's sentence says of this trouble, with the limits it met."""
    shown = {name: _shown(name, value) for name, value in limits._asdict().items()}
    if code == "not_a_workbook":
        return {"trouble": _KINDS.get(trouble, _UNKNOWN)}
    named = _TROUBLES.get(trouble, "").format(**shown)
    return {**shown, "trouble": f" ({named})" if named else ""}


def _shown(name: str, value: int) -> str:
    """'20.000', '10 MB'."""
    if name.endswith("_bytes") and value >= 1_000_000:
        return f"{value / 1_000_000:.1f}".removesuffix(".0").replace(".", ",") + " MB"
    return f"{value:,}".replace(",", ".")
