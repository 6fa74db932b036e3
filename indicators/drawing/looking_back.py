"""Looking back: the banner that says so, the field that chooses a day, the note where nothing can be written."""

from __future__ import annotations

from datetime import date, datetime

from indicators.drawing.html import Html, join, link, tag
from indicators.drawing.shown import Shown
from indicators.moments import to_local
from indicators.wording import looking_back as words
from indicators.wording.screens import date_vi


def moment_bar(page: str, shown: Shown, target: str | None = None) -> Html:
    """As of which moment the page is shown, conspicuous where that is past, and the choice of another."""
    return _banner(page, shown, target, shown.as_of) if shown.as_of else _latest(page, shown, target)


def closed_note(page: str, shown: Shown) -> Html:
    """In place of a page's forms: nothing is written into the past."""
    return tag("p", words.NO_WRITING, " ", _back(page, shown, None), class_="kpi-notice", role="note")


def _banner(page: str, shown: Shown, target: str | None, as_of: datetime) -> Html:
    said, day = words.BANNER.format(moment=words.moment_vi(as_of)), to_local(as_of).date()
    return tag(
        "div",
        tag("p", tag("strong", said), " ", tag("span", words.BANNER_NOTE)),
        tag("div", day_field(page, shown, target, day), _back(page, shown, target), class_="kpi-back-choice"),
        class_="kpi-back",
        role="note",
    )


def _latest(page: str, shown: Shown, target: str | None) -> Html:
    """One line, folded: most readers never look back."""
    summary = tag("summary", words.LATEST, " ", tag("span", words.CHANGE))
    return tag("details", summary, day_field(page, shown, target, None), class_="kpi-moment")


def day_field(page: str, shown: Shown, target: str | None, day: date | None) -> Html:
    """A field for a day as officials write it; the script leads on to the form's address with what was typed."""
    field = tag(
        "input",
        type="text",
        id="kpi-as-of",
        name_="as_of",
        value=date_vi(day) if day else None,
        placeholder=words.CHOOSE_HINT,
        autocomplete="off",
        maxlength=10,
        required=True,
    )
    label = tag("label", tag("span", words.CHOOSE, class_="kpi-label"), field, class_="kpi-list")
    button = tag("button", words.CHOOSE_BUTTON, type="submit", class_="kpi-small-button")
    where = shown.address(page, target=target, as_of=None)
    return tag("form", join(label, button), action=where, method="get", data_inside=True, class_="kpi-day")


def _back(page: str, shown: Shown, target: str | None) -> Html:
    return link(shown.address(page, target=target, as_of=None), words.BACK_TO_LATEST)
