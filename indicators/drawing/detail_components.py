"""The targets of an indicator that has several, and which of them holds it back."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.drawing.figures import Row
from indicators.drawing.html import Html, join, link, tag
from indicators.drawing.marks import pill
from indicators.drawing.shown import Shown
from indicators.wording import outlook as words
from indicators.wording import screens
from indicators.wording.statuses import STATUSES


def components(row: Row, targets: Sequence[Row], shown: Shown) -> Html:
    """`targets`: the overview's rows. Nothing where the target is its whole indicator."""
    members = [other for other in targets if other["indicator"] == row["indicator"]]
    if len(members) < 2:
        return Html("")
    title = words.COMPONENTS_TITLE.format(indicator=row["indicator"], count=len(members))
    status = STATUSES[row["indicator_status"]].word
    note = words.COMPONENTS_NOTE.format(indicator=row["indicator"], status=status.lower())
    return tag(
        "section",
        tag("h2", title),
        tag("ul", [_component(member, member["target"] == row["target"], shown) for member in members]),
        tag("p", note, class_="kpi-note"),
        class_="kpi-section kpi-components",
    )


def holds_back(row: Row) -> Html | None:
    """'kéo lùi chỉ tiêu 10', of the target that decides an indicator which needs attention."""
    if row["deciding_target"] != row["target"] or not STATUSES[row["status"]].needs_attention:
        return None
    return tag(
        "span",
        words.HOLDS_BACK.format(indicator=row["indicator"]),
        class_="kpi-holds-back",
        title=words.HOLDS_BACK_NOTE.format(indicator=row["indicator"]),
    )


def _component(row: Row, is_this: bool, shown: Shown) -> Html:
    name = f"{row['target']}. {row['name_vi']}"
    named = tag("b", name) if is_this else link(shown.address(screens.DETAIL, target=row["target"]), name)
    return tag("li", named, join(" ", pill(row["status"]), " ", holds_back(row)), aria_current=is_this or None)
