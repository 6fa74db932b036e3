"""The moment that the address looks back to, and what a page that writes says in place of its forms."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from indicators.drawing.looking_back import closed_note
from indicators.drawing.shown import Shown
from indicators.drawing.two_moments import Asked
from indicators.moments import Moment, day_end, parse_looked_back, to_local
from indicators.wording import looking_back as words


def moment_shown(now: datetime, fallbacks: list[str]) -> Moment:
    """The moment that the address looks back to, else now."""
    asked = asked_moment("as_of", now, fallbacks)
    return Moment(asked, is_past=True) if asked else Moment(now)


def asked_moment(name: str, latest: datetime, fallbacks: list[str]) -> datetime | None:
    """The moment (UTC) that the address gives as `name`; None for the latest: it gives none, it gives today, or what it
    gives cannot be read or lies ahead, which is then said."""
    text = st.query_params.get(name)
    if not text:
        return None
    try:
        moment = parse_looked_back(text)
    except ValueError:
        fallbacks.append(words.UNREADABLE.format(text=text, instead=words.INSTEAD[name]))
        return None
    if moment < latest:
        return moment
    if moment != day_end(to_local(latest).date()):
        said = words.BEYOND if st.query_params.get("as_of") and name != "as_of" else words.TO_COME
        fallbacks.append(said.format(text=text, instead=words.INSTEAD[name]))
    return None


def say_closed(page: str, shown: Shown) -> None:
    """Why nothing can be written here, with the way back to where it can."""
    st.html(closed_note(page, shown))


def asked_moments(latest: datetime, fallbacks: list[str]) -> Asked:
    """The two moments that the address gives, the earlier one first, neither after `latest`."""
    earlier, later = (asked_moment(name, latest, fallbacks) for name in ("from", "to"))
    if earlier and later and earlier > later:
        fallbacks.append(words.SWAPPED)
        earlier, later = later, earlier
    return Asked(earlier, later)
