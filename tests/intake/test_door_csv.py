"""Separated texts made to do harm: read right, or refused with what was wrong."""

import pytest

from indicators.intake.workbook.refusal import Refusal
from tests.intake.hostile import cells, opened

LARGE, DAMAGED = "too_large", "damaged_workbook"
CLASSES = {
    "zero bytes": (b"a;b\n1;\0\n", Refusal("not_a_workbook", "unknown")),
    "one line of nine million letters": (
        b"a;b\n1;" + b"x" * 9_000_000,
        Refusal(LARGE, "text_letters", "CSV", "B2"),
    ),
    "three million separators": (b"1;2\n" + b"1;" * 3_000_000, Refusal(LARGE, "cells")),
    "rows beyond the limit": (b"1;2\n" * 20_001, Refusal(LARGE, "rows", "CSV")),
    "columns beyond the limit": (b";".join([b"1"] * 501) + b"\n1;2\n", Refusal(LARGE, "columns", "CSV")),
    "quotes only": (b'"' * 5_000_000, Refusal("not_a_workbook", "unknown")),
    "a quote that never ends": (b'a;b\n"c;d\n' * 1_000, Refusal(DAMAGED, "quotes")),
    "half a letter of UTF-16": (b"\xff\xfea", Refusal(DAMAGED, "encoding")),
}


@pytest.mark.parametrize("name", CLASSES)
def test_hostile_csv(name: str) -> None:
    content, expected = CLASSES[name]
    assert opened(content) == expected


def test_formulas_in_a_csv_are_only_text() -> None:
    found = cells(b"a;b\n=cmd|'/c calc'!A0;+1+1\n@SUM(1);-2+3\n")
    assert found[2, 1] == "=cmd|'/c calc'!A0"
    assert (found[2, 2], found[3, 1], found[3, 2]) == ("+1+1", "@SUM(1)", "-2+3")
