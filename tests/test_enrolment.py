from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from indicators.catalogue import Catalogue, YearGoal
from indicators.enrolment import enrol
from indicators.moments import BEGINNING, END
from indicators.store import open_store
from tests.makers import MORNING, make_catalogue

LATER = datetime(2027, 1, 5)


def changed(catalogue: Catalogue, **change: object) -> Catalogue:
    """The catalogue with one field of Vĩnh Thịnh's entry replaced."""
    entry = replace(catalogue.by_commune["vinh_thinh"], **change)  # type: ignore[arg-type]
    return Catalogue((catalogue.by_commune["vinh_phong"], entry))


def test_the_catalogue_is_taken_in_whole_and_only_once() -> None:
    with open_store(None) as store:
        taken = enrol(store, make_catalogue(), by="An", at=MORNING)
        assert {"vinh_thinh", "vinh_phong", "vinh_thinh/plan 1", "vinh_thinh/clean_water"} <= set(taken)
        assert len(store.rows("plan_targets", commune="vinh_thinh", plan=1)) == 30
        assert len(store.rows("measures_newest", commune="vinh_thinh", as_of=END)) == 28
        assert store.rows("plan_newest", commune="vinh_thinh")[0]["recorded_at"] == BEGINNING
        assert enrol(store, make_catalogue(), by="An", at=LATER) == []


def test_a_changed_target_is_a_new_version_and_the_old_one_stays() -> None:
    catalogue = make_catalogue()
    targets = catalogue.by_commune["vinh_thinh"].targets
    with open_store(None) as store:
        enrol(store, catalogue, by="An", at=MORNING)
        raised = changed(catalogue, targets=(replace(targets[0], value=Decimal(106)), *targets[1:]))
        assert enrol(store, raised, by="Bình", at=LATER) == ["vinh_thinh/plan 2"]
        newest = store.rows("plan_newest", commune="vinh_thinh")[0]
        assert (newest["plan"], newest["recorded_at"], newest["recorded_by"]) == (2, LATER, "Bình")
        values = [store.rows("plan_targets", commune="vinh_thinh", plan=plan)[0]["value"] for plan in (1, 2)]
        assert values == [105, 106]


def test_a_changed_measure_is_a_newer_row() -> None:
    catalogue = make_catalogue()
    measures = catalogue.by_commune["vinh_thinh"].measures
    with open_store(None) as store:
        enrol(store, catalogue, by="An", at=MORNING)
        moved = changed(catalogue, measures=(replace(measures[0], lead_unit="Thuế cơ sở"), *measures[1:]))
        assert enrol(store, moved, by="An", at=LATER) == ["vinh_thinh/budget_revenue_vs_assigned"]
        newest = {row["measure"]: row for row in store.rows("measures_newest", commune="vinh_thinh", as_of=END)}
        assert newest["budget_revenue_vs_assigned"]["lead_unit"] == "Thuế cơ sở"
        assert newest["budget_revenue_vs_assigned"]["recorded_at"] == LATER


def test_a_goal_for_one_year_is_a_new_version_too() -> None:
    catalogue = make_catalogue()
    with open_store(None) as store:
        enrol(store, catalogue, by="An", at=MORNING)
        with_goal = changed(catalogue, year_goals=(YearGoal("4", 2027, Decimal(98), None),))
        assert enrol(store, with_goal, by="An", at=LATER) == ["vinh_thinh/plan 2"]
        assert enrol(store, with_goal, by="An", at=LATER) == []
