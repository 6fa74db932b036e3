"""The head of a target's detail: its name, what its numbers say, the numbers, its indicator's other targets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indicators.drawing.choices import list_of_links, view_choices
from indicators.drawing.detail_components import components
from indicators.drawing.detail_facts import facts, figures
from indicators.drawing.figures import Row
from indicators.drawing.finding import finding
from indicators.drawing.frame import notices, page_title
from indicators.drawing.html import Html, join, link, tag
from indicators.drawing.marks import pill
from indicators.drawing.shown import Shown
from indicators.drawing.versions import version_of
from indicators.periods import parse_period
from indicators.wording import screens as words
from indicators.wording.periods import period_vi
from indicators.wording.statuses import STATUSES


def detail_head(
    row: Row,
    targets: Sequence[Row],
    remarks: Sequence[Row],
    shown: Shown,
    scenarios: Sequence[Row] = (),
    versions: Sequence[Row] = (),
) -> Html:
    """Everything above the chart. `targets`: the overview's rows, in the plan's order; `scenarios`, `versions`: the
    row's scenarios.scenarios_of_target and versions_of_target."""
    title = page_title(
        words.INDICATOR.format(number=row["target"]),
        row["name_vi"],
        view_choices(words.DETAIL, shown, target=row["target"]),
    )
    decisions = [
        remark["text_vi"]
        for remark in remarks
        if remark["kind"] == "decision" and remark["ends_on"] <= shown.period.ends_on()
    ]
    said = tag(
        "section",
        tag("p", pill(row["status"]), _strive(row), class_="kpi-finding-top"),
        tag("p", finding(row, shown, decisions), class_="kpi-finding"),
        figures(row, shown, scenarios),
        facts(row, version_of(row, versions) or row, shown),
        class_=f"kpi-section kpi-detail kpi-{STATUSES[row['status']].tone}",
    )
    return join(_steps_between(row, targets, shown), title, said, components(row, targets, shown))


def target_of(targets: Sequence[Row], asked: str | None) -> tuple[Row, Html]:
    """The asked target, or the first target of the asked indicator; where neither is there the plan's first, with a
    sentence that says so."""
    for name in ("target", "indicator"):
        for row in targets:
            if row[name] == asked:
                return row, Html("")
    said = [words.TARGET_FALLBACK.format(text=asked, target=targets[0]["target"])] if asked else []
    return targets[0], notices(said)


def no_chart() -> Html:
    """In the chart's place where nothing is known that could be drawn."""
    return tag("section", tag("p", words.NO_CHART, class_="kpi-note"), class_="kpi-section")


def recognition_steps(values: Iterable[Row], row: Row, shown: Shown) -> Html:
    """A yes or no through time: a mark a period, and the day by which it must be yes."""
    reached = [
        tag(
            "li",
            tag("strong", words.YES if value["value"] >= 1 else words.NO),
            tag("span", words.capitalised(period_vi(parse_period(value["period"])))),
            class_="kpi-good" if value["value"] >= 1 else "kpi-waiting",
        )
        for value in values
    ]
    due = row["due_on"] and tag(
        "li", tag("strong", words.date_vi(row["due_on"])), tag("span", words.STEP_FIRST_DUE), class_="kpi-due"
    )
    steps = tag("ol", reached, due or None, class_="kpi-steps")
    return tag("section", tag("h2", words.STEPS_TITLE), steps, class_="kpi-section")


def _steps_between(row: Row, targets: Sequence[Row], shown: Shown) -> Html:
    """The indicator before and after, and a list to jump to any."""
    place = [target["target"] for target in targets].index(row["target"])
    before, after = targets[place - 1] if place else None, targets[place + 1] if place + 1 < len(targets) else None
    options = [
        (shown.address(words.DETAIL, target=other["target"]), f"{other['target']}. {other['name_vi']}", other is row)
        for other in targets
    ]
    return tag(
        "nav",
        _neighbour(before, f"‹ {words.PREVIOUS}", shown),
        list_of_links("kpi-target", words.CHOOSE_TARGET, [(None, options)]),
        _neighbour(after, f"{words.NEXT} ›", shown),
        class_="kpi-between",
        aria_label=words.CHOOSE_TARGET,
    )


def _neighbour(row: Row | None, text: str, shown: Shown) -> Html:
    if row is None:
        return tag("span")
    where = shown.address(words.DETAIL, target=row["target"])
    return link(where, text, class_="kpi-neighbour", title=f"{row['target']}. {row['name_vi']}")


def _strive(row: Row) -> Html | None:
    if row["commitment"] != "strive":
        return None
    return join(" ", tag("span", words.STRIVE, class_="kpi-strive", title=words.STRIVE_NOTE))
