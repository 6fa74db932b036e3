"""Merges that overlap or reach over a whole sheet: what they cover is spread no further than is needed."""

import pytest

from indicators.intake.layout import grid
from indicators.intake.layout.grid import Grid
from indicators.intake.workbook.cells import Cell, CellKind, Place, Range, Sheet, Visibility


def covering_all(rows: int) -> Sheet:
    """A text in each row, each merged down to the last row and over the columns beside it."""
    cells = {Place(row, 1): Cell(CellKind.TEXT, str(row)) for row in range(1, rows + 1)}
    merges = [Range(row, 1, rows, 500) for row in range(1, rows + 1)]
    return Sheet("1", Visibility.VISIBLE, cells, merges, frozenset(), frozenset())


def test_overlapping_merges_are_spread_within_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MOST_SPREAD_CELLS", 15)
    one_over_all = covering_all(10)
    assert Grid(one_over_all).covering(7, 1) == Place(7, 1)
    assert set(Grid(one_over_all)._covered) == {Place(row, 1) for row in range(1, 11)}


def test_one_large_merge_is_spread_within_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MOST_SPREAD_CELLS", 15)
    assert len(Grid(covering_all(100))._covered) == 15
