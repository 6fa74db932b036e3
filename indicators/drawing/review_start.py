"""A review against the plan at the start: what was wanted first, what when it was frozen, which document changed it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from indicators.appraisal.start import Adjustment, SinceStart
from indicators.drawing.figures import Row, is_yes_no, plan_goal_line, with_unit
from indicators.drawing.html import Child, Html, join, tag
from indicators.drawing.review_cells import name_cell, review_table, standing, standing_cell
from indicators.drawing.shown import Shown
from indicators.wording import plan_page
from indicators.wording import review_page as words
from indicators.wording.screens import date_vi


def against_start(lines: Sequence[SinceStart], shown: Shown) -> Html:
    """`shown`: the view of the review's period and moment."""
    adjusted = sum(bool(line.adjustments) for line in lines)
    said = words.ADJUSTED_OF.format(adjusted=adjusted, total=len(lines)) if adjusted else words.NEVER_ADJUSTED
    headings = (
        words.COLUMN_TARGET, words.COLUMN_FIRST, words.COLUMN_HELD, words.COLUMN_ACTUAL, words.COLUMN_ADJUSTED,
    )  # fmt: skip
    rows = [_line(line, shown) for line in lines]
    return tag(
        "section",
        tag("h2", words.START_TITLE),
        tag("p", words.START_NOTE.format(period=shown.period_text), class_="kpi-note"),
        tag("p", tag("strong", said), class_="kpi-review-count"),
        review_table(headings, rows),
        class_="kpi-section",
    )


def _line(line: SinceStart, shown: Shown) -> Html:
    row = line.frozen
    cells: dict[str, Child] = {
        words.COLUMN_FIRST: _first(line),
        words.COLUMN_HELD: _held(line),
        words.COLUMN_ACTUAL: standing(row, shown),
    }
    return tag(
        "tr",
        name_cell(row, shown),
        [standing_cell(label, said) for label, said in cells.items()],
        tag("td", [tag("small", adjustment_vi(change)) for change in line.adjustments], class_="kpi-wide",
            data_label=words.COLUMN_ADJUSTED),
    )  # fmt: skip


def _first(line: SinceStart) -> Html:
    if line.first is None:
        return join(words.NOT_IN_PLAN)
    later = tag("small", words.FROM_LATER.format(plan=line.first["plan"])) if line.is_later else None
    return join(_wanted(line.frozen, line.first, line.first_milestone), later)


def _held(line: SinceStart) -> Html:
    if line.held is None:
        return Html("")
    if not line.adjustments and line.first_milestone == line.frozen["planned_value"]:
        return tag("span", words.AS_AT_START)
    return _wanted(line.frozen, line.held, line.frozen["planned_value"])


def _wanted(row: Row, version: Row, milestone: Decimal | None) -> Html:
    """The goal, and the milestone of the review's period."""
    said = words.NO_MILESTONE if milestone is None else words.MILESTONE_OF.format(value=with_unit(row, milestone))
    return join(tag("strong", goal_of_version(version)), None if is_yes_no(row) else tag("small", said))


def goal_of_version(version: Row) -> str:
    """'≥ 99% đến năm 2030'; a pause is said too."""
    paused = f", {words.SUSPENDED}" if version["suspended"] else ""
    return plan_goal_line(version) + paused


def adjustment_vi(change: Adjustment) -> str:
    """By which version and document, from what to what."""
    before, after = goal_of_version(change.before), goal_of_version(change.after)
    if before == after:
        after = words.YEAR_GOALS_CHANGED
    document = plan_page.document_vi(change.after["document_number"], change.after["document_date"])
    if document == plan_page.NOT_ENTERED:
        document = words.DOCUMENT_UNKNOWN
    return words.ADJUSTED_BY.format(
        plan=change.after["plan"], valid_from=date_vi(change.after["valid_from"]), document=document,
        before=before, after=after,
    )  # fmt: skip
