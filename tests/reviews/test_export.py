"""A folder is written whole or not at all."""

import errno
import os
import resource
from pathlib import Path

import pytest

from indicators import errors
from indicators.reviews import export
from indicators.reviews.folder import original_path
from indicators.verification.checking import verify
from indicators.wording.refusals import sentence
from tests.reviews.frozen import frozen


def test_an_export_is_the_stored_bytes_and_read_only(tmp_path: Path) -> None:
    known, review = frozen()
    folder = export(known, review, tmp_path / "2028")
    assert sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()) == sorted(
        file.path for file in review.files
    )
    assert verify(folder, review.row["fingerprint"]).is_whole
    assert {path.stat().st_mode & 0o777 for path in folder.rglob("*") if path.is_file()} == {0o444}
    assert [path.name for path in tmp_path.iterdir()] == ["2028"]


@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_what_is_there_is_left_alone(tmp_path: Path, kind: str) -> None:
    there = tmp_path / "2028"
    if kind == "link":
        there.symlink_to("/nowhere")
    else:
        there.mkdir() if kind == "folder" else there.touch()
    with pytest.raises(errors.FolderTaken) as refused:
        export(*frozen(), there)
    assert "chọn tên khác" in sentence(refused.value)


@pytest.mark.parametrize(("number", "error"), [(errno.ENOSPC, True), (errno.EIO, False)])
def test_a_disk_that_fails_leaves_no_half_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: bool
) -> None:
    real, calls = os.fsync, []

    def failing(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 5:
            raise OSError(number, os.strerror(number))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(errors.FolderUnwritable) as refused:
        export(*frozen(), tmp_path / "2028")
    assert refused.value.is_full is error
    assert ("đĩa đã đầy" in sentence(refused.value)) is error
    assert list(tmp_path.iterdir()) == []


def test_an_export_that_is_interrupted_leaves_no_half_folder(tmp_path: Path) -> None:
    def interrupt(done: int, steps: int, what_vi: str) -> None:
        if done == 7:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(*frozen(), tmp_path / "2028", interrupt)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_export_left_is_cleared_by_the_next_of_that_name(tmp_path: Path) -> None:
    """Another's folder, and one that only looks alike, stay."""
    others = [".2028.notes", ".2029.abcd1234.dang_ghi", ".2028.abcd1234.dang_ghi.bak"]
    for name in (".2028.abcd1234.dang_ghi", *others):
        (tmp_path / name).mkdir()
        (tmp_path / name / "so_lieu_chot.jsonl").touch(0o444)
    export(*frozen(), tmp_path / "2028")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["2028", *others])


def test_files_that_may_not_grow_stop_an_export(tmp_path: Path) -> None:
    """As a full disk does, by the system itself."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(errors.FolderUnwritable) as refused:
            export(*frozen(), tmp_path / "2028")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert refused.value.is_full
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(errors.FolderUnwritable) as refused:
        export(*frozen(), tmp_path / "missing" / "2028")
    assert "đường dẫn" in sentence(refused.value)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("bao_cao.xlsx", "bieu_goc/00007_bao_cao.xlsx"),
        ("Báo cáo (quý 2).xlsx", "bieu_goc/00007_Báo_cáo_(quý_2).xlsx"),
        ("../../etc/passwd", "bieu_goc/00007__.._etc_passwd"),
        ("C:\\x\\..\\a.xlsx", "bieu_goc/00007_C__x_.._a.xlsx"),
        ("a\0b\n.csv", "bieu_goc/00007_a_b_.csv"),
        ("Ba\u0301o.xls", "bieu_goc/00007_Báo.xls"),
        ("", "bieu_goc/00007_tep"),
        ("..", "bieu_goc/00007_tep"),
        ("x" * 300 + ".xlsx", f"bieu_goc/00007_{'x' * 50}.xlsx"),
    ],
)
def test_no_name_leads_out_of_the_folder(name: str, path: str) -> None:
    assert original_path(7, name) == path
