"""Which column of a province's sheet holds which measure, of which period, in which unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from indicators.catalogue import Accumulation, Catalogue, Commune, CommuneCatalogue, Measure
from indicators.errors import PeriodInvalid
from indicators.intake.findings import Findings
from indicators.intake.folding import clean
from indicators.intake.layout.roles import Accrual, Heading, Role, heading_of
from indicators.intake.layout.units import unit_in_heading
from indicators.intake.model import Match
from indicators.intake.names.match import Ambiguous, NameBook, Recognised
from indicators.intake.periods.document import Conflict, Document, Source, period_of, settle, title_sources
from indicators.intake.periods.words import Mention, find_mentions
from indicators.intake.sources import report_conflict, sheet_name_sources
from indicators.intake.values.units import UnitFit, is_unit, stated_fit
from indicators.intake.workbook.cells import Place, Sheet
from indicators.province.cells import CellColumns
from indicators.province.headings import is_planned, role_of_column
from indicators.province.layout import Layout
from indicators.province.model import MeasureColumn
from indicators.wording.issues import place_vi

_LONGEST_PERIOD = 40
_UNREAD = frozenset({Role.IGNORED, Role.REMARK, Role.CODE, Role.NAME, Role.UNIT})


@dataclass(frozen=True)
class _Found:
    """A column as its header alone tells it."""

    number: int
    recognised: Recognised
    text: str
    place: Place
    heading: Heading
    mention: Mention | None
    unit: str


def measures_of_all(catalogue: Catalogue) -> CommuneCatalogue:
    """Every measure of every set, by its id, under all its names, as one set that is no commune's."""
    measures: dict[str, Measure] = {}
    for entry in reversed(catalogue.communes):
        measures |= entry.measure_by_id
    targets = tuple(target for entry in catalogue.communes for target in entry.targets)
    return replace(catalogue.communes[0], commune=Commune("", ""), measures=tuple(measures.values()), targets=targets)


def names_measures(layout: Layout, names: NameBook) -> bool:
    """Whether any column's header is the name of a measure, or like one: a likeness is asked about."""
    return any(
        names.recognise(text, "") is not None
        for column in layout.grid.columns_between(layout.top, layout.bottom)
        if column not in layout.heads.own
        for text, _ in layout.levels(column)
    )


def periods_down(cells: CellColumns, layout: Layout) -> list[tuple[str, Place]]:
    """The different periods that a column of periods names beside the communes, each with its first cell."""
    found: dict[str, Place] = {}
    for column in cells.by_column:
        levels = [text for text, _ in layout.levels(column)]
        if column in layout.heads.own or not levels or heading_of(levels).role is not Role.PERIOD:
            continue
        for place in cells.by_column[column].tolist():
            row, text = int(cells.rows[place]), clean(cells.texts[place])
            if row > layout.bottom and len(text) <= _LONGEST_PERIOD:
                found.setdefault(text, Place(row, column))
    return list(found.items())


def document_of(
    sheet: Sheet, layout: Layout, others: Sequence[Source], file: Source | None, findings: Findings
) -> Document | None:
    """The period that argument (`others`), titles and sheet name tell, completed by the file's name; None where two of
    them contradict each other, which is said."""
    titles = [source for text, place in layout.titles() for source in title_sources(text, layout.grid.address(place))]
    sources = [*others, *titles, *sheet_name_sources(sheet)]
    if file is not None and not any(source.mention.kind for source in sources):
        sources.append(file)
    try:
        document = settle(sources, [], to_date=False)
    except PeriodInvalid as error:
        findings.add("period_out_of_range", sheet.name, text=error.text)
        return None
    if isinstance(document, Conflict):
        report_conflict(sheet, document.first, document.second, findings)
        return None
    return document


def measure_columns(
    sheet: Sheet, layout: Layout, names: NameBook, document: Document, filled: Iterable[int], findings: Findings
) -> list[MeasureColumn]:
    """The columns to be read, among those with figures (`filled`). Every other one is named."""
    found = [
        column
        for number in filled
        if number not in layout.heads.own and (column := _found(sheet, layout, names, number, findings)) is not None
    ]
    dated = [(column, _period(sheet, layout, column, document, findings)) for column in found]
    known = [(column, period) for column, period in dated if period is not None]
    return [
        MeasureColumn(
            sheet.name, column.number, column.recognised.measure, period, column.recognised.match, column.text,
            layout.grid.address(column.place), column.unit, column.heading.estimate,
        )
        for column, period in known
        if _is_own(sheet, layout, column, [other for other, code in known if code == period], findings)
    ]  # fmt: skip


