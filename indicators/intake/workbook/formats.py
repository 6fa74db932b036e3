"""Number formats: what a format code shows of a number, and the day that a serial number means."""

import re
from datetime import date, timedelta
from operator import eq, ge, gt, le, lt, ne

_LITERALS = re.compile(r'"[^"]*"|\\.|_.|\*.')
_BRACKETS = re.compile(r"\[[^\]]*\]")
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
_COMPARED = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq, "<>": ne}
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_GENERAL = re.compile(r"general|standard", re.IGNORECASE)
_DATE_LETTERS = re.compile(r"[dmyhseb]|AM/PM", re.IGNORECASE)

# The built-in formats that show a percentage or a date (ECMA-376, part 1, 18.8.30).
_BUILT_IN: dict[int, str] = {9: "0%", 10: "0.00%"} | dict.fromkeys((*range(14, 23), 45, 46, 47), "d/m/yyyy")


def built_in_format(number: int) -> str:
    return _BUILT_IN.get(number, "General")


def shown_kind(code: str, value: float) -> str:
    """'p' where the format shows `value` as a percentage, 'd' as a day or an hour, else 'n'. Literal text shows
    nothing: 0.0"%" is a plain number with a sign behind it. A section for texts ('@') is none for negative numbers."""
    sections = _sections(code)
    conditions = [_CONDITION.search(section) for section in sections]
    if not any(conditions):
        return _section_kind(sections[1] if value < 0 and len(sections) > 1 else sections[0])
    holding = (
        section
        for section, condition in zip(sections, conditions, strict=True)
        if condition is None or _COMPARED[condition[1]](value, float(condition[2]))
    )
    return _section_kind(next(holding, sections[-1]))


def kind_depends_on_size(code: str) -> bool:
    """Whether more than its sign decides how a number is shown, as '[<=1]0.0%;0.0' does."""
    sections = _sections(code)
    return any(map(_CONDITION.search, sections)) and len(set(map(_section_kind, sections))) > 1


def _sections(code: str) -> list[str]:
    """The sections for numbers, without their literal text."""
    return [section for section in _LITERALS.sub("", code).split(";") if "@" not in section] or [""]


def _section_kind(section: str) -> str:
    shown = _BRACKETS.sub(_keep_elapsed, section)
    if "%" in shown:
        return "p"
    return "d" if _DATE_LETTERS.search(_GENERAL.sub("", shown)) and not _is_scientific(shown) else "n"


def day_of(serial: float, *, from_1904: bool = False) -> str:
    """The day of a serial number as YYYY-MM-DD; the number itself where no such day exists."""
    start = date(1904, 1, 1) if from_1904 else date(1899, 12, 30 if serial >= 60 else 31)
    try:
        return (start + timedelta(days=int(serial))).isoformat()
    except (OverflowError, ValueError):
        return repr(serial)


def _keep_elapsed(bracket: re.Match[str]) -> str:
    return "h" if _ELAPSED.fullmatch(bracket[0]) else ""


def _is_scientific(section: str) -> bool:
    return bool(re.fullmatch(r"[0#?.,]+E[+-]?[0#?]+", section.strip(), re.IGNORECASE))
