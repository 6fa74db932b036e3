"""The table of Nhập số liệu: every upload with what became of it."""

from __future__ import annotations

from collections.abc import Iterable

from indicators.wording import intake_page, screens
from indicators.wording import workbooks as words
from indicators.workbooks.contents import Row, moment_of, period_of
from indicators.workbooks.model import Column, Content, Kind, Table

_COLUMNS = (
    Column(screens.COLUMN_UPLOAD, 9, Kind.NUMBER), Column(screens.COLUMN_FILE, 40), Column(screens.COLUMN_PERIOD, 20),
    Column(intake_page.COLUMN_READINGS, 10, Kind.NUMBER), Column(screens.COLUMN_WHO, 24),
    Column(screens.COLUMN_WHEN, 17, Kind.MOMENT), Column(intake_page.COLUMN_STATE, 14),
    Column(words.COLUMN_WITHDRAWN_AT, 17, Kind.MOMENT), Column(words.COLUMN_WITHDRAWN_BY, 22),
    Column(words.COLUMN_WITHDRAWN_WHY, 30), Column(words.COLUMN_LEFT_OUT, 10, Kind.NUMBER),
    Column(words.COLUMN_LEFT_OUT_CELLS, 36), Column(words.COLUMN_COMMUNES, 10, Kind.NUMBER),
    Column(words.COLUMN_CORRECTION, 30),
)  # fmt: skip


def intake_tables(uploads: Iterable[Row]) -> list[Table]:
    """`uploads`: ledger.upload_history, the newest first."""
    rows = [_upload(row) for row in uploads]
    return [Table(words.UPLOADS, intake_page.HISTORY_TITLE, _COLUMNS, rows, kept=2)]


def _upload(row: Row) -> list[Content]:
    state = words.WITHDRAWN if row["withdrawn_at"] is not None else intake_page.STANDING_UPLOAD
    return [
        row["upload"], row["file_name"], period_of(row["period"]) or intake_page.PREVIEW_SEVERAL, row["observations"],
        row["recorded_by"], moment_of(row["recorded_at"]), state, moment_of(row["withdrawn_at"]), row["withdrawn_by"],
        row["reason"], row["left_out"], ", ".join(row["left_out_cells"]), row["communes"], row["correction_reason"],
    ]  # fmt: skip
