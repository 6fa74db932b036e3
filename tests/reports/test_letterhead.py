"""What stands around a report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from indicators.errors import SettingsInvalid
from indicators.reports import Letterhead, letterhead_of
from indicators.settings import LetterheadSettings, Settings, load_settings

OWN = LetterheadSettings(agency="UBND PHƯỜNG A", place="Hải Phòng", symbol="BC-ABC", signer=("KT. CHỦ TỊCH", "PHÓ"))


def test_silent_settings_are_filled_in_from_the_communes_name() -> None:
    assert letterhead_of(Settings(), "xã Vĩnh Thịnh") == Letterhead(
        agency_vi="ỦY BAN NHÂN DÂN XÃ VĨNH THỊNH", symbol="BC-UBND", place_vi="Vĩnh Thịnh",
        signer_vi=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), recipients_vi=("Lưu: VT.",),
    )  # fmt: skip
    assert letterhead_of(Settings(), "phường Xã Đàn").place_vi == "Xã Đàn"


def test_what_the_settings_say_stands_and_what_is_given_goes_before_it() -> None:
    found = letterhead_of(Settings(letterhead=OWN), "xã A", number="12", dated=date(2026, 10, 5), place_vi=None)
    assert (found.agency_vi, found.place_vi, found.symbol) == ("UBND PHƯỜNG A", "Hải Phòng", "BC-ABC")
    assert (found.signer_vi, found.number, found.dated) == (("KT. CHỦ TỊCH", "PHÓ"), "12", date(2026, 10, 5))
    assert letterhead_of(Settings(letterhead=OWN), "xã A", place_vi="Huế").place_vi == "Huế"


def test_a_unit_writes_under_its_commune() -> None:
    found = letterhead_of(Settings(), "xã Vĩnh Thịnh", "Phòng Kinh tế")
    assert (found.superior_vi, found.agency_vi) == ("ỦY BAN NHÂN DÂN XÃ VĨNH THỊNH", "PHÒNG KINH TẾ")
    assert found.recipients_vi[0] == "UBND xã Vĩnh Thịnh;"
    assert "CHỦ TỊCH" not in found.signer_vi


def test_the_file_says_it_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('[letterhead]\nplace = "Huế"\nsigner = ["A", "B"]\nrecipients = "Lưu."\n', encoding="utf-8")
    assert load_settings(file).letterhead == LetterheadSettings(place="Huế", signer=("A", "B"), recipients=("Lưu.",))


@pytest.mark.parametrize("line", ["place = 5", 'places = "Huế"', "signer = [1]", 'agency = ["A"]', 'place = "\\u0000"'])
def test_what_no_document_can_say_is_refused(tmp_path: Path, line: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f"[letterhead]\n{line}\n", encoding="utf-8")
    with pytest.raises(SettingsInvalid):
        load_settings(file)


def test_a_letterhead_that_is_no_table_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('letterhead = "UBND"\n', encoding="utf-8")
    with pytest.raises(SettingsInvalid, match="letterhead"):
        load_settings(file)
