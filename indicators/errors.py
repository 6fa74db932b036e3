"""What can stop an action, as one small tree. Sentences for people are made in `wording.refusals`.

IndicatorsError
├── CatalogueInvalid      the files in data/catalogue contradict themselves: .problems
├── PeriodInvalid         a period that cannot be read, or lies outside 2021-2030: .text
├── SettingsInvalid       data/settings.toml cannot be read: .file, .detail
├── CommuneUnknown        no such commune in the catalogue: .commune, .known
├── PlanMissing           a commune whose figures are kept and that has no plan to judge them by: .commune, .name_vi
├── TemplateInvalid       a Word template that cannot be filled in: .file, .trouble, .detail
├── NotTypeset            a Word document with something the PDF would lose: .what
├── StoreError
│   ├── StoreTaken        another process has the store: .path
│   ├── StoreNewer        written by a newer version of the program: .found, .supported
│   ├── StoreUnreadable   the file is damaged or is not a store: .path
│   └── NotSaved          what was written could not be read back: .what
└── UploadError
    ├── SheetRefused      the sheet has errors, or nothing to record: .issues
    ├── LikelyUnconfirmed rows recognised by likeness that nobody confirmed: .readings
    ├── DoubtfulUnconfirmed values far from their past that nobody confirmed: .issues
    ├── PeriodLocked      cells that would change a locked period: .issues
    ├── WithdrawalLocked  taking it back would change locked periods: .upload, .locks
    ├── LockUnchanged     the period is locked, or open, already: .period, .locked
    ├── ReasonMissing     what had been locked changes, and nobody said why: .readings
    ├── SameFile          this file already stands: .upload, .recorded_at, .recorded_by
    ├── PlanRefused       the plan has errors: .issues
    ├── PlanUnchanged     the plan says what the newest version holds
    ├── PreviewOutdated   the record changed between preview and confirmation: .changes
    ├── UploadUnknown     no such upload: .upload
    ├── AlreadyWithdrawn  .upload, .withdrawn_at, .withdrawn_by
    └── DetailMissing     who or why was left empty: .detail ('by', 'reason', …)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indicators.catalogue import Problem
    from indicators.intake import Issue, Reading
    from indicators.ledger import ChangedSince, PeriodLock
    from indicators.province.model import MeasureColumn


class IndicatorsError(Exception):
    """Anything that stops an action and has a sentence in `wording.refusals`."""


@dataclass(eq=False)
class CatalogueInvalid(IndicatorsError):
    problems: Sequence[Problem]


@dataclass(eq=False)
class PeriodInvalid(IndicatorsError):
    text: str


@dataclass(eq=False)
class SettingsInvalid(IndicatorsError):
    file: Path
    detail: str


@dataclass(eq=False)
class CommuneUnknown(IndicatorsError):
    commune: str
    known: Sequence[str]


@dataclass(eq=False)
class PlanMissing(IndicatorsError):
    commune: str
    name_vi: str


@dataclass(eq=False)
class TemplateInvalid(IndicatorsError):
    file: Path
    trouble: str
    detail: str


@dataclass(eq=False)
class NotTypeset(IndicatorsError):
    what: str


class StoreError(IndicatorsError):
    """The store cannot be used."""


@dataclass(eq=False)
class StoreTaken(StoreError):
    path: Path


@dataclass(eq=False)
class StoreNewer(StoreError):
    found: int
    supported: int


@dataclass(eq=False)
class StoreUnreadable(StoreError):
    path: Path


@dataclass(eq=False)
class NotSaved(StoreError):
    what: str


class UploadError(IndicatorsError):
    """An upload cannot be recorded or withdrawn."""


@dataclass(eq=False)
class SheetRefused(UploadError):
    issues: Sequence[Issue]


@dataclass(eq=False)
class LikelyUnconfirmed(UploadError):
    readings: Sequence[Reading | MeasureColumn]


@dataclass(eq=False)
class DoubtfulUnconfirmed(UploadError):
    issues: Sequence[Issue]


@dataclass(eq=False)
class PeriodLocked(UploadError):
    issues: Sequence[Issue]


@dataclass(eq=False)
class WithdrawalLocked(UploadError):
    upload: int
    locks: Sequence[PeriodLock]


@dataclass(eq=False)
class LockUnchanged(UploadError):
    period: str
    locked: bool


@dataclass(eq=False)
class ReasonMissing(UploadError):
    readings: Sequence[Reading]


@dataclass(eq=False)
class SameFile(UploadError):
    upload: int
    recorded_at: datetime
    recorded_by: str


@dataclass(eq=False)
class PlanRefused(UploadError):
    issues: Sequence[Issue]


class PlanUnchanged(UploadError):
    """There is nothing to record."""


@dataclass(eq=False)
class PreviewOutdated(UploadError):
    """What the preview compared with is no longer what stands. `changes`: the values of the sheet's measures that are
    others now; empty where the file, a plan or a lock is another."""

    changes: Sequence[ChangedSince] = ()


@dataclass(eq=False)
class UploadUnknown(UploadError):
    upload: int


@dataclass(eq=False)
class AlreadyWithdrawn(UploadError):
    upload: int
    withdrawn_at: datetime
    withdrawn_by: str


@dataclass(eq=False)
class DetailMissing(UploadError):
    detail: str
