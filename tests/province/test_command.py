"""A province's sheet and the register by the command line, from end to end."""

import json
from pathlib import Path

import pytest

from indicators.__main__ import main
from tests.intake.sheets import xlsx
from tests.province.sheets import JOBS, TITLE, WATER

COMMUNES = 300
NAMES = [f"xã Thử Nghiệm {number}" for number in range(1, COMMUNES + 1)]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    def run(*given: str) -> tuple[int, dict]:
        code = main(["--store", str(tmp_path / "kho.duckdb"), *given, "--json"])
        return code, json.loads(capsys.readouterr().out)

    return run


def _written(path: Path, *rows) -> str:
    path.write_bytes(xlsx(*rows))
    return str(path)


@pytest.fixture
def register(tmp_path: Path, run) -> None:
    rows = [(f"{number:05d}", name, "tỉnh A") for number, name in enumerate(NAMES, start=1)]
    file = _written(tmp_path / "danh_ba.xlsx", ("Mã ĐVHC", "Tên xã", "Tỉnh/Thành phố"), *rows)
    assert run("register", "import", file, "--by", "Lan") == (0, {"entries": 300, "changed": 300, "issues": []})
    assert run("register", "import", file, "--by", "Lan")[1]["changed"] == 0


def test_three_hundred_communes_from_check_to_withdrawal(tmp_path, run, register):
    rows = [(number, name, 90 + number % 10, number) for number, name in enumerate(NAMES, start=1)]
    file = _written(tmp_path / "tinh.xlsx", TITLE, ("Mã xã", "Tên xã", WATER, JOBS), *rows)
    code, found = run("check", file)
    counts = {name: found[name] for name in ("kind", "communes", "values", "new", "period", "troubles", "measures")}
    assert (code, counts) == (0, {
        "kind": "province", "communes": 300, "values": 600, "new": 600, "period": "2026-Q3", "troubles": 0,
        "measures": ["clean_water", "new_jobs"],
    })  # fmt: skip
    assert found["readings"][0] == {
        "commune": "00001", "measure": "clean_water", "period": "2026-Q3", "value": 91, "sheet": "Sheet1",
        "cell": "C3", "match": "name",
    }  # fmt: skip
    assert run("import", file, "--by", "Lan")[1]["upload"] == 1
    assert run("check", file)[1]["same"] == 600
    assert run("import", file, "--by", "Lan")[1]["issues"][0]["code"] == "same_file"
    assert [row["communes"] for row in run("uploads")[1]["uploads"]] == [300]
    code, judged = run("status", "--period", "2026-Q3", "--commune", "00007")
    assert (code, judged["targets"], judged["issues"][0]["code"]) == (1, [], "plan_missing")
    assert run("withdraw", "1", "--reason", "sai", "--by", "Lan")[0] == 0
    assert run("check", file)[1]["new"] == 600


def test_the_first_hundred_troubles_and_the_rest(tmp_path, run, register):
    rows = [(number, name, 190 if number > 100 else 90) for number, name in enumerate(NAMES, start=1)]
    file = _written(tmp_path / "tinh.xlsx", TITLE, ("Mã xã", "Tên xã", WATER), *rows)
    code, found = run("check", file)
    assert (code, found["troubles"], len(found["issues"]), found["values"]) == (1, 200, 100, 100)
    assert run("import", file, "--by", "Lan")[1]["upload"] is None
    code, found = run("import", file, "--by", "Lan", "--take-rest")
    assert (code, found["upload"], len(found["left_out"])) == (0, 1, 200)


def test_a_register_that_contradicts_itself_is_refused_by_its_cells(tmp_path, run):
    rows = (("101", "xã A"), ("101.0", "xã B"), ("002", None), ("x y", "xã C"))
    file = _written(tmp_path / "danh_ba.xlsx", ("Mã", "Tên"), *rows)
    code, found = run("register", "import", file, "--by", "Lan")
    assert code == 1
    assert [(issue["code"], issue["cell"]) for issue in found["issues"]] == [
        ("register_code_twice", "A3"), ("register_row_incomplete", "A4"), ("register_code_invalid", "A5"),
    ]  # fmt: skip


def test_the_readings_of_an_import_are_shown_when_asked_for(tmp_path, run, register, monkeypatch):
    monkeypatch.setattr("indicators.console.province.MOST_READINGS", 10)
    rows = [(number, name, 90) for number, name in enumerate(NAMES, start=1)]
    file = _written(tmp_path / "tinh.xlsx", TITLE, ("Mã xã", "Tên xã", WATER), *rows)
    assert run("import", file, "--by", "Lan")[1]["readings"] == []
    assert run("withdraw", "1", "--reason", "sai", "--by", "Lan")[0] == 0
    assert len(run("import", file, "--by", "Lan", "--all-readings")[1]["readings"]) == 300


@pytest.mark.parametrize("command", [("check",), ("import", "--by", "Lan")])
def test_one_commune_named_for_many_is_answered(tmp_path, run, register, command):
    file = _written(tmp_path / "tinh.xlsx", TITLE, ("Mã xã", WATER), (1, 90), (2, 91))
    code, found = run(*command, file, "--commune", "vinh_thinh")
    assert (code, found["readings"]) == (2, [])
    assert "biểu tổng hợp nhiều xã" in found["issues"][0]["message"]
