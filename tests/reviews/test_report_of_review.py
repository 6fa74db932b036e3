"""The report in a review's folder holds the frozen targets of its scope, all of them and no other."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from indicators.periods import parse_period
from indicators.reports.model import Occasion
from indicators.reviews import Review, Scope, ScopeKind, freeze
from indicators.reviews.opening import file_of_review
from indicators.store import Store, open_store
from indicators.verification.cells import changed_cells
from indicators.verification.layout import READ_FIRST
from indicators.verification.manifest import read_manifest
from indicators.wording.documents import DEMONSTRATION
from tests.judging.office import Office

AT = datetime(2026, 10, 6, 3)


def commune() -> Office:
    """Kinh tế leads 1 and 2, of which 2 is another group's, and works on 3 that Công an leads."""
    made = Office(open_store(None))
    made.measures("a")
    made.measures("b")
    made.measures("c", lead_unit="Công an xã")
    made.wants("1", "a", horizon="each_year")
    made.wants("2", "b", horizon="each_year", group_vi="Xã hội")
    made.wants("3", "c", horizon="each_year", joint_units="Phòng Kinh tế")
    for measure in "abc":
        made.reports({"2026-Q3": 90}, on="2026-10-03T08:00", measure=measure)
    return made


@pytest.mark.parametrize(
    ("scope", "targets"),
    [
        (Scope(ScopeKind.UNIT, "Phòng Kinh tế"), ["1", "2"]),
        (Scope(ScopeKind.GROUP, "Kinh tế"), ["1", "3"]),
    ],
)
def test_the_report_holds_the_frozen_targets_alone(tmp_path: Path, scope: Scope, targets: list[str]) -> None:
    made = commune()
    review = freeze(
        made.store, made.commune, name="Chốt", occasion=Occasion.MIDTERM, period=parse_period("2026-Q3"), scope=scope,
        key=tmp_path / "key.pem", by="Lan", at=AT,
    )  # fmt: skip
    assert _targets_of_the_report(made.store, review) == targets
    assert sorted(row["target"] for row in review.rows("targets")) == sorted(targets)


def test_a_demonstrations_review_says_first_that_it_is_one(tmp_path: Path) -> None:
    made = commune()
    with made.store.writing() as transaction:
        transaction.run("insert_demonstration", marked_at=AT, marked_by="thử")
    review = freeze(
        made.store, made.commune, name="Chốt", occasion=Occasion.MIDTERM, period=parse_period("2026-Q3"),
        key=tmp_path / "key.pem", by="Lan", at=AT,
    )  # fmt: skip
    assert file_of_review(made.store, review.row, READ_FIRST).decode().startswith(DEMONSTRATION)
    report = load_workbook(BytesIO(file_of_review(made.store, review.row, "bao_cao.xlsx"))).worksheets[0]
    assert report["A1"].value == DEMONSTRATION


def _targets_of_the_report(store: Store, review: Review) -> list[str]:
    workbook = load_workbook(BytesIO(file_of_review(store, review.row, "bao_cao.xlsx")))
    first = [row[0] for row in workbook.worksheets[0].iter_rows(values_only=True)]
    return [str(said) for said in first if str(said) in {"1", "2", "3"}]


def test_a_cut_off_at_a_day_s_end_is_of_that_day_in_the_data_workbook(tmp_path: Path) -> None:
    """23:59:59.999999 of 5 October in Vietnam; as it stands Excel would show 6 October, 00:00."""
    made = commune()
    cut_off = datetime(2026, 10, 5, 16, 59, 59, 999_999)
    review = freeze(
        made.store, made.commune, name="Chốt", occasion=Occasion.MIDTERM, period=parse_period("2026-Q3"),
        key=tmp_path / "key.pem", by="Lan\nAnh ", at=AT, as_of=cut_off,
    )  # fmt: skip
    assert (review.head["as_of"], review.head["frozen_by"]) == (cut_off, "Lan Anh")  # a name has one line
    said, canonical, manifest = (
        file_of_review(made.store, review.row, path)
        for path in ("so_lieu_chot.xlsx", "so_lieu_chot.jsonl", "manifest.json")
    )
    head = list(load_workbook(BytesIO(said))["Bản chốt"].iter_rows(min_row=2, values_only=True))
    assert dict(zip(*head, strict=True))["as_of"] == datetime(2026, 10, 5, 23, 59, 59)
    assert list(changed_cells(said, canonical, read_manifest(manifest))) == []
