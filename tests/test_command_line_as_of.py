"""The command line as of a moment, and two of them compared."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from indicators import ledger
from indicators.__main__ import main
from indicators.periods import parse_period
from indicators.store import open_store
from tests.history import COMMUNE, history_copy

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on a store with the sheets of 2025-Q4 to 2026-Q3, the last one withdrawn on 20 October 2026 and
    the second quarter locked then."""
    place = history_copy(tmp_path / "kpi.duckdb", "2026-Q3")
    with open_store(place) as store:
        ledger.withdraw(store, 4, reason="Gửi nhầm tệp", by="Trần Văn Bình", at=datetime(2026, 10, 20, 3))
        ledger.lock_period(store, COMMUNE, parse_period("2026-Q2"), by="Cúc", at=datetime(2026, 10, 20, 4))

    def _run(*arguments: object) -> tuple[int, Any]:
        code = main(["--store", str(place), *map(str, arguments)])
        out, err = capsys.readouterr()
        return code, json.loads(out) if "--json" in arguments else out + err

    return _run


def test_every_list_is_of_the_moment_that_is_asked_for(run: Run) -> None:
    def listed(as_of: str) -> list[int]:
        answers = {
            "uploads": run("uploads", "--as-of", as_of, "--json"),
            "locks": run("locks", "--as-of", as_of, "--json"),
            "versions": run("plan", "versions", "--as-of", as_of, "--json"),
            "register": run("register", "list", "--as-of", as_of, "--json"),
        }
        assert {code for code, _ in answers.values()} == {0}
        return [len(answer[name]) for name, (_, answer) in answers.items()]

    assert listed("2026-07-10") == [3, 0, 1, 0]
    assert listed("2026-10-20") == [4, 1, 1, 0]
    newest = [run("uploads", "--as-of", day, "--json")[1]["uploads"][0] for day in ("2026-10-19", "2026-10-20")]
    assert [row["withdrawn_by"] for row in newest] == [None, "Trần Văn Bình"]


def test_a_template_of_the_past_says_so(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "bieu.xlsx"
    assert run("template", "--period", "2026-Q4", "--as-of", "2026-10-10", "--out", out)[0] == 0
    sheet = load_workbook(out).worksheets[0]
    assert sheet["A5"].value.startswith("Theo số liệu có đến hết ngày 10/10/2026")
    assert sheet["H8"].value == "quý III/2026"
    assert run("template", "--period", "2026-Q4", "--as-of", "2026-10-20", "--out", out)[0] == 0
    assert load_workbook(out).worksheets[0]["H8"].value == "quý II/2026"


def test_two_moments_are_compared(run: Run) -> None:
    code, answer = run("compare", "--from", "2026-10-10", "--to", "2026-10-20", "--json")
    assert (code, answer["commune"], answer["period"]) == (0, COMMUNE, "2026-Q2")
    assert len(answer["values"]) == 28
    assert {(row["period"], row["after"], row["change"]) for row in answer["values"]} == {("2026-Q3", None, "removed")}
    decided = {(row["act"], row["upload"], row["by"], row["reason"]) for row in answer["values"]}
    assert decided == {("withdrawal", 4, "Trần Văn Bình", "Gửi nhầm tệp")}
    assert [row["act"] for row in answer["acts"]] == ["withdrawal", "lock"]
    of_third = run("compare", "--from", "2026-10-10", "--to", "2026-10-20", "--period", "2026-Q3", "--json")[1]
    assert {row["after"] for row in of_third["statuses"]} == {"no_report", "not_due"}  # yearly ones are not due yet
    assert len(of_third["values"]) == 28
    said = run("compare", "--from", "2026-10-10", "--to", "2026-10-20")[1]
    assert "28 số liệu thay đổi (28 không còn)" in said
    assert "rút lần gửi số 4 (bao_cao_2026-Q3.xlsx), Trần Văn Bình, 20/10/2026 10:00: Gửi nhầm tệp" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("uploads", "--as-of", "hôm qua"), "Không hiểu thời điểm «hôm qua»"),
        (("compare", "--from", "x"), "Không hiểu thời điểm «x»"),
        (("compare", "--from", "2026-10-20", "--to", "2026-10-10"), "Hãy đổi thứ tự hai thời điểm"),
        (("compare", "--to", "2026-10-10"), "Lệnh chưa đúng"),
    ],
)
def test_a_moment_that_cannot_be_used_is_a_sentence(run: Run, arguments: tuple[str, ...], said: str) -> None:
    code, answer = run(*arguments, "--json")
    assert code == 2
    assert said in answer["issues"][0]["message"]
    assert [answer.get(name) for name in ("uploads", "values")].count([]) == 1
