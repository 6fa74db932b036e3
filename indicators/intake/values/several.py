"""Several figures in one cell: '98,6% / 77,8%', 'BHYT 99,1%; BHXH 71,2%'. What could be one figure is never split."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from indicators.intake.folding import clean, fold
from indicators.intake.values.units import is_unit
from indicators.intake.values.written import figure_in, is_inexact
from indicators.numbers import Unreadable, WrittenNumber, parse_number

_LONGEST = 300
_MOST = 6

_BETWEEN = re.compile(r"[;|\n]|,?\s+và\s+(?=\d)|(?<=[\d%)])\s*,?\s+và\s+|(?<=[\d%)]),\s+|,\s+(?=\d)")
_BULLET = re.compile(r"[-+•*–·]\s+")
_PIECE = re.compile(
    r"(?P<label>(?:[^:]*:|[^\d:]*?))\s*(?P<text>(?:(?:số )?ước(?: tính| đạt| th)? )?(?<![\w.,/])[-−+]?\d.*)",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"(?P<text>\D*\d[\d.,]*(?:[ ']\d{3})*(?:,\d+)? ?%?)\s*\(?(?P<label>[^\d%()]+)\)?")
_REACHED = re.compile(r"\b(?:đã )?đạt(?: được)?$", re.IGNORECASE)
_LEAD = re.compile(r"^(?:tỷ lệ|tỉ lệ)$", re.IGNORECASE)
_NO_LABELS = frozenset({
    "tang", "giam", "vuot", "hut", "thieu", "con", "chua", "khong", "con lai", "tang them",  # changes, not figures
})  # fmt: skip
_OF_TIME = re.compile(r"(?:ngay|thang|quy|nam|ky)\b")


@dataclass(frozen=True)
class Part:
    """One figure of a cell, as a cell of its own would hold it, and the words that say whose it is, '' for none."""

    label: str
    text: str


def parts_of(text: str) -> list[Part] | None:
    """The figures of a cell in their order; None where it does not hold several and nothing else. A slash parts only
    percentages, or numbers with decimals: '12/15', '98,6/100' and dates stay whole. Where the first is an estimate, all
    are."""
    if len(text) > _LONGEST:
        return None
    pieces = [clean(piece) for piece in _BETWEEN.split(text) if piece.strip()]
    if len(pieces) == 1:
        pieces = [piece.strip() for piece in pieces[0].split("/")]
        if not 1 < len(pieces) <= _MOST or not _are_figures_apart(pieces):
            return None
    if not 1 < len(pieces) <= _MOST:
        return None
    parts = [_part_of(piece) for piece in _without_bullets(pieces)]
    found = [part for part in parts if part is not None]
    if len(found) < len(parts) or not _are_told_apart(text, found):
        return None
    return list(_estimated_alike(found))


def _part_of(piece: str) -> Part | None:
    """A figure with the words before or behind it; None for a bound, a bracketed number or a change."""
    match = _PIECE.fullmatch(piece)
    if match is None or is_inexact(match["text"]) or is_inexact(piece):
        return None
    label, text = _REACHED.sub("", match["label"].strip(" :.-–")).strip(" :"), match["text"].strip()
    if not _is_figure(text):
        behind = _BEHIND.fullmatch(text)
        if behind is None or label:
            return None
        label, text = behind["label"].strip(), behind["text"].strip()
        if is_unit(label):
            return None
    folded = fold(label)
    if "(" in label or folded in _NO_LABELS or _OF_TIME.match(folded) or not _is_figure(text):
        return None
    return Part("" if _LEAD.match(label) else label, text)


def _is_figure(text: str) -> bool:
    number = parse_number(figure_in(text).text)
    if isinstance(number, Unreadable):
        return number is Unreadable.AMBIGUOUS
    return not number.unit or is_unit(number.unit)


def _are_figures_apart(pieces: list[str]) -> bool:
    """Whether what stands around slashes can only be figures of their own."""
    numbers = [parse_number(figure_in(_label_less(piece)).text) for piece in pieces]
    written = [number for number in numbers if isinstance(number, WrittenNumber)]
    if len(written) < len(pieces):
        return False
    if any(number.unit == "%" for number in written):
        return all(number.unit == "%" for number in written)
    return all(not number.unit and not _is_whole(number.value) for number in written)


def _is_whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def _label_less(piece: str) -> str:
    part = _part_of(piece)
    return part.text if part is not None else piece


def _are_told_apart(text: str, parts: list[Part]) -> bool:
    """Whether a comma between figures cannot be a decimal one: '98, 6%'."""
    if not re.search(r"\d,\s+\d", text):
        return True
    return all(part.label or "%" in part.text or re.search(r"\d[.,]\d|[^\W\d]", part.text) for part in parts)


def _without_bullets(pieces: list[str]) -> list[str]:
    if all(map(_BULLET.match, pieces)):
        return [_BULLET.sub("", piece, count=1) for piece in pieces]
    return pieces


def _estimated_alike(parts: list[Part]) -> Iterator[Part]:
    is_estimate = figure_in(parts[0].text).estimate
    for part in parts:
        is_said = not is_estimate or figure_in(part.text).estimate
        yield part if is_said else Part(part.label, f"ước {part.text}")
