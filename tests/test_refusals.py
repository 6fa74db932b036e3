from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from indicators import errors
from indicators.intake import Severity
from indicators.wording import refusals
from tests.makers import make_issue, make_reading

ABSTRACT = {errors.IndicatorsError, errors.StoreError, errors.UploadError}
EVERY_ERROR = {
    kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.IndicatorsError)
} - ABSTRACT


def test_every_error_has_a_sentence() -> None:
    assert set(refusals._SENTENCES) == EVERY_ERROR


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (errors.StoreTaken(Path("/x/kpi.duckdb")), "kpi.duckdb đang được một chương trình khác sử dụng"),
        (errors.SameFile(3, datetime(2026, 10, 5, 1, 30), "An"), "lần gửi số 3, lúc 05/10/2026 08:30, người gửi: An"),
        (errors.PeriodInvalid("2031-Q1"), "«2031-Q1»"),
        (errors.CommuneUnknown("abc", ["vinh_thinh"]), "vinh_thinh"),
        (errors.SheetRefused((make_issue(Severity.ERROR, "out_of_range"),)), "chưa ghi số liệu nào"),
        (errors.LikelyUnconfirmed((make_reading(), make_reading(period="2025"))), "ghi: Quy 3!F8."),
        (errors.DetailMissing("reason"), "lý do"),
        (errors.NotSaved("4"), "lần gửi 4"),
        (errors.UploadUnknown(9), "số 9"),
        (errors.StoreNewer(14, 12), "bản 14"),
        (errors.StoreUnreadable(Path("a.duckdb")), "a.duckdb"),
        (errors.PreviewOutdated(), "xem lại"),
        (errors.AlreadyWithdrawn(2, datetime(2026, 10, 5), "Bình"), "05/10/2026 07:00, người rút: Bình"),
        (errors.SettingsInvalid(Path("settings.toml"), "line 3"), "settings.toml: line 3"),
    ],
)
def test_the_sentence_says_what_and_where(error: errors.IndicatorsError, words: str) -> None:
    assert words in refusals.sentence(error)
