"""What a cell may hold, as Excel keeps it."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from textwrap import wrap

from indicators.workbooks.model import Column, Content, Figure, Kind

#: Of a cell in Excel; a longer text would be left out whole.
_LONGEST_TEXT = 32_767
_BESIDE = 1.6
_NOT_WRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain_text(text: str) -> str:
    """The text without what a workbook cannot hold, cut where Excel would leave it out."""
    clean = _NOT_WRITABLE.sub(" ", text)
    return clean if len(clean) <= _LONGEST_TEXT else f"{clean[: _LONGEST_TEXT - 1]}…"


def looks_like_formula(text: str) -> bool:
    """Whether Excel would take the text for more than a text once somebody edits its cell."""
    return text[:1] in tuple("=+-@'")


def number_format(decimals: int, *, is_signed: bool = False, after: str = "") -> str:
    """'#,##0.00': its marks are those of the reader's own machine. `after`: a text that stands behind the number."""
    shown = "#,##0" + (f".{'0' * decimals}" if decimals else "")
    behind = f'"{after.replace(chr(34), "")}"' if after else ""
    positive = f"{shown}{behind}"
    return f"+{positive};-{positive};{positive}" if is_signed else positive


def content_format(content: Content, column: Column | None = None) -> dict[str, str]:
    """The number format and the side on which a content stands."""
    match content:
        case Figure(_, decimals, is_signed, after):
            return {"num_format": number_format(decimals, is_signed=is_signed, after=after), "align": "right"}
        case Decimal():
            decimals, is_percent = (column.decimals, column.kind is Kind.PERCENT) if column else (0, False)
            return {"num_format": number_format(decimals, after="%" if is_percent else ""), "align": "right"}
        case int():
            return {"num_format": number_format(0), "align": "right"}
        case datetime():
            return {"num_format": "dd/mm/yyyy hh:mm", "align": "center"}
        case date():
            return {"num_format": "dd/mm/yyyy", "align": "center"}
        case _:
            return {}


def width_of(content: Content) -> float:
    """How wide a column must be to show a number, in characters: Excel shows one that is cut as '####'. A text has no
    least width, it wraps."""
    match content:
        case Figure(value, decimals, is_signed, after):
            return len(f"{value:,.{decimals}f}") + is_signed + len(after) + _BESIDE
        case int() | Decimal():
            return len(f"{content:,}") + _BESIDE
        case _:
            return 0


def line_count(text: str, width: float) -> int:
    """How many lines a text takes in so many characters."""
    return sum(len(wrap(line, max(1, int(width)))) or 1 for line in text.split("\n"))
