"""Periods in Vietnamese words."""

from __future__ import annotations

from indicators.periods import Kind, Period, parse_period

_ROMAN = ("I", "II", "III", "IV")


def period_vi(period: Period) -> str:
    """A period in words: tháng 7/2026, quý III/2026, 6 tháng đầu năm 2026, 9 tháng đầu năm 2026, năm 2026."""
    match period.kind:
        case Kind.MONTH:
            return f"tháng {period.number}/{period.year}"
        case Kind.QUARTER:
            return f"quý {_ROMAN[period.number - 1]}/{period.year}"
        case Kind.HALF:
            return f"6 tháng {'đầu' if period.number == 1 else 'cuối'} năm {period.year}"
        case Kind.NINE_MONTHS:
            return f"9 tháng đầu năm {period.year}"
        case _:
            return f"năm {period.year}"


def code_vi(code: str) -> str:
    """The same of a period's code: '2026-Q3' → 'quý III/2026'."""
    return period_vi(parse_period(code))
