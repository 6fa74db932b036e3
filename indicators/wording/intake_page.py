"""The words of Nhập số liệu."""

from __future__ import annotations

STEP_TEMPLATE = "1. Tải biểu mẫu"
TEMPLATE_NOTE = "Biểu đã có sẵn mã, tên, đơn vị, mốc và số liệu gần nhất. Cũng có thể gửi biểu mà cơ quan đang dùng."
TEMPLATE_PERIOD = "Kỳ báo cáo của biểu mẫu"
TEMPLATE_DOWNLOAD = "Tải biểu mẫu {period}"
TEMPLATE_FILE = "bieu-nhap-{commune}-{period}.xlsx"
STEP_UPLOAD = "2. Chọn tệp đã điền"
UPLOAD_LABEL = "Tệp số liệu (.xlsx, .xlsm, .xls, .xlsb, .ods, .csv)"
SHEET_PERIOD = "Biểu chưa ghi kỳ báo cáo: đây là số liệu của kỳ nào?"
SHEET_PERIOD_CHOOSE = "Chọn kỳ"
UPLOAD_NOTE = "Tệp .xlsx, .xlsm, .xls, .xlsb, .ods hoặc .csv, tối đa {megabytes} MB."
CONFIRM_NOTE = "Số liệu chỉ được ghi sau khi bấm nút dưới đây; có thể rút lại sau."
STEP_PREVIEW = "3. Kiểm tra những gì đã đọc được"
STEP_CONFIRM = "4. Xác nhận ghi"
PREVIEW_HEAD = "{commune}, {period}"
PREVIEW_FILE = "Tệp {name}: đọc được {readings} số liệu và {remarks} ghi chú."
PREVIEW_REMARKS = "Ghi chú trong biểu"
PREVIEW_SEVERAL = "nhiều kỳ"
CHANGES = {"new": "Mới", "changed": "Thay đổi", "same": "Giữ nguyên"}
MATCHES = {"code": "theo mã", "name": "theo tên", "likely": "gần đúng"}
COLUMN_MEASURE = "Chỉ tiêu"
COLUMN_READ = "Trong biểu"
COLUMN_STANDING = "Đang lưu"
COLUMN_CHANGE = "Thay đổi"
COLUMN_CELL = "Ô"
COLUMN_MATCH = "Nhận dạng"
CONVERTED = "đã quy đổi đơn vị"
ROW_IN_SHEET = "trong biểu ghi: «{name}»"
ERRORS_TITLE = "{count} lỗi phải sửa trước khi ghi"
WARNINGS_TITLE = "{count} điều cần lưu ý"
ERRORS_NOTE = "Chưa có số liệu nào được ghi. Hãy sửa biểu rồi chọn lại tệp."
WHOLE_FILE = "cả tệp"
ACCEPT_LIKELY = "Tôi đã kiểm tra {count} dòng nhận dạng gần đúng và xác nhận là đúng chỉ tiêu"
SENDER_LABEL = "Họ và tên người gửi"
RECORD = "Ghi {count} số liệu"
RECORDED = "Đã ghi lần gửi số {upload}: {count} số liệu."
SEE_OVERVIEW = "Xem tổng quan {period}"
HISTORY_TITLE = "Các lần gửi"
NO_HISTORY = "Chưa có lần gửi nào."
WITHDRAW = "Rút một lần gửi"
WITHDRAW_NOTE = "Số liệu trước lần gửi đó sẽ trở lại; lần gửi vẫn còn trong lịch sử."
WITHDRAW_WHICH = "Lần gửi cần rút"
WITHDRAW_ITEM = "Số {upload}: {file_name} ({recorded_by}, {recorded_at})"
WITHDRAW_ITEM_OF_SEVERAL = "Số {upload}: {file_name}, số liệu của cả {communes} xã ({recorded_by}, {recorded_at})"
WITHDRAW_CHOOSE = "Chọn lần gửi"
WITHDRAW_INCOMPLETE = "Chưa rút lần gửi nào: hãy chọn lần gửi và đánh dấu xác nhận."
WITHDRAW_REASON = "Lý do rút"
WITHDRAW_BY = "Họ và tên người rút"
WITHDRAW_CONFIRM = "Tôi xác nhận rút lần gửi này"
WITHDRAW_BUTTON = "Rút lần gửi"
WITHDRAWN_NOW = "Đã rút lần gửi số {upload}. Số liệu trước đó đã trở lại."
WITHDRAWN_LINE = "Đã rút {when}, {by}: {reason}"
STANDING_UPLOAD = "Đang dùng"
COLUMN_READINGS = "Số liệu"
COLUMN_STATE = "Trạng thái"

