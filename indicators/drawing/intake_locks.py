"""Which reporting periods are locked, and who locked and unlocked them."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.drawing.html import Html, tag
from indicators.drawing.tables import head, labelled
from indicators.periods import parse_period
from indicators.store import Row
from indicators.wording import intake_page as words
from indicators.wording.periods import period_vi
from indicators.wording.refusals import moment_vi
from indicators.wording.screens import capitalised


def lock_list(acts: Sequence[Row]) -> Html:
    """Every act, the newest first; those that a later one replaced are grey."""
    if not acts:
        return tag("p", words.NO_LOCKS, class_="kpi-note")
    rows = tag("tbody", [_row(act) for act in acts])
    table = tag("table", head(words.LOCK_COLUMNS), rows, class_="kpi-list-table kpi-stacked")
    return tag("div", table, class_="kpi-scroll kpi-tall", tabindex=0, role="region", aria_label=words.LOCKS_TITLE)


def lock_period_vi(code: str) -> str:
    """'Quý III/2026'."""
    return capitalised(period_vi(parse_period(code)))


def _row(act: Row) -> Html:
    cells = (lock_period_vi(act["period"]), _state(act), act["acted_by"], moment_vi(act["acted_at"]), act["reason"])
    row = labelled(words.LOCK_COLUMNS, cells)
    return tag("tr", row, class_=None if act["in_force"] else "kpi-superseded")


def _state(act: Row) -> Html:
    if not act["in_force"]:
        return tag("span", words.LOCK_PAST)
    said, tone = (words.LOCKED, "kpi-missing") if act["locked"] else (words.UNLOCKED, "kpi-waiting")
    return tag("span", said, class_=f"kpi-pill {tone}")
