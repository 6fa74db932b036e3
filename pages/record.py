"""The one open store of this process, with the catalogue and the settings it was opened by."""

from __future__ import annotations

import atexit
import gc
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from indicators.catalogue import Catalogue, load_catalogue
from indicators.enrolment import open_enrolled
from indicators.settings import CATALOGUE, Settings, load_settings
from indicators.store import Store
from indicators.wording.screens import ENROLLED_BY


@dataclass(frozen=True)
class Record:
    """`path`: the store's file; what belongs beside it is named from it."""

    store: Store
    path: Path
    catalogue: Catalogue
    settings: Settings
    is_demonstration: bool


def now() -> datetime:
    """This moment in UTC without its zone, as the store keeps it: the only clock of the pages."""
    return datetime.now(UTC).replace(tzinfo=None)


@st.cache_resource(show_spinner=False)
def open_record() -> Record:
    """Opens the store and takes in the catalogue, once a process. Raises IndicatorsError; the next run tries again."""
    settings, catalogue = load_settings(), load_catalogue(CATALOGUE)
    path = Path(os.environ.get("KPI_STORE") or settings.store)
    store = open_enrolled(path, settings.reporting_calendar, catalogue, by=ENROLLED_BY, at=now())
    marked = bool(store.rows("demonstration")[0]["is_demonstration"])
    # Streamlit collects garbage after every run of a page; what lives as long as the process need not be looked at.
    gc.collect()
    gc.freeze()
    atexit.register(_close, store)
    return Record(store, path, catalogue, settings, marked)


def _close(store: Store) -> None:
    """Leaves one whole file behind, and nothing that DuckDB would miss."""
    gc.unfreeze()
    store.close()
