"""What a reader does at each site, and by what each is known to be painted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from playwright.sync_api import Page

#: (selector, which of those found, text in it); painted when each of them is visible.
Signs: TypeAlias = list[tuple[str, int, str]]

#: Added to every page that is measured, so that all are painted by one rule: the texts are visible, two frames passed.
SCRIPT = """
window.bench = {
  isShown([selector, index, text]) {
    const element = [...document.querySelectorAll(selector)].at(index);
    return element !== undefined && element.checkVisibility() && element.textContent.includes(text);
  },
  frame: () => new Promise(requestAnimationFrame),
  async painted(signs) {
    const giveUp = performance.now() + 30000;
    while (!document.body || !signs.every(this.isShown)) {
      if (performance.now() > giveUp) throw new Error(`not painted: ${JSON.stringify(signs)}`);
      await this.frame();
    }
    await this.frame();
    await this.frame();
    return performance.now();
  },
  async after(act, argument, signs) {
    if (signs.every(this.isShown)) throw new Error(`there already: ${JSON.stringify(signs)}`);
    const start = performance.now();
    act(argument);
    return (await this.painted(signs)) - start;
  },
};
"""
#: Axes and legend are what Plotly draws last.
_CHART: Signs = [(".js-plotly-plot .xtick text", -1, "20"), (".js-plotly-plot .legendtext", -1, "")]


@dataclass(frozen=True)
class Expected:
    """What tells the views apart: the actual of the target in line `row` of the table in each period; and the
    indicators in the plan's order."""

    row: int
    actuals: Mapping[str, str]
    indicators: list[str]


@dataclass(frozen=True)
class Site:
    """`painted`: period → signs of its overview. `choose`: function in the browser that chooses a period in the list,
    opened by a click on `list_to_open` if it has to be. `line`: the link that leads to a target's chart, and which."""

    address: str
    painted: Mapping[str, Signs]
    choose: str
    list_to_open: str | None = None
    line: tuple[str, int] = ("", 0)

    def at(self, address: str) -> Site:
        return replace(self, address=address)

    def overview(self, period: str) -> str:
        return f"{self.address}/?period={period}"

    def choice_ms(self, page: Page, period: str) -> float:
        """From the choice, the list being open, to that period's figures."""
        if self.list_to_open:
            page.click(self.list_to_open)
            page.wait_for_selector("[role=option]")
        return _wait_ms(page, self.choose, period, self.painted[period])

    def chart_ms(self, page: Page) -> float:
        """From the click on a target's line to its chart."""
        click = "([selector, index]) => document.querySelectorAll(selector)[index].click()"
        return _wait_ms(page, click, self.line, _CHART)


def dashboard_site(address: str, expected: Expected) -> Site:
    heat_end = (".kpi-heat tbody tr", -1, expected.indicators[-1])
    return Site(
        address,
        {
            period: [(".kpi-table .kpi-row", expected.row, actual), heat_end]
            for period, actual in expected.actuals.items()
        },
        choose="""period => {
            const list = document.querySelector('#kpi-period');
            list.value = [...list.options].find(option => option.value.includes(`period=${period}`)).value;
            list.dispatchEvent(new Event('change', { bubbles: true }));
        }""",
        line=(".kpi-table .kpi-row a", expected.row),
    )


def dash_site(address: str, expected: Expected) -> Site:
    heat_end = (".ytick text", -1, expected.indicators[0])  # Plotly draws upwards
    return Site(
        address,
        {period: [("#targets tr", expected.row, actual), heat_end] for period, actual in expected.actuals.items()},
        choose="period => document.querySelector(`[role=option] input[value='${period}']`).click()",
        list_to_open="#period",
        line=("#targets a", expected.row),
    )


def empty_site(address: str, expected: Expected) -> Site:
    return Site(
        address,
        {period: [("[data-testid=stMarkdownContainer]", -1, period)] for period in expected.actuals},
        choose="""period => {
            const options = [...document.querySelectorAll('[role=option]')];
            options.find(option => option.textContent.includes(period)).click();
        }""",
        list_to_open="[data-testid=stSelectbox] input",
    )


def _wait_ms(page: Page, act: str, argument: object, signs: Signs) -> float:
    return float(page.evaluate(f"([argument, signs]) => bench.after({act}, argument, signs)", [argument, signs]))
