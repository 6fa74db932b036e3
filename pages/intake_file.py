"""The file that somebody chose, read: once, however often the page runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256

import streamlit as st

from indicators import ledger
from indicators.annotated import AnnotatedFile, annotated
from indicators.catalogue import CommuneCatalogue
from indicators.drawing import intake as drawing
from indicators.drawing.issues import Numbered, numbered_issues
from indicators.errors import SameFile
from indicators.intake import Issue, Memory, Pointing, Sending, SheetReading
from indicators.intake.reading import read_loaded
from indicators.intake.workbook.cells import Workbook
from indicators.intake.workbook.isolation import load_workbook
from indicators.intake.workbook.refusal import Refusal
from indicators.ledger import Preview
from indicators.periods import Period, all_periods
from indicators.province import ProvinceCheck, ProvinceReading, check_province, is_province, read_province
from indicators.register import load_register
from indicators.store import Row
from indicators.wording import intake_page as words
from indicators.wording import screens
from indicators.wording.periods import period_vi
from indicators.wording.refusals import sentence
from pages import known
from pages.view import View

RECORDING = "recording_outcome"
_ROUND, _READING, _POINTED, _ANNOTATED = "intake_round", "intake_reading", "intake_pointed", "intake_annotated"

#: What is said of each layout of a file.
Pointed = Mapping[str, Pointing]
#: What a reading depends on: bytes, name, the view's state, all uploads and those withdrawn, the period, the pointing.
_Key = tuple[str, str, known.State, tuple[int, int], Period | None, str]


@dataclass(frozen=True)
class Read:
    """A reading, the layouts that were remembered when it was made, and what a province's sheet says: its ordinary
    reading is not shown then."""

    sheet: SheetReading
    layouts: Pointed
    province: ProvinceReading | None = None

    @property
    def errors(self) -> tuple[Issue, ...]:
        return self.province.errors if self.province else self.sheet.errors


@dataclass(frozen=True)
class Sheet:
    """A chosen file as it was read and shown. `preview` is None where its commune is not known, `same` the refusal of a
    file that stands already. `pointed` is what was said of this file's columns, `remembered` of earlier ones."""

    name: str
    content: bytes
    reading: SheetReading
    preview: Preview | None
    same: SameFile | None
    entry: CommuneCatalogue | None
    pointed: Pointed
    remembered: Pointed

    @cached_property
    def digest(self) -> str:
        return digest_of(self.content)

    @property
    def key(self) -> str:
        """What the fields about this sheet are named by: another file, reading or state of the record asks anew."""
        token = self.preview.token if self.preview else None
        state = (token.rules, token.values) if token else ()
        said = (self.reading.commune, self.reading.period, self.pointed, state)
        return f"{self.digest}-{digest_of(repr(said).encode())}"

    @property
    def pointings(self) -> Pointed:
        """What is known of layouts by pointing, now or before."""
        return {**self.remembered, **self.pointed}

    @cached_property
    def issues(self) -> list[Numbered]:
        return numbered_issues(self.troubles)

    @property
    def troubles(self) -> tuple[Issue, ...]:
        """What the sheet itself, and what the locks of the record find wrong with it."""
        return (*self.reading.issues, *(self.preview.locked if self.preview else ()))


@dataclass(frozen=True)
class ProvinceSheet:
    """A chosen file of a whole province, read and held against the record; `reading` only holds its cells."""

    name: str
    content: bytes
    reading: SheetReading
    check: ProvinceCheck
    same: SameFile | None

    @property
    def key(self) -> str:
        """What the fields about this file are named by: another file, period or state of the record asks anew."""
        return digest_of(f"{self.check.token}-{self.check.reading.period}".encode())


def take_file(view: View, uploads: Sequence[Row]) -> Sheet | ProvinceSheet | None:
    """The chosen file, read; None while there is none. `uploads`: all there are, of every commune."""
    with st.container(border=True):
        megabytes = view.record.settings.limits.file_bytes // 1_000_000
        st.html(drawing.step(words.STEP_UPLOAD, words.UPLOAD_NOTE.format(megabytes=megabytes)))
        file = st.file_uploader(
            words.UPLOAD_LABEL, key=f"file-{st.session_state.get(_ROUND, 0)}", label_visibility="collapsed"
        )
        if file is None:
            return None
        content = file.getvalue()
        reader = _Reader(view, uploads, file.name, content)
        read = _complete_period(reader)
    reading = read.sheet
    same = _already_recorded(uploads, content, reading.commune if read.province is None else None)
    if same is not None:
        st.session_state[RECORDING] = drawing.refusal(sentence(same))
    if read.province is not None:
        check = check_province(view.store, content, read.province, view.as_of)
        return ProvinceSheet(file.name, content, reading, check, same)
    preview = None
    if reading.commune is not None:
        preview = ledger.preview(view.store, content, reading, view.as_of, reader.pointed)
    entry = view.record.catalogue.by_commune.get(reading.commune or "")
    return Sheet(file.name, content, reading, preview, same, entry, reader.pointed, read.layouts)


