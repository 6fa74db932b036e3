"""The words of frozen reviews (bản chốt số liệu): their parts and columns, their folder, and why one is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from indicators import errors
from indicators.moments import to_local
from indicators.periods import parse_period
from indicators.wording.periods import period_vi
from indicators.wording.review_codes import codes_vi

OCCASIONS = {
    "midterm": "Đánh giá giữa nhiệm kỳ", "year": "Sơ kết năm", "term": "Tổng kết nhiệm kỳ",
}  # fmt: skip
SCOPES = {"all": "toàn bộ chỉ tiêu", "group": "nhóm chỉ tiêu «{name}»", "unit": "các chỉ tiêu do {name} chủ trì"}

#: The sheets of the data workbook: at most 31 letters, as Excel asks.
PARTS = {
    "review": "Bản chốt",
    "plan_versions": "Các bản kế hoạch",
    "targets": "Chỉ tiêu",
    "indicators": "Trạng thái chỉ tiêu",
    "statuses": "Trạng thái theo quý",
    "milestones": "Mốc theo đường găng",
    "values": "Số liệu",
    "forecasts": "Dự báo",
    "versions_of_target": "Chỉ tiêu qua các bản kế hoạch",
    "remarks": "Ý kiến",
    "uploads": "Các lần gửi",
}

COLUMNS = {
    "commune": "Mã xã", "commune_name_vi": "Tên xã", "name_vi": "Tên", "occasion": "Dịp", "period": "Kỳ",
    "as_of": "Số liệu có đến", "scope": "Phạm vi", "scope_name_vi": "Tên nhóm hoặc cơ quan", "plan": "Bản kế hoạch",
    "plan_name_vi": "Tên kế hoạch", "document_number": "Số văn bản", "document_date": "Ngày văn bản",
    "frozen_at": "Thời điểm chốt", "frozen_by": "Người chốt", "valid_from": "Hiệu lực từ",
    "valid_to": "Hiệu lực đến", "baseline_year": "Năm gốc", "recorded_at": "Thời điểm ghi", "recorded_by": "Người ghi",
    "origin": "Nguồn", "file_name": "Tên tệp", "targets": "Số chỉ tiêu", "scenario": "Kịch bản",
    "target": "Mã chỉ tiêu thành phần", "ordinal": "Thứ tự", "indicator": "Chỉ tiêu", "group_vi": "Nhóm",
    "unit": "Đơn vị tính", "decimals": "Số chữ số thập phân", "measure": "Đại lượng", "lead_unit": "Cơ quan chủ trì",
    "joint_units": "Cơ quan phối hợp", "directing_leader": "Lãnh đạo chỉ đạo", "officer": "Cán bộ phụ trách",
    "horizon": "Cách đánh giá", "first_year": "Từ năm", "last_year": "Đến năm", "bound": "Cách so sánh",
    "commitment": "Mức cam kết", "goal_value": "Mục tiêu", "goal_stretch": "Mục tiêu mức trên",
    "baseline_value": "Số gốc", "actual_value": "Thực hiện", "actual_period": "Kỳ của số thực hiện",
    "estimate": "Ước thực hiện", "upload": "Lần gửi", "mean_value": "Bình quân các năm",
    "by_mean": "Đánh giá theo bình quân", "compared_value": "Giá trị so sánh", "path_kind": "Dạng đường găng",
    "accumulation": "Cách cộng dồn", "planned_value": "Mốc", "is_fixed": "Mốc đã phê duyệt",
    "stretch_value": "Mốc mức trên", "tolerance": "Ngưỡng dung sai", "distance": "Chênh lệch so mốc",
    "year_goal": "Kế hoạch năm", "city_goal": "Thành phố giao", "council_goal": "Hội đồng nhân dân giao",
    "year_goal_distance": "Chênh lệch so kế hoạch năm", "year_goal_percent": "So kế hoạch năm (%)",
    "share_of_way": "Tỷ lệ quãng đường", "late_months": "Chậm (tháng)", "status": "Trạng thái",
    "is_final": "Đã kết thúc", "due_on": "Hạn", "last_known_value": "Số gần nhất", "last_known_period": "Kỳ gần nhất",
    "indicator_ordinal": "Thứ tự chỉ tiêu", "indicator_group_vi": "Nhóm của chỉ tiêu",
    "indicator_status": "Trạng thái của chỉ tiêu", "deciding_target": "Chỉ tiêu thành phần quyết định",
    "kind": "Loại", "year": "Năm", "end_month": "Tháng kết thúc (tính từ năm 0)", "has_begun": "Kỳ đã bắt đầu",
    "is_due": "Đến kỳ báo cáo", "own_goal": "Mục tiêu của chỉ tiêu", "own_stretch": "Mức trên của chỉ tiêu",
    "is_said_then": "Số của chính kỳ này", "next_period": "Kỳ báo cáo tiếp theo", "next_due_on": "Hạn tiếp theo",
    "ends_on": "Ngày kết thúc kỳ", "value": "Giá trị", "sheet": "Trang tính", "cell": "Ô", "goal": "Mục tiêu dự báo",
    "forecast_period": "Năm dự báo", "expected": "Dự báo", "low": "Cận dưới 80%", "high": "Cận trên 80%",
    "meets_goal": "Dự báo đạt", "met_period": "Kỳ dự kiến đạt", "needed": "Cần đạt", "needed_per": "Cần đạt mỗi",
    "points": "Số điểm số liệu", "reason": "Lý do", "suspended": "Tạm dừng", "year_goals": "Kế hoạch giao các năm",
    "is_retired": "Đã thôi áp dụng", "replaced_by": "Thay bằng", "text_vi": "Nội dung", "sha256": "SHA-256 của tệp",
    "size_bytes": "Kích thước (byte)", "correction_reason": "Lý do điều chỉnh", "withdrawn_at": "Thời điểm rút",
    "withdrawn_by": "Người rút", "measures": "Các đại lượng",
}  # fmt: skip

GATHERING = "Đang tập hợp số liệu có đến thời điểm chốt…"
WRITING_DATA = "Đang lập các tệp số liệu…"
WRITING_REPORT = "Đang lập báo cáo Word, PDF và Excel…"
STORING = "Đang ký và lưu bản chốt…"
FROZEN = "Đã chốt số liệu."
EXPORTING = "Đang ghi thư mục bản chốt…"
VERIFYING = "Đang kiểm tra thư mục vừa ghi…"
EXPORTED = "Đã ghi bản chốt ra {folder}."
UNNAMED = "tep"
REVIEW = (
    "«{name}»: {occasion}, {period}, số liệu có đến {as_of}, phạm vi: {scope}; chốt lúc {frozen_at},"
    " người chốt: {frozen_by}"
)
FINGERPRINT = "Dấu vân tay của khóa ký: {fingerprint}"
NO_REVIEWS = "Chưa có bản chốt nào."
KEY_FILE = "Tệp khóa ký: {file}"
KEY_IN_USE = "Đang dùng: {fingerprint}, tạo lúc {at}, người tạo: {by}"
KEY_EARLIER = "Đã thôi dùng: {fingerprint}, tạo lúc {at}, người tạo: {by}"
NO_KEY = "Chưa có khóa nào; khóa được tạo ở lần chốt đầu tiên."
OCCASION_UNKNOWN = "Không hiểu dịp «{text}». Hãy ghi một trong: {known}."
EVERYTHING = frozenset({"", "all", "tất cả", "toàn bộ"})
COMMANDS = {
    "freeze": "chốt số liệu của một kỳ thành một bản không ai thay đổi được",
    "list": "danh sách các bản chốt",
    "export": "ghi một bản chốt ra một thư mục dùng được không cần phần mềm",
    "verify": "kiểm tra một thư mục bản chốt có còn nguyên vẹn (không cần kho số liệu)",
    "key": "xem khóa ký, hoặc tạo khóa mới",
}

_READ_FIRST = """BẢN CHỐT SỐ LIỆU: {name}
{commune}, {occasion}, {period}

