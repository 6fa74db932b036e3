"""Target × month and quarter: what must be reached when, with what was reached."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from indicators.drawing.figures import plan_goal_line
from indicators.drawing.html import Html, join, link, tag
from indicators.drawing.marks import pill
from indicators.drawing.milestones_cell import against_year_cell, milestone_cell, year_goal_cell
from indicators.drawing.milestones_columns import Column, column_heading, columns_of_year
from indicators.drawing.shown import Shown
from indicators.milestones import TargetYear
from indicators.store import Row
from indicators.wording import milestones as words
from indicators.wording import screens


def milestone_matrix(lines: Sequence[TargetYear], shown: Shown) -> Html:
    """The table, in a frame of its own that scrolls where the screen is too narrow or too low."""
    columns = columns_of_year(lines, shown)
    width = len(columns) + 4
    head = tag(
        "tr",
        tag("th", words.COLUMN_TARGET, scope="col", class_="kpi-ms-name"),
        tag("th", words.COLUMN_PEOPLE, scope="col", class_="kpi-ms-people"),
        tag("th", words.COLUMN_YEAR_GOAL, scope="col", class_="kpi-ms-goal"),
        [column_heading(column) for column in columns],
        tag("th", words.COLUMN_AGAINST_YEAR, scope="col", class_="kpi-ms-goal"),
    )
    bodies = [
        join(
            tag("tbody", tag("tr", tag("th", group, colspan=width, scope="rowgroup")), class_="kpi-ms-group"),
            tag("tbody", [_line(line, columns, shown) for line in members]),
        )
        for group, members in groupby(lines, lambda line: line.head["group_vi"])
    ]
    said = words.CAPTION.format(year=shown.period.year)
    table = tag("table", tag("thead", head), bodies, class_="kpi-ms", aria_label=said)
    return tag("div", table, class_="kpi-ms-frame", tabindex=0, role="region", aria_label=said)


def _line(line: TargetYear, columns: Sequence[Column], shown: Shown) -> Html:
    named = join(_name_cell(line, columns, shown), _people_cell(line.head))
    if line.has_ended:
        return tag("tr", named, _ended_cell(line.head, width=len(columns) + 2), data_row=True)
    return tag(
        "tr",
        named,
        year_goal_cell(line),
        [
            milestone_cell(line.by_period.get(column.period.code), shown, label=column.name, class_=column.class_)
            for column in columns
        ],
        against_year_cell(line),
        data_row=True,
    )


def _ended_cell(row: Row, width: int) -> Html:
    """What the last year of the target came to: this year wants nothing of it."""
    ended = words.ENDED.format(year=row["last_year"])
    return tag("td", ended, " ", pill(row["status"]) if row["status"] else None, colspan=width, class_="kpi-ms-ended")


def _name_cell(line: TargetYear, columns: Sequence[Column], shown: Shown) -> Html:
    row = line.head
    note = _note(line, columns, shown)
    return tag(
        "th",
        tag("span", row["target"], class_="kpi-ms-number"),
        link(shown.address(screens.DETAIL, target=row["target"]), row["name_vi"]),
        tag("small", plan_goal_line({**row, "goal_value": row["own_goal"], "goal_stretch": row["own_stretch"]})),
        tag("small", note, class_="kpi-ms-note") if note else None,
        scope="row",
        class_="kpi-ms-name",
    )


def _note(line: TargetYear, columns: Sequence[Column], shown: Shown) -> str | None:
    """Why milestones are missing, where they are."""
    row = line.head
    if row["status"] == "suspended":
        return words.SUSPENDED
    if line.has_ended:
        return None
    if any(column.period.code not in line.by_period for column in columns):
        return words.NOT_ALL_YEAR
    if any(found["planned_value"] is not None for found in line.by_period.values()):
        return None
    if row["path_kind"] in {"linear", "steps"}:
        return words.NO_BASELINE.format(year=shown.baseline_year)
    return words.DUE_ON.format(day=screens.date_vi(row["due_on"])) if row["due_on"] else words.NOT_WANTED


def _people_cell(row: Row) -> Html:
    said = [
        (row["directing_leader"], words.LEADER, "person"),
        (row["officer"], words.OFFICER, "person"),
        (row["joint_units"], words.JOINT, "units"),
    ]
    return tag(
        "td",
        row["lead_unit"],
        [tag("small", text.format_map({name: value})) for value, text, name in said if value],
        class_="kpi-ms-people",
    )
