from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from indicators import errors
from indicators.intake import Severity
from indicators.ledger import ChangedSince, PeriodLock
from indicators.wording import refusals
from tests.makers import make_issue, make_reading

CHANGE = ChangedSince("clean_water", "2026-Q3", None, Decimal(98), 1, "Lan")
LOCK = PeriodLock("2026-Q3", "2026", True, "", datetime(2026, 10, 5), "Lan")
ABSTRACT = {errors.IndicatorsError, errors.ReviewError, errors.StoreError, errors.UploadError}
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
        (errors.NotSaved("2026-Q3"), "Chưa lưu được (2026-Q3)"),
        (errors.UploadUnknown(9), "số 9"),
        (errors.StoreNewer(14, 12), "bản 14"),
        (errors.StoreUnreadable(Path("a.duckdb")), "a.duckdb"),
        (errors.PreviewOutdated(), "kế hoạch hoặc khóa kỳ báo cáo"),
        (errors.PreviewOutdated((CHANGE,)), "(1 giá trị khác trước)"),
        (errors.DoubtfulUnconfirmed((make_issue(),)), "xác nhận trước khi ghi: Quy 3!F8."),
        (errors.PeriodLocked((make_issue(),)), "Cần xem lại. Các ô: Quy 3!F8."),
        (errors.WithdrawalLocked(3, (LOCK,)), "lần gửi số 3 vì sẽ làm thay đổi số liệu của kỳ đã khóa: năm 2026 (Lan,"),
        (errors.LockUnchanged("2026-Q3", True), "quý III/2026 đã khóa từ trước"),
        (errors.ReasonMissing((make_reading(),)), "(Quy 3!F8). Hãy ghi lý do"),
        (errors.AlreadyWithdrawn(2, datetime(2026, 10, 5), "Bình"), "05/10/2026 07:00, người rút: Bình"),
        (errors.SettingsInvalid(Path("settings.toml"), "line 3"), "settings.toml: line 3"),
    ],
)
def test_the_sentence_says_what_and_where(error: errors.IndicatorsError, words: str) -> None:
    assert words in refusals.sentence(error)
