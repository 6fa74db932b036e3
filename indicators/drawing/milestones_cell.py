"""A target's cells in the đường găng of a year: the milestone, under it what was reached, and the year's goal."""

from __future__ import annotations

from decimal import Decimal

from indicators.drawing.figures import Row, is_yes_no, judged_mean, value_vi
from indicators.drawing.html import Html, join, tag
from indicators.drawing.shown import Shown
from indicators.drawing.year_plan import against_year_plan, year_plan
from indicators.milestones import TargetYear
from indicators.wording import milestones as words
from indicators.wording.statuses import STATUSES

_NOTHING_SAID = {None, "not_due"}


def milestone_cell(row: Row | None, shown: Shown, *, label: str, class_: str) -> Html:
    """The cell of a period, `label` naming it where the columns are gone; empty where nothing is due or reached."""
    if row is None or not is_in_matrix(row):
        return tag("td", class_=class_)
    milestone, reached = _milestone(row), _reached(row, shown)
    if not milestone and not reached:
        return tag("td", class_=class_)
    tone = None if row["status"] in _NOTHING_SAID else f"kpi-{STATUSES[row['status']].tone}"
    classes = " ".join(filter(None, (class_, "kpi-ms-cell", tone)))
    return tag("td", milestone or tag("b", "–"), reached, class_=classes, data_label=label)


def fixed_mark() -> Html:
    """What stands before a milestone that the plan fixed."""
    return tag("abbr", words.FIXED_MARK, title=words.FIXED, class_="kpi-ms-fixed")


def year_goal_cell(line: TargetYear) -> Html:
    """'≥ 500 người' and who assigned it: of the version that judged the latest value, before any value of the last."""
    goal = year_plan(line.latest or line.head)
    return tag("td", goal, class_="kpi-ms-goal", data_label=words.COLUMN_YEAR_GOAL if goal else None)


def against_year_cell(line: TargetYear) -> Html:
    """'80,4%' of the year's goal or, of percentages and of what is to stay low, the difference; and up to when."""
    row = line.latest
    text = against_year_plan(row) if row is not None else None
    if row is None or not text:
        return tag("td", class_="kpi-ms-goal")
    until = words.UNTIL.format(month=row["end_month"] - row["year"] * 12)
    return tag("td", tag("b", text), tag("small", until), class_="kpi-ms-goal", data_label=words.COLUMN_AGAINST_YEAR)


def _milestone(row: Row) -> Html | None:
    text = value_vi(row, row["planned_value"])
    return tag("b", join(fixed_mark(), "\u00a0") if row["is_fixed"] else None, text) if text else None


def _reached(row: Row, shown: Shown) -> Html | None:
    """'▼ 70,3': the status as a symbol with the value that is compared; of a yes or no what was said then or holds."""
    status, value = row["status"], reached_value(row, shown)
    if value is None and status in {*_NOTHING_SAID, "no_baseline", "suspended"}:
        return None
    marks = join(_mean_mark(row, shown), _estimate_mark(row) if value is not None else None)
    return tag("span", _symbol(status), value_vi(row, value), marks)


def reached_value(row: Row, shown: Shown) -> Decimal | None:
    """The value that is compared; of a yes or no only what was said then or holds."""
    if is_yes_no(row) and not row["is_said_then"] and row["status"] in _NOTHING_SAID:
        return None
    value: Decimal | None = row["compared_value"] if judged_mean(row, shown) else row["actual_value"]
    return value


def is_in_matrix(row: Row) -> bool:
    """Whether the period has a cell: a report is due at its end, or a value of its own came."""
    return bool(row["is_due"] or row["actual_period"] == row["period"])


def _symbol(status: str | None) -> Html | None:
    if status is None or status in _NOTHING_SAID:
        return None
    said = STATUSES[status]
    return tag("i", said.symbol, role="img", aria_label=said.word, title=said.word)


def _mean_mark(row: Row, shown: Shown) -> Html | None:
    mean = judged_mean(row, shown)
    return tag("abbr", words.MEAN_MARK, title=mean) if mean else None


def _estimate_mark(row: Row) -> Html | None:
    if not row["estimate"]:
        return None
    return tag("abbr", words.ESTIMATE_MARK, title=words.LEGEND_ESTIMATE, class_="kpi-ms-estimate")
