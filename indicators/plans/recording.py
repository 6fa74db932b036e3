"""A plan's workbook compared with the newest version, and recorded whole or not at all; nothing is ever changed.

preview_plan(store, commune, content, file_name, at=…)                what it would change, what is wrong with it
record_plan(store, preview, document_number=…, by=…, at=…, token=…)   → the new version's number
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from indicators.catalogue import Commune
from indicators.errors import CommuneUnknown, DetailMissing, NotSaved, PlanRefused, PlanUnchanged, PreviewOutdated
from indicators.intake.model import Issue, Severity
from indicators.intake.workbook.cells import Workbook
from indicators.moments import END
from indicators.plans.checks import check_draft
from indicators.plans.content import Rows, insert_next, measure_row, read_back
from indicators.plans.difference import PlanChange, changes_of
from indicators.plans.draft import Document, PlanDraft
from indicators.plans.filling import fill_in
from indicators.plans.known import newest_version
from indicators.plans.reading import open_plan, read_plan
from indicators.plans.validity import check_validity
from indicators.plans.workbook import paths_of
from indicators.store import Row, Store, Transaction


@dataclass(frozen=True)
class PlanPreview:
    """What a workbook would change. `draft` is None where it could not be read; `token` names the very bytes and the
    state of the ledger it was compared with. `document`: what the workbook or the caller said of the deciding one."""

    commune: Commune
    file_name: str
    content: bytes
    workbook: Workbook | None
    draft: PlanDraft | None
    document: Document
    changes: tuple[PlanChange, ...]
    issues: tuple[Issue, ...]
    token: str

    @property
    def errors(self) -> tuple[Issue, ...]:
        return tuple(issue for issue in self.issues if issue.severity is Severity.ERROR)


def preview_plan(
    store: Store,
    commune: Commune,
    content: bytes,
    file_name: str,
    *,
    at: datetime,
    document_number: str = "",
    document_date: date | None = None,
    valid_from: date | None = None,
) -> PlanPreview:
    """The workbook beside the newest version known at `at`. What is said here of the deciding document goes before what
    the sheet «Kế hoạch» says. Raises CommuneUnknown where the commune has no plan."""
    document = Document(document_number.strip(), document_date, valid_from)
    opened = open_plan(content)
    if isinstance(opened, Issue):
        token = _token(content, store, commune.commune)
        return PlanPreview(commune, file_name, content, None, None, document, (), (opened,), token)
    return _preview(store, commune, content, file_name, opened, document, at)


def _preview(
    store: Store,
    commune: Commune,
    content: bytes,
    file_name: str,
    workbook: Workbook,
    document: Document,
    at: datetime,
) -> PlanPreview:
    token = _token(content, store, commune.commune)
    version = newest_version(store, commune, at)
    if version is None:
        raise CommuneUnknown(commune.commune, sorted(row["commune"] for row in store.rows("communes")))
    reading = read_plan(workbook, version, document)
    fill_in(store, reading.drafting, at)
    draft = reading.finished()
    changes = changes_of(version.entry, draft)
    check_draft(version, draft, reading.drafting.milestone_rows, paths_of(store, version, at), reading.issues)
    check_validity(store, version, draft.document.valid_from, at, draft.place("plan", "valid_from"), reading.issues)
    return PlanPreview(
        commune, file_name, content, workbook, draft, draft.document, changes, reading.issues.all(), token
    )


def record_plan(
    store: Store,
    preview: PlanPreview,
    *,
    by: str,
    at: datetime,
    document_number: str = "",
    document_date: date | None = None,
    valid_from: date | None = None,
    token: str | None = None,
) -> int:
    """Records the previewed workbook as the next version, in one transaction, and reads it back; the version's number.

    What is not said here of the document is taken from the preview. `token`: the preview's that was confirmed. Raises
    DetailMissing, PlanRefused, PlanUnchanged, PreviewOutdated, NotSaved; then nothing is stored.
    """
    document = Document(
        document_number.strip() or preview.document.number,
        document_date or preview.document.dated,
        valid_from or preview.document.valid_from,
    )
    _require(by, document)
    if preview.workbook is None:
        raise PlanRefused(preview.errors)
    with store.writing() as transaction:
        # Read anew: another day of validity may ask for other months, and the store may have moved.
        if (token or preview.token) != _token(preview.content, transaction, preview.commune.commune):
            raise PreviewOutdated
        final = _preview(store, preview.commune, preview.content, preview.file_name, preview.workbook, document, at)
        if final.errors or final.draft is None:
            raise PlanRefused(final.errors)
        if not final.changes:
            raise PlanUnchanged
        version = _insert(transaction, final.draft, by=by.strip(), at=at)
        transaction.run(
            "insert_plan_file", commune=preview.commune.commune, plan=version, file_name=preview.file_name,
            sha256=sha256(preview.content).hexdigest(), content=preview.content,
        )  # fmt: skip
    read_back(store, final.draft.entry, version)
    if plan_file(store, preview.commune.commune, version)["content"] != preview.content:
        raise NotSaved(preview.file_name)
    return version


def plan_versions(store: Store, commune: str, as_of: datetime) -> list[Row]:
    """A row a version known at `as_of`, the newest first: the columns of sql/queries/plan_versions.sql."""
    return store.rows("plan_versions", commune=commune, as_of=as_of)


def plan_file(store: Store, commune: str, version: int) -> Row:
    """The workbook a version was recorded from: file_name, sha256, content; empty where it came without one."""
    found = store.rows("plan_file", commune=commune, plan=version)
    return found[0] if found else {}


def _insert(transaction: Transaction, draft: PlanDraft, *, by: str, at: datetime) -> int:
    commune = draft.entry.commune.commune
    transaction.run_each(
        "insert_measure", (measure_row(commune, measure) | {"recorded_at": at} for measure in draft.new_measures)
    )
    return insert_next(transaction, draft.entry, by=by, at=at)


def _require(by: str, document: Document) -> None:
    for detail, said in (
        ("by", by.strip()), ("document_number", document.number), ("valid_from", document.valid_from),
    ):  # fmt: skip
        if not said:
            raise DetailMissing(detail)


def _token(content: bytes, source: Rows, commune: str) -> str:
    """The whole head, whatever `at` says: writers may commit out of the order of their moments."""
    head = source.rows("ledger_head", commune=commune, as_of=END)[0]
    return ":".join([sha256(content).hexdigest(), *map(str, head.values())])
