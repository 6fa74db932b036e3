"""What stands in a review's folder beside its canonical form: the same rows in other shapes, the original sheets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from indicators.periods import parse_period
from indicators.reports import Asked, Format, Occasion, build_report, letterhead_of, write
from indicators.reviews.canonical import CanonicalLine
from indicators.reviews.folder import original_path
from indicators.reviews.keys import SigningKey
from indicators.reviews.model import FrozenParts, Progress, ScopeKind
from indicators.reviews.tables import database_files
from indicators.reviews.workbook import data_workbook
from indicators.settings import Settings
from indicators.store import Row, Store
from indicators.verification import layout
from indicators.wording import reviews as words
from indicators.wording.documents import DEMONSTRATION

STEPS = 5


def folder_contents(
    store: Store, lines: Sequence[CanonicalLine], key: SigningKey, office: Settings, progress: Progress
) -> dict[str, bytes]:
    """Path in the folder → bytes, of these rows. `key`: whose fingerprint stands on the report and in what to read
    first; `office`: the letterhead and the templates of the report. Raises TemplateInvalid, NotTypeset."""
    parts = FrozenParts(lines)
    head = parts["review"][0]
    mark = f"{DEMONSTRATION}\n\n" if store.rows("demonstration")[0]["is_demonstration"] else ""
    files = {layout.READ_FIRST: f"{mark}{words.read_first(head, key.fingerprint)}".encode()}
    progress(1, STEPS, words.WRITING_DATA)
    files |= database_files(_contents(lines))
    files[layout.DATA_WORKBOOK] = data_workbook(parts, head["frozen_at"])
    progress(2, STEPS, words.WRITING_REPORT)
    files |= _reports(store, head, key.fingerprint, office)
    return files | _originals(store, parts["uploads"])


def _reports(store: Store, head: Row, fingerprint: str, office: Settings) -> dict[str, bytes]:
    """The report of the occasion in every format, from the same moment and of the same scope."""
    unit, group = (
        head["scope_name_vi"] if head["scope"] == kind else None for kind in (ScopeKind.UNIT, ScopeKind.GROUP)
    )
    period, occasion = parse_period(head["period"]), Occasion(head["occasion"])
    # Nothing that the frozen rows lack: what a unit works on jointly is another's to freeze.
    asked = Asked(head["commune"], period, head["as_of"], occasion, unit, group_vi=group, with_joint=False)
    letterhead = letterhead_of(office, head["commune_name_vi"], unit)
    report = build_report(store, asked, letterhead, fingerprint=fingerprint)
    from indicators.reports.pdf import pdf_document  # noqa: PLC0415 as every writer: with a library of its own

    word = write(report, Format.DOCX, templates=office.templates)
    # The PDF of that very document: set twice it would be drawn twice, and might differ.
    files = {Format.DOCX: word, Format.PDF: pdf_document(word), Format.XLSX: write(report, Format.XLSX)}
    return {f"{layout.REPORT}.{form}": content for form, content in files.items()}


def _contents(lines: Iterable[CanonicalLine]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        found[line.part].append(line.content)
    return found


def _originals(store: Store, uploads: Iterable[Row]) -> dict[str, bytes]:
    return {
        original_path(row["upload"], row["file_name"]): store.rows("upload_file", upload=row["upload"])[0]["content"]
        for row in uploads
    }
