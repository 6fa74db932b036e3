"""Reports of a made office's commune."""

from __future__ import annotations

from indicators.moments import parse_as_of
from indicators.periods import parse_period
from indicators.reports import Asked, Letterhead, Occasion, Report, build_report
from indicators.reports.model import Cell
from tests.judging.office import AFTER_ALL, Office


def report_of(
    made: Office,
    period: str,
    as_of: str = AFTER_ALL,
    occasion: Occasion = Occasion.PERIOD,
    unit: str | None = None,
    scenario: str = "floor",
) -> Report:
    asked = Asked(made.commune, parse_period(period), parse_as_of(as_of), occasion, unit, scenario)
    return build_report(made.store, asked, Letterhead())


def cells_of(made: Office, period: str, as_of: str = AFTER_ALL, target: str = "1") -> dict[str, Cell]:
    lines = (line for group in report_of(made, period, as_of).groups for line in group.lines)
    return dict(next(line.cells for line in lines if line.row["target"] == target))


def texts_of(made: Office, period: str, as_of: str = AFTER_ALL, target: str = "1") -> dict[str, str]:
    """Column → what is printed, of the columns that hold something."""
    return {key: cell.text for key, cell in cells_of(made, period, as_of, target).items() if cell.text}
