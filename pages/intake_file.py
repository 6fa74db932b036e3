"""The file that somebody chose, with all that is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import streamlit as st

from indicators import ledger
from indicators.annotated import AnnotatedFile, annotated
from indicators.catalogue import CommuneCatalogue
from indicators.drawing import intake as drawing
from indicators.drawing.issues import Numbered, numbered_issues
from indicators.errors import SameFile
from indicators.intake import Issue, SheetReading
from indicators.ledger import Preview
from indicators.province import ProvinceCheck, check_province
from indicators.wording import intake_page as words
from indicators.wording.refusals import sentence
from pages.intake_reading import Pointed, Reader, complete_period, digest_of
from pages.view import View

RECORDING = "recording_outcome"
_ROUND, _ANNOTATED = "intake_round", "intake_annotated"


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


def take_file(view: View) -> Sheet | ProvinceSheet | None:
    """The chosen file, read; None while there is none."""
    with st.container(border=True):
        megabytes = view.record.settings.limits.file_bytes // 1_000_000
        st.html(drawing.step(words.STEP_UPLOAD, words.UPLOAD_NOTE.format(megabytes=megabytes)))
        file = st.file_uploader(
            words.UPLOAD_LABEL, key=f"file-{st.session_state.get(_ROUND, 0)}", label_visibility="collapsed"
        )
        if file is None:
            return None
        content, name = file.getvalue(), file.name.replace("%22", '"')  # a browser writes a quotation mark so
        reader = Reader(view, name, content)
        read = complete_period(reader)
    reading = read.sheet
    same = ledger.standing_file(view.store, content, reading.commune if read.province is None else None)
    if same is not None:
        st.session_state[RECORDING] = drawing.refusal(sentence(same))
    if read.province is not None:
        check = check_province(view.store, content, read.province, view.as_of)
        return ProvinceSheet(name, content, reading, check, same)
    preview = None
    if reading.commune is not None:
        preview = ledger.preview(view.store, content, reading, view.as_of, reader.pointed)
    entry = view.record.catalogue.by_commune.get(reading.commune or "")
    return Sheet(name, content, reading, preview, same, entry, reader.pointed, read.layouts)


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