Thư mục này là bản sao nguyên vẹn của số liệu có đến {as_of}, phạm vi: {scope}.
Chốt lúc {frozen_at}, người chốt: {frozen_by}. Bản kế hoạch dùng để đánh giá: bản số {plan}{document}.

Trong thư mục:
- bao_cao.docx, bao_cao.pdf, bao_cao.xlsx (nếu có): báo cáo lập từ số liệu này;
- so_lieu_chot.xlsx: toàn bộ số liệu, mỗi phần một trang tính (các mã được giải thích ở cuối tệp này);
- so_lieu_chot.duckdb và thư mục parquet: cùng số liệu đó dạng bảng;
- so_lieu_chot.jsonl: dạng chuẩn của số liệu, mỗi dòng một bản ghi, dùng để đối chiếu;
- bieu_goc: các biểu gốc đã gửi;
- manifest.json: danh sách tệp với mã SHA-256; manifest.sig: chữ ký Ed25519; khoa_cong_khai.pem: khóa công khai.

Cách kiểm tra thư mục có còn nguyên vẹn (cần Python và thư viện cryptography):
    python -m indicators review verify THU_MUC --fingerprint {fingerprint}

Dấu vân tay của khóa ký, phải trùng với «Mã khóa ký số liệu» in trên báo cáo và ghi trong phần mềm:
    {fingerprint}

Không sửa tệp nào trong thư mục: mọi thay đổi, dù một ô hay một byte, đều bị phát hiện.

