from __future__ import annotations

from pathlib import Path

import pytest

from indicators.errors import SettingsInvalid
from indicators.limits import Limits
from indicators.periods import ReportingCalendar
from indicators.settings import ROOT, Settings, load_settings


def test_the_shipped_settings_are_the_defaults() -> None:
    assert load_settings() == Settings()


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml") == Settings()


def test_a_line_replaces_its_default(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('store = "data/xa.duckdb"\nreporting_calendar = "decree"\n', encoding="utf-8")
    assert load_settings(file) == Settings(ROOT / "data/xa.duckdb", "vinh_thinh", ReportingCalendar.DECREE)


@pytest.mark.parametrize("text", ["store = ", 'reporting_calendar = "lunar"', "\x00"])
def test_what_cannot_be_read_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsInvalid):
        load_settings(file)


def test_a_limit_replaces_its_default(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("[limits]\nfile_bytes = 20000000\n", encoding="utf-8")
    assert load_settings(file).limits == Limits(file_bytes=20_000_000)


@pytest.mark.parametrize("text", ["rows = 0", "rows = true", 'rows = "nhiều"', "lines = 5"])
def test_a_limit_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f"[limits]\n{text}\n", encoding="utf-8")
    with pytest.raises(SettingsInvalid):
        load_settings(file)


def test_limits_that_are_no_table_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("limits = 5\n", encoding="utf-8")
    with pytest.raises(SettingsInvalid, match="limits = 5"):
        load_settings(file)
