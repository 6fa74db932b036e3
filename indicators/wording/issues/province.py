# ruff: noqa: E501 a sentence stands on one line, where it can be searched and read
"""A sheet with one row a commune, and the register of communes."""

ERRORS = {
    "commune_unknown_row": "«{text}» không có trong danh bạ đơn vị hành chính nên dòng này không được đọc. Hãy kiểm tra mã, tên; nếu đúng, hãy đề nghị người quản trị nạp đơn vị này vào danh bạ (lệnh register import).",
    "commune_ambiguous": "«{text}» có thể là nhiều đơn vị trong danh bạ ({others}). Hãy ghi mã đơn vị hành chính, hoặc thêm cột tỉnh, thành phố.",
    "commune_code_conflict": "Mã {text} trong danh bạ là «{expected}» nhưng dòng này ghi «{name}», là một đơn vị khác. Hãy sửa mã hoặc tên.",
    "commune_missing_row": "Dòng này có số liệu nhưng để trống mã và tên đơn vị. Hãy ghi mã hoặc tên xã.",
    "province_duplicate": "Chỉ tiêu «{name}» kỳ {period} của {commune} có hai giá trị khác nhau: {first} là {first_value}, {second} là {second_value}. Hãy giữ lại một giá trị đúng.",
    "province_periods_down": "Cột kỳ của biểu ghi nhiều kỳ khác nhau (ví dụ «{text}») nên biểu không được đọc. Hãy tách mỗi kỳ một trang tính, hoặc đưa kỳ lên tiêu đề cột.",
    "province_no_measure": "Không cột nào của biểu là chỉ tiêu trong danh mục. Hãy ghi tên chỉ tiêu như trong danh mục ở tiêu đề cột.",
    "province_nothing_to_record": "Biểu tổng hợp không có số liệu nào để ghi. Hãy kiểm tra lại các cột số liệu.",
    "measure_column_ambiguous": "Tiêu đề «{text}» giống cả «{name}» và «{other}» nên cột này không được đọc. Hãy ghi tên đầy đủ.",
    "register_no_columns": "Không tìm thấy cột mã và cột tên đơn vị hành chính trong tệp. Hãy ghi tiêu đề cột, ví dụ «Mã ĐVHC», «Tên xã», «Tỉnh/Thành phố».",
    "register_empty": "Danh bạ không có dòng nào. Hãy kiểm tra lại tệp.",
    "register_row_incomplete": "Dòng «{text}» thiếu mã hoặc tên đơn vị hành chính. Hãy ghi đủ cả hai.",
    "register_code_invalid": "«{text}» không phải là mã đơn vị hành chính. Hãy ghi mã gồm các chữ số, ví dụ 00123.",
    "register_code_twice": "Mã {text} đã có ở ô {first}. Mỗi đơn vị chỉ được ghi một dòng.",
}

WARNINGS = {
    "commune_name_differs": "Mã {text} trong danh bạ là «{expected}» nhưng dòng này ghi «{name}». Hãy kiểm tra lại tên.",
    "total_row": "Dòng «{text}» là dòng cộng hoặc dòng nhóm, không phải một xã, nên không được đọc.",
    "measure_column_likely": "Tiêu đề cột «{text}» chỉ gần giống chỉ tiêu «{name}». Hãy xác nhận đây đúng là chỉ tiêu đó trước khi ghi.",
    "measure_column_not_recognised": "Cột «{text}» có số liệu nhưng không nhận ra là chỉ tiêu nào nên không được đọc. Hãy sửa tiêu đề theo danh mục nếu cần ghi cột này.",
    "sheet_not_read": "Trang tính này có số liệu nhưng không phải là bảng mỗi xã một dòng nên không được đọc.",
}
