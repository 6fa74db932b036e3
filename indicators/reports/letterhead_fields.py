"""A letterhead as the fields of a Word template, of a report and of a letter alike (docs/mau-bao-cao.md)."""

from __future__ import annotations

from indicators.reports.model import Letterhead
from indicators.wording import documents


def letterhead_fields(letterhead: Letterhead) -> dict[str, object]:
    """What stands around the text of a document, of a letter too; room to write by hand where it is not known."""
    return {
        "co_quan_cap_tren": letterhead.superior_vi.upper(),
        "co_quan": documents.agency_lines(letterhead.agency_vi).upper(),
        "so_ky_hieu": documents.number_vi(letterhead.number, letterhead.symbol),
        "dia_danh": letterhead.place_vi or documents.BY_HAND,
        "ngay_ban_hanh": documents.dated_vi(letterhead.dated),
        "chuc_vu_ky": letterhead.signer_vi,
        "nguoi_ky": letterhead.signer_name,
        "noi_nhan": documents.recipients_vi(letterhead.recipients_vi),
    }
