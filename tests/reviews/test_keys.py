"""One key signs, it is where it must be, and a new one is made only on purpose."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from docx import Document as DocxDocument

from indicators import errors
from indicators.reviews import export, key_file, open_review, renew_key, reviews, signing_keys
from indicators.reviews.keys import key_in_use
from indicators.settings import Settings
from indicators.store import open_store
from indicators.verification.checking import plain_fingerprint, verify
from indicators.wording import reviews as words
from indicators.wording.refusals import sentence
from tests.history import COMMUNE
from tests.reviews.frozen import AT, NAME, freeze_unit, frozen, frozen_copy

LATER = AT + timedelta(days=1)


def test_the_first_key_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    with open_store(None) as empty:
        key = key_in_use(empty, tmp_path / "new" / "key.pem")
    file = tmp_path / "new" / "key.pem"
    assert file.stat().st_mode & 0o777 == 0o600
    assert len(key.fingerprint) == 64
    assert repr(key) == f"SigningKey({key.fingerprint})"


def test_the_store_knows_the_public_half_alone(tmp_path: Path) -> None:
    known, review = frozen()
    [key] = signing_keys(known)
    assert key["fingerprint"] == review.row["fingerprint"]
    assert (key["made_by"], key["made_at"]) == ("Lan", AT)
    path = frozen_copy(tmp_path)
    secret = "".join((tmp_path / "key.pem").read_text().splitlines()[1:-1])
    assert secret.encode() not in path.read_bytes()


def test_a_key_that_is_gone_is_missed_before_anything_is_read(tmp_path: Path) -> None:
    with open_store(frozen_copy(tmp_path)) as known:
        with pytest.raises(errors.KeyMissing) as refused:
            freeze_unit(known, tmp_path / "elsewhere.pem", "Lần hai")
        told = sentence(refused.value)
        assert str(tmp_path / "elsewhere.pem") in told
        assert "review key --new" in told
        assert not (tmp_path / "elsewhere.pem").exists()


def test_another_key_is_not_taken(tmp_path: Path) -> None:
    with open_store(None) as empty:
        key_in_use(empty, tmp_path / "other.pem")
    with open_store(frozen_copy(tmp_path)) as known:
        with pytest.raises(errors.KeyDiffers) as refused:
            freeze_unit(known, tmp_path / "other.pem", "Lần hai")
        assert signing_keys(known)[0]["fingerprint"] in sentence(refused.value)


@pytest.mark.parametrize("content", [b"", b"key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
def test_a_file_that_is_no_key_is_said_to_be(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.pem").write_bytes(content)
    with open_store(frozen_copy(tmp_path)) as known, pytest.raises(errors.KeyUnusable) as refused:
        freeze_unit(known, tmp_path / "bad.pem", "Lần hai")
    assert "Ed25519" in sentence(refused.value)


def test_a_key_that_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pem")
    with open_store(frozen_copy(tmp_path)) as known, pytest.raises(errors.KeyUnusable):
        freeze_unit(known, tmp_path / "pipe.pem", "Lần hai")


def test_a_second_review_with_a_new_key_leaves_the_first_as_it_was(tmp_path: Path) -> None:
    path, file = frozen_copy(tmp_path), tmp_path / "key.pem"
    old = file.read_bytes()
    with open_store(path) as known:
        with pytest.raises(errors.DetailMissing):
            renew_key(known, file, by=" ", at=AT)
        # The clock may have gone back: the last key made is the one in use.
        key = renew_key(known, file, by="Minh", at=AT - timedelta(days=9))
        assert [row["made_by"] for row in signing_keys(known)] == ["Minh", "Lan"]
        assert (tmp_path / "key.pem.cu1").read_bytes() == old
        before, said = open_review(known, COMMUNE, NAME), list[tuple[int, int, str]]()
        after = freeze_unit(known, file, "Lần hai", by=" Minh ", at=LATER, progress=lambda *step: said.append(step))
        assert [done for done, _, _ in said] == sorted(done for done, _, _ in said)
        assert said[-1] == (5, 5, words.FROZEN)
        assert [row["name_vi"] for row in reviews(known, COMMUNE)] == ["Lần hai", NAME]
        assert [row["name_vi"] for row in reviews(known, COMMUNE, AT)] == [NAME]
        assert (after.row["frozen_by"], after.row["as_of"]) == ("Minh", before.row["as_of"])
        assert open_review(known, COMMUNE, "LẦN HAI").parts["targets"] == before.parts["targets"]
        assert after.row["fingerprint"] == key.fingerprint != before.row["fingerprint"]
        assert verify(export(known, before, tmp_path / "1"), before.row["fingerprint"]).is_whole
        assert verify(export(known, after, tmp_path / "2"), key.fingerprint).is_whole
        report = DocxDocument(str(tmp_path / "2" / "bao_cao.docx"))
        [said_there] = [line.text for line in report.paragraphs if "Mã khóa ký số liệu" in line.text]
        assert plain_fingerprint(said_there.partition(":")[2]) == key.fingerprint


def test_the_key_is_beside_the_store_unless_the_office_says_where(tmp_path: Path) -> None:
    assert key_file(Settings(), tmp_path / "kpi.duckdb") == tmp_path / "khoa_ky_ban_chot.pem"
    assert key_file(Settings(signing_key=tmp_path / "x.pem"), tmp_path / "kpi.duckdb") == tmp_path / "x.pem"
