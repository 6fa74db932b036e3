"""Which version of the plan held when, and what each wants of a target."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from indicators.drawing.figures import Row, plan_goal_line, with_unit
from indicators.drawing.html import Html, join, tag
from indicators.drawing.shown import Shown
from indicators.moments import BEGINNING
from indicators.wording import outlook as words
from indicators.wording import screens
from indicators.wording.refusals import moment_vi


def versions_section(target: Row, versions: Sequence[Row], shown: Shown) -> Html:
    """`versions`: scenarios.versions_of_target; the one that judges the period shown is marked."""
    headings = (
        words.COLUMN_VERSION, words.COLUMN_HELD, words.COLUMN_DOCUMENT, words.COLUMN_GOAL, words.COLUMN_RECORDED,
    )  # fmt: skip
    head = tag("thead", tag("tr", [tag("th", text, scope="col") for text in headings]))
    lines = [
        _line(target, before, version, shown) for before, version in zip([None, *versions[:-1]], versions, strict=False)
    ]
    table = tag("table", head, tag("tbody", lines), class_="kpi-list-table kpi-cards-table")
    return tag("section", tag("h2", words.VERSIONS_TITLE), tag("div", table, class_="kpi-scroll"), class_="kpi-section")


def _line(target: Row, before: Row | None, version: Row, shown: Shown) -> Html:
    judging = version_of(target, [version])
    judges = tag("small", words.JUDGES_SHOWN.format(period=shown.period_text))
    return tag(
        "tr",
        tag("td", str(version["plan"]), data_label=words.COLUMN_VERSION),
        tag("td", _held(version), judges if version is judging else None, data_label=words.COLUMN_HELD),
        tag("td", document_vi(version), class_="kpi-wide", data_label=words.COLUMN_DOCUMENT),
        tag("td", _goal(target, before, version), class_="kpi-wide", data_label=words.COLUMN_GOAL),
        tag("td", _recorded(version), data_label=words.COLUMN_RECORDED),
    )


def version_of(target: Row, versions: Sequence[Row]) -> Row | None:
    """The version that judges the period; None where it is not among them."""
    return next((version for version in versions if version["plan"] == target["plan"]), None)


def document_vi(row: Row, name: str = "name_vi") -> str:
    """'07/KH-UBND, 15/06/2028: Kế hoạch …'; an unknown number is said to be so."""
    if not row["document_number"]:
        return f"{row[name]} ({screens.DOCUMENT_NUMBER} {screens.NOT_ENTERED})"
    dated = f", {screens.date_vi(row['document_date'])}" if row["document_date"] else ""
    return f"{row['document_number']}{dated}: {row[name]}"


def _held(version: Row) -> str:
    first = screens.date_vi(version["valid_from"])
    if version["valid_to"] is None:
        return words.HELD_FROM.format(first=first)
    return words.HELD_FROM_TO.format(first=first, last=screens.date_vi(version["valid_to"]))


def _goal(target: Row, before: Row | None, version: Row) -> Html:
    """What the version wants, and what the one before wanted where that was something else."""
    if version["bound"] is None:
        return join(absence_vi(version))
    goal, earlier = plan_goal_line(version), before and before["bound"] is not None and plan_goal_line(before)
    said = [*_year_goals(target, version)]
    said += [words.SUSPENDED] if version["suspended"] else []
    said += [words.PATH_FIXED] if version["is_fixed"] else []
    said += [words.GOAL_BEFORE.format(goal=earlier)] if earlier and earlier != goal else []
    return join(goal, [tag("small", text) for text in said])


def absence_vi(version: Row) -> str:
    """Why a version wants nothing of the target."""
    if not version["is_retired"]:
        return words.NOT_IN_VERSION
    if version["replaced_by"] is None:
        return words.RETIRED
    return f"{words.RETIRED}, {words.REPLACED_BY.format(target=version['replaced_by'])}"


def _year_goals(target: Row, version: Row) -> list[str]:
    """'Kế hoạch năm 2027: Thành phố giao 45%; HĐND xã giao 46%'."""
    return [
        f"{words.YEAR_PLAN.format(year=year)}: "
        + "; ".join(
            words.ASSIGNED_BY[goal["assigned_by"]].format(value=with_unit(target, goal["value"])) for goal in goals
        )
        for year, goals in groupby(version["year_goals"], lambda goal: goal["year"])
    ]


def _recorded(version: Row) -> Html:
    """The catalogue's first word is known from the beginning, which is no moment anybody wrote it down."""
    at = words.FROM_THE_BEGINNING if version["recorded_at"] <= BEGINNING else moment_vi(version["recorded_at"])
    return join(at, tag("small", screens.recorder_vi(version["recorded_by"])))
