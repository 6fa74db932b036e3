"""What the attributes of a workbook's XML say: a cell's place, a whole number, yes or no."""

import re

from indicators.intake.workbook.raw import Refused

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})", re.ASCII)
_TRUE = {"1", "true", "on"}


def place_of(reference: str) -> tuple[int, int]:
    """Row and column of 'B7'. Raises Refused for anything else."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise Refused("damaged_workbook")
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


def whole_number(text: str) -> int:
    """The number of an identifier or a count. Raises Refused for anything but up to nine digits."""
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise Refused("damaged_workbook")
    return int(text)


def is_true(text: str) -> bool:
    """Whether a switch is on."""
    return text.lower() in _TRUE
