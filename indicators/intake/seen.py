"""What a file holds in which nothing was recognised: enough for its sender to see which file it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from indicators.intake.folding import clean
from indicators.intake.workbook.cells import CellKind, Sheet

MOST_SHEETS, MOST_TEXTS, MOST_LETTERS = 3, 5, 80


def first_texts(sheets: Sequence[Sheet]) -> list[tuple[str, list[str]]]:
    """Of the first sheets with texts, the name and the texts that their first rows begin with."""
    texts = ((sheet.name, list(islice(_row_texts(sheet), MOST_TEXTS))) for sheet in sheets)
    return list(islice(((name, found) for name, found in texts if found), MOST_SHEETS))


def _row_texts(sheet: Sheet) -> Iterator[str]:
    """Each row's first text with a word in it, none twice; a long one is cut, as it only has to be known again."""
    told: set[str] = set()
    row = 0
    for place in sorted(sheet.cells):
        cell = sheet.cells[place]
        if place.row == row or cell.kind is not CellKind.TEXT:
            continue
        text = clean(cell.text[: 2 * MOST_LETTERS])[:MOST_LETTERS]
        if sum(map(str.isalpha, text)) > 1 and text not in told:
            told.add(text)
            row = place.row
            yield text
