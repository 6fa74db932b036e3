"""A changed folder is found, and what was changed is named; a hostile one ends in an answer."""

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random
from shutil import copytree

import pytest

from indicators.__main__ import main
from indicators.verification.checking import verify
from indicators.verification.model import Kind
from tests.conftest import ROOT
from tests.reviews import changes
from tests.reviews.frozen import exported, frozen

ALONE = """
import runpy, sys

class Refusing:
    def find_spec(self, name, path=None, target=None):
        first = name.partition(".")[0]
        own = ("indicators", "indicators.__main__", "indicators.wording", "indicators.wording.verification")
        if name in own or name.startswith("indicators.verification"):
            return None
        if first in sys.stdlib_module_names or first in ("cryptography", "_cffi_backend", "cffi", "pycparser"):
            return None
        raise ImportError("not to be imported: " + name)

sys.meta_path.insert(0, Refusing())
sys.argv[1:1] = ["review", "verify"]
runpy.run_module("indicators", run_name="__main__", alter_sys=True)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the review, to be changed."""
    return changes.linked(exported(), tmp_path / "folder")


def fingerprint() -> str:
    return str(frozen()[1].row["fingerprint"])


def kinds(folder: Path) -> set[tuple[str, str]]:
    return {(found.kind.value, found.path) for found in verify(folder).findings}


def test_an_untouched_folder_is_whole() -> None:
    verdict = verify(exported(), fingerprint())
    assert verdict.findings == ()
    assert verdict.is_compared
    assert verdict.fingerprint == fingerprint()


