"""A commune made in the test: a measure and a target at a time, values as its sheets would say them, and judgements.

Everything goes in through sql/commands and comes out through indicators/progress.py.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import cache
from itertools import count
from typing import Any

from indicators.moments import BEGINNING, parse_as_of
from indicators.progress import indicators_judged, targets_judged
from indicators.store import Row, Store, open_store

#: Late enough for every deadline and every closing day of the period in question.
AFTER_ALL = "2031-06-30"

MEASURE: Row = {
    "name_vi": "Đại lượng thử", "unit": "%", "accumulation": "level", "frequency": "quarter", "closes_month": 12,
    "closes_day": 31, "closes_next_year": False, "decimals": 1, "better": "up", "minimum": None, "maximum": None,
    "baseline": None, "lead_unit": "Phòng Kinh tế", "data_source_vi": "", "names_seen_vi": "", "numerator_vi": "",
    "denominator_vi": "", "factor": None,
}  # fmt: skip
TARGET: Row = {
    "group_vi": "Kinh tế", "name_vi": "Chỉ tiêu thử", "unit": "%", "horizon": "by_year", "last_year": 2030,
    "bound": "at_least", "value": 100, "stretch": None, "tolerance": None, "commitment": "firm", "suspended": False,
    "path_rule": "rule", "lead_unit": "", "joint_units": "", "directing_leader": "", "officer": "",
}  # fmt: skip
PLAN: Row = {
    "plan": 1, "name_vi": "Kế hoạch thử", "document_number": "", "document_date": None,
    "valid_from": date(2026, 1, 1), "baseline_year": 2025, "recorded_at": BEGINNING, "recorded_by": "thử",
    "origin": "sheet",
}  # fmt: skip


def number(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


@cache
def _store() -> Store:
    return open_store(None)


_NUMBERS = count(1)
#: An upload's number alone names it in the whole store.
_UPLOADS = count(1)


class Office:
    """One commune of its own, in a store that the tests of a process share unless one is given; its plan 1 is there
    from the beginning."""

    def __init__(self, store: Store | None = None, **plan: object) -> None:
        self.store = store or _store()
        self.commune = f"vinh_thu_{next(_NUMBERS)}"
        self._targets = 0
        self._run("insert_commune", name_vi="xã Vĩnh Thử")
        self.decides(**plan)

    def _run(self, command: str, **row: object) -> None:
        with self.store.writing() as transaction:
            transaction.run(command, commune=self.commune, **row)

    def decides(self, **plan: object) -> None:
        self._run("insert_plan", **PLAN | plan)

    def measures(self, measure: str = "m", recorded_at: datetime = BEGINNING, **columns: object) -> None:
        row = MEASURE | columns
        numbers = {name: number(row[name]) for name in ("minimum", "maximum", "baseline")}
        self._run("insert_measure", measure=measure, recorded_at=recorded_at, **row | numbers)

    def wants(self, target: str = "1", measure: str = "m", plan: int = 1, **columns: object) -> None:
        row = TARGET | columns
        row.setdefault("first_year", row["last_year"] if row["horizon"] == "by_year" else 2026)
        row.setdefault("indicator", target.split(".", maxsplit=1)[0])
        numbers = {name: number(row[name]) for name in ("value", "stretch", "tolerance")}
        self._targets += 1
        keys = {"plan": plan, "target": target, "measure": measure, "ordinal": self._targets}
        self._run("insert_target", **keys | row | numbers)

    def wants_of_year(self, year: int, value: object, stretch: object = None, **row: Any) -> None:
        goal = {"plan": 1, "target": "1", "year": year, "assigned_by": "city"} | row
        self._run("insert_assigned_goal", **goal, value=number(value), stretch=number(stretch))

    def paces(self, *shares: object, target: str = "1", plan: int = 1) -> None:
        """The cumulative shares of the twelve months, in percent."""
        for month, share in enumerate(shares, start=1):
            row = {"plan": plan, "target": target, "month": month, "source": "own"}
            self._run("insert_pace", **row, share=number(share))

    def steps(self, on: str, value: object, **row: Any) -> None:
        step = {"plan": 1, "target": "1", "scenario": "floor", "on_date": date.fromisoformat(on)} | row
        self._run("insert_step", **step, value=number(value))

    def fixes(self, period: str, value: object, scenario: str = "floor", target: str = "1", plan: int = 1) -> None:
        row = {"plan": plan, "target": target, "scenario": scenario, "period": period}
        self._run("insert_milestone", **row, value=number(value))

    def reports(self, values: dict[str, object], on: str = "2026-01-02T08:00", measure: str = "m", **row: Any) -> int:
        """One upload with a value a period, recorded `on` (Vietnamese time); the upload's number."""
        number_of_upload = next(_UPLOADS)
        upload = {"commune": self.commune, "upload": number_of_upload}
        sha256 = str(number_of_upload)
        file = {"period": None, "file_name": f"{sha256}.xlsx", "sha256": sha256, "content": b""}
        file |= {"correction_reason": None}
        ratio = {"numerator": None, "denominator": None}
        place = {"match": "code", "sheet": "Biểu", "cell": "F8", "estimate": False} | ratio | row
        with self.store.writing() as transaction:
            transaction.run("insert_upload", **upload, **file, recorded_at=parse_as_of(on), recorded_by="Lan")
            transaction.run_each(
                "insert_observation",
                [
                    upload | place | {"measure": measure, "period": period, "value": number(value)}
                    for period, value in values.items()
                ],
            )
        return number_of_upload

    def remarks(self, upload: int, period: str, text: str, measure: str = "m", **row: object) -> None:
        said = {"measure": measure, "period": period, "kind": "difficulty", "text_vi": text, "ordinal": 1} | row
        self._run("insert_remark", upload=upload, **said, sheet="Biểu", cell="H8")

    def takes_back(self, upload: int, on: str) -> None:
        row = {"upload": upload, "reason": "nhầm tệp", "withdrawn_by": "Lan"}
        with self.store.writing() as transaction:
            transaction.run("insert_withdrawals", **row, withdrawn_at=parse_as_of(on))

    def judged(self, period: str, as_of: str = AFTER_ALL, scenario: str = "floor", target: str = "1") -> Row:
        rows = targets_judged(self.store, self.commune, period, parse_as_of(as_of), scenario)
        return next(row for row in rows if row["target"] == target)

    def status(self, period: str, as_of: str = AFTER_ALL, scenario: str = "floor", target: str = "1") -> str:
        return str(self.judged(period, as_of, scenario, target)["status"])

    def indicator(self, period: str, as_of: str = AFTER_ALL, indicator: str = "1") -> Row:
        rows = indicators_judged(self.store, self.commune, period, parse_as_of(as_of))
        return next(row for row in rows if row["indicator"] == indicator)


def office(measure: Row | None = None, target: Row | None = None, **values: object) -> Office:
    """A commune with one measure `m`, one target `1` on it, and values reported at the beginning of 2026, by period
    with `y` before and `_` for the hyphen: y2025=40, y2026_Q3=50."""
    made = Office()
    made.measures(**measure or {})
    made.wants(**target or {})
    if values:
        made.reports({period[1:].replace("_", "-"): value for period, value in values.items()})
    return made
