# ruff: noqa: E501 a sentence stands on one line, where it can be searched and read
"""The file itself, and what of it is hidden."""

ERRORS = {
    "not_a_workbook": "Tệp này không phải là bảng tính Excel hoặc OpenDocument. Hãy gửi tệp .xlsx, .xlsm, .xls, .xlsb hoặc .ods.",
    "empty_file": "Tệp này rỗng, không có nội dung nào. Hãy gửi lại tệp Excel có số liệu.",
    "empty_workbook": "Bảng tính không có ô nào có nội dung. Hãy gửi lại biểu đã nhập số liệu.",
    "encrypted": "Tệp này đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc) rồi gửi lại.",
    "damaged_workbook": "Tệp bị hỏng hoặc không đúng định dạng bảng tính. Hãy mở tệp bằng Excel, lưu lại thành .xlsx rồi gửi lại.",
    "unsafe_workbook": "Tệp có cấu trúc không an toàn nên không được mở. Hãy chép số liệu sang một tệp Excel mới rồi gửi lại.",
    "too_large": "Tệp quá lớn (giới hạn 20 MB và 100.000 ô có nội dung). Hãy chỉ gửi biểu số liệu của xã.",
    "too_slow": "Đọc tệp mất quá nhiều thời gian nên đã dừng. Hãy chép số liệu sang một tệp Excel mới rồi gửi lại.",
}

WARNINGS = {
    "hidden_sheet": "Trang tính này đang bị ẩn nên không được đọc. Nếu cần đọc, hãy cho hiện trang rồi gửi lại.",
    "hidden_row": "Dòng {text} đang bị ẩn nhưng vẫn có số liệu được đọc. Hãy kiểm tra dòng này.",
    "hidden_column": "Cột {text} đang bị ẩn nhưng vẫn có số liệu được đọc. Hãy kiểm tra cột này.",
}
