"""Who names a sheet's period beside its titles, and the sentence for two that contradict each other."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.intake.findings import Findings
from indicators.intake.periods.document import Source
from indicators.intake.periods.file_names import period_in_file_name
from indicators.intake.periods.words import Mention, find_mentions
from indicators.intake.workbook.cells import Sheet
from indicators.periods import LENGTH_MONTHS, Period
from indicators.wording.issues import part_of_year_vi, place_vi
from indicators.wording.periods import period_vi


def inherited_sources(own: Sequence[Source], before: Sequence[Source]) -> list[Source]:
    """A later table takes the earlier titles of its sheet, as far as its own do not say something else."""
    if not own:
        return list(before)
    has_part = any(source.mention.kind is not None for source in own)
    has_year = any(source.mention.year is not None for source in own)
    kept = [
        source
        for source in before
        if not (has_part and source.mention.kind is not None) and not (has_year and source.mention.year is not None)
    ]
    return [*own, *kept]


def sheet_name_sources(sheet: Sheet) -> list[Source]:
    return [Source("sheet_name", mention, sheet.name) for mention in find_mentions(sheet.name)[:1]]


def file_source(name: str) -> Source | None:
    """The period in the file's name; None where it names none."""
    mention = period_in_file_name(name)
    return Source("file_name", mention, name) if mention is not None else None


def report_file_name(file: Source | None, periods: Sequence[Period], findings: Findings) -> None:
    """Warns of a file named after a period of which it holds nothing."""
    if file is None or not periods or any(_is_of(period, file.mention) for period in periods):
        return
    latest = max(periods, key=lambda period: period.end_month)
    findings.add("file_name_differs", text=file.text, named=_mention_vi(file.mention), period=period_vi(latest))


def _is_of(period: Period, named: Mention) -> bool:
    """Whether a period ends with the one that a file's name says, or lies in it."""
    if named.year is not None and named.year != period.year:
        return False
    if named.kind is None:
        return True
    first = named.last_month - LENGTH_MONTHS[named.kind] + 1
    return period.last_month == named.last_month or first <= period.first_month <= period.last_month <= named.last_month


def report_conflict(sheet: Sheet, first: Source, second: Source, findings: Findings) -> None:
    findings.add(
        "period_conflict",
        sheet.name,
        second.cell or first.cell,
        first=place_vi(first.kind, first.text, first.cell),
        first_period=_mention_vi(first.mention),
        second=place_vi(second.kind, second.text, second.cell),
        second_period=_mention_vi(second.mention),
    )


def _mention_vi(mention: Mention) -> str:
    return part_of_year_vi(mention.kind, mention.number, mention.year)
