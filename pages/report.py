"""Báo cáo: what the report of a period says, to be downloaded; who has not reported, the letter and the calendar."""

from indicators.wording import screens
from pages import report_files as files
from pages import report_steps as steps
from pages.view import open_view

view = open_view(screens.REPORT)
occasion = steps.choose(view)
report = steps.show_report(view, occasion)
if report is not None:
    files.offer_report(view, report)
owed, coming = steps.show_overdue(view)
files.offer_letter_and_calendar(view, owed)
files.offer_overdue_tables(view, owed, coming)
