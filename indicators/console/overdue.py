"""Who has not reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from indicators.console.printing import print_json
from indicators.overdue import Row
from indicators.wording import overdue as words
from indicators.wording.screens import date_vi


def say_overdue(owed: Sequence[Row], coming: Sequence[Row], on: date, *, as_json: bool) -> None:
    """The rows of `overdue.overdue` and `overdue.due_next`: a line a unit and period."""
    if as_json:
        next_ones = [_answer(row) | {"days_left": -row["late_days"]} for row in coming]
        print_json({"on": on, "overdue": [_answer(row) | {"days_late": row["late_days"]} for row in owed],
                    "due_next": next_ones})  # fmt: skip
        return
    units = {row["lead_unit"] for row in owed}
    print(words.counted_vi(len(units), sum(row["due_count"] - row["came_count"] for row in owed), on))
    for title, rows in ((words.OVERDUE_TITLE, owed), (words.NEXT_TITLE, coming)):
        if rows:
            print(title, *map(_line, rows), sep="\n  ")


def _answer(row: Row) -> dict[str, Any]:
    return {
        "unit": row["lead_unit"],
        "period": row["period"],
        "deadline": row["deadline_on"],
        "due": row["due_count"],
        "came": row["came_count"],
        "missing": [_said(said) for said in row["missing"]],
        "provisional": [_said(said) for said in row["provisional"]],
    }


def _said(said: Mapping[str, str]) -> dict[str, str]:
    return {"target": said["target"], "measure": said["measure"], "name": said["name_vi"]}


def _line(row: Row) -> str:
    return words.LINE.format(
        unit=words.unit_vi(row["lead_unit"]),
        period=words.period_of(row["period"]),
        deadline=date_vi(row["deadline_on"]),
        when=words.when_vi(row["late_days"]),
        came=row["came_count"],
        due=row["due_count"],
        missing=", ".join(said["target"] for said in row["missing"]),
    )
