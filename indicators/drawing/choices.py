"""What chooses a page's contents, drawn as links and lists of links: the address alone says what is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from indicators.drawing.html import Html, join, link, tag
from indicators.drawing.shown import Shown
from indicators.periods import FIRST_YEAR, LAST_YEAR, Period, all_periods
from indicators.wording import screens as words
from indicators.wording.periods import period_vi

#: (address, text, whether it is the chosen one).
Option = tuple[str, str, bool]

_MOST_BESIDE_EACH_OTHER = 2  # the names of an office's own scenarios are long


def view_choices(page: str, shown: Shown, *, with_order: bool = False, **kept: object) -> Html:
    """Everything that chooses the view of a page: commune where there are several, period, scenario, order. `kept`:
    what the page's address says besides, here as in the others."""
    return join(
        commune_chooser(page, shown, **kept),
        _period_chooser(page, shown, kept),
        scenario_chooser(page, shown, **kept),
        switch(page, shown, words.ORDER_LABEL, "order", words.ORDERS, **kept) if with_order else None,
    )


def commune_chooser(page: str, shown: Shown, **kept: object) -> Html | None:
    """The communes, where there are several; what belongs to one of them (a target, its people, its own scenario) is
    not carried along."""
    scenario = shown.scenario if shown.scenario in words.SCENARIOS and shown.scenario != "floor" else None
    of_one = {"scenario": scenario, "unit": None, "leader": None, "officer": None, "target": None}
    options = [
        (
            shown.address(page, **kept | of_one | {"commune": commune}),
            words.capitalised(name),
            commune == shown.commune,
        )
        for commune, name in shown.communes.items()
    ]
    return list_of_links("kpi-commune", words.COMMUNE_LABEL, [(None, options)]) if len(options) > 1 else None


def list_of_links(name: str, label: str, groups: Iterable[tuple[str | None, Sequence[Option]]]) -> Html:
    """A drop-down list of addresses, in groups with a heading or without."""
    return tag(
        "label",
        tag("span", label, class_="kpi-label"),
        tag("select", [_group(*group) for group in groups], id=name, data_inside=True, autocomplete="off"),
        class_="kpi-list",
    )


def _group(heading: str | None, options: Sequence[Option]) -> Html:
    drawn = [tag("option", text, value=target, selected=is_chosen) for target, text, is_chosen in options]
    return tag("optgroup", drawn, label=heading) if heading else join(drawn)


def _period_chooser(page: str, shown: Shown, kept: Mapping[str, object]) -> Html:
    """The period in the year, the year, and a step to the one before and after."""

    def option(period: Period, text: str) -> Option:
        return shown.address(page, period=period, **kept), text, period == shown.period

    of_year = [period for period in all_periods() if period.year == shown.period.year]
    groups = [
        (name, [option(period, words.in_year_vi(period)) for period in of_year if period.kind == kind])
        for kind, name in words.PERIOD_KINDS.items()
    ]
    first = min(shown.first_year, shown.period.year)
    years = [option(_same_in(shown.period, year), str(year)) for year in range(first, LAST_YEAR + 1)]
    return tag(
        "div",
        _step(page, shown, -1, "‹", words.EARLIER, kept),
        list_of_links("kpi-period", words.PERIOD_LABEL, groups),
        list_of_links("kpi-year", words.YEAR_LABEL, [(None, years)]),
        _step(page, shown, +1, "›", words.LATER, kept),
        class_="kpi-periods",
        role="group",
        aria_label=words.PERIOD_LABEL,
    )


def scenario_chooser(page: str, shown: Shown, **kept: object) -> Html:
    """Floor and stretch side by side; with what an office has added, a list."""
    if len(shown.scenarios) <= _MOST_BESIDE_EACH_OTHER:
        return switch(page, shown, words.SCENARIO_LABEL, "scenario", shown.scenarios, **kept)
    default = next(iter(shown.scenarios))
    options = [
        (shown.address(page, scenario=None if name == default else name, **kept), text, name == shown.scenario)
        for name, text in shown.scenarios.items()
    ]
    return list_of_links("kpi-scenario", words.SCENARIO_LABEL, [(None, options)])


def switch(page: str, shown: Shown, label: str, name: str, options: Mapping[str, str], **kept: object) -> Html:
    """A few choices side by side, the chosen one marked; the first is the default and needs no parameter."""
    default = next(iter(options))
    chosen = getattr(shown, name)
    links = [
        tag("span", text, aria_current="true")
        if value == chosen
        else link(shown.address(page, **kept | {name: None if value == default else value}), text)
        for value, text in options.items()
    ]
    return tag(
        "div",
        tag("span", label, class_="kpi-label"),
        tag("div", links, class_="kpi-switch", role="group", aria_label=label),
        class_="kpi-list",
    )


def _step(page: str, shown: Shown, step: int, sign: str, label: str, kept: Mapping[str, object]) -> Html:
    period = _neighbour(shown.period, step)
    if period is None:
        return tag("span", sign, class_="kpi-step", aria_hidden="true")
    said = f"{label}: {period_vi(period)}"
    where = shown.address(page, period=period, **kept)
    return tag("a", sign, href=where, data_inside=True, class_="kpi-step", aria_label=said, title=said)


def _neighbour(period: Period, step: int) -> Period | None:
    """The period of the same kind before or after; None at the ends of the calendar."""
    of_kind = [other for other in all_periods() if other.kind == period.kind]
    place = of_kind.index(period) + step
    return of_kind[place] if 0 <= place < len(of_kind) else None


def _same_in(period: Period, year: int) -> Period:
    return Period(max(year, FIRST_YEAR), period.kind, period.number)
