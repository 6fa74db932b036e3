"""Reading the chosen file: once, however often the page runs, and again when something is said of its columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

import streamlit as st

from indicators import ledger
from indicators.intake import Issue, Memory, Pointing, Sending, SheetReading
from indicators.intake.reading import read_loaded
from indicators.intake.workbook.cells import Workbook
from indicators.intake.workbook.isolation import load_workbook
from indicators.intake.workbook.refusal import Refusal
from indicators.periods import Period, all_periods
from indicators.province import ProvinceReading, is_province, read_province
from indicators.register import load_register
from indicators.wording import intake_page as words
from indicators.wording import screens
from indicators.wording.periods import period_vi
from pages import known
from pages.view import View

_READING, _POINTED = "intake_reading", "intake_pointed"

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
class Reader:
    """Reads one chosen file beside one past."""

    view: View
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
        counts = ledger.upload_counts(self.view.store)
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


def complete_period(reader: Reader) -> Read:
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


def point(content: bytes, pointed: Pointed) -> None:
    """Keeps what was said of the columns of this file, for its next reading."""
    st.session_state[_POINTED] = {digest_of(content): pointed}


def digest_of(content: bytes) -> str:
    return sha256(content).hexdigest()
