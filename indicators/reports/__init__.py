"""The reports an office must send: what they say (`model`), and the same as Word, PDF and Excel.

Everything is worked out once, as a `Report`; the writers only set it.

    report = build_report(store, asked, letterhead_of(settings, name_vi))
    content = write(report, Format.DOCX)
"""

from indicators.reports.building import build_report
from indicators.reports.letterhead import letterhead_of
from indicators.reports.model import Asked, Letterhead, Occasion, Report
from indicators.reports.writing import Format, write

__all__ = ["Asked", "Format", "Letterhead", "Occasion", "Report", "build_report", "letterhead_of", "write"]
