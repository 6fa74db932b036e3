# ruff: noqa: E501 a sentence stands on one line, where it can be searched and read
"""A province's sheet and the register of communes, as the command line and the page say them."""

READ = "Biểu tổng hợp nhiều xã: {communes} xã, {measures} chỉ tiêu, {values} số liệu ({new} mới, {changed} thay đổi, {same} không đổi); {errors} lỗi, {warnings} cảnh báo."
MORE_TROUBLES = "Chỉ nêu {shown} trong {troubles} vấn đề đầu tiên."
COMMUNE_GIVEN = "Tệp «{file}» là biểu tổng hợp nhiều xã, mỗi dòng đã nêu xã của mình, nên không dùng --commune. Hãy bỏ --commune rồi gửi lại; nếu chỉ cần ghi một xã, hãy gửi biểu riêng của xã đó."
COLUMN_NOT_CONFIRMED = (
    "Cột «{text}» chỉ gần giống chỉ tiêu «{name}». Hãy kiểm tra, rồi gửi lại với --accept-likely nếu đúng."
)
DOUBTS_NOT_CONFIRMED = (
    "Có {count} giá trị cần xác nhận. Hãy kiểm tra các ô được nêu, rồi gửi lại với --accept-doubtful nếu đúng."
)
NO_PLAN = "{name} chưa có kế hoạch chỉ tiêu nên số liệu được lưu nhưng chưa được đánh giá."
REGISTER_READ = "Danh bạ có {entries} đơn vị, {changed} mới hoặc thay đổi; {errors} lỗi."
REGISTER_ENTRY = "{code}  {name_vi}  {parent_vi}"
REGISTER_EMPTY = "Chưa có danh bạ đơn vị hành chính."
REGISTER_COMMANDS = {
    "import": "đọc một tệp danh bạ (cột Mã ĐVHC, Tên xã, Tỉnh/Thành phố) và ghi vào kho số liệu",
    "list": "danh bạ đơn vị hành chính đang dùng",
}