def _found(sheet: Sheet, layout: Layout, names: NameBook, number: int, findings: Findings) -> _Found | None:
    """The measure of a column; None for plans and comparisons, and for what is named as not understood."""
    levels = layout.levels(number)
    named = [(text, place, names.recognise(text, "")) for text, place in reversed(levels) if not is_unit(text)]
    exact = [entry for entry in named if isinstance(entry[2], Recognised) and entry[2].match is Match.NAME]
    text, place, recognised = next(iter(exact or [entry for entry in named if entry[2] is not None]), ("", None, None))
    heading = role_of_column([level for level, _ in levels], text)
    if recognised is not None and (heading.role in _UNREAD or (not exact and is_planned(text, recognised))):
        return None
    if place is None or recognised is None:
        if heading.role not in _UNREAD and levels:
            place = levels[-1][1]
            findings.add(
                "measure_column_not_recognised", sheet.name, layout.grid.address(place), text=levels[-1][0][:80]
            )
        return None
    if isinstance(recognised, Ambiguous):
        first, second = recognised.measures
        details = {"text": text[:80], "name": first.name_vi, "other": second.name_vi}
        findings.add("measure_column_ambiguous", sheet.name, layout.grid.address(place), **details)
        return None
    mention = _mention([level for level, _ in levels if not names.is_known_name(level)])
    return _fitting(sheet, layout, _Found(number, recognised, text, place, heading, mention, ""), findings)


def _fitting(sheet: Sheet, layout: Layout, column: _Found, findings: Findings) -> _Found | None:
    """The column with its unit; None where that is another measure's, which is an error."""
    measure, address = column.recognised.measure, layout.grid.address(column.place)
    if measure.is_yes_no:
        _say_likely(sheet, column, address, findings)
        return column
    texts = [text for text, _ in layout.levels(column.number)]
    in_heading = next((text for text in reversed(texts) if is_unit(text)), "")
    in_heading = in_heading or next(filter(None, map(unit_in_heading, reversed(texts))), "")
    in_title = "" if in_heading else layout.stated_unit()
    if stated_fit(in_heading, "", in_title, measure.unit, column.text) is UnitFit.OTHER:
        details = {"text": in_heading or in_title, "unit": measure.unit, "name": measure.name_vi}
        if column.recognised.match is Match.LIKELY:  # 'Dân số dùng nước sạch (người)' is another figure than the share
            findings.add("measure_column_not_recognised", sheet.name, address, text=column.text[:80])
        else:
            findings.add("unit_mismatch", sheet.name, address, **details)
        return None
    _say_likely(sheet, column, address, findings)
    return replace(column, unit=in_heading or in_title)


def _say_likely(sheet: Sheet, column: _Found, address: str, findings: Findings) -> None:
    if column.recognised.match is Match.LIKELY:
        details = {"text": column.text[:80], "name": column.recognised.measure.name_vi}
        findings.add("measure_column_likely", sheet.name, address, **details)


def _mention(levels: Sequence[str]) -> Mention | None:
    """The period that a header names, the lowest level first; its year from wherever it names one."""
    mentions = [mention for text in reversed(levels) for mention in find_mentions(text)]
    part = next((mention for mention in mentions if mention.kind is not None), None)
    year = next((mention.year for mention in mentions if mention.year is not None), None)
    if part is not None:
        return part.within_year(part.year or year)
    return mentions[0] if mentions else None


def _period(sheet: Sheet, layout: Layout, column: _Found, document: Document, findings: Findings) -> str | None:
    """The column's own period, else the document's."""
    address = layout.grid.address(column.place)
    mention, own = column.mention, document.period
    try:
        if mention is not None and (mention.kind is not None or own is None or mention.year != own.year):
            own = period_of(mention, document.year)
    except PeriodInvalid as error:
        findings.add("period_out_of_range", sheet.name, address, text=error.text)
        return None
    if own is None:
        findings.add("period_missing", sheet.name, address, what=place_vi("column", column.text[:80], None))
        return None
    return own.code


def _is_own(sheet: Sheet, layout: Layout, column: _Found, of_period: Sequence[_Found], findings: Findings) -> bool:
    """Whether a column holds what its measure counts: where a sheet has both 'trong kỳ' and 'lũy kế', a level takes the
    first, everything else the second (design, section 3). A flow that stands alone is read, and doubted."""
    measure = column.recognised.measure
    alike = [other for other in of_period if other.recognised.measure is measure]
    wanted = Accrual.OWN if measure.accumulation is Accumulation.LEVEL else Accrual.TO_DATE
    accruals = {other.heading.accrual for other in alike}
    if wanted in accruals and len(accruals) > 1:
        return column.heading.accrual is wanted
    if measure.accumulation is Accumulation.YEAR_TO_DATE and column.heading.accrual is Accrual.OWN:
        details = {"text": column.text[:80], "name": measure.name_vi}
        findings.add("cumulative_unclear", sheet.name, layout.grid.address(column.place), **details)
    return True
