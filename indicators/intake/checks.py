"""What only all figures of a file together tell: the same measure twice, a step back, a value far from its past."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from indicators.catalogue import Accumulation, CommuneCatalogue, Measure
from indicators.intake.figures import Figure
from indicators.intake.findings import Findings
from indicators.intake.model import Match, Past, Reading
from indicators.intake.values.convert import shown
from indicators.intake.values.history import Known, below_earlier, far_from, known_values, may_be_index
from indicators.intake.workbook.cells import CellKind, Sheet
from indicators.numbers import MOST_DECIMALS, format_number, round_half_up
from indicators.periods import parse_period
from indicators.wording.periods import period_vi

_SHARE_GOAL = Decimal(20)  # a goal from here on is never met by a value of 1: such a value may be a fraction


def unique_readings(figures: Iterable[Figure], findings: Findings) -> list[Figure]:
    """One figure for each measure and period. Two that differ are an error, and neither is kept; of equal ones the
    one that was recognised most surely, firm before estimated, with what it was computed from."""
    groups: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[figure.reading.measure, figure.reading.period].append(figure)
    kept = []
    for group in groups.values():
        contradictions = list(_contradictions(group))
        if not contradictions:
            kept.append(min(group, key=_doubts))
        for first, second in contradictions:
            _report_duplicate(first, second, findings)
    return _agreeing(kept, findings)


def _contradictions(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Figures that should say the same, where they do not: each of them beside the first that says something else."""
    values = list(dict.fromkeys(figure.reading.value for figure in figures))
    if len(values) < 2:
        return
    firsts = [next(figure for figure in figures if figure.reading.value == value) for value in values[:2]]
    for figure in figures:
        if figure is not firsts[0]:
            yield (firsts[1], figure) if figure.reading.value == values[0] else (firsts[0], figure)


def _doubts(figure: Figure) -> tuple[bool, bool, bool]:
    reading = figure.reading
    return reading.match is Match.LIKELY, reading.estimate, reading.denominator is None


def _agreeing(figures: Sequence[Figure], findings: Findings) -> list[Figure]:
    """What counts from January is the same for all periods that end on the same day. Where it differs, one of them is
    a period's own flow: an error, and none of them is kept."""
    groups: dict[tuple[str, int], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.measure.accumulation is not Accumulation.LEVEL:
            end_month = parse_period(figure.reading.period).end_month
            groups[figure.reading.measure, end_month].append(figure)
    dropped = set()
    for group in groups.values():
        for first, second in _contradictions(group):
            _report_same_day(first, second, findings)
            dropped |= {(figure.reading.measure, figure.reading.period) for figure in group}
    return [figure for figure in figures if (figure.reading.measure, figure.reading.period) not in dropped]


def check_fractions(
    figures: Iterable[Figure], catalogue: CommuneCatalogue, findings: Findings, *, formats_known: bool
) -> None:
    """Warns of 0,941 where 94,1 must be meant: a percentage of at most 1 that is not shown as one."""
    for figure in figures:
        value, measure = figure.reading.value, figure.measure
        goals = [target.value for target in catalogue.targets_on(measure.measure)]
        is_large = any(goal >= _SHARE_GOAL for goal in goals)
        if (
            measure.is_percent
            and not _is_in_percent(figure)
            and 0 < abs(value) <= 1
            and (is_large or not formats_known)
        ):
            _warn(figure, findings, "fraction_suspected", suggestion=_plain(value * 100))


def _is_in_percent(figure: Figure) -> bool:
    """Whether a cell says that it is a percentage, or gives it in another unit, from which it was converted."""
    cell = figure.cell
    is_stored = (
        cell.kind is CellKind.NUMBER and round_half_up(Decimal(cell.text), MOST_DECIMALS) != figure.reading.value
    )
    return cell.kind is CellKind.PERCENT or is_stored or any(sign in cell.text for sign in "%‰")


def check_history(figures: Sequence[Figure], past: Past | None, findings: Findings) -> None:
    """Warns of a year-to-date value below an earlier one of its year, and of a value far from its own past."""
    by_measure: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_measure[figure.reading.measure].append(figure)
    for own in by_measure.values():
        measure = own[0].measure
        in_file = {figure.reading.period: figure.reading.value for figure in own}
        before = [entry for entry in known_values(past, measure) if entry.period.code not in in_file]
        together = before + [Known(parse_period(code), value) for code, value in in_file.items()]
        for figure in own:
            _check_one(figure, measure, before, together, findings)


def check_hidden(figures: Iterable[Figure], sheets: Iterable[Sheet], findings: Findings) -> None:
    """Warns once of each hidden row and column from which something was read."""
    hidden = {sheet.name: sheet for sheet in sheets}
    for figure in figures:
        sheet = hidden[figure.reading.sheet]
        if figure.place.row in sheet.hidden_rows:
            findings.add("hidden_row", sheet.name, figure.reading.cell, text=figure.place.row)
        if figure.place.column in sheet.hidden_columns:
            column = figure.reading.cell.rstrip("0123456789")
            if not _is_reported(findings, "hidden_column", sheet.name, column):
                findings.add("hidden_column", sheet.name, figure.reading.cell, text=column)


def _check_one(
    figure: Figure, measure: Measure, before: Sequence[Known], together: Sequence[Known], findings: Findings
) -> None:
    period, value = parse_period(figure.reading.period), figure.reading.value
    if may_be_index(measure, value):
        _warn(figure, findings, "index_suspected", suggestion=_plain(value - 100))
        return
    for code, entry in (
        ("below_earlier", below_earlier(measure, period, value, together)),
        ("far_from_past", far_from(measure, period, value, before)),
    ):
        if entry is not None:
            _warn(figure, findings, code, past=_plain(entry.value), period=period_vi(entry.period))
            return


def _report_duplicate(first: Figure, second: Figure, findings: Findings) -> None:
    findings.add_between(
        "duplicate_value",
        (second.reading.sheet, second.reading.cell),
        (first.reading.sheet, first.reading.cell),
        name=first.measure.name_vi,
        period=period_vi(parse_period(first.reading.period)),
        first=_where(first.reading),
        first_value=shown(first.cell),
        second=_where(second.reading),
        second_value=shown(second.cell),
    )


def _report_same_day(first: Figure, second: Figure, findings: Findings) -> None:
    findings.add_between(
        "same_day_differs",
        (second.reading.sheet, second.reading.cell),
        (first.reading.sheet, first.reading.cell),
        name=first.measure.name_vi,
        first=_where(first.reading),
        first_period=period_vi(parse_period(first.reading.period)),
        first_value=shown(first.cell),
        second=_where(second.reading),
        second_period=period_vi(parse_period(second.reading.period)),
        second_value=shown(second.cell),
    )


def _warn(figure: Figure, findings: Findings, code: str, **details: object) -> None:
    reading = figure.reading
    findings.add(code, reading.sheet, reading.cell, name=figure.measure.name_vi, text=_plain(reading.value), **details)


def _is_reported(findings: Findings, code: str, sheet: str, column: str) -> bool:
    return any(
        issue.code == code and issue.sheet == sheet and (issue.cell or "").rstrip("0123456789") == column
        for issue in findings
    )


def _where(reading: Reading) -> str:
    return f"{reading.sheet}!{reading.cell}"


def _plain(value: Decimal) -> str:
    exponent = value.normalize().as_tuple().exponent
    return format_number(value, max(0, -exponent) if isinstance(exponent, int) else 0)