# ---- Tệp gửi lại
COMMENT_AUTHOR = "Bảng theo dõi chỉ tiêu"

# ---- Bảng tính vẽ lại
SHEET_TITLE = "Bảng tính như trong tệp"
SHEET_LEGEND = {
    "kpi-is-new": "số liệu mới",
    "kpi-is-changed": "số liệu thay đổi",
    "kpi-is-same": "số liệu giữ nguyên",
    "kpi-has-error": "có lỗi",
    "kpi-has-warning": "cần lưu ý",
}
SHEETS_LEFT_OUT = "Không hiển thị các trang tính khác: {sheets}."
ROWS_LEFT_OUT = "Còn {count} dòng có nội dung không hiển thị ở đây."
COLUMNS_LEFT_OUT = "Còn {count} cột có nội dung không hiển thị ở đây."
HIDDEN, HIDDEN_SHEET = "ẩn", "trang ẩn"
HIDDEN_ROW, HIDDEN_COLUMN = "Dòng đang bị ẩn trong tệp", "Cột đang bị ẩn trong tệp"
ROW_NUMBERS = "Số dòng"
UNCOMPUTED = "(công thức chưa có kết quả)"
MARK_SAID = "Vấn đề số {number}: {message}"

# ---- Lọc số liệu
FILTER_LABEL = "Lọc số liệu"
FILTERS = {"all": "Tất cả", "new": "Mới", "changed": "Thay đổi", "warning": "Cần lưu ý"}
NO_SUCH_READING = "Không có số liệu nào thuộc nhóm này."

# ---- Đọc và trả lại tệp
READING = "Đang đọc tệp…"
ANNOTATED = "Tải lại chính tệp này, có ghi chú ở các ô cần xem"
ANNOTATED_COPY = "Tải bản sao .xlsx của tệp này, có ghi chú ở các ô cần xem"
ANNOTATED_FILE = "{name}-ghi-chu{suffix}"

# ---- Chỉ cột
POINT_TITLE = "Chỉ giúp ý nghĩa của các cột"
POINT_NOTE = (
    "Bảng có cột mà tiêu đề không nói rõ là số liệu gì. Hãy chọn ý nghĩa của từng cột;"
    " cách chọn được ghi nhớ cho các tệp sau có cùng tiêu đề."
)
POINT_KNOWN = "Một bảng trong tệp được đọc theo cách chọn cột đã ghi nhớ. Nếu cần, hãy chọn lại dưới đây."
POINT_DOUBTED = (
    "Nếu tiêu đề khiến một cột được hiểu sai, hãy chọn lại ý nghĩa của cột đó;"
    " cách chọn được ghi nhớ cho các tệp sau có cùng tiêu đề."
)
POINT_AGAIN = "Xem hoặc chọn lại ý nghĩa của các cột"
POINT_TABLE = "Trang «{sheet}», dòng {first}-{last}"
POINT_COLUMN = "Cột {letters}: {text}"
POINT_NO_TEXT = "(không có tiêu đề)"
POINT_SAMPLES = "Ví dụ: {samples}"
POINT_CHOOSE = "Chọn ý nghĩa của cột"
POINT_APPLY = "Đọc lại theo các cột đã chọn"
MEANINGS = {
    "name": "Tên chỉ tiêu",
    "own": "Số của kỳ báo cáo",
    "to_date": "Lũy kế từ đầu năm",
    "year_before": "Cả năm trước",
    "numerator": "Tử số",
    "denominator": "Mẫu số",
    "ignored": "Không đọc",
}

# ---- Khóa kỳ báo cáo
LOCKS_TITLE = "Khóa kỳ báo cáo"
LOCKS_NOTE = (
    "Kỳ đã khóa không nhận số liệu khác với số đang lưu; biểu nhắc lại đúng số cũ vẫn gửi được."
    " Sau khi mở khóa, mỗi lần điều chỉnh phải ghi lý do."
)
NO_LOCKS = "Chưa khóa kỳ nào."
LOCKS_IN_FORCE = "Khóa kỳ báo cáo ({count} kỳ đang khóa)"
LOCKED, UNLOCKED, LOCK_PAST = "Đang khóa", "Đã mở khóa", "Đã hết hiệu lực"
LOCK_COLUMNS = ("Kỳ", "Trạng thái", "Người thực hiện", "Thời điểm", "Lý do")
LOCK_PERIOD, LOCK_CHOOSE = "Kỳ cần khóa", "Chọn kỳ"
LOCK_BY, LOCK_REASON, LOCK_BUTTON = "Họ và tên người khóa", "Lý do khóa (không bắt buộc)", "Khóa kỳ"
LOCKED_NOW = "Đã khóa {period}."
UNLOCK_PERIOD, UNLOCK_BY = "Kỳ cần mở khóa", "Họ và tên người mở khóa"
UNLOCK_REASON, UNLOCK_BUTTON = "Lý do mở khóa", "Mở khóa kỳ"
UNLOCKED_NOW = "Đã mở khóa {period}. Lần điều chỉnh số liệu của kỳ này phải ghi lý do."
LOCK_INCOMPLETE = "Chưa chọn kỳ. Hãy chọn kỳ rồi thực hiện lại."