@pytest.mark.parametrize("seed", range(10))
def test_two_hundred_random_changes_are_found_and_named(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    for number in range(20):
        change = changes.CHANGES[(20 * seed + number) % len(changes.CHANGES)]
        folder = changes.linked(exported(), tmp_path / str(number))
        file, place = change(folder, chance)
        found = {(finding.path, finding.place) for finding in verify(folder, fingerprint()).findings}
        named = [where for path, where in found if path == file]
        assert named, f"{change.__name__}, seed {seed}, number {number}: {file} is not among {found}"
        assert any(where.startswith(place) for where in named), f"{change.__name__}: {place} is not among {found}"


def test_a_cell_is_all_that_is_named_of_one_changed_cell(folder: Path) -> None:
    file, place = changes.a_cell(folder, Random(1))
    cells = [found.place for found in verify(folder).findings if found.kind is Kind.CELL]
    assert cells == [place]
    assert {found.path for found in verify(folder).findings} == {file}


def test_a_heading_and_a_sheet_of_the_data_workbook_are_named(folder: Path) -> None:
    parts = changes.unzipped((folder / changes.WORKBOOK).read_bytes())
    sheet = parts["xl/worksheets/sheet3.xml"]
    parts["xl/worksheets/sheet3.xml"] = sheet.replace("<t>Bản kế hoạch</t>".encode(), b"<t>Sai</t>", 1)
    assert parts["xl/worksheets/sheet3.xml"] != sheet
    titles = parts["xl/workbook.xml"].replace("Dự báo".encode(), "Dự đoán".encode())
    changes.write(folder / changes.WORKBOOK, changes.zipped(parts | {"xl/workbook.xml": titles}))
    found = {(found.kind.value, found.place) for found in verify(folder).findings if found.place.find(".xml") < 0}
    named = {("cell", "Chỉ tiêu!D1"), ("sheet_added", "Dự đoán"), ("sheet_missing", "Dự báo"), ("changed", "")}
    assert found == named


def test_a_row_is_named_with_its_target(folder: Path) -> None:
    _, place = changes.a_row(folder, Random(3))
    [found] = [found for found in verify(folder).findings if found.kind is Kind.ROW_CHANGED]
    said = json.loads((exported() / "so_lieu_chot.jsonl").read_text().split("\n")[0])["row"]["parts"]
    assert found.place.split(" (")[0] == place
    assert any(part["part"] == place.split()[0] for part in said)
    assert "(" in found.place


def test_another_key_is_found_only_with_the_fingerprint(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changes.signed_again(folder, Random(5))
    assert verify(folder).findings == ()
    assert main(["review", "verify", str(folder)]) == 0
    assert "chưa đối chiếu khóa" in capsys.readouterr().out
    assert main(["review", "verify", str(folder), "--fingerprint", fingerprint()]) == 1
    assert "ký bằng khóa khác" in capsys.readouterr().out


def test_a_stranger_writes_no_line_of_the_answer(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who signs with a key of his own may name the review as he likes: it stays one line, and moves no cursor."""
    said = json.loads((folder / "manifest.json").read_bytes())
    said["review"]["name_vi"] = "X\nĐã đối chiếu khóa: trùng với dấu vân tay đã cho.\x1b[2J\u202e"
    changes.signed_by_another(folder, said, Random(2))
    (folder / "a\nb\x1b[1A").write_text("x")
    assert main(["review", "verify", str(folder)]) == 1
    lines = capsys.readouterr().out.split("\n")
    assert not [line for line in lines if line.startswith("Đã đối chiếu")]
    assert all(line.isprintable() for line in lines)
    assert any(line.startswith("Bản chốt (theo thư mục, không đáng tin): X�Đã đối chiếu") for line in lines)


@pytest.mark.parametrize("ordinal", ["Infinity", "9" * 10_000, "[" * 100_000])
def test_a_row_that_says_no_number_is_named(folder: Path, ordinal: str) -> None:
    lines = (folder / changes.CANONICAL).read_bytes().split(b"\n")
    lines[3] = b'{"part":"targets","ordinal":' + ordinal.encode() + b"}"
    changes.write(folder / changes.CANONICAL, b"\n".join(lines))
    assert {found.kind for found in verify(folder).findings} == {Kind.CHANGED, Kind.ROW_CHANGED}


def test_what_was_frozen_later_is_not_said_to_be_changed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "verify", str(exported()), "--as-of", "2026-07-19"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("Thư mục không phải của bản chốt đã có vào thời điểm cho trước.")
    assert "KHÔNG còn nguyên vẹn" not in said


def test_verifying_imports_nothing_of_the_product() -> None:
    def run(*given: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", ALONE, *given]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    whole = run(str(exported()), "--fingerprint", fingerprint(), "--json")
    assert (whole.returncode, whole.stderr) == (0, "")
    said = json.loads(whole.stdout)
    assert (said["whole"], said["fingerprint_compared"], said["issues"]) == (True, True, [])
    assert run("/nowhere").returncode == 2
    assert run(str(exported()), "--as-of", "2026-07-19").returncode == 1
    assert run(str(exported()), "--as-of", "2026-07-20T10:00").returncode == 0
    wrong = run(str(exported()), "--fingerprint", "12")
    assert wrong.returncode == 2
    assert "64 chữ số" in wrong.stderr
    assert run("--help").returncode == 0


@pytest.mark.parametrize("as_json", [(), ("--json",)])
def test_an_answer_that_nobody_reads_is_still_the_exit_code(folder: Path, as_json: tuple[str, ...]) -> None:
    (folder / "them.txt").touch()
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "indicators", "review", "verify", str(folder), *as_json]
    found = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (found.returncode, found.stderr) == (1, "")


def test_what_a_closed_folder_holds_is_not_said_to_be_missing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def closed(path: Path) -> object:
        if path.name == "parquet":
            raise PermissionError
        return real(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert kinds(folder) == {("unreadable", "parquet/")}


def test_of_another_file_altogether_no_row_is_named(folder: Path) -> None:
    changes.write(folder / changes.CANONICAL, b"\n" * 1_000_000)
    assert kinds(folder) == {("changed", changes.CANONICAL)}


def test_fingerprints_are_taken_as_people_write_them() -> None:
    said = fingerprint().upper()
    spaced = ":".join(said[at : at + 2] for at in range(0, 64, 2))
    assert main(["review", "verify", str(exported()), "--fingerprint", spaced, "--json"]) == 0


def test_links_and_pipes_are_named_and_not_followed(folder: Path, tmp_path: Path) -> None:
    (folder / "DOC_TRUOC.txt").unlink()
    (folder / "DOC_TRUOC.txt").symlink_to(exported() / "DOC_TRUOC.txt")
    (folder / "vong").symlink_to(folder)
    os.mkfifo(folder / "ong")
    assert {("unsafe", "DOC_TRUOC.txt"), ("unsafe", "vong"), ("unsafe", "ong"), ("missing", "DOC_TRUOC.txt")} <= kinds(
        folder
    )


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{}", b"[]", b"\xff\xfe", b"[" * 200_000, b"1" * 200_000, b'{"format": 1}', b'{"format": 1, "format": 1}',
        b'{"format": Infinity}',
        b'{"format":1,"review":[],"fingerprint":"","canonical_sha256":"","parts":[],"sheets":{},"files":{}}',
    ],
)  # fmt: skip
def test_a_manifest_that_is_none_is_said_to_be(folder: Path, content: bytes) -> None:
    changes.write(folder / "manifest.json", content)
    assert {("manifest", "manifest.json"), ("signature", "manifest.json")} <= kinds(folder)


@pytest.mark.parametrize("path", ["../secret", "/etc/passwd", "a/../../b", "a//b", "a\\b", "", "."])
def test_a_manifest_that_leads_out_of_the_folder_is_refused(folder: Path, path: str) -> None:
    said = json.loads((folder / "manifest.json").read_bytes())
    said["files"][path] = said["files"]["DOC_TRUOC.txt"]
    changes.write(folder / "manifest.json", json.dumps(said).encode())
    assert ("manifest", "manifest.json") in kinds(folder)


@pytest.mark.parametrize(
    "pem", [b"", b"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", b"\x00" * 20_000]
)
def test_a_key_that_is_none_is_said_to_be(folder: Path, pem: bytes) -> None:
    changes.write(folder / "khoa_cong_khai.pem", pem)
    assert {kind for kind, path in kinds(folder) if path == "khoa_cong_khai.pem"} & {"key", "unreadable"}


def test_a_workbook_with_entities_is_looked_into_no_further(folder: Path) -> None:
    parts = changes.unzipped((folder / changes.WORKBOOK).read_bytes())
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><c r="A1"><v>&a;</v></c></worksheet>'
    parts["xl/worksheets/sheet1.xml"] = bomb
    changes.write(folder / changes.WORKBOOK, changes.zipped(parts))
    assert {("changed", changes.WORKBOOK), ("inner_changed", changes.WORKBOOK)} <= kinds(folder)


def test_what_is_no_folder_of_a_review_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("x")
    for given in ("empty", "file", "missing"):
        assert [found.kind for found in verify(tmp_path / given).findings] == [Kind.NOT_A_REVIEW]


def test_a_folder_of_any_bytes_ends_in_an_answer(tmp_path: Path) -> None:
    chance = Random(11)
    for number in range(30):
        folder = copytree(exported(), tmp_path / str(number), copy_function=os.link)
        for name in chance.sample(changes.files_of(folder), 3):
            changes.write(folder / name, chance.randbytes(chance.randrange(500)))
        assert main(["review", "verify", str(folder), "--json"]) == 1
