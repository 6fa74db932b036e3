"""`overdue` on the command line: one JSON object, plain lines, the letter and the calendar as files."""

import errno
import json
from pathlib import Path

import pytest
from docx import Document
from icalendar import Calendar

from indicators.__main__ import main
from tests.pages.conftest import fill_store

KEYS = {"unit", "period", "deadline", "days_late", "due", "came", "missing", "provisional"}
ECONOMY = "Phòng Kinh tế"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two quarters of 2026, each sent on the 3rd after it."""
    return fill_store(tmp_path_factory.mktemp("store") / "kpi.duckdb", 2)


def test_it_answers_as_json(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--store", str(store), "overdue", "--on", "2026-10-20", "--as-of", "2026-10-20", "--json"]
    assert main(asked) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["on"] == "2026-10-20"
    assert all(set(row) == KEYS for row in answer["overdue"])
    (row,) = (row for row in answer["overdue"] if (row["unit"], row["period"]) == (ECONOMY, "2026-Q3"))
    assert (row["deadline"], row["days_late"], row["due"], row["came"]) == ("2026-10-05", 15, 8, 0)
    assert [said["target"] for said in row["missing"]] == ["2", "2.1", "2.2", "2.3", "5", "7", "17", "18"]
    assert set(row["missing"][0]) == {"target", "measure", "name"}
    assert not any(row["period"] in ("2026-Q1", "2026-Q2") for row in answer["overdue"])
    assert answer["due_next"][0]["days_left"] == 16  # tháng 10: hạn 05/11/2026


def test_of_one_unit_as_lines_with_the_letter_and_the_calendar(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter, calendar = tmp_path / "don_doc.docx", tmp_path / "han.ics"
    files = ["--letter", str(letter), "--calendar", str(calendar)]
    asked = ["--on", "20/10/2026", "--as-of", "2026-10-20", "--unit", "phòng kinh tế"]
    assert main(["--store", str(store), "overdue", *asked, *files]) == 0
    said = capsys.readouterr()
    assert "Phòng Kinh tế; Quý III/2026; hạn 05/10/2026; quá hạn 15 ngày; đã gửi 0/8" in said.out
    assert "Công an" not in said.out
    assert str(letter) in said.err
    assert "Kính gửi: Phòng Kinh tế" in [paragraph.text for paragraph in Document(str(letter)).paragraphs]
    events = Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")
    assert all("Phòng Kinh tế" in str(event["summary"]) for event in events)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["don_doc.docx", "han.ics"]


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (["--on", "2026-13-01"], 2, "Không hiểu ngày"),
        (["--on", "2026-10-20", "--unit", "Phòng Lạ"], 2, "Không có cơ quan «Phòng Lạ»"),
        (["--on", "2026-01-20", "--letter", "khong.docx"], 1, "không lập công văn đôn đốc"),
        (["--on", "2026-10-20", "--calendar", "khong_co/han.ics"], 2, "Không ghi được tệp"),
    ],
)
def test_what_cannot_be_answered_is_one_sentence(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    options: list[str], code: int, sentence: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert main(["--store", str(store), "overdue", "--as-of", "2026-10-20", *options, "--json"]) == code
    answer = json.loads(capsys.readouterr().out)
    assert answer["overdue"] == []
    assert sentence in answer["issues"][0]["message"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_days_too(store: Path, capsys: pytest.CaptureFixture[str], day: str) -> None:
    assert main(["--store", str(store), "overdue", "--on", day, "--json"]) == 0
    assert (json.loads(capsys.readouterr().out)["overdue"] == []) is (day == "0001-01-01")


def test_a_file_that_cannot_be_put_in_its_place_leaves_nothing_beside_it(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calendar = tmp_path / "han.ics"
    calendar.write_text("cũ", encoding="utf-8")

    def disk_is_full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "replace", disk_is_full)
    assert main(["--store", str(store), "overdue", "--on", "2026-10-20", "--calendar", str(calendar)]) == 2
    assert "Đĩa đã đầy" in capsys.readouterr().err
    assert [file.read_text(encoding="utf-8") for file in tmp_path.iterdir()] == ["cũ"]
