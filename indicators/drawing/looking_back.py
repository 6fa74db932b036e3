"""Looking back: the banner that says so, the field that chooses a day, the note where nothing can be written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from indicators.drawing.html import Html, link, tag
from indicators.drawing.shown import Shown
from indicators.moments import as_of_text
from indicators.wording import looking_back as words
from indicators.wording import screens


def moment_bar(page: str, shown: Shown, **kept: object) -> Html:
    """As of which moment the page is shown, conspicuous where that is past, and the choice of another. `kept`: what the
    page's address says besides, whatever the moment."""
    if shown.as_of:
        return _banner(page, shown, kept, shown.as_of)
    return _latest(page, shown, kept) if page != screens.COMPARE else Html("")


def closed_note(page: str, shown: Shown) -> Html:
    """In place of a page's forms: nothing is written into the past."""
    return tag("p", words.NO_WRITING, " ", back_to_latest(page, shown), class_="kpi-notice", role="note")


def nothing_yet(page: str, shown: Shown, as_of: datetime) -> Html:
    """Where nothing was known at the moment: that, and the way back."""
    return tag("p", words.nothing_yet_vi(as_of), " ", back_to_latest(page, shown), class_="kpi-notice")


def back_to_latest(page: str, shown: Shown, **kept: object) -> Html:
    """The way back to where something can be done."""
    return link(shown.address(page, **kept | {"as_of": None}), words.BACK_TO_LATEST)


def _banner(page: str, shown: Shown, kept: Mapping[str, object], as_of: datetime) -> Html:
    said = words.BANNER.format(moment=words.moment_vi(as_of))
    compared = shown.address(screens.COMPARE, as_of=None, **{"from": as_of_text(as_of)})
    leads_on = (link(compared, words.COMPARE_WITH_LATEST), back_to_latest(page, shown, **kept))
    return tag(
        "div",
        tag("p", tag("strong", said), " ", tag("span", words.BANNER_NOTE)),
        tag("div", _moment_form(page, shown, kept, as_of), *leads_on, class_="kpi-back-choice"),
        class_="kpi-back",
        role="note",
    )


def _latest(page: str, shown: Shown, kept: Mapping[str, object]) -> Html:
    """One line, folded: most readers never look back."""
    summary = tag("summary", words.LATEST, " ", tag("span", words.CHANGE))
    compared = tag("p", link(shown.address(screens.COMPARE), words.COMPARE))
    return tag("details", summary, _moment_form(page, shown, kept, None), compared, class_="kpi-moment")


def _moment_form(page: str, shown: Shown, kept: Mapping[str, object], moment: datetime | None) -> Html:
    """The field that chooses the moment; the script leads on to the form's address with what was typed."""
    field = moment_field("as_of", words.CHOOSE, moment, is_required=True)
    button = tag("button", words.CHOOSE_BUTTON, type="submit", class_="kpi-small-button")
    where = shown.address(page, **{**kept, "as_of": None})
    return tag("form", field, button, action=where, method="get", data_inside=True, class_="kpi-day")


def moment_field(
    name: str, label: str, moment: datetime | None, *, hint: str = words.CHOOSE_HINT, is_required: bool = False
) -> Html:
    """A field for a day as officials write it, or a moment within one: Streamlit's and the browser's calendars speak
    English."""
    field = tag(
        "input",
        type="text",
        id=f"kpi-{name}",
        name_=name,
        value=words.field_vi(moment) if moment else None,
        placeholder=hint,
        autocomplete="off",
        maxlength=26,
        required=is_required,
    )
    return tag("label", tag("span", label, class_="kpi-label"), field, class_="kpi-list")
