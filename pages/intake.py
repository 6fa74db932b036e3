"""Nhập số liệu: template, upload, preview, confirmation; the uploads so far, and taking one back."""

from indicators.wording import screens as words
from pages.intake_history import offer_withdrawal, show_history
from pages.intake_steps import ask_confirmation, offer_template, show_outcome, show_preview, show_title, take_file
from pages.view import open_view

view = open_view(words.INTAKE)
show_title(view)
show_outcome()
offer_template(view)
sheet = take_file(view)
if sheet is not None:
    show_preview(view, sheet)
    ask_confirmation(view, sheet)
show_history(view)
offer_withdrawal(view)
