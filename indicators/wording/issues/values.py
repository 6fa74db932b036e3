# ruff: noqa: E501 a sentence stands on one line, where it can be searched and read
"""What a cell holds."""

ERRORS = {
    "error_cell": "Ô của chỉ tiêu «{name}» đang báo lỗi {text}. Hãy sửa công thức hoặc nhập số.",
    "formula_without_value": "Ô của chỉ tiêu «{name}» có công thức nhưng chưa có kết quả. Hãy mở tệp bằng Excel, tính lại và lưu rồi gửi lại.",
    "text_not_number": "Chỉ tiêu «{name}» cần một con số nhưng ô ghi «{text}». Hãy chỉ nhập số, ví dụ 94,1.",
    "number_not_exact": "Chỉ tiêu «{name}» cần một con số chính xác nhưng ô ghi «{text}», chỉ cho biết mức ước chừng hoặc một khoảng. Hãy nhập đúng một con số.",
    "date_not_number": "Chỉ tiêu «{name}» cần một con số nhưng Excel hiểu ô này là ngày {text}. Hãy định dạng ô thành số và nhập lại.",
    "number_ambiguous": "Không rõ «{text}» của chỉ tiêu «{name}» là phần nghìn hay phần thập phân. Hãy nhập lại dưới dạng số của Excel.",
    "not_yes_or_no": "Chỉ tiêu «{name}» chỉ nhận «Đạt» hoặc «Chưa đạt», nhưng ô ghi «{text}». Hãy sửa lại ô này.",
    "out_of_range": "Giá trị {text} của chỉ tiêu «{name}» nằm ngoài khoảng cho phép ({range}). Hãy kiểm tra số và đơn vị.",
    "fraction_not_allowed": "Chỉ tiêu «{name}» tính bằng số nguyên nhưng ô ghi {text}. Hãy kiểm tra lại số này.",
    "unit_mismatch": "Đơn vị tính «{text}» khác với đơn vị «{unit}» của chỉ tiêu «{name}» nên số liệu dòng này không được đọc. Hãy đổi về đúng đơn vị.",
    "ratio_not_expected": "Chỉ tiêu «{name}» ({unit}) không phải là tỷ lệ nên không tính được từ «{text}». Hãy nhập trực tiếp giá trị.",
    "ratio_too_large": "Tử số hoặc mẫu số «{text}» của chỉ tiêu «{name}» lớn quá mức có thể ghi. Hãy kiểm tra lại hai số này.",
    "denominator_not_positive": "Mẫu số của chỉ tiêu «{name}» là {text} nên không tính được tỷ lệ. Hãy nhập mẫu số lớn hơn 0.",
    "numerator_too_large": "Tử số {text} của chỉ tiêu «{name}» lớn hơn mẫu số {denominator}. Hãy kiểm tra lại hai số này.",
    "ratio_differs": "Chỉ tiêu «{name}» ghi {text} nhưng {numerator} chia cho {denominator} được {ratio}. Hãy kiểm tra lại ba số này.",
    "same_day_differs": "Chỉ tiêu «{name}» tính lũy kế từ đầu năm, nên {first_period} ({first}: {first_value}) và {second_period} ({second}: {second_value}) phải bằng nhau vì kết thúc cùng ngày. Hãy xem ô nào chỉ là số của riêng kỳ và sửa lại.",
}

WARNINGS = {
    "fraction_suspected": "Chỉ tiêu «{name}» tính bằng % nhưng ô ghi {text}. Nếu đây là tỷ lệ dạng thập phân thì hãy nhập {suggestion}.",
    "unit_converted": "Chỉ tiêu «{name}» ghi {text} {unit}, đã được quy đổi thành {value} {own_unit}. Hãy kiểm tra lại đơn vị và số sau quy đổi.",
    "unit_not_recognised": "Không hiểu đơn vị tính «{text}» của chỉ tiêu «{name}» ({unit}). Hãy kiểm tra số liệu có đúng đơn vị không.",
    "unit_unknown": "Dòng «{text}» không ghi đơn vị tính nên số liệu được hiểu là {unit} của chỉ tiêu «{name}». Hãy kiểm tra đây không phải là số tiền hay số lượng.",
    "far_from_past": "Giá trị {text} của chỉ tiêu «{name}» khác xa số đã có ({past} ở kỳ {period}). Hãy kiểm tra lại.",
    "index_suspected": "Giá trị {text} của chỉ tiêu «{name}» lớn bất thường so với một tốc độ tăng. Nếu đây là chỉ số so với cùng kỳ (cùng kỳ bằng 100), hãy nhập {suggestion}; nếu đúng là tốc độ tăng, hãy xác nhận trước khi ghi.",
    "below_earlier": "Giá trị lũy kế {text} của chỉ tiêu «{name}» nhỏ hơn {past} của kỳ {period} cùng năm. Hãy kiểm tra lại.",
}


def range_vi(low: str, high: str, unit: str) -> str:
    """What a measure's values lie within; an end is '' where it is open."""
    if low and high:
        return f"từ {low} đến {high} {unit}"
    return f"từ {low} {unit} trở lên" if low else f"không quá {high} {unit}" if high else f"dưới mức có thể ghi, {unit}"
