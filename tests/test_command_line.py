"""The command line as scripts use it: exit codes, one JSON object, one sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from indicators import console
from indicators.__main__ import main
from indicators.console import Refusal
from indicators.settings import ROOT
from indicators.store import open_store
from indicators.wording.screens import ENROLLED_BY

SAMPLES = ROOT / "data" / "samples"
Q3 = SAMPLES / "bao_cao_quy_3_2026.xlsx"

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "kpi.duckdb"


@pytest.fixture
def run(store: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on a store of the test's own: the exit code, and the JSON object or the words printed."""

    def _run(*arguments: object) -> tuple[int, Any]:
        code = main(["--store", str(store), *map(str, arguments)])
        out, err = capsys.readouterr()
        return code, json.loads(out) if "--json" in arguments else out + err

    return _run


def sheet(path: Path, *rows: tuple[Any, ...], title: str = "QUÝ III NĂM 2026") -> Path:
    workbook = Workbook()
    page = workbook.worksheets[0]
    page.append([title])
    page.append(["TT", "Chỉ tiêu", "ĐVT", "Thực hiện quý III/2026", "Lũy kế 9 tháng"])
    for row in rows:
        page.append(list(row))
    workbook.save(path)
    return path


WATER = (17, "Tỷ lệ dân số được sử dụng nước sạch", "%", 98.9, 98.9)


def test_the_catalogue_is_taken_in_under_the_name_that_the_pages_give(run: Run) -> None:
    run("init")
    code, answer = run("plan", "versions", "--commune", "vinh_phong", "--json")
    assert (code, answer["versions"][0]["recorded_by"]) == (0, ENROLLED_BY)


def test_check_stores_nothing_and_needs_no_store(run: Run, store: Path) -> None:
    code, answer = run("check", Q3, "--json")
    assert code == 0
    assert set(answer) == {"readings", "remarks", "issues", "moved_milestones"}
    disbursed = [r for r in answer["readings"] if r["measure"] == "public_investment_disbursed"]
    assert disbursed == [
        {"measure": "public_investment_disbursed", "period": "2025", "value": 96.4, "sheet": "Quy 3", "cell": "D14",
         "match": "name"},
        {"measure": "public_investment_disbursed", "period": "2026-Q3", "value": 70.3, "sheet": "Quy 3", "cell": "G14",
         "match": "name"},
    ]  # fmt: skip
    kinds = {(remark["kind"], remark["text"], remark["cell"]) for remark in answer["remarks"]}
    assert kinds == {
        ("difficulty", "Nguồn vốn phân bổ chậm", "H14"),
        ("remedy", "Đôn đốc giải phóng mặt bằng", "I14"),
    }
    assert not store.exists()


def test_the_main_job_from_sheet_to_status(run: Run) -> None:
    assert run("init")[0] == 0
    for number, file in enumerate(sorted(SAMPLES.glob("bao_cao_quy_*.xlsx")), start=1):
        code, answer = run("import", file, "--by", "Phạm Văn An", "--json")
        assert (code, answer["upload"]) == (0, number)
    code, answer = run("status", "--period", "2026-Q3", "--as-of", "2099-01-01", "--json")
    assert code == 0
    targets = {row["target"]: row for row in answer["targets"]}
    assert len(targets) == 30
    assert len(answer["indicators"]) == 22
    row = targets["4"]
    assert (row["actual_value"], row["planned_value"], row["distance"], row["status"]) == (70.3, 75, -4.7, "behind")
    assert row["late_months"] == pytest.approx(0.564)
    assert targets["14"]["status"] == "met"
    assert targets["9.1"]["actual_value"] is None
    code, answer = run("uploads", "--json")
    assert [row["upload"] for row in answer["uploads"]] == [3, 2, 1]
    assert answer["uploads"][0]["recorded_by"] == "Phạm Văn An"


