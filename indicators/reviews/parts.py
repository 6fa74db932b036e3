"""What a review holds: its parts in their order, and of each the columns with their types. A row of the judging, the
milestones, … keeps the names it has there, so that what draws them draws a frozen row too.

A change here is a new FORMAT. What was frozen before says its own columns and types in its first line.
"""

from __future__ import annotations

from typing import TypeAlias

FORMAT = 1

#: A column's type: text, integer, boolean, decimal (four places), date, moment (UTC); of a list the columns of its
#: items, or the type of them all.
Type: TypeAlias = "str | list[Column] | dict[str, str]"
Column: TypeAlias = "tuple[str, Type]"


def _columns(said: str, **lists: Type) -> list[Column]:
    """The columns of 'name name:type …'; without a type they are text."""
    pairs = (word.partition(":") for word in said.split())
    return [(name, lists.get(name, kind or "text")) for name, _, kind in pairs]


_PLAN = "plan_name_vi document_number document_date:date"
_TARGET = "name_vi unit decimals:integer measure lead_unit joint_units directing_leader officer"
_WANTED = "horizon first_year:integer last_year:integer bound commitment goal_value:decimal goal_stretch:decimal"
_CAME_FROM = "upload:integer file_name recorded_at:moment recorded_by sheet cell"
_YEAR_GOALS = _columns("year:integer assigned_by value:decimal stretch:decimal")

PARTS: dict[str, list[Column]] = {
    "review": _columns(
        f"commune commune_name_vi name_vi occasion period as_of:moment scope scope_name_vi plan:integer {_PLAN}"
        " frozen_at:moment frozen_by"
    ),
    "plan_versions": _columns(
        "commune plan:integer name_vi document_number document_date:date valid_from:date baseline_year:integer"
        " recorded_at:moment recorded_by origin file_name targets:integer"
    ),
    "targets": _columns(
        f"scenario commune period plan:integer target ordinal:integer indicator group_vi {_TARGET} {_WANTED}"
        " baseline_value:decimal actual_value:decimal actual_period estimate:boolean upload:integer"
        " mean_value:decimal by_mean:boolean compared_value:decimal path_kind accumulation planned_value:decimal"
        " is_fixed:boolean stretch_value:decimal tolerance:decimal distance:decimal year_goal:decimal"
        " city_goal:decimal council_goal:decimal year_goal_distance:decimal year_goal_percent:decimal"
        " share_of_way:decimal late_months:decimal status is_final:boolean due_on:date last_known_value:decimal"
        f" last_known_period indicator_ordinal:integer indicator_group_vi indicator_status deciding_target {_PLAN}"
    ),
    "indicators": _columns("scenario commune period indicator ordinal:integer group_vi status deciding_target"),
    "statuses": _columns("scenario indicator period status"),
    "milestones": _columns(
        f"scenario period kind year:integer end_month:integer has_begun:boolean is_due:boolean plan:integer {_PLAN}"
        f" valid_from:date target indicator group_vi {_TARGET} {_WANTED} own_goal:decimal own_stretch:decimal"
        " path_kind baseline_value:decimal planned_value:decimal is_fixed:boolean by_mean:boolean due_on:date"
        " year_goal:decimal city_goal:decimal council_goal:decimal actual_value:decimal actual_period"
        " is_said_then:boolean estimate:boolean mean_value:decimal compared_value:decimal distance:decimal"
        " year_goal_distance:decimal year_goal_percent:decimal status next_period next_due_on:date"
    ),
    "values": _columns(
        f"measure period kind ends_on:date end_month:integer value:decimal estimate:boolean {_CAME_FROM}"
    ),
    "forecasts": _columns(
        "scenario target measure name_vi unit decimals:integer bound horizon first_year:integer last_year:integer"
        " goal:decimal forecast_period expected:decimal low:decimal high:decimal meets_goal:boolean met_period"
        " needed:decimal needed_per points:integer reason"
    ),
    "versions_of_target": _columns(
        "target plan:integer name_vi document_number document_date:date valid_from:date valid_to:date"
        " recorded_at:moment recorded_by bound horizon first_year:integer last_year:integer unit commitment"
        " suspended:boolean goal_value:decimal goal_stretch:decimal tolerance:decimal year_goals is_fixed:boolean"
        " is_retired:boolean replaced_by",
        year_goals=_YEAR_GOALS,
    ),
    "remarks": _columns(f"measure period ends_on:date kind text_vi {_CAME_FROM}"),
    "uploads": _columns(
        "upload:integer period file_name sha256 size_bytes:integer recorded_at:moment recorded_by correction_reason"
        " withdrawn_at:moment withdrawn_by reason measures",
        measures={"list": "text"},
    ),
}  # fmt: skip
