"""What can stop an action, as one small tree. Sentences for people are made in `wording.refusals`.

IndicatorsError
├── CatalogueInvalid      the files in data/catalogue contradict themselves: .problems
├── PeriodInvalid         a period that cannot be read, or lies outside 2021-2030: .text
├── MomentsReversed       the first of two moments lies after the second: .earlier, .later
├── SettingsInvalid       data/settings.toml cannot be read: .file, .detail
├── CommuneUnknown        no such commune in the catalogue: .commune, .known
├── PlanMissing           a commune whose figures are kept and that has no plan to judge them by: .commune, .name_vi
├── ProposalRefused       a proposal on a review that cannot be recorded: .fault, .target
├── TemplateInvalid       a Word template that cannot be filled in: .file, .trouble, .detail
├── NotTypeset            a Word document with something the PDF would lose: .what
├── PeriodEmpty           nothing was reported of the period of a report: .period, .latest
├── UnitUnknown           no such unit in the plan of the period: .unit, .known
├── StoreError
│   ├── StoreTaken        another process has the store: .path
│   ├── StoreNewer        written by a newer version of the program: .found, .supported
│   ├── StoreUnreadable   the file is damaged or is not a store: .path
│   ├── StoreUnwritable   the disk is full or fails: nothing of what was being written is stored
│   └── NotSaved          what was written could not be read back: .what
├── ReviewError
│   ├── ReviewNameTaken   a review of this name was frozen: .name, .frozen_at, .frozen_by
│   ├── NameTooLong       .name, .letters (the most there may be)
│   ├── ReviewUnknown     no such review: .name, .known
│   ├── ReviewDamaged     what is kept of it no longer agrees with itself: .name, .what
│   ├── ReviewEmpty       nothing that stands ends with the period: .period
│   ├── CutOffAhead       the moment of the figures is still to come: .as_of
│   ├── ScopeUnknown      no such group or unit in the period's plan: .name, .known
│   ├── KeyMissing        the key the store knows is not where it must be: .file, .fingerprint
│   ├── KeyDiffers        another key than the store knows is there: .file, .found, .expected
│   ├── KeyUnusable       the key's file cannot be read, written or is none: .file
│   ├── FolderTaken       there is something where the folder is to be: .folder
│   └── FolderUnwritable  the folder could not be written: .folder, .is_full (the disk)
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
    from indicators.proposals import Fault
    from indicators.province.model import MeasureColumn


class IndicatorsError(Exception):
    """Anything that stops an action and has a sentence in `wording.refusals`."""


@dataclass(eq=False)
class CatalogueInvalid(IndicatorsError):
    problems: Sequence[Problem]


@dataclass(eq=False)
class MomentsReversed(IndicatorsError):
    earlier: datetime
    later: datetime


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


@dataclass(eq=False)
class ProposalRefused(IndicatorsError):
    fault: Fault
    target: str


@dataclass(eq=False)
class PeriodEmpty(IndicatorsError):
    period: str
    latest: str | None


@dataclass(eq=False)
class UnitUnknown(IndicatorsError):
    unit: str
    known: Sequence[str]


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


class StoreUnwritable(StoreError):
    """The disk is full or fails; nothing of what was being written is stored."""


@dataclass(eq=False)
class NotSaved(StoreError):
    what: str


class ReviewError(IndicatorsError):
    """A review cannot be frozen, opened or exported."""


@dataclass(eq=False)
class ReviewNameTaken(ReviewError):
    name: str
    frozen_at: datetime
    frozen_by: str


@dataclass(eq=False)
class NameTooLong(ReviewError):
    name: str
    letters: int


@dataclass(eq=False)
class ReviewUnknown(ReviewError):
    name: str
    known: Sequence[str]


@dataclass(eq=False)
class ReviewDamaged(ReviewError):
    name: str
    what: str


@dataclass(eq=False)
class ReviewEmpty(ReviewError):
    period: str


@dataclass(eq=False)
class CutOffAhead(ReviewError):
    as_of: datetime


@dataclass(eq=False)
class ScopeUnknown(ReviewError):
    name: str
    known: Sequence[str]


@dataclass(eq=False)
class KeyMissing(ReviewError):
    file: Path
    fingerprint: str


@dataclass(eq=False)
class KeyDiffers(ReviewError):
    file: Path
    found: str
    expected: str


@dataclass(eq=False)
class KeyUnusable(ReviewError):
    file: Path


@dataclass(eq=False)
class FolderTaken(ReviewError):
    folder: Path


@dataclass(eq=False)
class FolderUnwritable(ReviewError):
    folder: Path
    is_full: bool


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
