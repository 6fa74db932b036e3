from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from indicators.catalogue import Bound, Horizon, Problem, load_catalogue
from indicators.errors import CatalogueInvalid
from indicators.settings import CATALOGUE
from indicators.wording.refusals import problem_sentence

MEASURES = "measure,name_vi,unit,accumulation,frequency,closes,decimals,better,minimum,maximum\n"
TARGETS = "target,indicator,group,name_vi,unit,measure,horizon,year,bound,value,stretch\n"
WATER = "water,Nước sạch,%,level,quarter,12-31,1,up,0,100\n"
PARK = "park,Công viên,đạt/chưa,level,year,12-31,0,up,0,1\n"


def write(folder: Path, measures: str = WATER, targets: str = "", **others: str) -> Path:
    """A catalogue folder with one commune, `an_hoa`, and the given rows."""
    commune = folder / "an_hoa"
    commune.mkdir()
    (commune / "measures.csv").write_text(MEASURES + measures, encoding="utf-8")
    (commune / "targets.csv").write_text(TARGETS + targets, encoding="utf-8")
    for name, text in others.items():
        (commune / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def problems_of(folder: Path) -> list[tuple[str, str, int, str]]:
    with pytest.raises(CatalogueInvalid) as caught:
        load_catalogue(folder)
    assert all(problem_sentence(problem) for problem in caught.value.problems)
    return [(p.code, p.file.name, p.line, p.column) for p in caught.value.problems]


def test_vinh_thinh_has_28_measures_22_indicators_and_30_targets() -> None:
    entry = load_catalogue(CATALOGUE).by_commune["vinh_thinh"]
    assert (len(entry.measures), len(entry.targets)) == (28, 30)
    assert len({target.indicator for target in entry.targets}) == 22
    assert [target.target for target in entry.targets_on("online_filing_share")] == ["19.2", "20"]
    band = entry.target_by_id["3"]
    assert (band.bound, band.value, band.stretch) == (Bound.AT_LEAST, Decimal(190), Decimal(200))
    assert (band.horizon, band.first_year, band.last_year) == (Horizon.BY_YEAR, 2030, 2030)
    assert entry.measure_by_id["public_investment_disbursed"].closes.next_year


def test_vinh_phong_has_17_targets() -> None:
    assert len(load_catalogue(CATALOGUE).by_commune["vinh_phong"].targets) == 17


def test_a_folder_alone_adds_a_commune_with_every_bound(tmp_path: Path) -> None:
    rows = (
        "1,1,Xã hội,Nước sạch,%,water,each_year,2026-2030,above,95,\n"
        "2,2,Xã hội,Nước sạch vừa đủ,%,water,each_year,2026-2030,between,95,98\n"
        "3,3,Xã hội,Giữ công viên,đạt/chưa,park,each_year,2026-2030,achieved,1,\n"
    )
    entry = load_catalogue(write(tmp_path, WATER + PARK, rows)).by_commune["an_hoa"]
    assert [target.bound for target in entry.targets] == [Bound.ABOVE, Bound.BETWEEN, Bound.ACHIEVED]
    assert entry.commune.name_vi == "an_hoa"
    assert entry.plan.baseline_year == 2025


TARGET_FAULTS = [
    ("unknown_measure", "measure", "1,1,A,B,%,wator,by_year,2030,at_least,99,"),
    ("bound_does_not_fit_unit", "bound", "1,1,A,B,%,water,by_year,2030,achieved,1,"),
    ("bound_does_not_fit_unit", "bound", "1,1,A,B,đạt/chưa,park,by_year,2030,at_least,1,"),
    ("stretch_on_wrong_side", "stretch", "1,1,A,B,%,water,by_year,2030,at_least,95,90"),
    ("stretch_on_wrong_side", "stretch", "1,1,A,B,%,water,by_year,2030,at_most,5,8"),
    ("stretch_on_wrong_side", "stretch", "1,1,A,B,%,water,by_year,2030,between,95,95"),
    ("between_needs_upper", "stretch", "1,1,A,B,%,water,by_year,2030,between,95,"),
    ("outside_range", "value", "1,1,A,B,%,water,by_year,2030,at_least,101,"),
    ("years_do_not_fit_horizon", "year", "1,1,A,B,%,water,by_year,2026-2030,at_least,99,"),
    ("unreadable_cell", "year", "1,1,A,B,%,water,by_year,2031,at_least,99,"),
    ("unreadable_cell", "horizon", "1,1,A,B,%,water,someday,2030,at_least,99,"),
    ("unreadable_cell", "value", "1,1,A,B,%,water,by_year,2030,at_least,NaN,"),
    ("empty_cell", "value", "1,1,A,B,%,water,by_year,2030,at_least,,"),
    ("unit_differs_from_measure", "unit", "1,1,A,B,người,water,by_year,2030,at_least,99,"),
    ("too_many_cells", "", "1,1,A,B,%,water,by_year,2030,at_least,99,,,"),
]


@pytest.mark.parametrize(("code", "column", "row"), TARGET_FAULTS)
def test_a_wrong_target_is_named_with_file_line_and_column(tmp_path: Path, code: str, column: str, row: str) -> None:
    good = "9,9,A,B,%,water,by_year,2030,at_least,99,\n"
    found = problems_of(write(tmp_path, WATER + PARK, good + row + "\n"))
    assert (code, "targets.csv", 3, column) in found


def test_duplicates_are_named_where_they_come_again(tmp_path: Path) -> None:
    target = "1,1,A,B,%,water,by_year,2030,at_least,99,\n"
    found = problems_of(write(tmp_path, WATER + WATER, target + target))
    assert ("duplicate", "measures.csv", 3, "measure") in found
    assert ("duplicate", "targets.csv", 3, "target") in found


def test_two_measures_under_one_name_are_refused(tmp_path: Path) -> None:
    other = WATER.replace("water,Nước sạch", "tap,NƯỚC SẠCH")
    assert problems_of(write(tmp_path, WATER + other)) == [("duplicate_name", "measures.csv", 3, "name_vi")]


def test_year_goals_and_milestones_are_held_against_their_target(tmp_path: Path) -> None:
    found = problems_of(
        write(
            tmp_path,
            targets="1,1,A,B,%,water,by_year,2030,at_least,99,\n",
            year_goals="target,year,value,stretch\n2,2027,90,\n1,2027,101,\n1,2027,90,\n",
            milestones="target,scenario,period,value\n1,floor,2027-Q5,90\n1,floor,2027-Q4,90\n",
        )
    )
    assert found == [("unreadable_cell", "milestones.csv", 2, "period")]


def test_every_row_rule_of_the_other_files_is_checked(tmp_path: Path) -> None:
    found = problems_of(
        write(
            tmp_path,
            targets="1,1,A,B,%,water,by_year,2030,at_least,99,\n",
            year_goals="target,year,value,stretch\n2,2027,90,\n1,2027,101,\n1,2027,90,\n",
            commune="commune,name_vi\nan_binh,xã An Bình\n",
        )
    )
    assert set(found) == {
        ("commune_is_not_folder", "commune.csv", 2, "commune"),
        ("unknown_target", "year_goals.csv", 2, "target"),
        ("outside_range", "year_goals.csv", 3, "value"),
        ("duplicate", "year_goals.csv", 4, "year"),
    }


def test_one_bad_commune_keeps_the_good_ones_out_too(tmp_path: Path) -> None:
    shutil.copytree(CATALOGUE / "vinh_thinh", tmp_path / "vinh_thinh")
    assert len(problems_of(write(tmp_path, "water,,%,level,quarter,12-31,1,up,0,100\n"))) == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"measure\xff", "not_utf8"), (b"measure,unit\n", "missing_column"), (b"", "missing_column")],
)
def test_a_file_that_is_no_catalogue_is_named(tmp_path: Path, content: bytes, code: str) -> None:
    write(tmp_path)
    (tmp_path / "an_hoa" / "measures.csv").write_bytes(content)
    assert problems_of(tmp_path)[0][:2] == (code, "measures.csv")


def test_a_missing_file_and_an_empty_folder_are_named(tmp_path: Path) -> None:
    assert problems_of(tmp_path)[0][0] == "no_commune"
    (tmp_path / "an_hoa").mkdir()
    assert [found[:2] for found in problems_of(tmp_path)] == [
        ("missing_file", "measures.csv"),
        ("missing_file", "targets.csv"),
    ]


def test_a_byte_order_mark_and_decomposed_letters_change_nothing(tmp_path: Path) -> None:
    write(tmp_path, targets="1,1,A,B,%,water,by_year,2030,at_least,99,\n")
    file = tmp_path / "an_hoa" / "measures.csv"
    file.write_text("\ufeff" + MEASURES + WATER.replace("Nước", "Nước"), encoding="utf-8")
    assert load_catalogue(tmp_path).by_commune["an_hoa"].measures[0].name_vi == "Nước sạch"


def test_a_problem_is_one_sentence_with_its_place() -> None:
    problem = Problem("unknown_measure", Path("data/catalogue/an_hoa/targets.csv"), 7, "measure", "wator")
    assert problem_sentence(problem) == (
        "an_hoa/targets.csv, dòng 7, cột «measure»: đại lượng «wator» không có trong measures.csv."
    )
