"""The words of proposals to adjust targets, made on a frozen review, and of the plan version made of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from indicators.numbers import format_exact
from indicators.proposals.model import Fault
from indicators.wording import plans

FAULTS = {
    Fault.TARGET_UNKNOWN: "Bản chốt không có chỉ tiêu «{target}». Hãy chọn một chỉ tiêu của bản chốt.",
    Fault.NOTHING: "Đề xuất chưa nêu thay đổi nào. Hãy ghi ít nhất một mục cần điều chỉnh.",
    Fault.YES_NO: (
        "Chỉ tiêu {target} là đạt hoặc chưa đạt nên không có mức để điều chỉnh;"
        " chỉ có thể đề xuất năm cuối hoặc tạm dừng."
    ),
    Fault.NOT_WHOLE: "Chỉ tiêu {target} tính bằng số nguyên. Hãy ghi mức đề xuất là số nguyên.",
    Fault.TOO_LARGE: "Mức đề xuất của chỉ tiêu {target} quá lớn. Hãy kiểm tra lại đơn vị tính.",
    Fault.TOO_PRECISE: "Mức đề xuất của chỉ tiêu {target} có quá bốn chữ số thập phân. Hãy làm tròn.",
    Fault.NEGATIVE_TOLERANCE: "Ngưỡng dung sai đề xuất của chỉ tiêu {target} không được âm.",
    Fault.STRETCH_SIDE: "Mức trên đề xuất của chỉ tiêu {target} phải tốt hơn mức dưới đề xuất.",
    Fault.YEAR_OVER: "Năm cuối đề xuất của chỉ tiêu {target} phải từ năm của bản chốt đến năm 2030.",
    Fault.NONE_STANDING: "Chỉ tiêu {target} không có đề xuất nào để rút.",
}

TITLE = "Đề xuất điều chỉnh chỉ tiêu"
NOTE = (
    "Đề xuất được ghi cạnh bản chốt và không làm thay đổi bản chốt. Ghi đề xuất mới cho cùng một chỉ tiêu là thay"
    " đề xuất cũ; mọi lần ghi đều được giữ lại."
)
NONE = "Chưa có đề xuất nào."
COLUMN_TARGET, COLUMN_HELD, COLUMN_PROPOSED = "Chỉ tiêu", "Khi chốt", "Đề xuất"
COLUMN_FORECAST, COLUMN_REASON, COLUMN_WHO = "Dự báo khi chốt", "Lý do", "Người đề xuất"
SUSPEND, RESUME = "Tạm dừng đánh giá", "Đánh giá trở lại"
GOAL_OF = "mục tiêu {value}"
STRETCH_OF = "mức trên {value}"
TOLERANCE_OF = "ngưỡng dung sai {value}"
LAST_YEAR_OF = "năm cuối {value}"

FORM_OPEN = "Ghi đề xuất cho một chỉ tiêu"
FORM_NOTE = "Chỉ điền mục cần điều chỉnh; mục để trống giữ như kế hoạch. Giá trị ghi theo đơn vị tính của chỉ tiêu."
TARGET_LABEL, TARGET_CHOOSE = "Chỉ tiêu", "Chọn chỉ tiêu"
GOAL_LABEL, STRETCH_LABEL, TOLERANCE_LABEL = "Mục tiêu (mức dưới) mới", "Mức trên mới", "Ngưỡng dung sai mới"
YEAR_LABEL, STATE_LABEL, REASON_LABEL, BY_LABEL = "Năm cuối mới", "Đánh giá", "Lý do", "Họ và tên người đề xuất"
AS_IN_PLAN = "Như kế hoạch"
PROPOSE = "Ghi đề xuất"
UNREADABLE = "«{text}» ở ô «{label}» không phải là một số. Hãy ghi như 85,5."
CHOOSE_FIRST = "Chưa ghi gì: hãy chọn chỉ tiêu."
PROPOSED_NOW = "Đã ghi đề xuất cho chỉ tiêu {target}. Bản chốt không thay đổi."
WITHDRAW_OPEN = "Rút một đề xuất"
WITHDRAW_REASON, WITHDRAW_BY, WITHDRAW = "Lý do rút", "Họ và tên người rút", "Rút đề xuất"
WITHDRAWN_NOW = "Đã rút đề xuất của chỉ tiêu {target}; lần ghi trước vẫn được lưu."
HISTORY = "Mọi lần ghi ({count})"
ACT_WITHDRAWN, ACT_REPLACED, ACT_STANDS = "rút đề xuất", "đã được thay hoặc rút", "đang có hiệu lực"

PLAN_OPEN = "Lập bản kế hoạch mới từ các đề xuất"
PLAN_NOTE = (
    "{count} đề xuất được điền vào tệp của phiên bản kế hoạch mới nhất, được kiểm tra như mọi lần điều chỉnh kế hoạch."
    " Chưa có gì được ghi cho đến khi xác nhận; bản chốt không thay đổi."
)
PLAN_NOT_IN = (
    "Phiên bản kế hoạch mới nhất không còn chỉ tiêu {targets} nên đề xuất của các chỉ tiêu đó không được đưa vào."
)
PLAN_DAY_FIRST = (
    "Hãy ghi ngày hiệu lực theo văn bản quyết định: các thay đổi được kiểm tra theo ngày đó rồi mới xác nhận."
)
PLAN_FILE = "Đề xuất từ «{review}».xlsx"
PLAN_DOWNLOAD = "Tải tệp kế hoạch đã điền đề xuất"
PLAN_BY_HAND = (
    "Có thể tải tệp này về, sửa thêm (mốc, chỉ tiêu giao năm, …) rồi gửi lên tại trang Kế hoạch; giữ nguyên tên tệp để"
    " phiên bản mới ghi rõ lập từ bản chốt nào."
)
PLAN_FROM_HERE = "Phiên bản kế hoạch lập từ bản chốt này: {versions}."
VERSION_OF = "phiên bản {plan}, hiệu lực từ {valid_from}"

_NOT_IN_FILE_NAMES = str.maketrans(dict.fromkeys('/\\:*?"<>|', "-"))


def file_of_plan(review: str) -> str:
    """The name of the workbook that a review's proposals make: a version recorded from it says so by this name."""
    return PLAN_FILE.format(review=review.translate(_NOT_IN_FILE_NAMES))


def proposed_vi(proposal: Mapping[str, Any], unit: str) -> list[str]:
    """'mục tiêu 85%', 'năm cuối 2029', 'Tạm dừng đánh giá'; `unit`: as it stands after a number."""
    said = [
        text.format(value=f"{format_exact(proposal[name])}{unit}")
        for name, text in (("goal_value", GOAL_OF), ("goal_stretch", STRETCH_OF), ("tolerance", TOLERANCE_OF))
        if proposal[name] is not None
    ]
    said += [LAST_YEAR_OF.format(value=proposal["last_year"])] if proposal["last_year"] is not None else []
    said += [] if proposal["suspended"] is None else [SUSPEND if proposal["suspended"] else RESUME]
    return said


def state_words() -> dict[str, bool | None]:
    """What can be chosen of a target's judging → what is proposed by it."""
    return {AS_IN_PLAN: None, plans.STATES[plans.SUSPENDED]: True, plans.STATES[plans.ACTIVE]: False}