def test_a_withdrawal_brings_the_state_before_back(run: Run) -> None:
    run("import", SAMPLES / "bao_cao_quy_2_2026.xlsx", "--by", "An")
    before = run("status", "--period", "2026-Q3", "--json")
    run("import", Q3, "--by", "An")
    assert run("status", "--period", "2026-Q3", "--json") != before
    assert run("withdraw", 2, "--reason", "Gửi nhầm", "--by", "Bình")[0] == 0
    assert run("status", "--period", "2026-Q3", "--json") == before
    code, words = run("withdraw", 2, "--reason", "Gửi nhầm", "--by", "Bình")
    assert (code, "đã được rút" in words) == (1, True)


def test_the_same_file_again_is_refused_naming_the_first(run: Run) -> None:
    run("import", Q3, "--by", "An")
    code, answer = run("import", Q3, "--by", "An", "--json")
    assert (code, answer["upload"]) == (1, None)
    refused = answer["issues"][-1]
    assert (refused["code"], refused["severity"], refused["sheet"], refused["cell"]) == (
        "same_file",
        "error",
        None,
        None,
    )
    assert "lần gửi số 1" in refused["message"]


def test_likely_rows_need_confirmation_on_import_only(run: Run, tmp_path: Path) -> None:
    file = sheet(tmp_path / "a.xlsx", WATER, (None, "Tỷ lệ thu gom, xử lý rác thải sinh hoạt", "%", 97.5, 97.5))
    code, answer = run("check", file, "--json")
    assert code == 0
    assert {reading["match"] for reading in answer["readings"]} == {"name", "likely"}
    code, answer = run("import", file, "--by", "An", "--json")
    assert (code, answer["upload"]) == (1, None)
    assert [i["code"] for i in answer["issues"] if i["severity"] == "error"] == ["likely_not_accepted"]
    assert run("uploads", "--json")[1] == {"uploads": []}
    code, answer = run("import", file, "--by", "An", "--accept-likely", "--json")
    assert (code, answer["upload"]) == (0, 1)


@pytest.mark.parametrize(
    ("value", "code"), [("chưa rõ số", "text_not_number"), (9410, "out_of_range")], ids=["text", "too large"]
)
def test_a_sheet_with_an_error_is_refused_whole(run: Run, tmp_path: Path, value: object, code: str) -> None:
    wrong = (18, "Tỷ lệ thu gom rác thải sinh hoạt", "%", value, value)
    exit_code, answer = run("import", sheet(tmp_path / "a.xlsx", WATER, wrong), "--by", "An", "--json")
    assert (exit_code, answer["upload"]) == (1, None)
    issue = next(i for i in answer["issues"] if i["severity"] == "error")
    assert (issue["code"], issue["sheet"], issue["cell"]) == (code, "Sheet", "E4")
    assert run("uploads", "--json")[1] == {"uploads": []}


