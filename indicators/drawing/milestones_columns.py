"""The columns of a year's đường găng, and the plan versions that judge them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.drawing.html import Html, tag
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


def columns_of_year(lines: Sequence[TargetYear], shown: Shown) -> list[Column]:
    """Three months, then their quarter, four times."""
    plans = {code: row["plan"] for line in lines for code, row in line.by_period.items()}
    columns: list[Column] = []
    before: int | None = None
    for period in periods_of_matrix(shown.period.year):
        plan = plans.get(period.code)
        begins = plan if before is not None and plan != before else None
        columns.append(Column(period, _name(period), _class(period, shown, is_new=begins is not None), begins))
        before = plan
    return columns


def periods_of_matrix(year: int) -> list[Period]:
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


def column_heading(column: Column) -> Html:
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


def plan_facts(versions: Sequence[Row]) -> list[str]:
    """'Phiên bản 2: Kế hoạch …, số 07/KH ngày 20/06/2028, từ ngày 01/07/2028'."""
    return [
        words.VERSION_FROM.format(
            version=words.VERSION.format(plan=row["plan"]),
            document=_document(row),
            day=screens.date_vi(row["valid_from"]),
        )
        for row in versions
    ]


def _document(row: Row) -> str:
    if not row["document_number"]:
        return str(row["plan_name_vi"])
    text = words.DOCUMENT_DATED if row["document_date"] else words.DOCUMENT
    day = screens.date_vi(row["document_date"]) if row["document_date"] else ""
    return f"{row['plan_name_vi']}, {text.format(number=row['document_number'], day=day)}"
