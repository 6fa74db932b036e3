"""What is asked before a sheet is recorded, and what changed while it was looked at."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from indicators.catalogue import CommuneCatalogue
from indicators.drawing.html import Html, join, tag
from indicators.drawing.intake_readings import value_vi
from indicators.drawing.issues import place_vi
from indicators.drawing.tables import head
from indicators.intake import Issue
from indicators.ledger import ChangedSince, MovedMilestone
from indicators.numbers import format_exact, round_half_up
from indicators.periods import parse_period
from indicators.wording import intake_page as words
from indicators.wording.periods import period_vi

_MOST_NAMED, _MOST_CHANGES = 12, 20


def asked_list(title: str, issues: Sequence[Issue]) -> Html:
    """Issues that somebody must answer for, each with its cell."""
    items = [tag("li", tag("b", place_vi(issue.sheet, issue.cell)), " ", issue.message) for issue in issues]
    return tag("div", tag("h3", title.format(count=len(issues))), tag("ul", items, class_="kpi-asked"))


def cells_vi(issues: Sequence[Issue]) -> str:
    """'Quy 3!F8, Quy 3!F9 và 3 ô khác'."""
    cells = list(dict.fromkeys(place_vi(issue.sheet, issue.cell) for issue in issues))
    more = [words.AND_MORE.format(count=len(cells) - _MOST_NAMED)] if len(cells) > _MOST_NAMED else []
    return " ".join([", ".join(cells[:_MOST_NAMED]), *more])


def outdated(sentence: str, changes: Sequence[ChangedSince], entry: CommuneCatalogue) -> Html:
    """That the preview no longer held, and which values are others now, by whom."""
    items = [tag("li", _change(change, entry)) for change in changes[:_MOST_CHANGES]]
    if len(changes) > _MOST_CHANGES:
        items.append(tag("li", words.CHANGED_SINCE_MORE.format(count=len(changes) - _MOST_CHANGES)))
    listed = tag("ul", items) if items else None
    return tag("div", tag("p", sentence), listed, class_="kpi-said kpi-bad", role="alert")


def moved_milestones(moved: Sequence[MovedMilestone]) -> Html | None:
    """The milestones that the sheet's baseline moves, before and after; None where it moves none."""
    if not moved:
        return None
    rows = [_moved(milestone) for milestone in moved]
    table = tag("table", head(words.MOVED_COLUMNS), tag("tbody", rows), class_="kpi-list-table kpi-stacked")
    box = tag("div", table, class_="kpi-scroll kpi-tall", tabindex=0, role="region", aria_label=words.COLUMN_CHANGE)
    title = tag("summary", words.MOVED_TITLE.format(count=len(moved)))
    return tag("details", title, box, class_="kpi-fold kpi-moved", open=True)


def _change(change: ChangedSince, entry: CommuneCatalogue) -> str:
    who = words.CHANGED_WITHDRAWN
    if change.upload is not None:
        who = words.CHANGED_BY.format(upload=change.upload, by=change.by)
    then, now = (
        value_vi(change.measure, value, entry) or words.NOTHING_YET for value in (change.value_then, change.value_now)
    )
    measure = entry.measure_by_id.get(change.measure)
    return words.CHANGED_SINCE.format(
        measure=measure.name_vi if measure else change.measure,
        period=period_vi(parse_period(change.period)),
        then=then,
        now=now,
        who=who,
    )


def _moved(milestone: MovedMilestone) -> Html:
    before = _band(milestone.before, milestone.stretch_before)
    after = _band(milestone.after, milestone.stretch_after)
    period = period_vi(parse_period(milestone.period))
    name, of_period, from_value, to_value = words.MOVED_COLUMNS
    return tag(
        "tr",
        tag("td", f"{milestone.target}. {milestone.name_vi}", class_="kpi-wide", data_label=name),
        tag("td", period, data_label=of_period),
        tag("td", before, class_="kpi-n kpi-earlier", data_label=from_value),
        tag("td", after, class_="kpi-n", data_label=to_value),
    )


def _band(value: Decimal | None, stretch: Decimal | None) -> Html:
    """'98,64', or '15,2 - 15,9' of a band."""
    if value is None:
        return tag("span", words.NO_MILESTONE)
    return join(
        " - ".join(format_exact(round_half_up(Decimal(edge), 4)) for edge in (value, stretch) if edge is not None)
    )
