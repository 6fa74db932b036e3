"""The office's settings, from data/settings.toml; where the file or a line is missing, the defaults."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from indicators.errors import SettingsInvalid
from indicators.periods import ReportingCalendar

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "data" / "catalogue"
SETTINGS = ROOT / "data" / "settings.toml"


@dataclass(frozen=True)
class Settings:
    """`store`: where the record is kept; `default_commune`: for a sheet that names none."""

    store: Path = ROOT / "data" / "kpi.duckdb"
    default_commune: str = "vinh_thinh"
    reporting_calendar: ReportingCalendar = ReportingCalendar.CALENDAR


def load_settings(file: Path = SETTINGS) -> Settings:
    """The settings in `file`, paths taken from the project's folder. Raises SettingsInvalid naming file and line."""
    try:
        words = tomllib.loads(file.read_text(encoding="utf-8-sig")) if file.exists() else {}
        return Settings(
            store=ROOT / str(words.get("store", Settings.store)),
            default_commune=str(words.get("default_commune", Settings.default_commune)),
            reporting_calendar=ReportingCalendar(words.get("reporting_calendar", Settings.reporting_calendar)),
        )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValueError) as error:
        raise SettingsInvalid(file, str(error)) from error
