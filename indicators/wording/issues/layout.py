# ruff: noqa: E501 a sentence stands on one line, where it can be searched and read
"""Where figures stand and which period they are of."""

ERRORS = {
    "several_not_told_apart": "Dòng này gồm nhiều chỉ tiêu ({names}) nhưng từ ô ghi «{text}» không xác định được số của từng chỉ tiêu. Hãy ghi đủ từng số, ví dụ «98,6%; 77,8%», hoặc tách thành từng dòng.",
    "no_value_column": "Không tìm thấy cột số liệu thực hiện cho bảng này. Hãy ghi tiêu đề cột, ví dụ «Thực hiện quý III/2026».",
    "period_missing": "Không xác định được kỳ báo cáo của {what}. Hãy ghi kỳ ở tiêu đề biểu hoặc tiêu đề cột, ví dụ «Quý III/2026».",
    "period_conflict": "Kỳ báo cáo không thống nhất: {first} ghi {first_period}, nhưng {second} ghi {second_period}. Hãy sửa cho khớp rồi gửi lại.",
    "period_out_of_range": "Kỳ «{text}» nằm ngoài giai đoạn 2021-2030. Hãy kiểm tra lại năm.",
    "column_of_other_kind": "Cột «{text}» không ghi số liệu theo đơn vị «{unit}» của chỉ tiêu «{name}» nên không được đọc. Hãy ghi số liệu đúng đơn vị vào cột riêng.",
}

WARNINGS = {
    "several_in_one_cell": "Ô ghi nhiều số «{text}» mà không nói số nào của chỉ tiêu nào, nên được hiểu lần lượt là: {names}. Hãy xác nhận đúng thứ tự này trước khi ghi.",
    "ratio_incomplete": "Chỉ tiêu «{name}» chỉ có tử số hoặc mẫu số nên không tính được tỷ lệ. Hãy ghi đủ cả hai số.",
    "layout_remembered": "Biểu có cùng bố cục với một biểu đã được chỉ cột trước đây nên các cột sau được hiểu như lần đó: {columns}. Nếu không còn đúng, hãy chỉ lại cột.",
    "pointed_against_header": "Cột «{text}» được đọc theo cách người nhập đã chỉ, khác với tiêu đề cột. Hãy kiểm tra lại.",
    "file_name_differs": "Tên tệp «{text}» ghi {named}, nhưng số liệu trong tệp là của kỳ {period}. Đã đọc theo biểu; hãy kiểm tra đã chọn đúng tệp chưa.",
    "hidden_sheet_read": "Trang tính này đang bị ẩn nhưng vẫn được đọc. Hãy bỏ ẩn để kiểm tra, hoặc xóa trang tính nếu không dùng.",
    "column_not_recognised": "Cột «{text}» có số liệu nhưng không rõ là số liệu gì nên không được đọc. Hãy ghi tiêu đề cột, ví dụ «Thực hiện quý III/2026».",
    "cumulative_unclear": "Cột «{text}» chỉ ghi số của riêng kỳ, trong khi chỉ tiêu «{name}» tính lũy kế từ đầu năm. Hãy kiểm tra số này đã là lũy kế chưa.",
    "cumulative_missing": "Chỉ tiêu «{name}» tính lũy kế từ đầu năm nhưng ô lũy kế để trống, nên số của riêng kỳ không được đọc. Hãy nhập số lũy kế.",
    "flow_not_read": "Cột «{text}» chỉ ghi số của riêng kỳ nên không được đọc cho các chỉ tiêu tính lũy kế từ đầu năm. Nếu cần, hãy thêm cột lũy kế của kỳ đó.",
    "plan_not_read": "Cột «{text}» mang tên kỳ mà tiêu đề biểu ghi là kế hoạch, nhiệm vụ nên không được đọc. Nếu là số thực hiện, hãy ghi rõ «Thực hiện» ở tiêu đề cột.",
    "plan_rows_not_read": "Các dòng dưới «{text}» là số kế hoạch hoặc số so sánh nên không được đọc. Nếu là số thực hiện, hãy ghi rõ «Thực hiện» và kỳ ở dòng này.",
    "other_column_read": "Ô số liệu kỳ của chỉ tiêu «{name}» để trống nên đã đọc số ở cột «{text}». Hãy kiểm tra lại.",
}
