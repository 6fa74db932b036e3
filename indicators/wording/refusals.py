"""One Vietnamese sentence for everything that stops an action: what happened, where, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from indicators import errors
from indicators.catalogue import Problem
from indicators.intake import Issue, Reading
from indicators.moments import to_local
from indicators.periods import parse_period
from indicators.wording import documents, looking_back, proposals, province, reports, reviews
from indicators.wording.periods import period_vi

if TYPE_CHECKING:
    from indicators.province.model import MeasureColumn

_PROBLEMS = {
    "no_commune": "không có thư mục danh mục nào của xã",
    "missing_file": "thiếu tệp này trong thư mục danh mục của xã",
    "missing_column": "thiếu cột «{column}»",
    "not_utf8": "tệp không ở bảng mã UTF-8",
    "too_many_cells": "dòng có nhiều ô hơn dòng tiêu đề",
    "empty_cell": "ô bắt buộc đang để trống",
    "unreadable_cell": "giá trị «{value}» không hợp lệ",
    "more_than_one_row": "chỉ được có một dòng",
    "commune_is_not_folder": "mã xã «{value}» khác tên thư mục",
    "duplicate": "giá trị «{value}» bị trùng với một dòng phía trên",
    "duplicate_name": "tên «{value}» hoặc một tên gọi khác trùng với đại lượng ở dòng phía trên",
    "range_reversed": "giá trị lớn nhất «{value}» nhỏ hơn giá trị nhỏ nhất",
    "outside_range": "giá trị «{value}» nằm ngoài khoảng cho phép của đại lượng",
    "unknown_measure": "đại lượng «{value}» không có trong measures.csv",
    "unknown_target": "chỉ tiêu thành phần «{value}» không có trong targets.csv",
    "bound_does_not_fit_unit": "cách so sánh «{value}» không phù hợp với đơn vị tính",
    "achieved_is_one": "mục tiêu đạt/chưa phải ghi là 1, không phải «{value}»",
    "unit_differs_from_measure": "đơn vị tính «{value}» khác với đơn vị tính của đại lượng",
    "bound_does_not_fit_horizon": "chỉ tiêu đạt/chưa không tính bình quân được",
    "years_do_not_fit_horizon": "năm «{value}» không phù hợp với cách đánh giá (by_year cần đúng một năm)",
    "negative_tolerance": "ngưỡng dung sai «{value}» không được âm",
    "between_needs_upper": "cách so sánh between cần giá trị trên ở cột stretch",
    "unknown_scenario": "kịch bản «{value}» không có trong scenarios.csv",
    "pace_incomplete": "tỷ trọng lũy kế của chỉ tiêu «{value}» phải đủ 12 tháng, không giảm, tháng 12 là 100",
    "stretch_on_wrong_side": "mức phấn đấu «{value}» nằm sai phía so với mục tiêu",
}  # fmt: skip

_MOST_PLACES = 100
_DETAILS = {
    "by": "họ tên người thực hiện",
    "reason": "lý do",
    "review_name": "tên bản chốt",
    "unlock_reason": "lý do mở khóa kỳ báo cáo",
    "document_number": "số văn bản quyết định",
    "valid_from": "ngày bản kế hoạch có hiệu lực",
}


def moment_vi(stored: datetime) -> str:
    """A stored moment as a user reads it: 05/10/2026 08:30."""
    return to_local(stored).strftime("%d/%m/%Y %H:%M")


def problem_sentence(problem: Problem) -> str:
    """One line for one problem of the catalogue: file, line, column, what is wrong."""
    place = f"{problem.file.parent.name}/{problem.file.name}, dòng {problem.line}"
    column = f", cột «{problem.column}»" if problem.column else ""
    what = _PROBLEMS[problem.code].format(column=problem.column, value=problem.value)
    return f"{place}{column}: {what}."


def _catalogue(error: errors.CatalogueInvalid) -> str:
    lines = "\n".join(f"- {problem_sentence(problem)}" for problem in error.problems)
    return f"Danh mục chỉ tiêu có lỗi nên chưa được nạp. Hãy sửa các tệp sau trong data/catalogue:\n{lines}"


def _likely(error: errors.LikelyUnconfirmed) -> str:
    return f"Có dòng chỉ được nhận ra gần đúng theo tên, cần xác nhận trước khi ghi: {_places(error.readings)}."


def _places(items: Iterable[Issue | Reading | MeasureColumn]) -> str:
    """The cells; of a whole province's the first, and how many more."""
    places = list(dict.fromkeys(f"{item.sheet}!{item.cell}" for item in items))
    more = [f"và {len(places) - _MOST_PLACES} ô khác"] if len(places) > _MOST_PLACES else []
    return ", ".join([*places[:_MOST_PLACES], *more])


def _withdrawal_locked(error: errors.WithdrawalLocked) -> str:
    acts = {lock.named: lock for lock in error.locks}.values()
    said = "; ".join(f"{period_vi(parse_period(act.named))} ({act.by}, {moment_vi(act.at)})" for act in acts)
    return (
        f"Không rút được lần gửi số {error.upload} vì sẽ làm thay đổi số liệu của kỳ đã khóa: {said}."
        " Hãy mở khóa kỳ báo cáo trước."
    )


def _lock_unchanged(error: errors.LockUnchanged) -> str:
    state = "đã khóa từ trước" if error.locked else "đang không khóa"
    return f"Kỳ {period_vi(parse_period(error.period))} {state}. Hãy xem lại danh sách khóa kỳ báo cáo."


