"""Real workbooks that nobody wrote for this project: each ends in a reading or in a refusal that has its sentence."""

from pathlib import Path

import pytest

from indicators.intake import Sending, read_workbook
from indicators.wording.issues import ERRORS, WARNINGS
from tests.intake.sheets import COMMUNES

CORPUS = Path(__file__).parent / "corpus"
FILES = sorted(file for file in CORPUS.iterdir() if file.suffix != ".csv")
OFFICES = [file for file in FILES if file.name.startswith("hiennguyen98__")]

FIRST_SHEETS = ["«NN»", "«01NN»", "«1 NN»", "«01NN»", "«NN (2)»", "«01NN»", "«01NN»", "«1. Nong nghiep»"]


def test_the_corpus_is_whole() -> None:
    assert len(FILES) == 48
    assert len(OFFICES) == 8


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_each_file_ends_in_a_reading_or_a_named_refusal(file: Path) -> None:
    reading = read_workbook(file.read_bytes(), COMMUNES, Sending("vinh_thinh"))
    assert reading.readings or reading.issues
    assert {issue.code for issue in reading.issues} <= ERRORS.keys() | WARNINGS.keys()
    assert "too_slow" not in {issue.code for issue in reading.issues}


@pytest.mark.parametrize(
    ("file", "seen"),
    list(zip(OFFICES, FIRST_SHEETS, strict=True)),
    ids=lambda value: getattr(value, "name", None),
)
def test_a_statistics_office_s_tables_hold_no_row_of_the_catalogue_and_say_what_was_seen(file: Path, seen: str) -> None:
    reading = read_workbook(file.read_bytes(), COMMUNES, Sending("vinh_thinh"))
    assert reading.readings == ()
    (issue,) = (issue for issue in reading.issues if issue.code == "no_row_recognised")
    assert seen in issue.message
    assert "1. sản xuất nông nghiệp" in issue.message.lower()  # one office writes in capitals
