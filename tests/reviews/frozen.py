"""A review that was frozen once in the process, in a store of its own, for those who only read it or copy it."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from pathlib import Path
from shutil import copyfile

from indicators.periods import parse_period
from indicators.reports.model import Occasion
from indicators.reviews import Review, Scope, ScopeKind, export, freeze, open_review
from indicators.store import Store, open_store
from tests.history import COMMUNE, folder_of_run, history_copy

NAME = "Đánh giá giữa nhiệm kỳ"
PERIOD = parse_period("2026-Q2")
AT = datetime(2026, 7, 20, 3)
AS_OF = datetime(2026, 7, 10, 16, 59, 59)
UNIT = Scope(ScopeKind.UNIT, "Công an xã")


def freeze_unit(store: Store, key: Path, name: str = NAME, **other: object) -> Review:
    """The review of a unit with few targets: what is frozen is the same, and it takes a second."""
    said = {"occasion": Occasion.MIDTERM, "period": PERIOD, "as_of": AS_OF, "scope": UNIT, "by": "Lan", "at": AT}
    return freeze(store, COMMUNE, name=name, key=key, **(said | other))  # type: ignore[arg-type]


@cache
def _place() -> Path:
    place = folder_of_run()
    with open_store(history_copy(place / "kpi.duckdb", "2026-Q2")) as store:
        export(store, freeze_unit(store, place / "key.pem"), place / "folder")
    return place


def frozen_copy(place: Path) -> Path:
    """The store with the review and the key beside it, as files of one's own."""
    copyfile(_place() / "key.pem", place / "key.pem")
    copyfile(_place() / "kpi.duckdb", place / "kpi.duckdb")
    return place / "kpi.duckdb"


@cache
def frozen() -> tuple[Store, Review]:
    """The store and the review, to be read only."""
    store = open_store(frozen_copy(folder_of_run()))
    return store, open_review(store, COMMUNE, NAME)


def exported() -> Path:
    """The folder of the review, to be read only."""
    return _place() / "folder"


def manifest() -> dict[str, object]:
    return dict(json.loads((exported() / "manifest.json").read_text(encoding="utf-8")))
