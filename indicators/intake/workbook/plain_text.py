"""The text of a file that says nothing of its encoding, or says it by a mark at its start."""

import codecs
import unicodedata

from indicators.intake.old_letters import from_tcvn3, from_vni, marked_syllables
from indicators.intake.workbook.raw import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PADDING = "\0\x1a"  # what some programs fill a file up with, and how others mark its end
_LOOKED_AT = 100_000  # letters that tell one encoding of bytes from another


def text_of(content: bytes) -> str:
    """The text. Bytes that are no Unicode are Windows-1258, or TCVN3 and VNI, which stay letters of Western Europe here
    and are converted with all others of their kind. Raises Refused."""
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    try:
        text = content.decode(marked or _utf_16_by_shape(content) or "utf-8")
    except UnicodeDecodeError as error:
        if marked:
            raise Refused("damaged_workbook", "encoding") from error
        text = _from_bytes(content)
    text = text.rstrip(_PADDING)
    if "\0" in text:
        raise Refused("not_a_workbook", "unknown")
    return unicodedata.normalize("NFC", text)


def _utf_16_by_shape(content: bytes) -> str | None:
    """Of a table of two columns or more, a good part of the letters is ASCII: each has its zero on the same side."""
    start = content[:4_000]
    high, low = start[0::2].count(0), start[1::2].count(0)
    if max(high, low) * 8 < len(start) or min(high, low):
        return None
    return "utf-16-be" if high > low else "utf-16-le"


def _from_bytes(content: bytes) -> str:
    western = content.decode("latin-1")
    windows = unicodedata.normalize("NFC", content.decode("cp1258", errors="replace"))
    start = western[:_LOOKED_AT]
    old = max(marked_syllables(from_tcvn3(start)), marked_syllables(from_vni(start)))
    return windows if "\ufffd" not in windows and marked_syllables(windows[:_LOOKED_AT]) >= old else western