def point(content: bytes, pointed: Pointed) -> None:
    """Keeps what was said of the columns of this file, for its next reading."""
    st.session_state[_POINTED] = {digest_of(content): pointed}


def forget_file() -> None:
    """The chosen file has been dealt with: the next one is asked for."""
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def annotated_once(content: bytes, reading: SheetReading, issues: Sequence[Issue]) -> AnnotatedFile:
    """The file with these troubles as comments; made once for what was read."""
    kept = st.session_state.get(_ANNOTATED)
    if kept is None or kept[0] is not reading or kept[1] != issues:
        made = annotated(content, replace(reading, issues=tuple(issues)))
        kept = st.session_state[_ANNOTATED] = (reading, issues, made)
    found: AnnotatedFile = kept[2]
    return found


def digest_of(content: bytes) -> str:
    return sha256(content).hexdigest()


@dataclass(frozen=True)
class _Reader:
    """Reads one chosen file beside one past."""

    view: View
    uploads: Sequence[Row]
    name: str
    content: bytes

    @cached_property
    def digest(self) -> str:
        return digest_of(self.content)

    @cached_property
    def pointed(self) -> Pointed:
        said: Mapping[str, Pointed] = st.session_state.get(_POINTED, {})
        return said.get(self.digest, {})

    def read_once(self, period: Period | None) -> Read:
        """The file's reading; the same bytes beside the same past are read once, not at every run of the page."""
        withdrawn = sum(row["withdrawn_at"] is not None for row in self.uploads)
        counts = len(self.uploads), withdrawn
        key: _Key = (self.digest, self.name, self.view.state, counts, period, repr(self.pointed))
        kept: dict[_Key, Read] = st.session_state.setdefault(_READING, {})
        if key not in kept:
            read = self._read(period)
            st.session_state[_READING] = {other: kept[other] for other in kept if other[:4] == key[:4]} | {key: read}
            return read
        return kept[key]

    def _read(self, period: Period | None) -> Read:
        view, known_layouts = self.view, dict[str, Pointing]()

        def memory_of(commune: str) -> Memory:
            memory = ledger.memory_of(view.store, commune, view.as_of)
            known_layouts.update(memory.layouts)
            return memory

        sending = Sending(
            view.shown.commune, period=period, file_name=self.name, memory_of=memory_of, pointed=self.pointed
        )
        with st.spinner(words.READING):
            workbook = load_workbook(self.content, view.record.settings.limits)
            province = self._province(workbook, period)
            if province is not None and isinstance(workbook, Workbook):
                return Read(SheetReading(None, None, (), (), (), workbook), {}, province)
            sheet = read_loaded(workbook, view.record.catalogue, sending, view.record.settings.limits)
        return Read(sheet, known_layouts)

    def _province(self, workbook: Workbook | Refusal, period: Period | None) -> ProvinceReading | None:
        """What the file says of many communes; None where it is the sheet of one."""
        view, catalogue = self.view, self.view.record.catalogue
        register = load_register(view.store, catalogue, view.as_of)
        if isinstance(workbook, Refusal) or not is_province(workbook, catalogue, register):
            return None
        return read_province(workbook, catalogue, register, period=period, file_name=self.name)


def _complete_period(reader: _Reader) -> Read:
    """Where the sheet does not say its period, the reading with the one that the sender chooses."""
    read = reader.read_once(None)
    if not any(issue.code == "period_missing" for issue in read.errors):
        return read
    period = st.selectbox(
        words.SHEET_PERIOD,
        all_periods(),
        index=None,
        placeholder=words.SHEET_PERIOD_CHOOSE,
        format_func=lambda period: screens.capitalised(period_vi(period)),
        key=f"period-{reader.digest}",
    )
    return reader.read_once(period) if period else read


def _already_recorded(uploads: Sequence[Row], content: bytes, commune: str | None) -> SameFile | None:
    """The refusal that recording would meet, so that nobody fills in the confirmation for nothing; without a commune of
    a file of many."""
    digest = digest_of(content)
    for row in uploads:
        if row["sha256"] == digest and commune in (row["commune"], None) and row["withdrawn_at"] is None:
            return SameFile(row["upload"], row["recorded_at"], row["recorded_by"])
    return None
