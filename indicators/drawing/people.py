"""Whose targets are shown: by lead unit, directing leader and officer in charge, as the address says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indicators.drawing.choices import Option, list_of_links
from indicators.drawing.figures import Row
from indicators.drawing.html import Html, link, tag
from indicators.drawing.shown import Shown
from indicators.units import COLUMNS
from indicators.wording import units as words


def of_people(rows: Iterable[Row], shown: Shown) -> list[Row]:
    """The rows of the unit, leader and officer that are shown; all where none is chosen."""
    return _of(rows, {name: getattr(shown, name) for name in COLUMNS})


def people_of(rows: Iterable[Row], name: str) -> list[str]:
    """The units, leaders or officers (`name`: unit, leader, officer) that occur, in the plan's order."""
    return list(dict.fromkeys(row[COLUMNS[name]] for row in rows if row[COLUMNS[name]]))


def people_chooser(page: str, shown: Shown, rows: Sequence[Row]) -> Html | None:
    """A list for each of the three, with those that leave something to show beside what else is chosen, and a line that
    says what is chosen. `rows`: all judged rows. None where nobody is entered."""
    lists = [drawn for name in COLUMNS if (drawn := _list(name, page, shown, rows))]
    return tag("div", lists, _chosen_line(page, shown), class_="kpi-people") if lists else None


def _list(name: str, page: str, shown: Shown, rows: Sequence[Row]) -> Html | None:
    chosen = getattr(shown, name)
    others = {other: getattr(shown, other) for other in COLUMNS if other != name}
    people = people_of(_of(rows, others), name)
    if not people:
        return None
    everyone: Option = (shown.address(page, **{name: None}), words.EVERYONE, chosen is None)
    options = [(shown.address(page, **{name: person}), person, person == chosen) for person in people]
    return list_of_links(f"kpi-{name}", words.PEOPLE[name], [(None, [everyone, *options])])


def _chosen_line(page: str, shown: Shown) -> Html | None:
    chosen = [person for name in COLUMNS if (person := getattr(shown, name))]
    if not chosen:
        return None
    release = link(shown.address(page, **dict.fromkeys(COLUMNS)), words.RELEASE)
    return tag("p", words.FILTERED.format(people="; ".join(chosen)), " ", release, class_="kpi-filtered", role="status")


def _of(rows: Iterable[Row], people: dict[str, str | None]) -> list[Row]:
    wanted = {COLUMNS[name]: person for name, person in people.items() if person}
    return [row for row in rows if all(row[column] == person for column, person in wanted.items())]
