"""The words about units and people."""

from __future__ import annotations

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


def scenario_vi(name: str, sector: str) -> str:
    """A scenario of the office's own: 'Tăng trưởng cao (Nông nghiệp)'."""
    return f"{name} ({sector})" if sector else name
