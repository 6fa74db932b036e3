"""`python -m indicators plan …`: export, check, import, approve, versions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from indicators.__main__ import main


def said(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_a_plan_goes_out_is_changed_and_comes_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, file = ["--store", str(tmp_path / "kpi.duckdb")], tmp_path / "ke_hoach.xlsx"
    commune = ["--commune", "vinh_thinh"]
    assert main([*store, "init"]) == 0
    assert main([*store, "plan", "export", "--out", str(file), *commune]) == 0
    capsys.readouterr()

    assert main([*store, "plan", "check", str(file), *commune, "--json"]) == 0
    assert said(capsys) == {"changes": [], "issues": []}

    document = ["--by", "An", "--document", "12/NQ", "--valid-from", "2030-11-01", *commune, "--json"]
    assert main([*store, "plan", "import", str(file), *document]) == 1
    answer = said(capsys)
    assert (answer["changes"], answer["plan"], answer["issues"][0]["code"]) == ([], None, "plan_unchanged")

    book = load_workbook(file)
    page = book["Chỉ tiêu"]
    row = next(cell.row for cell in page["A"] if cell.value == "3")
    page[f"L{row}"] = 210
    book.save(file)
    assert main([*store, "plan", "import", str(file), "--by", "An", *commune, "--json"]) == 2
    assert said(capsys)["issues"][0]["code"] == "detail_missing"
    assert main([*store, "plan", "import", str(file), *document]) == 0
    change = {
        "kind": "changed", "target": "3", "field": "Mức trên", "before": "200", "after": "210", "sheet": "Chỉ tiêu",
        "cell": f"L{row}",
    }  # fmt: skip
    assert said(capsys) == {"changes": [change], "issues": [], "plan": 2}

    page[f"K{row}"] = 300
    book.save(file)
    assert main([*store, "plan", "check", str(file), *commune, "--json"]) == 1
    assert [issue["cell"] for issue in said(capsys)["issues"]] == [f"L{row}", "B10"]

    approval = ["--document", "5/QD", "--valid-from", "01/12/2030", "--by", "An", *commune, "--json"]
    assert main([*store, "plan", "approve", "--years", "2030", *approval]) == 0
    assert said(capsys)["plan"] == 3
    assert main([*store, "plan", "approve", "--years", "2030", *approval]) == 1
    capsys.readouterr()
    assert main([*store, "plan", "versions", *commune, "--json"]) == 0
    assert [(row["plan"], row["document_number"], row["origin"]) for row in said(capsys)["versions"]] == [
        (3, "5/QD", "sheet"), (2, "12/NQ", "sheet"), (1, "", "catalogue"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "shape"),
    [
        (["plan", "check", "khong_co.xlsx", "--json"], {"changes": []}),
        (["plan", "import", "khong_co.xlsx", "--json"], {"changes": [], "plan": None}),
        (["plan", "approve", "--years", "abc", "--json"], {"changes": [], "plan": None}),
        (["plan", "versions", "--commune", "xa_la", "--json"], {"versions": []}),
    ],
)
def test_wrong_use_is_answered_in_the_commands_shape(
    arguments: list[str], shape: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--store", str(tmp_path / "kpi.duckdb"), *arguments]) == 2
    answer = said(capsys)
    assert answer.pop("issues")[0]["severity"] == "error"
    assert answer == shape
