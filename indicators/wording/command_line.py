"""The words of the command line."""

from __future__ import annotations

DESCRIPTION = "Bảng theo dõi chỉ tiêu của xã: đọc biểu, ghi số liệu, đánh giá tiến độ theo đường găng."
COMMANDS = {
    "init": "tạo kho số liệu và nạp danh mục chỉ tiêu",
    "template": "tạo biểu nhập số liệu cho một kỳ",
    "check": "đọc thử một biểu, không ghi gì",
    "import": "đọc một biểu và ghi vào kho số liệu",
    "uploads": "danh sách các lần gửi",
    "withdraw": "rút một lần gửi",
    "lock": "khóa kỳ báo cáo: số liệu của mọi kỳ kết thúc trong kỳ này không thay đổi được nữa",
    "unlock": "mở khóa kỳ báo cáo",
    "locks": "danh sách các lần khóa và mở khóa kỳ báo cáo",
    "status": "đánh giá các chỉ tiêu tại một kỳ",
    "forecast": "dự báo các chỉ tiêu từ số liệu đến một kỳ, và mức cần đạt ở thời gian còn lại",
    "compare": "so sánh hai thời điểm: số liệu và tình trạng đã thay đổi, do lần gửi nào, của ai",
    "milestones": "liệt kê mốc theo đường găng và thực hiện từng kỳ của một năm",
    "overdue": "báo cáo quá hạn chưa gửi theo cơ quan và kỳ, hạn sắp đến; lập công văn đôn đốc và tệp lịch",
    "report": "lập báo cáo của một kỳ (Word, Excel, PDF), của xã hoặc của một cơ quan",
    "plan": "kế hoạch: tải ra Excel, đọc thử, ghi bản mới, phê duyệt đường găng, xem các bản",
    "review": "bản chốt số liệu (sơ kết, đánh giá giữa nhiệm kỳ, tổng kết): chốt, xem, xuất, kiểm tra",
    "register": "danh bạ đơn vị hành chính: nạp từ tệp, xem",
}
PLAN_COMMANDS = {
    "export": "ghi kế hoạch đang dùng ra một tệp Excel để sửa",
    "check": "đọc thử một tệp kế hoạch: những thay đổi và lỗi, không ghi gì",
    "import": "đọc một tệp kế hoạch và ghi thành bản mới",
    "approve": "phê duyệt đường găng: cố định các mốc của những năm được chọn",
    "versions": "danh sách các bản kế hoạch",
}
ARGUMENTS = {
    "store": "tệp kho số liệu (mặc định theo data/settings.toml)",
    "commune": "mã xã: tên một thư mục trong data/catalogue",
    "period": "kỳ: 2026-03, 2026-Q1, 2026-H1, 2026-9M hoặc 2026",
    "out": "tệp (của bản chốt: thư mục) sẽ tạo",
    "file": "tệp biểu số liệu (.xlsx, .xlsm, .xls, .xlsb, .ods, .csv)",
    "all_readings": "biểu tổng hợp nhiều xã: in đủ mọi số liệu đọc được trong JSON, dù có rất nhiều",
    "json": "in kết quả dạng JSON",
    "by": "họ tên người thực hiện",
    "accept_likely": "xác nhận các dòng chỉ nhận ra gần đúng theo tên",
    "accept_doubtful": "xác nhận các giá trị có cảnh báo: khác xa số đã có, nhỏ hơn lũy kế trước đó, nghi nhầm dạng số",
    "take_rest": "ghi phần còn lại, bỏ ra các ô có lỗi và lưu lại những ô đã bỏ",
    "upload": "số của lần gửi",
    "reason": "lý do: rút lần gửi, mở khóa kỳ, hoặc điều chỉnh số liệu của kỳ đã từng khóa",
    "as_of": "tính theo những gì đã ghi đến ngày hoặc thời điểm này (ISO)",
    "from": "thời điểm đầu (ISO; một ngày được tính đến hết ngày đó)",
    "to": "thời điểm cuối (ISO; mặc định: bây giờ)",
    "document": "số văn bản quyết định (mặc định theo trang «Kế hoạch» của tệp)",
    "document_date": "ngày văn bản (2026-10-05 hoặc 05/10/2026)",
    "valid_from": "ngày bản mới có hiệu lực (2026-11-01 hoặc 01/11/2026)",
    "on": "ngày xét hạn gửi (2026-10-20 hoặc 20/10/2026; mặc định: ngày của số liệu)",
    "unit": "chỉ một cơ quan: tên như trong kế hoạch",
    "letter": "tệp .docx công văn đôn đốc sẽ tạo",
    "calendar": "tệp .ics các hạn gửi báo cáo sẽ tạo",
    "years": "năm hoặc các năm: 2027, 2027-2029",
    "year": "năm: 2021 đến 2030",
    "format": "dạng tệp: docx (Word), xlsx (Excel) hoặc pdf",
    "occasion": "loại: period (báo cáo của kỳ, không dùng cho bản chốt), year (sơ kết năm), midterm (giữa nhiệm kỳ),"
    " term (tổng kết nhiệm kỳ)",
    "number": "số của văn bản (mặc định để trống, ghi tay)",
    "date": "ngày ban hành văn bản (2026-10-05 hoặc 05/10/2026; mặc định để trống, ghi tay)",
    "place": "địa danh (mặc định theo thiết lập, hoặc tên xã)",
    "signer_name": "họ tên người ký (mặc định theo thiết lập)",
    "name": "tên bản chốt",
    "scope": "phạm vi của bản chốt: tên một nhóm chỉ tiêu hoặc cơ quan chủ trì (mặc định: toàn bộ)",
    "folder": "thư mục bản chốt",
    "fingerprint": "dấu vân tay của khóa ký, in trên báo cáo hoặc ghi trong phần mềm",
    "new": "tạo khóa ký mới; các bản chốt cũ vẫn kiểm tra được bằng khóa cũ",
    "scenario": "kịch bản: floor (mức dưới), stretch (mức trên) hoặc mã một kịch bản của kế hoạch",
}
ERROR, WARNING = "Lỗi", "Cảnh báo"
READY = "Kho số liệu {store} đã sẵn sàng: {communes}."
TEMPLATE_WRITTEN = "Đã tạo biểu {out}."
PLAN_WRITTEN = "Đã ghi kế hoạch ra {out}."
PLAN_READ = "{changes} thay đổi; {errors} lỗi, {warnings} cảnh báo."
PLAN_RECORDED = "Đã ghi bản kế hoạch số {plan}."
PLAN_VERSION = (
    "Bản {plan}: hiệu lực từ {valid_from}, {targets} chỉ tiêu, ghi lúc {recorded_at}, {recorded_by}, số {document}"
)
NO_DOCUMENT = "chưa nhập"
DAY_INVALID = "Không hiểu ngày «{text}». Hãy ghi như 2026-11-01 hoặc 01/11/2026."
YEARS_INVALID = "Không hiểu «{text}». Hãy ghi như 2027 hoặc 2027-2029."
READ = "Đọc được {readings} số liệu, {remarks} ý kiến; {errors} lỗi, {warnings} cảnh báo."
RECORDED = "Đã ghi lần gửi số {upload}."
WITHDRAWN = "Đã rút lần gửi số {upload}."
NO_UPLOADS = "Chưa có lần gửi nào."
UPLOAD_WITHDRAWN = "đã rút: {reason}"
LIKELY_NOT_ACCEPTED = (
    "Dòng «{name}» chỉ được nhận ra gần đúng theo tên. Hãy kiểm tra, rồi gửi lại với --accept-likely nếu đúng."
)
DOUBTFUL_NOT_ACCEPTED = "{message} Nếu số này đúng thì gửi lại với --accept-doubtful."
LEFT_OUT = "Đã bỏ ra {count} ô có lỗi, phần còn lại được ghi."
UPLOAD_LEFT_OUT = "bỏ ra {count} ô"
UPLOAD_CORRECTS = "điều chỉnh: {reason}"
MILESTONE_MOVED = "Mốc của chỉ tiêu {target}, kỳ {period} thay đổi theo số gốc: {before} → {after}"
LOCKED, UNLOCKED = "Khóa", "Mở khóa"
LOCK = "{act}  {what} {period}  {acted_at}  {acted_by}"
NO_LOCKS = "Chưa có kỳ nào được khóa."
PERIOD_LOCKED = "Đã khóa {period}."
PERIOD_UNLOCKED = "Đã mở khóa {period}."
STORE_MADE = "Ở {store} chưa có kho số liệu nào nên đã tạo một kho mới, chưa có số liệu. Hãy kiểm tra lại đường dẫn."
FILE_UNREADABLE = "Không mở được tệp {file}. Hãy kiểm tra đường dẫn và quyền đọc."
FILE_UNWRITABLE = "Không ghi được tệp {file}. Hãy kiểm tra thư mục, quyền ghi, và đóng tệp nếu đang mở."
DISK_FULL = "Đĩa đã đầy nên chưa ghi được tệp {file}; không có tệp dở dang nào. Hãy giải phóng dung lượng rồi làm lại."
MOMENT_INVALID = "Không hiểu thời điểm «{text}». Hãy ghi như 2026-10-05 hoặc 2026-10-05T08:30."
YEAR_INVALID = "Năm «{text}» không hợp lệ: đường găng có từ năm {first} đến năm {last}."
SCENARIO_UNKNOWN = "Không có kịch bản «{text}» trong kế hoạch của kỳ; các kịch bản có: {scenarios}."
WRONG_USE = "Lệnh chưa đúng ({detail}). Xem hướng dẫn: python -m indicators --help"