def _outdated(error: errors.PreviewOutdated) -> str:
    told = "Số liệu, kế hoạch hoặc khóa kỳ báo cáo trong kho đã thay đổi sau khi xem trước."
    if error.changes:
        told = f"Số liệu trong kho đã thay đổi sau khi xem trước ({len(error.changes)} giá trị khác trước)."
    return f"{told} Hãy xem lại bảng so sánh rồi xác nhận lần nữa."


_SENTENCES: dict[type[errors.IndicatorsError], Callable[[Any], str]] = {
    errors.CatalogueInvalid: _catalogue,
    errors.MomentsReversed: lambda e: looking_back.reversed_vi(e.earlier, e.later),
    errors.PeriodInvalid: lambda e: (
        f"Không hiểu kỳ «{e.text}», hoặc kỳ nằm ngoài giai đoạn 2021-2030."
        " Hãy ghi như 2026-03 (tháng), 2026-Q1 (quý), 2026-H1 (6 tháng), 2026-9M (9 tháng) hoặc 2026 (năm)."
    ),
    errors.SettingsInvalid: lambda e: f"Không đọc được tệp thiết lập {e.file.name}: {e.detail}. Hãy sửa lại tệp này.",
    errors.CommuneUnknown: lambda e: f"Không có xã «{e.commune}» trong danh mục. Các xã đang có: {', '.join(e.known)}.",
    errors.PlanMissing: lambda e: province.NO_PLAN.format(name=f"{e.name_vi[:1].upper()}{e.name_vi[1:]} ({e.commune})"),
    errors.TemplateInvalid: lambda e: documents.template_invalid(e.file, e.trouble, e.detail),
    errors.NotTypeset: lambda e: documents.not_typeset(e.what),
    errors.ProposalRefused: lambda e: proposals.FAULTS[e.fault].format(target=e.target),
    errors.PeriodEmpty: lambda e: reports.period_empty_vi(e.period, e.latest),
    errors.UnitUnknown: lambda e: reports.unit_unknown_vi(e.unit, e.known),
    errors.StoreTaken: lambda e: (
        f"Kho số liệu {e.path.name} đang được một chương trình khác sử dụng (thường là bảng theo dõi đang mở)."
        " Hãy đóng chương trình đó rồi thực hiện lại."
    ),
    errors.StoreNewer: lambda e: (
        f"Kho số liệu do phiên bản mới hơn của phần mềm tạo ra (bản {e.found}, máy này hiểu đến bản {e.supported})."
        " Hãy cập nhật phần mềm."
    ),
    errors.StoreUnreadable: lambda e: (
        f"Không mở được kho số liệu {e.path.name}: tệp bị hỏng, không phải kho số liệu hoặc không có quyền ghi."
        " Hãy khôi phục từ bản sao lưu hoặc chọn tệp khác."
    ),
    errors.StoreUnwritable: lambda _: (
        "Không ghi được: đĩa đã đầy hoặc bị lỗi. Chưa có gì được lưu. Hãy giải phóng chỗ trống trên đĩa rồi thực hiện"
        " lại."
    ),
    errors.NotSaved: lambda e: (
        f"Chưa lưu được ({e.what}): đọc lại kho không thấy đủ số liệu vừa ghi. Hãy kiểm tra dung lượng đĩa rồi làm lại."
    ),
    errors.PlanRefused: lambda _: "Kế hoạch còn lỗi nên chưa ghi gì. Hãy sửa các ô được nêu rồi gửi lại.",
    errors.PlanUnchanged: lambda _: (
        "Tệp kế hoạch không khác bản đang dùng nên không ghi bản mới. Hãy sửa tệp rồi gửi lại."
    ),
    errors.SheetRefused: lambda _: "Biểu còn lỗi nên chưa ghi số liệu nào. Hãy sửa các ô được nêu rồi gửi lại.",
    errors.LikelyUnconfirmed: _likely,
    errors.SameFile: lambda e: (
        f"Tệp này đã được ghi ở lần gửi số {e.upload}, lúc {moment_vi(e.recorded_at)}, người gửi: {e.recorded_by}."
        " Nếu muốn ghi lại, hãy rút lần gửi đó trước."
    ),
    errors.DoubtfulUnconfirmed: lambda e: f"Có giá trị cần kiểm tra và xác nhận trước khi ghi: {_places(e.issues)}.",
    errors.PeriodLocked: lambda e: (
        "Biểu thay đổi số liệu của kỳ báo cáo đã khóa nên chưa ghi gì."
        f" {' '.join(dict.fromkeys(issue.message for issue in list(e.issues)[:3]))}"
        f" Các ô: {_places(e.issues)}."
    ),
    errors.WithdrawalLocked: _withdrawal_locked,
    errors.LockUnchanged: _lock_unchanged,
    errors.ReasonMissing: lambda e: (
        f"Biểu thay đổi số liệu của kỳ đã từng khóa ({_places(e.readings)}). Hãy ghi lý do điều chỉnh rồi gửi lại."
    ),
    errors.PreviewOutdated: _outdated,
    errors.UploadUnknown: lambda e: f"Không có lần gửi số {e.upload}. Hãy xem lại danh sách các lần gửi.",
    errors.AlreadyWithdrawn: lambda e: (
        f"Lần gửi số {e.upload} đã được rút lúc {moment_vi(e.withdrawn_at)}, người rút: {e.withdrawn_by}."
    ),
    **reviews.SENTENCES,
    errors.DetailMissing: lambda e: f"Chưa ghi {_DETAILS[e.detail]}. Hãy điền rồi thực hiện lại.",
}


def sentence(error: errors.IndicatorsError) -> str:
    """What a user is told when `error` stops an action."""
    return _SENTENCES[type(error)](error)