@pytest.mark.parametrize("content", [b"", b"Khong phai bang tinh", b"PK\x03\x04 hong"])
def test_what_is_no_workbook_is_one_json_object_with_null_places(run: Run, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bieu.xlsx"
    file.write_bytes(content)
    for command in (("check", file, "--json"), ("import", file, "--by", "An", "--json")):
        code, answer = run(*command)
        assert code == 1
        assert answer["readings"] == []
        assert {(i["sheet"], i["cell"]) for i in answer["issues"]} == {(None, None)}


def test_another_commune_than_the_one_given_is_refused(run: Run) -> None:
    code, answer = run("import", Q3, "--commune", "vinh_phong", "--by", "An", "--json")
    assert code == 1
    assert "commune_conflict" in {issue["code"] for issue in answer["issues"]}


def test_a_period_that_disagrees_with_the_sheet_is_refused(run: Run) -> None:
    code, answer = run("import", Q3, "--period", "2026-Q2", "--by", "An", "--json")
    assert code == 1
    assert "period_conflict" in {issue["code"] for issue in answer["issues"]}


@pytest.mark.parametrize(
    "arguments",
    [
        ("status", "--period", "2031-Q1"),
        ("status", "--period", "2026-Q3", "--commune", "khong_co"),
        ("status", "--period", "2026-Q3", "--as-of", "hôm nay"),
        ("status", "--period", "2026-Q3", "--as-of", "9999-12-31T23:59:59-12:00"),
        ("status", "--period", "2026-Q3", "--as-of", "0001-01-01"),
        ("status", "--per", "2026-Q3"),
        ("status", "--period", "2026-Q3", "--scenario", "best"),
        ("import", "khong_co.xlsx", "--by", "An"),
        ("import", Q3, "--by", "  "),
        ("import", Q3),
        ("check",),
        ("withdraw", "9", "--reason", "Nhầm", "--by", "An"),
        ("nonsense",),
    ],
)
def test_wrong_use_exits_2_with_one_sentence_or_one_object(run: Run, arguments: tuple[object, ...]) -> None:
    code, words = run(*arguments)
    assert code == 2
    assert words.strip()
    code, answer = run(*arguments, "--json")
    assert code == 2
    assert answer["issues"][-1]["severity"] == "error"


def test_a_refusal_has_the_shape_of_its_command(run: Run, store: Path) -> None:
    assert set(run("check", "khong_co.xlsx", "--json")[1]) == {"readings", "remarks", "issues", "moved_milestones"}
    answer = run("import", "khong_co.xlsx", "--by", "An", "--json")[1]
    assert (answer["readings"], answer["remarks"], answer["upload"]) == ([], [], None)
    with open_store(store):
        assert run("status", "--period", "2026-Q3", "--json")[1]["targets"] == []
        assert run("uploads", "--json")[1]["uploads"] == []


def test_a_place_that_is_no_file_is_no_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for place in ("", str(tmp_path)):
        assert main(["--store", place, "uploads", "--json"]) == 1
        assert json.loads(capsys.readouterr().out)["issues"][0]["code"] == "store_unreadable"
        assert main(["--store", place, "check", str(Q3), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["issues"] == []


def test_while_the_dashboard_has_the_store_check_works_and_the_others_say_so(
    run: Run, store: Path, tmp_path: Path
) -> None:
    with open_store(store):
        assert run("check", Q3)[0] == 0
        for command in (
            ("init",),
            ("uploads",),
            ("status", "--period", "2026-Q3"),
            ("import", Q3, "--by", "An"),
            ("withdraw", 1, "--reason", "Nhầm", "--by", "An"),
            ("template", "--period", "2026-Q3", "--out", tmp_path / "a.xlsx"),
        ):
            code, words = run(*command)
            assert (code, words.count("\n")) == (1, 1)
            assert "đang được một chương trình khác sử dụng" in words
        code, answer = run("uploads", "--json")
        assert (code, answer["issues"][0]["code"]) == (1, "store_taken")


def test_the_template_is_written_and_reads_back(run: Run, tmp_path: Path) -> None:
    run("import", SAMPLES / "bao_cao_quy_2_2026.xlsx", "--by", "An")
    out = tmp_path / "bieu.xlsx"
    assert run("template", "--commune", "vinh_thinh", "--period", "2026-Q3", "--out", out)[0] == 0
    workbook = load_workbook(out)
    page = workbook.worksheets[0]
    row = next(cell.row for cell in page["B"] if cell.value == "Tỷ lệ dân số được sử dụng nước sạch")
    page.cell(row, 9, 98.9)
    workbook.save(out)
    code, answer = run("import", out, "--by", "An", "--json")
    assert code == 0
    assert [(r["measure"], r["period"], r["value"], r["match"]) for r in answer["readings"]] == [
        ("clean_water", "2026-Q3", 98.9, "name")
    ]


def test_scenario_changes_what_is_planned(run: Run) -> None:
    run("import", Q3, "--by", "An")

    def planned(scenario: str) -> float:
        rows = run("status", "--period", "2026-Q3", "--scenario", scenario, "--json")[1]["targets"]
        return next(row["planned_value"] for row in rows if row["target"] == "3")

    # 172 → 190 (floor) or 200 (stretch) over 60 months, after 9: 172 + 18 × 0.15, 172 + 28 × 0.15
    assert (planned("floor"), planned("stretch")) == (174.7, 176.2)


def test_it_runs_as_a_module_and_prints_vietnamese_in_any_locale(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "indicators", "--store", str(tmp_path / "k.duckdb"), "init"]
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    found = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert found.returncode == 0, found.stderr
    assert "xã Vĩnh Thịnh" in found.stdout.decode()


def test_a_refusal_is_coded_by_its_error() -> None:
    assert Refusal.of_use("x").exit_code == 2


def test_a_sheet_is_held_against_the_past_of_the_commune_it_names(run: Run, tmp_path: Path) -> None:
    insurance = (12, "Tỷ lệ dân số tham gia bảo hiểm y tế", "%", 9.4, 9.4)
    assert run("import", SAMPLES / "bao_cao_quy_2_2026.xlsx", "--by", "An")[0] == 0

    def warned(commune: str) -> bool:
        issues = run("check", sheet(tmp_path / "a.xlsx", insurance, title=f"{commune}: QUÝ III NĂM 2026"), "--json")[1]
        return "far_from_past" in {issue["code"] for issue in issues["issues"]}

    assert warned("XÃ VĨNH THỊNH")
    assert not warned("XÃ VĨNH PHONG")


def test_a_reader_that_stops_early_is_no_failure(tmp_path: Path) -> None:
    """`… | head` closes the pipe: no traceback, and the command did what it was asked."""
    open_store(tmp_path / "k.duckdb").close()
    said = f"{sys.executable} -m indicators --store {tmp_path / 'k.duckdb'} milestones --year 2026 --json"
    done = subprocess.run(f"{said} | head -c 9", shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ('{"milesto', "")


def test_large_numbers_are_printed_with_every_digit(capsys: pytest.CaptureFixture[str]) -> None:
    figures = dict.fromkeys(("planned_value", "distance", "late_months"))
    row = {"target": "1", "status": "on_track", "name_vi": "Thu ngân sách", "actual_value": Decimal("1234567.5000")}
    console.say_status([row | figures], [], as_json=False)
    assert "1234567,5 " in capsys.readouterr().out


def test_a_value_far_from_its_past_needs_confirmation_and_names_its_cell(run: Run, tmp_path: Path) -> None:
    run("import", SAMPLES / "bao_cao_quy_2_2026.xlsx", "--by", "An")
    file = sheet(tmp_path / "a.xlsx", (12, "Tỷ lệ dân số tham gia bảo hiểm y tế", "%", 9.4, 9.4))
    code, answer = run("import", file, "--by", "An", "--json")
    assert (code, answer["upload"]) == (1, None)
    refused = [issue for issue in answer["issues"] if issue["severity"] == "error"]
    assert [(issue["code"], issue["cell"]) for issue in refused] == [("doubtful_not_accepted", "D3")]
    assert run("import", file, "--by", "An", "--accept-likely", "--json")[0] == 1
    assert run("import", file, "--by", "An", "--accept-doubtful", "--json")[1]["upload"] == 2


def test_the_rest_is_taken_and_what_was_left_out_is_told(run: Run, tmp_path: Path) -> None:
    wrong = (18, "Tỷ lệ thu gom rác thải sinh hoạt", "%", "chưa rõ số", "chưa rõ số")
    code, answer = run("import", sheet(tmp_path / "a.xlsx", WATER, wrong), "--by", "An", "--take-rest", "--json")
    assert (code, answer["upload"]) == (0, 1)
    assert [reading["measure"] for reading in answer["readings"]] == ["clean_water"]
    left_out = {(item["cell"], item["code"]) for item in answer["left_out"]}
    assert left_out
    assert {code for _, code in left_out} == {"text_not_number"}
    assert all(issue["severity"] == "warning" for issue in answer["issues"])
    assert run("uploads", "--json")[1]["uploads"][0]["left_out"] == len(answer["left_out"])
    assert "bỏ ra" in run("uploads")[1]


def test_the_rest_is_not_taken_where_the_whole_sheet_is_in_doubt(run: Run, tmp_path: Path) -> None:
    code, answer = run("import", Q3, "--period", "2026-Q2", "--by", "An", "--take-rest", "--json")
    assert (code, answer["upload"], answer["left_out"]) == (1, None, [])
    only_wrong = sheet(tmp_path / "a.xlsx", (18, "Tỷ lệ thu gom rác thải sinh hoạt", "%", "chưa rõ", "chưa rõ"))
    assert run("import", only_wrong, "--by", "An", "--take-rest", "--json")[0] == 1
    assert run("uploads", "--json")[1] == {"uploads": []}


def test_a_period_is_locked_unlocked_and_corrected(run: Run, tmp_path: Path) -> None:
    run("import", sheet(tmp_path / "a.xlsx", WATER), "--by", "An")
    assert run("lock", "--period", "2026-Q3", "--by", "Lan", "--json") == (0, {"period": "2026-Q3", "locked": True})
    assert run("lock", "--period", "2026-Q3", "--by", "Lan")[0] == 1
    corrected = sheet(tmp_path / "b.xlsx", (*WATER[:3], 98.7, 98.7))
    for command in (("check", corrected), ("import", corrected, "--by", "An")):
        code, answer = run(*command, "--json")
        refused = [(issue["code"], issue["sheet"], issue["cell"]) for issue in answer["issues"]]
        assert (code, refused[-1]) == (1, ("period_locked", "Sheet", "D3"))
    unlock = ("unlock", "--period", "2026-Q3", "--by", "Lan")
    assert run(*unlock)[0] == 2
    assert run(*unlock, "--reason", "Thống kê sửa số")[0] == 0
    code, answer = run("import", corrected, "--by", "An", "--json")
    assert (code, answer["issues"][-1]["code"]) == (1, "reason_missing")
    assert run("import", corrected, "--by", "An", "--reason", "Theo niên giám", "--json")[1]["upload"] == 2
    assert "điều chỉnh: Theo niên giám" in run("uploads")[1]
    acts = run("locks", "--json")[1]["locks"]
    assert [(act["period"], act["locked"], act["acted_by"]) for act in acts] == [
        ("2026-Q3", False, "Lan"),
        ("2026-Q3", True, "Lan"),
    ]
    assert "Mở khóa quý III/2026" in run("locks")[1]


def test_a_changed_baseline_shows_the_milestones_it_moves(run: Run, tmp_path: Path) -> None:
    def baseline(name: str, value: float) -> Path:
        workbook = Workbook()
        page = workbook.worksheets[0]
        for row in (["NĂM 2025"], ["TT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2025"], [*WATER[:3], value]):
            page.append(row)
        workbook.save(tmp_path / name)
        return tmp_path / name

    assert run("import", baseline("a.xlsx", 90.0), "--by", "An", "--json")[1]["upload"] == 1
    answer = run("check", baseline("b.xlsx", 95.0), "--json")[1]
    moved = {(row["target"], row["period"]): (row["before"], row["after"]) for row in answer["moved_milestones"]}
    # to 100 by 2030: 90 + 10 × 12/60 and 95 + 5 × 12/60 at the end of 2026; the goal itself does not move
    assert moved["17", "2026"] == (92, 96)
    assert moved["17", "2029"] == (98, 99)
    assert ("17", "2030") not in moved
    assert "Mốc của chỉ tiêu 17, kỳ 2026 thay đổi theo số gốc: 92 → 96" in run("check", baseline("b.xlsx", 95.0))[1]
    assert run("check", baseline("b.xlsx", 90.0), "--json")[1]["moved_milestones"] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("status", "--period", "2026-Q3"),
        ("milestones", "--year", "2026"),
        ("forecast", "--period", "2026-Q3"),
        ("uploads",),
        ("locks",),
        ("plan", "versions"),
        ("plan", "export", "--out", os.devnull),
    ],
)
def test_a_store_that_was_not_there_is_said_beside_the_answer(
    capsys: pytest.CaptureFixture[str], store: Path, arguments: tuple[str, ...]
) -> None:
    assert main(["--store", str(store), *arguments]) == 0
    assert "chưa có kho số liệu nào nên đã tạo một kho mới" in capsys.readouterr().err
    assert main(["--store", str(store), *arguments]) == 0
    assert capsys.readouterr().err == ""


def test_a_command_loads_no_writer_before_it_writes() -> None:
    """What draws and sets documents takes longer to load than most commands to run."""
    said = "import sys, indicators.command_line; print(*{'matplotlib', 'docx', 'docxtpl', 'typst'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", said], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == ""
