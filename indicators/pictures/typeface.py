"""The one font of pictures and documents, and how wide a text is in it."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from unicodedata import category, normalize

from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags

_FONTS = Path(__file__).resolve().parents[2] / "data" / "fonts"
_FILES = {False: _FONTS / "LiberationSerif-Regular.ttf", True: _FONTS / "LiberationSerif-Bold.ttf"}
#: What stands for a letter that the font does not have.
_UNKNOWN = "\u25a1"
#: What sums of widths may differ by that should be the same.
_NOTHING_MM = 1e-6
#: Texts that are remembered as they are printed: moments and figures are new in every picture.
_MOST_KEPT = 2000
MM_A_POINT = 25.4 / 72


@cache
def font_of(*, is_bold: bool) -> FontProperties:
    return FontProperties(fname=_FILES[is_bold])


def has_glyph(letter: str, *, is_bold: bool = False) -> bool:
    return bool(_face(is_bold).get_char_index(ord(letter)))


@lru_cache(maxsize=_MOST_KEPT)
def printable(text: str) -> str:
    """The text on one line, in composed letters, a box for each that the font lacks: nothing disappears unseen."""
    letters = normalize("NFC", " ".join(text.replace("\u00a0", "\0").split())).replace("\0", "\u00a0")
    shown = (letter for letter in letters if category(letter) not in {"Cc", "Cf"})
    return "".join(letter if has_glyph(letter) else _UNKNOWN for letter in shown)


def width_mm(text: str, size: float, *, is_bold: bool = False) -> float:
    """How wide `text` stands at `size` points."""
    return sum(_advance(letter, is_bold) for letter in printable(text)) * size * MM_A_POINT


def lines_of(text: str, size: float, room_mm: float, *, is_bold: bool = False) -> list[str]:
    """`text` in lines no wider than the room; a word that is wider by itself takes a line of its own."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_mm(longer, size, is_bold=is_bold) > room_mm + _NOTHING_MM:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@cache
def _face(is_bold: bool) -> FT2Font:
    return FT2Font(_FILES[is_bold])


@cache
def _advance(letter: str, is_bold: bool) -> float:
    """In parts of the type's size."""
    face = _face(is_bold)
    glyph = face.load_char(ord(letter), flags=LoadFlags.NO_SCALE)
    return float(glyph.horiAdvance / face.units_per_EM)
