"""`python -m indicators review …`: exit 0 done, 1 refused, 2 wrong use; with --json one shape whatever happens."""

import json
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from indicators.__main__ import main
from indicators.settings import CATALOGUE
from indicators.verification.checking import verify
from tests.history import COMMUNE
from tests.reviews.frozen import NAME, frozen, frozen_copy

BY = ("--period", "2026-Q2", "--by", "Lan")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return frozen_copy(tmp_path_factory.mktemp("command"))


def asked(capsys: pytest.CaptureFixture[str], store: Path, *given: str) -> tuple[int, dict]:
    exit_code = main(["--store", str(store), "review", *given, "--json"])
    return exit_code, json.loads(capsys.readouterr().out)


def test_reviews_are_listed_as_of_a_moment(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exit_code, answer = asked(capsys, store, "list", "--as-of", "2026-07-20")
    [review] = answer["reviews"]
    assert exit_code == 0
    assert (review["name"], review["period"], review["occasion"]) == (NAME, "2026-Q2", "midterm")
    assert (review["as_of"], review["frozen_at"]) == ("2026-07-10T23:59:59+07:00", "2026-07-20T10:00:00+07:00")
    assert (review["scope"], review["scope_name"], review["frozen_by"]) == ("unit", "Công an xã", "Lan")
    assert review["fingerprint"] == frozen()[1].row["fingerprint"]
    assert asked(capsys, store, "list", "--as-of", "2026-07-19") == (0, {"reviews": [], "issues": []})


def test_an_export_needs_no_key_and_is_verified_by_its_fingerprint(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "2026"
    exit_code, answer = asked(capsys, store, "export", NAME.upper(), "--out", str(folder))
    assert (exit_code, answer["folder"], answer["review"]["name"]) == (0, str(folder), NAME)
    exit_code, answer = asked(capsys, store, "verify", str(folder), "--fingerprint", answer["review"]["fingerprint"])
    assert (exit_code, answer["whole"], answer["fingerprint_compared"]) == (0, True, True)
    assert answer["as_of"] == "2026-07-10T23:59:59+07:00"
    assert verify(folder).is_whole
    assert asked(capsys, store, "export", NAME, "--out", str(folder))[1]["issues"][0]["code"] == "folder_taken"


def test_a_review_outlives_its_commune_s_folder_of_the_catalogue(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    copytree(CATALOGUE, tmp_path / "catalogue", ignore=ignore_patterns(COMMUNE))
    monkeypatch.setattr("indicators.commands.review.CATALOGUE", tmp_path / "catalogue")
    exit_code, answer = asked(capsys, store, "list")
    assert (exit_code, [review["name"] for review in answer["reviews"]]) == (0, [NAME])
    assert asked(capsys, store, "export", NAME, "--out", str(tmp_path / "2026"))[0] == 0
    assert verify(tmp_path / "2026").is_whole
    assert asked(capsys, store, "list", "--commune", "khong_co")[1]["issues"][0]["code"] == "commune_unknown"


def test_before_it_was_frozen_a_review_is_not_known(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = ("--as-of", "2026-07-19"), ("--as-of", "2026-07-20")
    exit_code, answer = asked(capsys, store, "export", NAME, "--out", str(tmp_path / "early"), *before)
    assert (exit_code, answer["issues"][0]["code"]) == (2, "review_unknown")
    assert not (tmp_path / "early").exists()
    assert asked(capsys, store, "export", NAME, "--out", str(tmp_path / "late"), *after)[0] == 0
    exit_code, answer = asked(capsys, store, "verify", str(tmp_path / "late"), *before)
    assert (exit_code, answer["issues"][0]["code"]) == (1, "frozen_later")
    assert asked(capsys, store, "verify", str(tmp_path / "late"), *after)[0] == 0
    assert asked(capsys, store, "verify", str(tmp_path / "late"), "--as-of", "2026-02-30")[0] == 2


@pytest.mark.parametrize(
    ("given", "exit_code", "code"),
    [
        (("freeze", NAME.lower(), *BY), 1, "review_name_taken"),
        (("freeze", "Bản mới", *BY), 1, "key_missing"),
        (("freeze", "Bản mới", *BY, "--out", "/"), 1, "folder_taken"),
        (("freeze", "Bản mới", *BY, "--as-of", "2999-01-01"), 1, "cut_off_ahead"),
        (("freeze", " ", *BY), 2, "detail_missing"),
        (("freeze", "Bản mới", *BY, "--scope", "Sở Tài chính"), 2, "scope_unknown"),
        (("freeze", "Bản mới", *BY, "--occasion", "period"), 2, "wrong_use"),
        (("freeze", "Bản mới", "--by", "Lan"), 2, "wrong_use"),
        (("export", "Không có", "--out", "/nowhere/x"), 2, "review_unknown"),
        (("export", NAME, "--out", "/nowhere/x"), 1, "folder_unwritable"),
        (("key", "--new"), 2, "detail_missing"),
        (("verify", "/nowhere", "--fingerprint", "12"), 2, "wrong_use"),
        (("verify", "/nowhere"), 2, "wrong_use"),
        (("verify", "/" + "x" * 5000), 2, "wrong_use"),
    ],
)
def test_refusals_are_sentences(
    store: Path, capsys: pytest.CaptureFixture[str], given: tuple[str, ...], exit_code: int, code: str
) -> None:
    found, answer = asked(capsys, store, *given)
    assert (found, answer["issues"][0]["code"]) == (exit_code, code)
    assert answer["issues"][0]["message"]
    assert answer.get("review") is None


def test_the_key_is_made_anew_on_purpose_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = frozen_copy(tmp_path)
    exit_code, answer = asked(capsys, store, "key")
    assert (exit_code, [key["made_by"] for key in answer["keys"]]) == (0, ["Lan"])
    assert answer["file"] == str(tmp_path / "khoa_ky_ban_chot.pem")
    exit_code, answer = asked(capsys, store, "key", "--new", "--by", "Minh")
    assert (exit_code, [key["made_by"] for key in answer["keys"]]) == (0, ["Minh", "Lan"])
    assert "PRIVATE" not in json.dumps(answer)
    assert "PRIVATE" in (tmp_path / "khoa_ky_ban_chot.pem").read_text()
