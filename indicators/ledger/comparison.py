"""A sheet beside what stands, and whether what was shown still holds when it is confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256

from indicators.errors import PreviewOutdated, SheetRefused
from indicators.intake import Issue, Pointing, Reading, SheetReading
from indicators.ledger.locking import locks_met_by
from indicators.ledger.rest import Rest, locked_issues, rest_of
from indicators.ledger.standing import Rows, Standing, standing_of
from indicators.moments import END
from indicators.store import Row, Store


class Change(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True)
class ComparedReading:
    """A reading beside the value that stands for its measure and period, None where there is none. `asks_reason`: it
    corrects a value of a period that had been locked."""

    reading: Reading
    earlier_value: Decimal | None
    earlier_upload: int | None
    asks_reason: bool = False

    @property
    def change(self) -> Change:
        if self.earlier_value is None:
            return Change.NEW
        return Change.SAME if self.earlier_value == self.reading.value else Change.CHANGED


@dataclass(frozen=True)
class Token:
    """What somebody was shown: the file's bytes, its reading with what was pointed at, how many plans, measures and
    acts of locking there were, and every value that stood of the sheet's measures. Uploads of other measures leave it
    valid: neither a difference shown nor a warning of the sheet depends on them."""

    content: str
    reading: str
    rules: tuple[int, ...]
    values: tuple[tuple[str, str, Decimal], ...] = field(repr=False)


@dataclass(frozen=True)
class Preview:
    """What a sheet would change. `token` goes to `record`: what was previewed is what is stored. `locked` are the cells
    that run into a locked period, `rest` what could be taken without the troubled cells (None where nothing is
    troubled, or the trouble is not one of cells)."""

    commune: str
    rows: tuple[ComparedReading, ...]
    token: Token
    locked: tuple[Issue, ...] = ()
    rest: Rest | None = None

    @property
    def asks_reason(self) -> bool:
        return any(row.asks_reason for row in self.rows)


@dataclass(frozen=True)
class ChangedSince:
    """A value of a measure in the sheet that is another now than when the sheet was previewed; None: there was, or
    is, none. `upload` and `by` say whose it is now."""

    measure: str
    period: str
    value_then: Decimal | None
    value_now: Decimal | None
    upload: int | None
    by: str | None


def preview(
    store: Store,
    content: bytes,
    reading: SheetReading,
    as_of: datetime,
    pointed: Mapping[str, Pointing] | None = None,
) -> Preview:
    """The reading beside what stands. `pointed`: what somebody said of this file's layouts, the same as `record` is
    given. Raises SheetRefused where the commune was not found."""
    commune = commune_of(reading)
    standing, met = standing_of(store, commune, as_of), locks_met_by(store, commune, reading.readings, as_of)
    corrected = {found.place for _, found in met if not found.lock.locked}
    rows = tuple(_compare(item, standing, place in corrected) for place, item in enumerate(reading.readings))
    locked = locked_issues(store, commune, reading, as_of)
    rest = rest_of(reading, locked) if reading.errors or locked else None
    return Preview(commune, rows, _token(store, content, reading, pointed or {}, standing, as_of), locked, rest)


def refuse_outdated(
    source: Rows, content: bytes, reading: SheetReading, pointed: Mapping[str, Pointing], token: Token
) -> None:
    """Raises PreviewOutdated with the values that changed since the preview. The whole record counts, whatever the
    moment of writing: writers may commit out of the order of their moments."""
    standing = standing_of(source, commune_of(reading), END)
    now = _token(source, content, reading, pointed, standing, END)
    if now != token:
        raise PreviewOutdated(_changed_since(source, token, now, standing))


def commune_of(reading: SheetReading) -> str:
    if reading.commune is None:
        raise SheetRefused(reading.errors)
    return reading.commune


def _compare(reading: Reading, standing: Standing, asks_reason: bool) -> ComparedReading:
    found = standing.own(reading.measure, reading.period)
    if found is None:
        return ComparedReading(reading, None, None, asks_reason)
    return ComparedReading(reading, found["value"], found["upload"], asks_reason)


def _token(
    source: Rows,
    content: bytes,
    reading: SheetReading,
    pointed: Mapping[str, Pointing],
    standing: Standing,
    as_of: datetime,
) -> Token:
    head = source.rows("ledger_head", commune=commune_of(reading), as_of=as_of)[0]
    measures = {item.measure for item in reading.readings}
    values = sorted((*key, row["value"]) for key, row in standing.rows.items() if key[0] in measures)
    said = (reading, sorted((layout, sorted(columns.items())) for layout, columns in pointed.items()))
    return Token(
        sha256(content).hexdigest(),
        sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest(),
        (head["plans"], head["measures"], head["locks"]),
        tuple(values),
    )


def _changed_since(source: Rows, then: Token, now: Token, standing: Standing) -> tuple[ChangedSince, ...]:
    before, after = ({(measure, period): value for measure, period, value in token.values} for token in (then, now))
    by = {row["upload"]: row["recorded_by"] for row in source.rows("uploads", as_of=END)}
    return tuple(
        _changed(key, before.get(key), after.get(key), standing.own(*key), by)
        for key in sorted(before.keys() | after.keys())
        if before.get(key) != after.get(key)
    )


def _changed(
    key: tuple[str, str], then: Decimal | None, now: Decimal | None, row: Row | None, by: Mapping[int, str]
) -> ChangedSince:
    upload = row["upload"] if row else None
    return ChangedSince(*key, then, now, upload, by[upload] if upload is not None else None)