# ---- Xác nhận
DOUBTFUL_TITLE = "{count} giá trị cần xác nhận"
ACCEPT_DOUBTFUL = "Tôi đã kiểm tra {count} giá trị cần xác nhận nêu trên và xác nhận là đúng"
STEP_REST = "4. Chỉ ghi phần còn lại"
REST_NOTE = (
    "Biểu còn lỗi ở một số ô. Có thể sửa biểu rồi gửi lại, hoặc bỏ lại các ô sau đây và ghi {count} số liệu còn lại;"
    " các ô bỏ lại được nêu trong lần gửi."
)
REST_TITLE = "{count} ô sẽ bỏ lại, không ghi"
ACCEPT_REST = "Tôi đồng ý bỏ lại các ô: {cells}"
REST_UNCONFIRMED = "Chưa ghi số liệu nào: hãy đánh dấu đồng ý bỏ lại các ô được nêu, hoặc sửa biểu rồi gửi lại."
RECORD_REST = "Ghi {count} số liệu còn lại"
CORRECTION_REASON = "Lý do điều chỉnh số liệu của kỳ đã từng khóa"
AND_MORE = "và {count} ô khác"
LEFT_OUT_LINE = "Đã bỏ lại {count} ô có vấn đề: {cells}"
CORRECTION_LINE = "Lý do điều chỉnh: {reason}"

# ---- Thay đổi trong lúc xem trước, mốc theo số liệu gốc
CHANGED_SINCE = "{measure}, {period}: lúc xem trước {then}, nay {now} ({who})"
CHANGED_SINCE_MORE = "và {count} giá trị khác"
CHANGED_BY = "lần gửi số {upload}, người gửi: {by}"
CHANGED_WITHDRAWN = "lần gửi trước đã được rút"
NOTHING_YET = "chưa có số liệu"
MOVED_TITLE = "Số liệu gốc trong biểu làm thay đổi {count} mốc theo đường găng"
MOVED_COLUMNS = ("Chỉ tiêu thành phần", "Kỳ", "Mốc đang dùng", "Mốc sau khi ghi")
NO_MILESTONE = "chưa có"

# ---- Tệp của cả tỉnh, thành phố
PROVINCE_HEAD = "Tệp tổng hợp nhiều xã, {period}"
PROVINCE_FILE = "Tệp {name}: đọc được {values} số liệu của {communes} xã, {columns} cột chỉ tiêu."
PROVINCE_COUNTS = {"new": "số liệu mới", "changed": "số liệu thay đổi", "same": "số liệu giữ nguyên"}
PROVINCE_ERRORS = "{count} lỗi"
PROVINCE_WARNINGS = "{count} điều cần lưu ý"
PROVINCE_MORE = "Chỉ nêu {shown} chỗ đầu tiên; tải tệp có ghi chú để xem tất cả."
PROVINCE_COLUMNS = "Các cột chỉ tiêu đã nhận ra ({count})"
PROVINCE_COLUMN_HEADINGS = ("Cột", "Tiêu đề trong tệp", "Chỉ tiêu", "Kỳ", "Nhận dạng")
PROVINCE_RECORDED = "Đã ghi lần gửi số {upload}: {count} số liệu của {communes} xã."
ACCEPT_COLUMNS = "Tôi đã kiểm tra {count} cột nhận dạng gần đúng và xác nhận là đúng chỉ tiêu"
ACCEPT_PROVINCE_DOUBTFUL = "Tôi đã kiểm tra {count} giá trị cần xác nhận và xác nhận là đúng"
ACCEPT_PROVINCE_REST = "Tôi đồng ý bỏ lại {count} chỗ có lỗi: {cells}"
RECORD_PROVINCE = "Ghi số liệu của {communes} xã"
OF_SEVERAL_COMMUNES = "Tệp tổng hợp {communes} xã"
