# ruff: noqa: E501 a sentence stands on one line, where it can be searched and read
"""Every issue that reading a sheet can give: its code, how grave it is, and the Vietnamese sentence: what, where, what
to do. The one table of these; `docs/decisions/0003-reading-sheets.md` says why each is what it is.
"""

from __future__ import annotations

from indicators.intake.model import Issue, Severity

_ERRORS = {
    "not_a_workbook": "Tệp này không phải là bảng tính Excel hoặc OpenDocument. Hãy gửi tệp .xlsx, .xlsm, .xls, .xlsb hoặc .ods.",
    "empty_file": "Tệp này rỗng, không có nội dung nào. Hãy gửi lại tệp Excel có số liệu.",
    "empty_workbook": "Bảng tính không có ô nào có nội dung. Hãy gửi lại biểu đã nhập số liệu.",
    "encrypted": "Tệp này đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc) rồi gửi lại.",
    "damaged_workbook": "Tệp bị hỏng hoặc không đúng định dạng bảng tính. Hãy mở tệp bằng Excel, lưu lại thành .xlsx rồi gửi lại.",
    "unsafe_workbook": "Tệp có cấu trúc không an toàn nên không được mở. Hãy chép số liệu sang một tệp Excel mới rồi gửi lại.",
    "too_large": "Tệp quá lớn (giới hạn 20 MB và 100.000 ô có nội dung). Hãy chỉ gửi biểu số liệu của xã.",
    "too_slow": "Đọc tệp mất quá nhiều thời gian nên đã dừng. Hãy chép số liệu sang một tệp Excel mới rồi gửi lại.",
    "no_row_recognised": "Không nhận ra chỉ tiêu nào trong tệp. Hãy dùng tên chỉ tiêu như trong danh mục, hoặc biểu mẫu tải từ trang Nhập số liệu.",
    "nothing_to_record": "Biểu chưa có số liệu nào ở các chỉ tiêu được nhận ra. Hãy nhập số liệu rồi gửi lại.",
    "no_value_column": "Không tìm thấy cột số liệu thực hiện cho bảng này. Hãy ghi tiêu đề cột, ví dụ «Thực hiện quý III/2026».",
    "period_missing": "Không xác định được kỳ báo cáo của {what}. Hãy ghi kỳ ở tiêu đề biểu hoặc tiêu đề cột, ví dụ «Quý III/2026».",
    "period_conflict": "Kỳ báo cáo không thống nhất: {first} ghi {first_period}, nhưng {second} ghi {second_period}. Hãy sửa cho khớp rồi gửi lại.",
    "period_out_of_range": "Kỳ «{text}» nằm ngoài giai đoạn 2021-2030. Hãy kiểm tra lại năm.",
    "commune_conflict": "Biểu ghi «{found}» nhưng đang nhập cho «{expected}». Hãy chọn đúng xã hoặc đúng tệp.",
    "communes_differ": "Trong cùng một tệp có hai đơn vị khác nhau: «{found}» và «{expected}». Hãy tách thành từng tệp.",
    "commune_unknown": "«{found}» không có trong danh mục các xã. Hãy kiểm tra lại tên xã ở đầu biểu.",
    "error_cell": "Ô của chỉ tiêu «{name}» đang báo lỗi {text}. Hãy sửa công thức hoặc nhập số.",
    "formula_without_value": "Ô của chỉ tiêu «{name}» có công thức nhưng chưa có kết quả. Hãy mở tệp bằng Excel, tính lại và lưu rồi gửi lại.",
    "text_not_number": "Chỉ tiêu «{name}» cần một con số nhưng ô ghi «{text}». Hãy chỉ nhập số, ví dụ 94,1.",
    "date_not_number": "Chỉ tiêu «{name}» cần một con số nhưng Excel hiểu ô này là ngày {text}. Hãy định dạng ô thành số và nhập lại.",
    "number_ambiguous": "Không rõ «{text}» của chỉ tiêu «{name}» là phần nghìn hay phần thập phân. Hãy nhập lại dưới dạng số của Excel.",
    "not_yes_or_no": "Chỉ tiêu «{name}» chỉ nhận «Đạt» hoặc «Chưa đạt», nhưng ô ghi «{text}». Hãy sửa lại ô này.",
    "out_of_range": "Giá trị {text} của chỉ tiêu «{name}» nằm ngoài khoảng cho phép ({range}). Hãy kiểm tra số và đơn vị.",
    "fraction_not_allowed": "Chỉ tiêu «{name}» tính bằng số nguyên nhưng ô ghi {text}. Hãy kiểm tra lại số này.",
    "unit_mismatch": "Đơn vị tính «{text}» khác với đơn vị «{unit}» của chỉ tiêu «{name}» nên số liệu dòng này không được đọc. Hãy đổi về đúng đơn vị.",
    "column_of_other_kind": "Cột «{text}» không ghi số liệu theo đơn vị «{unit}» của chỉ tiêu «{name}» nên không được đọc. Hãy ghi số liệu đúng đơn vị vào cột riêng.",
    "duplicate_value": "Chỉ tiêu «{name}» kỳ {period} có hai giá trị khác nhau: {first} là {first_value}, {second} là {second_value}. Hãy giữ lại một giá trị đúng.",
    "same_day_differs": "Chỉ tiêu «{name}» tính lũy kế từ đầu năm, nên {first_period} ({first}: {first_value}) và {second_period} ({second}: {second_value}) phải bằng nhau vì kết thúc cùng ngày. Hãy xem ô nào chỉ là số của riêng kỳ và sửa lại.",
}  # fmt: skip

