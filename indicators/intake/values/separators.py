"""Which mark parts the decimals in the texts of a column, of a table, of a sheet."""

from __future__ import annotations

from collections.abc import Iterable

from indicators.numbers import DecimalMark


def decimal_mark(*circles: Iterable[str]) -> DecimalMark | None:
    """The mark that the first of these circles of texts shows (the column's, the table's); None where its texts
    contradict each other, or none of them shows any."""
    return None
