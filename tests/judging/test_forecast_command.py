"""`forecast` on the command line: one JSON object, plain lines, sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indicators import demo
from indicators.__main__ import main
from tests.makers import MORNING

KEYS = {"target", "expected", "low", "high", "met_period", "needed", "reason"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "kpi.duckdb"
    demo.fill(path, MORNING)
    return path


def test_it_answers_as_json(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--store", str(store), "forecast", "--period", "2026-Q3", "--as-of", "2026-12-01", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["targets"]
    assert all(set(row) == KEYS for row in rows)
    told = {row["target"]: row for row in rows}
    assert len(told) == 30
    # 402 people in nine months of an even pace
    assert (told["16.1"]["expected"], told["16.1"]["met_period"], told["16.1"]["reason"]) == (536, "2026-12", None)
    assert told["17"]["expected"] is None
    assert told["17"]["reason"] == "Mới có 3 quý có số liệu, cần ít nhất 4 quý để dự báo."


def test_it_prints_a_line_a_target(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--store", str(store), "forecast", "--period", "2026-Q3", "--as-of", "2026-12-01"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 30
    (jobs,) = (line for line in lines if line.startswith("16.1 "))
    assert jobs.split()[:3] == ["16.1", "2026-12", "536"]


def test_wrong_use_is_answered_in_the_same_shape(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forecast", "--period", "2026-Q9", "--json"]) == 2
    answer = json.loads(capsys.readouterr().out)
    assert answer["targets"] == []
    assert answer["issues"]
