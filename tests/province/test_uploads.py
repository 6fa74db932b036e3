"""The list of uploads where offices' sheets and a province's stand side by side."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

from indicators import ledger
from indicators.intake import Issue, Severity
from indicators.periods import parse_period
from indicators.province import check_province, record_province
from tests.makers import MORNING, make_issue, make_reading, make_sheet, make_store
from tests.province.sheets import JOBS, TITLE, WATER, read

LATER = MORNING + timedelta(hours=2)
COLUMNS = (
    "commune", "upload", "period", "file_name", "size_bytes", "recorded_by", "observations", "remarks", "warnings",
    "left_out", "correction_reason", "withdrawn_at", "withdrawn_by", "reason", "communes",
)  # fmt: skip


def test_an_office_s_upload_shows_the_same_beside_a_province_s():
    with make_store() as store:
        wrong = [Issue("text_not_number", Severity.ERROR, "Ô sai.", "Quy 3", f"F{row}") for row in (21, 22)]
        notices = (*wrong, make_issue(code="hidden_row"), make_issue(code="hidden_column"))
        said = {"by": "An", "at": MORNING}
        first = make_sheet(make_reading(cell="F9"), make_reading("new_jobs", "4", cell="F10"), issues=notices)
        ledger.record(store, b"bieu", "a.xlsx", first, leave_out=True, **said)
        rows = (("Mã xã", WATER, JOBS), (1234, 120, 3), (123, 98.9, 4), (456, 80, None))
        province = check_province(store, b"tinh", read(TITLE, *rows), MORNING)
        record_province(store, b"tinh", "t.xlsx", province, by="Lan", at=MORNING, leave_out=True)
        ledger.lock_period(store, "vinh_thinh", parse_period("2026-Q3"), by="Lan", at=MORNING)
        ledger.unlock_period(store, "vinh_thinh", parse_period("2026-Q3"), reason="Sửa", by="Lan", at=LATER)
        ledger.record(store, b"3", "b.xlsx", make_sheet(make_reading(value="99")), reason="Niên giám", **said)
        ledger.withdraw(store, 1, reason="Nhầm", by="Bình", at=LATER)
        found = ledger.uploads(store)
    assert [tuple(row[name] for name in COLUMNS) for row in found] == [
        ("vinh_thinh", 3, "2026-Q3", "b.xlsx", 1, "An", 1, 1, 0, 0, "Niên giám", None, None, None, 1),
        ("00456", 2, "2026-Q3", "t.xlsx", 4, "Lan", 1, 0, 0, 0, None, None, None, None, 3),
        ("01234", 2, "2026-Q3", "t.xlsx", 4, "Lan", 1, 0, 0, 1, None, None, None, None, 3),
        ("vinh_thinh", 2, "2026-Q3", "t.xlsx", 4, "Lan", 2, 0, 0, 0, None, None, None, None, 3),
        ("vinh_thinh", 1, "2026-Q3", "a.xlsx", 4, "An", 2, 1, 2, 2, None, LATER, "Bình", "Nhầm", 1),
    ]
    assert found[-1]["sha256"] == sha256(b"bieu").hexdigest()
