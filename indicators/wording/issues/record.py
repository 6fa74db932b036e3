# ruff: noqa: E501 a sentence stands on one line, where it can be searched and read
"""What recording, or the whole of a file, comes to."""

from datetime import datetime

from indicators.moments import to_local
from indicators.periods import Period
from indicators.wording.periods import period_vi

ERRORS = {
    "nothing_to_record": "Biểu chưa có số liệu nào ở các chỉ tiêu được nhận ra. Hãy nhập số liệu rồi gửi lại.",
    "period_locked": "Chỉ tiêu «{name}» ghi {text} cho {period} (số đang có: {before}), nhưng {named} đã được {by} khóa lúc {at}. Hãy giữ số đang có, hoặc đề nghị mở khóa kỳ báo cáo.",
}

WARNINGS = {
    "more_of_the_same": "Còn {count} chỗ khác có cùng vấn đề này: {example}",
}


def locked_details(period: Period, named: Period, by: str, at: datetime) -> dict[str, str]:
    """What a lock's sentence says: the cell's period, and who locked which, when."""
    return {
        "period": period_vi(period),
        "named": period_vi(named),
        "by": by,
        "at": to_local(at).strftime("%d/%m/%Y %H:%M"),
    }
