"""What stands around every page: the head with the navigation, the banner of invented figures, notices."""

from __future__ import annotations

from collections.abc import Iterable

from indicators.drawing.html import Html, join, link, tag
from indicators.drawing.shown import Shown
from indicators.wording import screens as words
from indicators.wording import units


def frame(current: str, shown: Shown, *, is_demonstration: bool) -> Html:
    """The head of page `current`, its navigation carrying the view along."""
    brand = link(
        shown.address(words.OVERVIEW),
        tag("span", class_="kpi-emblem", aria_hidden="true"),
        tag(
            "span",
            tag("strong", words.capitalised(shown.commune_name)),
            tag("span", words.PRODUCT, class_="kpi-brand-product"),
            class_="kpi-brand-words",
        ),
        class_="kpi-brand",
    )
    places = [
        tag("a", name, href=shown.address(page), data_inside=True, aria_current="page" if page == current else None)
        for page, name in words.PAGES.items()
    ]
    head = tag("header", brand, tag("nav", places, aria_label=words.NAVIGATION), class_="kpi-head")
    return join(head, _banner() if is_demonstration else None, _scenario(shown) if current != words.INTAKE else None)


def _banner() -> Html:
    note = tag("span", words.DEMONSTRATION_NOTE)
    return tag("div", tag("strong", words.DEMONSTRATION), " ", note, class_="kpi-demo", role="note")


def _scenario(shown: Shown) -> Html | None:
    """Under which scenario all is judged, where it is not the one that every target must reach."""
    if shown.scenario == "floor":
        return None
    note = units.SCENARIO_NOTE if shown.scenario == "stretch" else units.OWN_SCENARIO_NOTE
    said = note.format(scenario=shown.scenarios[shown.scenario])
    return tag("p", said, class_="kpi-scenario", role="note")


def notices(texts: Iterable[str]) -> Html:
    """Sentences about an address that could not be followed."""
    return join([tag("p", text, class_="kpi-notice", role="status") for text in texts])


def page_title(eyebrow: str, title: str, choices: Html | None = None) -> Html:
    """The page's heading, with what chooses its contents beside it."""
    heading = tag("div", tag("p", eyebrow, class_="kpi-eyebrow"), tag("h1", title))
    return tag("div", heading, tag("div", choices, class_="kpi-choices") if choices else None, class_="kpi-title")


def call_to_action(title: str, sentences: Iterable[str], action: Html) -> Html:
    """What to do where there is nothing to show yet."""
    steps = tag("ol", [tag("li", sentence) for sentence in sentences])
    return tag("section", tag("h2", title), steps, action, class_="kpi-empty")
