"""The words about units and people."""

from __future__ import annotations

from datetime import date

from indicators.wording import outlook
from indicators.wording.screens import date_vi
from indicators.wording.statuses import Tally

#: What a view can be filtered and divided by.
PEOPLE = {"unit": "Cơ quan chủ trì", "leader": "Lãnh đạo chỉ đạo", "officer": "Cán bộ phụ trách"}
EVERYONE = "Tất cả"
FILTERED = "Đang lọc: {people}."
RELEASE = "Bỏ lọc"
PEOPLE_FALLBACK = (
    "Kỳ đang xem không có chỉ tiêu nào của «{text}» (theo bộ lọc trên địa chỉ) nên trang bỏ qua lựa chọn này."
)

SCENARIO_NOTE = "Đang đánh giá theo kịch bản «{scenario}»; chỉ tiêu không có mức trên được đánh giá theo mức dưới."
OWN_SCENARIO_NOTE = (
    "Đang đánh giá theo kịch bản «{scenario}»; chỉ tiêu không có mốc của kịch bản này được đánh giá theo mức dưới."
)


_SCENARIO = "kịch bản "


def scenario_vi(name: str, sector: str) -> str:
    """A scenario of the office's own: 'Tăng trưởng cao (Nông nghiệp)'. 'Kịch bản' always stands before it."""
    own = name[len(_SCENARIO) :] if name.casefold().startswith(_SCENARIO) else name
    own = f"{own[:1].upper()}{own[1:]}"
    return f"{own} ({sector})" if sector else own


# ---- Theo cơ quan, đơn vị
BY_LABEL = "Xem theo"
NOBODY = {
    "unit": "Chưa nhập cơ quan chủ trì",
    "leader": "Chưa nhập lãnh đạo chỉ đạo",
    "officer": "Chưa nhập cán bộ phụ trách",
}
NOBODY_AT_ALL = {
    "unit": "Kế hoạch đang áp dụng chưa ghi cơ quan chủ trì của chỉ tiêu nào.",
    "leader": "Kế hoạch đang áp dụng chưa ghi lãnh đạo chỉ đạo của chỉ tiêu nào.",
    "officer": "Kế hoạch đang áp dụng chưa ghi cán bộ phụ trách của chỉ tiêu nào.",
}
NOT_GRADED = "Trang này chỉ nêu kết quả và việc gửi báo cáo, không chấm điểm, không xếp hạng cơ quan hay cá nhân."
WHOLE_COMMUNE = "Toàn xã"
OF_CHOSEN = "Các chỉ tiêu đang lọc"
AS_OF_PERIOD = "so với mốc theo đường găng {period}"
LED, JOINT = "Chủ trì {count} chỉ tiêu thành phần", "Phối hợp {count} chỉ tiêu thành phần"
OF_PEOPLE = "{count} chỉ tiêu thành phần"
QUARTERS_OF = "Theo quý, năm {year}"
QUARTER_TICKS = ("I", "II", "III", "IV")
REPORTS_OF = "Báo cáo năm {year}"
NO_REPORTS = "Không có báo cáo nào phải gửi trong năm {year}."
REPORT_STATES = {
    "on_time": "gửi đúng hạn",
    "late": "gửi muộn",
    "missing": "quá hạn chưa gửi",
    "not_yet_due": "chưa đến hạn",
}
OWN_REPORT = "Báo cáo kỳ của {unit}"
COLUMN_MEASURE = "Chỉ tiêu báo cáo"
REPORTS_NOTE = (
    "Hạn là ngày cuối được tính đúng hạn của kỳ; ngày gửi là ngày ghi nhận lần gửi đầu tiên còn hiệu lực."
    " Chỉ tiêu đạt/chưa đạt chỉ tính kỳ cuối của năm được đánh giá."
    " Dấu ✓: đúng hạn; +n: muộn n ngày; ✕: quá hạn chưa gửi; –: chưa đến hạn."
)
DOWNLOAD_ALL = {
    "unit": "Tải phiếu minh chứng (mỗi cơ quan một trang)",
    "leader": "Tải phiếu minh chứng (mỗi lãnh đạo một trang)",
    "officer": "Tải phiếu minh chứng (mỗi cán bộ một trang)",
}
DOWNLOAD_ONE = "Tải phiếu minh chứng: {name}"
DOWNLOAD_NOTE = "Phiếu năm {year} theo mức dưới, dùng làm tài liệu kèm theo khi đánh giá, xếp loại cuối năm."
EVIDENCE_FILE = "phieu-minh-chung-{commune}-{year}.xlsx"


def tally_vi(tally: Tally, *, are_final: bool) -> str:
    """'Đạt và vượt mốc 15/22, chưa đạt mốc 4/22, chưa đánh giá 3/22'; where all is final 'Đạt và vượt 18/22, không đạt
    4/22'."""
    said = [outlook.REACHED_FINALLY, outlook.MISSED_FINALLY] if are_final else [outlook.REACHED, outlook.MISSED]
    said += [outlook.UNJUDGED] if tally.unjudged else []
    counted = {"reached": tally.reached, "missed": tally.missed, "unjudged": tally.unjudged}
    return ", ".join(text.format(total=tally.total, **counted) for text in said)


def report_vi(state: str, recorded_on: date | None, late_days: int | None, deadline_on: date, *, estimate: bool) -> str:
    """'gửi 06/07/2026, muộn 1 ngày (hạn 05/07/2026)', 'quá hạn 15 ngày, chưa gửi (hạn 05/10/2026)'."""
    provisional = ", số ước" if estimate else ""
    said = {
        "on_time": f"gửi {date_vi(recorded_on)}{provisional}, đúng hạn" if recorded_on else "",
        "late": f"gửi {date_vi(recorded_on)}{provisional}, muộn {late_days} ngày" if recorded_on else "",
        "missing": f"quá hạn {late_days} ngày, chưa gửi",
        "not_yet_due": "chưa đến hạn",
    }[state]
    return f"{said} (hạn {date_vi(deadline_on)})"


def reports_vi(counted: dict[str, int]) -> str:
    """'gửi đúng hạn 10, gửi muộn 2': the states that occur."""
    return ", ".join(f"{REPORT_STATES[state]} {count}" for state, count in counted.items() if count)
