"""What a sheet says, around its readings: whose it is, what is wrong with it, its remarks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indicators.catalogue import CommuneCatalogue
from indicators.drawing.html import Html, join, tag
from indicators.drawing.issues import Numbered, numbered_list, place_vi
from indicators.drawing.sheet import ReadCells
from indicators.intake import Remark, Severity, SheetReading
from indicators.ledger import ComparedReading
from indicators.periods import parse_period
from indicators.wording import intake_page as words
from indicators.wording import screens
from indicators.wording.periods import period_vi


def preview_head(name: str, reading: SheetReading, entry: CommuneCatalogue | None) -> Html:
    """Whose figures of which period, and how much was read."""
    return tag(
        "div",
        tag("h2", words.STEP_PREVIEW),
        tag("p", _what(reading, entry), class_="kpi-preview-what") if entry and reading.readings else None,
        tag(
            "p",
            words.PREVIEW_FILE.format(name=name, readings=len(reading.readings), remarks=len(reading.remarks)),
            class_="kpi-note",
        ),
        class_="kpi-step-head",
    )


def troubles(issues: Sequence[Numbered]) -> Html:
    """Errors first, then warnings."""
    errors = [numbered for numbered in issues if numbered.issue.severity is Severity.ERROR]
    warnings = [numbered for numbered in issues if numbered.issue.severity is Severity.WARNING]
    return join(
        numbered_list(words.ERRORS_TITLE, errors, "kpi-bad", words.ERRORS_NOTE),
        numbered_list(words.WARNINGS_TITLE, warnings, "kpi-late", None),
    )


def read_cells(reading: SheetReading, compared: Iterable[ComparedReading]) -> ReadCells:
    """How the cells are coloured that something was read from."""
    found: dict[str, dict[str, str]] = {}
    for item in reading.readings:
        found.setdefault(item.sheet, {})[item.cell] = "read"
    for row in compared:
        found[row.reading.sheet][row.reading.cell] = row.change
    return found


def remark_list(remarks: Sequence[Remark], entry: CommuneCatalogue | None) -> Html | None:
    if not remarks or entry is None:
        return None
    items = [
        tag(
            "li",
            tag("b", f"{screens.REMARK_KINDS[remark.kind]}: "),
            remark.text,
            tag("small", f"{entry.measure_by_id[remark.measure].name_vi} · {place_vi(remark.sheet, remark.cell)}"),
        )
        for remark in remarks
    ]
    title = f"{words.PREVIEW_REMARKS} ({len(items)})"
    return tag("details", tag("summary", title), tag("ul", items, class_="kpi-remarks"), class_="kpi-fold", open=True)


def _what(reading: SheetReading, entry: CommuneCatalogue) -> str:
    period = period_vi(parse_period(reading.period)) if reading.period else words.PREVIEW_SEVERAL
    return words.PREVIEW_HEAD.format(commune=screens.capitalised(entry.commune.name_vi), period=period)