{codes}
"""


def read_first(head: Mapping[str, Any], fingerprint: str) -> str:
    """What stands in DOC_TRUOC.txt. `head`: the row of the part `review`."""
    return _READ_FIRST.format(
        name=head["name_vi"], commune=head["commune_name_vi"], occasion=OCCASIONS[head["occasion"]],
        period=period_vi(parse_period(head["period"])), as_of=_moment(head["as_of"]),
        scope=scope_vi(head["scope"], head["scope_name_vi"]), frozen_at=_moment(head["frozen_at"]),
        frozen_by=head["frozen_by"], plan=head["plan"],
        document=f", số văn bản {head['document_number']}" if head["document_number"] else "", fingerprint=fingerprint,
        codes=codes_vi(),
    )  # fmt: skip


def scope_vi(scope: str, name_vi: str) -> str:
    """'toàn bộ chỉ tiêu', 'nhóm chỉ tiêu «Kinh tế»', …"""
    return SCOPES[scope].format(name=name_vi)


def _moment(stored: datetime) -> str:
    return to_local(stored).strftime("%H:%M ngày %d/%m/%Y")


_DAMAGED = {
    "rows": "các dòng số liệu khác với mã SHA-256 đã lưu",
    "head": "phần mô tả khác với số liệu đã chốt",
    "signature": "chữ ký không khớp",
    "key": "không có khóa công khai đã ký",
    "file": "một tệp của bản chốt bị thiếu hoặc bị thay đổi",
}
SENTENCES: dict[type[errors.IndicatorsError], Callable[[Any], str]] = {
    errors.ReviewNameTaken: lambda e: (
        f"Đã có bản chốt «{e.name}», chốt lúc {_moment(e.frozen_at)}, người chốt: {e.frozen_by}."
        " Bản đã chốt không thay đổi được; hãy đặt một tên khác."
    ),
    errors.NameTooLong: lambda e: f"Tên bản chốt dài quá {e.letters} ký tự. Hãy đặt tên ngắn hơn.",
    errors.ReviewUnknown: lambda e: (
        f"Không có bản chốt «{e.name}». "
        + (f"Các bản đang có: {'; '.join(e.known)}." if e.known else "Chưa có bản chốt nào.")
    ),
    errors.ReviewDamaged: lambda e: (
        f"Bản chốt «{e.name}» trong kho số liệu không còn nguyên vẹn ({_DAMAGED[e.what]}) nên không mở."
        " Hãy khôi phục kho số liệu từ bản sao lưu, hoặc dùng thư mục bản chốt đã xuất."
    ),
    errors.ReviewEmpty: lambda e: (
        f"Kỳ {period_vi(parse_period(e.period))} chưa có số liệu nào tính đến thời điểm chốt nên không chốt được."
        " Hãy kiểm tra lại kỳ, phạm vi và thời điểm."
    ),
    errors.CutOffAhead: lambda e: (
        f"Thời điểm chốt {_moment(e.as_of)} còn ở tương lai (một ngày được tính đến hết ngày đó)."
        " Hãy chọn thời điểm đã qua, hoặc để trống để chốt đến lúc này."
    ),
    errors.ScopeUnknown: lambda e: (
        f"Không có nhóm chỉ tiêu hay cơ quan chủ trì «{e.name}» trong kế hoạch của kỳ."
        f" Các phạm vi có: {'; '.join(e.known)}."
    ),
    errors.KeyMissing: lambda e: (
        f"Không thấy khóa ký tại {e.file}. Khóa đang dùng có dấu vân tay {e.fingerprint}. Hãy chép lại tệp khóa vào"
        " đó; nếu khóa đã mất, tạo khóa mới bằng lệnh: python -m indicators review key --new --by HỌ_TÊN."
    ),
    errors.KeyDiffers: lambda e: (
        f"Khóa ký tại {e.file} (dấu vân tay {e.found}) không phải khóa đang dùng ({e.expected}). Hãy chép lại đúng"
        " tệp khóa; nếu khóa đã mất, tạo khóa mới bằng lệnh: python -m indicators review key --new --by HỌ_TÊN."
    ),
    errors.KeyUnusable: lambda e: (
        f"Không đọc hoặc không ghi được khóa ký tại {e.file}, hoặc tệp này không phải khóa Ed25519 dạng PEM."
        " Hãy kiểm tra tệp và quyền truy cập."
    ),
    errors.FolderTaken: lambda e: f"Đã có {e.folder}. Bản chốt chỉ ghi ra một thư mục mới; hãy chọn tên khác.",
    errors.FolderUnwritable: lambda e: (
        f"Không ghi được thư mục {e.folder}: "
        + ("đĩa đã đầy." if e.is_full else "không có quyền ghi hoặc đường dẫn không đúng.")
        + " Chưa có gì được ghi ra. Hãy khắc phục rồi thực hiện lại."
    ),
}  # fmt: skip
