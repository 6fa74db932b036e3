"""The page that compares two moments: the choice of both, what changed, the acts in between."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from indicators.catalogue.model import YES_NO_UNIT
from indicators.drawing.choices import commune_chooser, list_of_links
from indicators.drawing.figures import exact_vi, number_with_unit, unit_after_number
from indicators.drawing.frame import page_title
from indicators.drawing.html import Child, Html, join, link, tag
from indicators.drawing.looking_back import moment_field
from indicators.drawing.marks import pill
from indicators.drawing.shown import Shown
from indicators.drawing.tables import head, labelled
from indicators.moments import as_of_text
from indicators.periods import FIRST_YEAR, LAST_YEAR, Period, all_periods
from indicators.store import Row
from indicators.two_moments import Differences
from indicators.wording import looking_back as words
from indicators.wording import screens
from indicators.wording.periods import code_vi

_PAGE = screens.COMPARE


@dataclass(frozen=True)
class Asked:
    """The two moments (UTC); `earlier` None: there is nothing to compare with; `later` None: the latest."""

    earlier: datetime | None
    later: datetime | None


def compare_head(shown: Shown, asked: Asked, chosen: Asked) -> Html:
    """Title, the period whose statuses are compared, and the two moments. `chosen`: of `asked` what the reader chose;
    the rest is chosen anew for another commune."""
    kept = {"from": chosen.earlier and as_of_text(chosen.earlier), "to": chosen.later and as_of_text(chosen.later)}
    choices = join(commune_chooser(_PAGE, shown, **kept), _period_lists(shown, kept))
    return join(
        page_title(screens.capitalised(shown.commune_name), screens.PAGES_ASIDE[_PAGE], choices),
        tag(
            "section",
            _moments_form(shown, asked),
            tag("p", words.COMPARE_NOTE, class_="kpi-note"),
            class_="kpi-section",
        ),
    )


def differences_found(found: Differences, shown: Shown, *, until_now: bool = False) -> Html:
    """What changed, in one sentence and in three lists."""
    return join(
        tag("p", words.summary_vi(found, until_now=until_now), class_="kpi-compared", role="status"),
        _section("values", words.VALUES_TITLE, words.VALUE_COLUMNS, map(_value_row, found.values), words.VALUES_NONE),
        _statuses(found, found.period, shown) if found.period else None,
        _section("acts", words.ACTS_TITLE, words.ACT_COLUMNS, map(_act_row, found.acts), words.ACTS_NONE),
    )


def nothing_to_compare() -> Html:
    return tag("p", words.NOTHING_TO_COMPARE, class_="kpi-notice")


def _moments_form(shown: Shown, asked: Asked) -> Html:
    fields = (
        moment_field("from", words.FROM_LABEL, asked.earlier),
        moment_field("to", words.TO_LABEL, asked.later, hint=words.TO_LATEST),
    )
    button = tag("button", words.COMPARE_BUTTON, type="submit", class_="kpi-small-button")
    where = shown.address(_PAGE)
    return tag("form", *fields, button, action=where, method="get", data_inside=True, class_="kpi-day")


def _period_lists(shown: Shown, kept: Mapping[str, object]) -> Html:
    """The period in its year, and the year."""

    def option(period: Period, text: str) -> tuple[str, str, bool]:
        return shown.address(_PAGE, period=period, **kept), text, period == shown.period

    of_year = [period for period in all_periods() if period.year == shown.period.year]
    groups = [
        (name, [option(period, screens.in_year_vi(period)) for period in of_year if period.kind == kind])
        for kind, name in screens.PERIOD_KINDS.items()
    ]
    years = range(max(FIRST_YEAR, min(shown.first_year, shown.period.year)), LAST_YEAR + 1)
    same = [option(Period(year, shown.period.kind, shown.period.number), str(year)) for year in years]
    return join(
        list_of_links("kpi-period", screens.PERIOD_LABEL, groups),
        list_of_links("kpi-year", screens.YEAR_LABEL, [(None, same)]),
    )


def _section(
    what: str, title: str, headings: Sequence[str], rows: Iterable[Html], none: str, note: str | None = None
) -> Html:
    drawn = list(rows)
    table = tag("table", head(headings), tag("tbody", drawn), class_="kpi-list-table kpi-stacked")
    frame = tag("div", table, class_="kpi-scroll kpi-tall", tabindex=0, role="region", aria_label=title)
    return tag(
        "section",
        tag("h2", f"{title} ({len(drawn)})" if drawn else title),
        tag("p", note, class_="kpi-note") if note and drawn else None,
        frame if drawn else tag("p", none, class_="kpi-note"),
        class_=f"kpi-section kpi-of-{what}",
    )


def _value_row(row: Row) -> Html:
    cells: tuple[Child, ...] = (
        row["name_vi"] or row["measure"],
        screens.capitalised(code_vi(row["period"])),
        _value(row, row["before"], row["before_estimate"]),
        _value(row, row["after"], row["after_estimate"]),
        tag("span", words.CHANGES[row["change"]], class_=f"kpi-change-{row['change']}"),
        screens.capitalised(words.deciding_vi(row)),
    )
    return tag("tr", labelled(words.VALUE_COLUMNS, cells))


def _value(row: Row, value: Decimal | None, is_estimate: bool | None) -> Html:
    if value is None:
        return tag("span", words.NOTHING, class_="kpi-earlier")
    if row["unit"] == YES_NO_UNIT:
        return join(screens.YES if value >= 1 else screens.NO)
    number = exact_vi(value, row["decimals"] or 0)
    unit = tag("span", unit_after_number(row["unit"]), class_="kpi-unit") if row["unit"] else None
    estimate = tag("abbr", screens.ESTIMATE, class_="kpi-estimate", title=screens.ESTIMATE_NOTE)
    return join(tag("b", number), unit, join(" ", estimate) if is_estimate else None)


def _statuses(found: Differences, period: str, shown: Shown) -> Html:
    title, none = (text.format(period=code_vi(period)) for text in (words.STATUSES_TITLE, words.STATUSES_NONE))
    rows = (_status_row(row, shown) for row in found.statuses)
    return _section("statuses", title, words.STATUS_COLUMNS, rows, none, words.STATUSES_NOTE)


def _status_row(row: Row, shown: Shown) -> Html:
    cells: tuple[Child, ...] = (
        row["target"],
        link(shown.address(screens.DETAIL, target=row["target"]), row["name_vi"]) if row["after"] else row["name_vi"],
        *(pill(row[name]) if row[name] else words.NO_TARGET for name in ("before", "after")),
        *(_before_and_after(row, name) for name in ("actual", "planned")),
    )
    return tag("tr", labelled(words.STATUS_COLUMNS, cells))


def _before_and_after(row: Row, name: str) -> Html:
    """'73,8% → 75,8%'; one number where both are the same."""
    before, after = (row[f"{moment}_{name}"] for moment in ("before", "after"))
    drawn = [
        number_with_unit(row, value) if value is not None else tag("span", words.NOTHING, class_="kpi-earlier")
        for value in ((after,) if before == after else (before, after))
    ]
    return join(drawn[0], *[join(" → ", other) for other in drawn[1:]])


def _act_row(row: Row) -> Html:
    return tag("tr", labelled(words.ACT_COLUMNS, (words.stored_vi(row["acted_at"]), words.act_vi(row))))
