"""Target × month and quarter: what must be reached when, with what was reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from indicators.drawing.figures import plan_goal_line
from indicators.drawing.html import Html, join, link, tag
from indicators.drawing.milestones_cell import against_year_cell, milestone_cell, year_goal_cell
from indicators.drawing.shown import Shown
from indicators.milestones import TargetYear
from indicators.periods import Kind, Period
from indicators.store import Row
from indicators.wording import milestones as words
from indicators.wording import screens

_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class Column:
    """`begins`: the plan version that takes over with it, None where the one before still judges."""

    period: Period
    name: str
    class_: str
    begins: int | None


def milestone_matrix(lines: Sequence[TargetYear], shown: Shown) -> Html:
    """The table, in a frame of its own that scrolls where the screen is too narrow or too low."""
    columns = _columns(lines, shown)
    width = len(columns) + 4
    head = tag(
        "tr",
        tag("th", words.COLUMN_TARGET, scope="col", class_="kpi-ms-name"),
        tag("th", words.COLUMN_PEOPLE, scope="col", class_="kpi-ms-people"),
        tag("th", words.COLUMN_YEAR_GOAL, scope="col", class_="kpi-ms-goal"),
        [_heading(column) for column in columns],
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


def _columns(lines: Sequence[TargetYear], shown: Shown) -> list[Column]:
    plans = {code: row["plan"] for line in lines for code, row in line.by_period.items()}
    columns: list[Column] = []
    before: int | None = None
    for period in _periods(shown.period.year):
        plan = plans.get(period.code)
        begins = plan if before is not None and plan != before else None
        columns.append(Column(period, _name(period), _class(period, shown, is_new=begins is not None), begins))
        before = plan
    return columns


def _periods(year: int) -> list[Period]:
    """Three months, then their quarter, four times."""
    return [
        period
        for quarter in range(1, 5)
        for period in (
            *(Period(year, Kind.MONTH, 3 * quarter - 2 + place) for place in range(3)),
            Period(year, Kind.QUARTER, quarter),
        )
    ]


def _name(period: Period) -> str:
    if period.kind is Kind.MONTH:
        return words.MONTH.format(number=period.number)
    return words.QUARTER.format(number=_ROMAN[period.number - 1])


def _class(period: Period, shown: Shown, *, is_new: bool) -> str:
    """`near`: of the quarter that is looked at, whose months a phone shows."""
    is_quarter = period.kind is Kind.QUARTER
    is_near = (period.last_month - 1) // 3 == (_month_looked_at(shown) - 1) // 3
    marks = {"kpi-ms-q": is_quarter, "kpi-ms-m": not is_quarter, "kpi-ms-near": is_near, "kpi-ms-new": is_new}
    return " ".join(name for name, holds in marks.items() if holds)


def _month_looked_at(shown: Shown) -> int:
    """This month in this year, else that of the period in the address."""
    return shown.today.month if shown.today.year == shown.period.year else shown.period.last_month


def _heading(column: Column) -> Html:
    is_quarter = column.period.kind is Kind.QUARTER
    also = words.ALSO_ENDS.get(column.period.number) if is_quarter else None
    version = words.VERSION_SHORT.format(plan=column.begins) if column.begins is not None else None
    return tag(
        "th",
        tag("em", version) if version else None,
        column.name,
        tag("small", also) if also else None,
        scope="col",
        class_=column.class_,
    )


def _line(line: TargetYear, columns: Sequence[Column], shown: Shown) -> Html:
    return tag(
        "tr",
        _name_cell(line, columns, shown),
        _people_cell(line.head),
        year_goal_cell(line),
        [
            milestone_cell(line.by_period.get(column.period.code), shown, label=column.name, class_=column.class_)
            for column in columns
        ],
        against_year_cell(line),
        data_row=True,
    )


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
    if row["year"] > row["last_year"]:
        return words.ENDED.format(year=row["last_year"])
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


def plan_facts(versions: Sequence[Row]) -> Mapping[int, str]:
    """Version's number → 'Phiên bản 2: Kế hoạch …, số 07/KH ngày 20/06/2028, từ ngày 01/07/2028'."""
    return {
        row["plan"]: words.VERSION_FROM.format(
            version=words.VERSION.format(plan=row["plan"]),
            document=_document(row),
            day=screens.date_vi(row["valid_from"]),
        )
        for row in versions
    }


def _document(row: Row) -> str:
    if not row["document_number"]:
        return str(row["plan_name_vi"])
    text = words.DOCUMENT_DATED if row["document_date"] else words.DOCUMENT
    day = screens.date_vi(row["document_date"]) if row["document_date"] else ""
    return f"{row['plan_name_vi']}, {text.format(number=row['document_number'], day=day)}"