_WARNINGS = {
    "likely_match": "Dòng «{text}» chỉ gần giống chỉ tiêu «{name}». Hãy xác nhận đây đúng là chỉ tiêu đó trước khi ghi.",
    "name_ambiguous": "Dòng «{text}» giống cả «{name}» và «{other}» nên không được đọc. Hãy ghi tên đầy đủ hoặc mã chỉ tiêu.",
    "row_not_recognised": "Dòng «{text}» có số liệu nhưng không nhận ra là chỉ tiêu nào nên không được đọc. Hãy sửa tên theo danh mục nếu cần ghi dòng này.",
    "column_not_recognised": "Cột «{text}» có số liệu nhưng không rõ là số liệu gì nên không được đọc. Hãy ghi tiêu đề cột, ví dụ «Thực hiện quý III/2026».",
    "cumulative_unclear": "Cột «{text}» chỉ ghi số của riêng kỳ, trong khi chỉ tiêu «{name}» tính lũy kế từ đầu năm. Hãy kiểm tra số này đã là lũy kế chưa.",
    "cumulative_missing": "Chỉ tiêu «{name}» tính lũy kế từ đầu năm nhưng ô lũy kế để trống, nên số của riêng kỳ không được đọc. Hãy nhập số lũy kế.",
    "flow_not_read": "Cột «{text}» chỉ ghi số của riêng kỳ nên không được đọc cho các chỉ tiêu tính lũy kế từ đầu năm. Nếu cần, hãy thêm cột lũy kế của kỳ đó.",
    "plan_not_read": "Cột «{text}» mang tên kỳ mà tiêu đề biểu ghi là kế hoạch, nhiệm vụ nên không được đọc. Nếu là số thực hiện, hãy ghi rõ «Thực hiện» ở tiêu đề cột.",
    "other_column_read": "Ô số liệu kỳ của chỉ tiêu «{name}» để trống nên đã đọc số ở cột «{text}». Hãy kiểm tra lại.",
    "fraction_suspected": "Chỉ tiêu «{name}» tính bằng % nhưng ô ghi {text}. Nếu đây là tỷ lệ dạng thập phân thì hãy nhập {suggestion}.",
    "unit_not_recognised": "Không hiểu đơn vị tính «{text}» của chỉ tiêu «{name}» ({unit}). Hãy kiểm tra số liệu có đúng đơn vị không.",
    "unit_unknown": "Dòng «{text}» không ghi đơn vị tính nên số liệu được hiểu là {unit} của chỉ tiêu «{name}». Hãy kiểm tra đây không phải là số tiền hay số lượng.",
    "far_from_past": "Giá trị {text} của chỉ tiêu «{name}» khác xa số đã có ({past} ở kỳ {period}). Hãy kiểm tra lại.",
    "below_earlier": "Giá trị lũy kế {text} của chỉ tiêu «{name}» nhỏ hơn {past} của kỳ {period} cùng năm. Hãy kiểm tra lại.",
    "hidden_sheet": "Trang tính này đang bị ẩn nên không được đọc. Nếu cần đọc, hãy cho hiện trang rồi gửi lại.",
    "hidden_row": "Dòng {text} đang bị ẩn nhưng vẫn có số liệu được đọc. Hãy kiểm tra dòng này.",
    "hidden_column": "Cột {text} đang bị ẩn nhưng vẫn có số liệu được đọc. Hãy kiểm tra cột này.",
    "more_of_the_same": "Còn {count} chỗ khác có cùng vấn đề này: {example}",
}  # fmt: skip


def make_issue(code: str, sheet: str | None = None, cell: str | None = None, **details: object) -> Issue:
    """The issue with its sentence. Raises KeyError for a code or a detail that the table does not know."""
    severity = Severity.ERROR if code in _ERRORS else Severity.WARNING
    template = _ERRORS[code] if severity is Severity.ERROR else _WARNINGS[code]
    return Issue(code, severity, template.format(**details), sheet, cell)


_PLACES = {
    "argument": "kỳ được chọn khi nhập",
    "title": "tiêu đề biểu ở ô {cell}",
    "sheet_name": "tên trang tính «{text}»",
    "column": "cột «{text}»",
    "row": "dòng «{text}»",
}  # fmt: skip


def place_vi(kind: str, text: str, cell: str | None) -> str:
    """Where a period is named, within a sentence."""
    return _PLACES[kind].format(text=text, cell=cell)


def part_of_year_vi(kind: str | None, number: int, year: int | None) -> str:
    """A period that may lack its year: 'quý III', 'quý III năm 2026', 'năm 2026'."""
    names = {
        "month": f"tháng {number}",
        "quarter": f"quý {('I', 'II', 'III', 'IV')[number - 1] if number <= 4 else number}",
        "half": "6 tháng đầu năm" if number == 1 else "6 tháng cuối năm",
        "nine_months": "9 tháng đầu năm",
        "year": "cả năm",
    }
    if kind is None:
        return f"năm {year}"
    name = names[kind]
    if year is None:
        return name
    return f"{name} {year}" if name.endswith("năm") else f"{name} năm {year}"
