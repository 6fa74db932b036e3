"""The words for a forecast that cannot be made."""

from __future__ import annotations

#: By the codes of sql/views/84_forecast_line.sql and 89_expected.sql.
REASONS = {
    "not_in_force": "Kế hoạch chưa có hiệu lực tại kỳ này nên chưa dự báo.",
    "suspended": "Chỉ tiêu đang tạm dừng đánh giá nên không dự báo.",
    "yes_no": "Chỉ tiêu đạt hoặc chưa đạt, được công nhận bằng văn bản nên không dự báo.",
    "not_begun": "Chỉ tiêu chưa bắt đầu tính ở năm này nên chưa dự báo.",
    "closed": "Số liệu đã khép sổ, kết quả đã là cuối cùng nên không dự báo.",
    "year_not_begun": "Chỉ tiêu tính riêng cho một năm chưa đến nên chưa dự báo.",
    "year_missing": "Có năm đã khép sổ nhưng chưa có số liệu nên không tính được bình quân để dự báo.",
    "too_few_quarters": "Mới có {points} quý có số liệu, cần ít nhất 4 quý để dự báo.",
    "too_few_in_year": "Mới có {points} số liệu trong năm, cần ít nhất 2 để dự báo theo nhịp độ của năm.",
    "no_pace": "Nhịp độ của các năm trước hoặc của kế hoạch chưa có tỷ lệ hoàn thành đến kỳ này nên chưa dự báo được.",
    "fallen": "Có kỳ giảm từ 100% trở lên nên không dự báo được tốc độ tăng bình quân.",
    "unbounded": "Số liệu biến động quá lớn nên không dự báo được.",
}
_OF_NOTHING = {
    "too_few_quarters": "Chưa có quý nào có số liệu, cần ít nhất 4 quý để dự báo.",
    "too_few_in_year": "Trong năm chưa có số liệu, cần ít nhất 2 để dự báo theo nhịp độ của năm.",
}


def reason_vi(reason: str, points: int) -> str:
    """The sentence for the reason of a row of forecasts.forecasts; `points` is how many values it has."""
    if points == 0 and reason in _OF_NOTHING:
        return _OF_NOTHING[reason]
    return REASONS[reason].format(points=points)
