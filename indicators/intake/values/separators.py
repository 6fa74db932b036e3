"""Which mark parts the decimals in the texts of a column, of a table."""

from __future__ import annotations

from collections.abc import Iterable

from indicators.intake.values.written import figure_in
from indicators.numbers import DecimalMark, decimal_mark_in


def decimal_mark(*circles: Iterable[str]) -> DecimalMark | None:
    """The mark that the first of these circles of texts shows (the column's, then the table's); None where its texts
    contradict each other, or none of them shows any."""
    for texts in circles:
        shown = {mark for text in texts if (mark := decimal_mark_in(figure_in(text).text)) is not None}
        if shown:
            return shown.pop() if len(shown) == 1 else None
    return None
