"""What the codes in a frozen review's rows mean, for who reads its tables without the product."""

from __future__ import annotations

from collections.abc import Mapping

from indicators.wording.forecasts import REASONS
from indicators.wording.plans import ACCUMULATIONS, ASSIGNERS, BANDS, BOUNDS, COMMITMENTS, HORIZONS
from indicators.wording.screens import PERIOD_KINDS, REMARK_KINDS
from indicators.wording.statuses import STATUSES

TITLE = "Các mã dùng trong số liệu:"
_KINDS: dict[str, Mapping[str, str]] = {
    "Tình trạng": {code: words.word for code, words in STATUSES.items()},
    "Kịch bản": BANDS,
    "Thời hạn": HORIZONS,
    "Cách so sánh": BOUNDS,
    "Tính chất": COMMITMENTS,
    "Cách tính lũy kế": ACCUMULATIONS,
    "Loại kỳ": PERIOD_KINDS,
    "Cấp giao": ASSIGNERS,
    "Loại ghi chú": REMARK_KINDS,
    "Lý do không dự báo": {code: sentence.replace("{points}", "n") for code, sentence in REASONS.items()},
}


def codes_vi() -> str:
    """A line a code, under a heading a kind."""
    kinds = (
        "\n".join([f"- {kind}:", *(f"    {code} = {meaning}" for code, meaning in codes.items())])
        for kind, codes in _KINDS.items()
    )
    return "\n".join([TITLE, *kinds])
