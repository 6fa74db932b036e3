"""The overview's first look: how many indicators stand where, and what is behind by how much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from indicators.drawing.figures import (
    Row,
    difference_unit,
    distance_vi,
    is_yes_no,
    judged_mean,
    with_unit,
)
from indicators.drawing.html import Html, join, link, tag
from indicators.drawing.marks import count_list, pill, proportion_bar
from indicators.drawing.outlook import needed_vi
from indicators.drawing.shown import Shown
from indicators.wording import outlook
from indicators.wording import screens as words
from indicators.wording.statuses import STATUSES, Tally, counts, rank, tally

_MOST_SHOWN = 6

#: Where nothing was forecast.
NOT_FORECAST: Mapping[str, Row] = MappingProxyType({})


def worst_first(targets: Iterable[Row]) -> list[Row]:
    """By status, the worst first; among equals, the furthest behind in its own tolerance."""
    return sorted(targets, key=lambda row: (rank(row["status"]), _distance_in_tolerances(row), row["ordinal"]))


def lead(indicator_statuses: Sequence[str], period_text: str, *, are_final: bool = False) -> Html:
    """The sentence a leader reads first, with the counts of all indicators as officials say them and by status.
    `are_final`: no status is of a milestone on the way."""
    counted = counts(indicator_statuses)
    behind = sum(count for status, count in counted.items() if STATUSES[status].needs_attention)
    if behind:
        headline = words.BEHIND_OF.format(behind=behind, total=len(indicator_statuses))
    elif set(counted) <= {"not_due", "suspended", "no_baseline"}:
        headline = words.NOTHING_DUE
    else:
        headline = words.ALL_WELL
    return tag(
        "section",
        tag("h2", headline, tag("small", words.BEHIND_NOTE.format(period=period_text))),
        tag("p", _tallied(tally(indicator_statuses), are_final=are_final), class_="kpi-tally"),
        proportion_bar(counted),
        count_list(counted),
        class_="kpi-lead",
    )


def are_all_final(targets: Iterable[Row]) -> bool:
    """Whether whatever is reached or missed is so for good."""
    judged = [row for row in targets if tally([row["status"]]).unjudged == 0]
    return bool(judged) and all(row["is_final"] for row in judged)


def _tallied(counted: Tally, *, are_final: bool) -> Html:
    """'Đạt và vượt mốc 14/22 · chưa đạt mốc 4/22 · chưa đánh giá 4/22'; at the end 'Đạt và vượt 18/22, không đạt
    4/22'."""
    said = [outlook.REACHED_FINALLY, outlook.MISSED_FINALLY] if are_final else [outlook.REACHED, outlook.MISSED]
    said += [] if are_final and not counted.unjudged else [outlook.UNJUDGED]
    numbers = {"reached": counted.reached, "missed": counted.missed, "unjudged": counted.unjudged}
    parts = [tag("span", text.format(total=counted.total, **numbers)) for text in said]
    return join(parts[0], *([", " if are_final else " · ", part] for part in parts[1:]))


def attention(targets: Iterable[Row], shown: Shown, forecasts: Mapping[str, Row] = NOT_FORECAST) -> Html | None:
    """The targets that are behind, the worst first: by how much, since when, who leads, what it takes; None where there
    is none. `forecasts`: target → its row of forecasts.forecasts."""
    behind = [row for row in worst_first(targets) if STATUSES[row["status"]].needs_attention]
    if not behind:
        return None
    more = len(behind) - _MOST_SHOWN
    return tag(
        "section",
        tag("h2", words.ATTENTION_TITLE),
        tag("ul", [_attention_card(row, shown, forecasts) for row in behind[:_MOST_SHOWN]], class_="kpi-cards"),
        tag("p", words.ATTENTION_MORE.format(count=more), class_="kpi-more") if more > 0 else None,
        class_="kpi-attention",
    )


def _attention_card(row: Row, shown: Shown, forecasts: Mapping[str, Row]) -> Html:
    tone = STATUSES[row["status"]].tone
    forecast = forecasts.get(row["target"])
    needed = needed_vi(row, forecast) if forecast else ""
    return tag(
        "li",
        tag("p", pill(row["status"]), tag("span", row["lead_unit"], class_="kpi-unit-lead"), class_="kpi-card-top"),
        tag("h3", link(shown.address(words.DETAIL, target=row["target"]), row["name_vi"])),
        _card_figures(row, shown),
        tag("p", words.capitalised(needed), class_="kpi-card-needed") if needed else None,
        class_=f"kpi-card kpi-{tone}",
        data_row=True,
    )


def _card_figures(row: Row, shown: Shown) -> Html:
    distance = distance_vi(row, row["distance"])
    if not distance:
        said = words.time_left_vi(row["due_on"], shown.today) if is_yes_no(row) and row["due_on"] else words.NO_VALUE
        return tag("p", said, class_="kpi-card-small")
    lateness = words.lateness_vi(row["late_months"])
    mean = judged_mean(row, shown)
    value = with_unit(row, row["compared_value"] if mean else row["actual_value"])
    said = words.SAYS_MEAN.format(mean=words.capitalised(mean), value=value) if mean else value
    milestone = f" / {words.COLUMN_MILESTONE_SHORT.lower()} {with_unit(row, row['planned_value'])}"
    return join(
        tag(
            "p",
            tag("strong", distance),
            tag("span", difference_unit(row["unit"]), class_="kpi-unit"),
            tag("span", lateness, class_="kpi-lateness") if lateness else None,
            class_="kpi-card-figure",
        ),
        tag("p", said, milestone, class_="kpi-card-small"),
    )


def _distance_in_tolerances(row: Row) -> Decimal:
    distance, tolerance = row["distance"], row["tolerance"]
    if distance is None or not tolerance:
        return Decimal(0)
    return Decimal(distance) / Decimal(tolerance)
