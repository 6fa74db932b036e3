"""The office's settings, from data/settings.toml; where the file or a line is missing, the defaults."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indicators.errors import SettingsInvalid
from indicators.limits import STANDARD, Limits
from indicators.periods import ReportingCalendar

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "data" / "catalogue"
SETTINGS = ROOT / "data" / "settings.toml"
TEMPLATES = ROOT / "data" / "templates"


@dataclass(frozen=True)
class LetterheadSettings:
    """What the office says of its official documents; '' and () where the commune's name says it."""

    superior: str = ""
    agency: str = ""
    place: str = ""
    symbol: str = ""
    signer: tuple[str, ...] = ()
    signer_name: str = ""
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True)
class Settings:
    """`store`: where the record is kept; `default_commune`: for a sheet that names none; `limits`: of a file;
    `templates`: the folder of the Word templates; `signing_key`: of reviews, None: beside the store."""

    store: Path = ROOT / "data" / "kpi.duckdb"
    default_commune: str = "vinh_thinh"
    reporting_calendar: ReportingCalendar = ReportingCalendar.CALENDAR
    limits: Limits = STANDARD
    letterhead: LetterheadSettings = LetterheadSettings()
    templates: Path = TEMPLATES
    signing_key: Path | None = None


def load_settings(file: Path = SETTINGS) -> Settings:
    """The settings in `file`, paths taken from the project's folder. Raises SettingsInvalid naming file and line."""
    try:
        words = tomllib.loads(file.read_text(encoding="utf-8-sig")) if file.exists() else {}
        return Settings(
            store=ROOT / str(words.get("store", Settings.store)),
            default_commune=str(words.get("default_commune", Settings.default_commune)),
            reporting_calendar=ReportingCalendar(words.get("reporting_calendar", Settings.reporting_calendar)),
            limits=_limits(words.get("limits", {})),
            letterhead=_letterhead(words.get("letterhead", {})),
            signing_key=ROOT / str(words["signing_key"]) if "signing_key" in words else None,
            templates=ROOT / str(words.get("templates", Settings.templates)),
        )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValueError, TypeError) as error:
        raise SettingsInvalid(file, str(error)) from error


def _limits(words: Any) -> Limits:
    """Raises ValueError for a limit that is no whole number above zero, TypeError for one that there is not, or where
    no table of limits stands."""
    if not isinstance(words, dict):
        raise TypeError(f"limits = {words!r}")
    for name, value in words.items():
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise ValueError(f"limits.{name} = {value!r}")
    return Limits(**words)


def _letterhead(words: Any) -> LetterheadSettings:
    """Raises ValueError for what is no text (of a list, one a line) or cannot stand in a document, TypeError for a name
    that there is not, or where no table stands."""
    if not isinstance(words, dict):
        raise TypeError(f"letterhead = {words!r}")
    said: dict[str, Any] = {name: _said(name, value) for name, value in words.items()}
    return LetterheadSettings(**said)


def _said(name: str, value: Any) -> Any:
    in_lines = name in {"signer", "recipients"}
    texts = value if in_lines and isinstance(value, list) else [value]
    if any(not isinstance(text, str) or not text.replace("\n", "").isprintable() for text in texts):
        raise ValueError(f"letterhead.{name} = {value!r}")
    return tuple(texts) if in_lines else value
