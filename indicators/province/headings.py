"""What the words around a measure's name say of its column: a figure, a plan, a comparison."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indicators.intake.folding import fold
from indicators.intake.layout.roles import Heading, Role, heading_of
from indicators.intake.names.match import Ambiguous, Recognised
from indicators.intake.values.units import is_unit

_YEAR = "2026"  # beside a period no word is taken for that of another kind of column ('Xã hội', 'Lĩnh vực kinh tế')
_GROUP_OF_MEASURES = re.compile(r"(?!.*\b(?:giao|ke hoach|kh|nam|quy|thang|muc tieu|phan dau)\b).*\bchi tieu\b.*")
_RANK = re.compile(r"(?:(?:xep|thu) )?hang|xep thu|diem(?: so)?|xep loai")
_PLAN_ROW = re.compile(r"(?:kh|ke hoach|muc tieu|chi tieu giao|du toan|cung ky)(?: (?:giao|nam|quy|thang)(?: .*)?)?")


def says_plan(text: str) -> bool:
    """Whether a word beside a commune's figures says that the row is its plan, or of an earlier time."""
    return len(text) <= 40 and _PLAN_ROW.fullmatch(fold(text).strip(" :.")) is not None


def role_of_column(levels: Sequence[str], name: str) -> Heading:
    """What the levels of a header say beside the one that is the measure's name, from top to bottom."""
    at = levels.index(name) if name in levels else 0
    above = [level for level in levels[:at] if not _is_group(level)]
    said = [level for level in (*above, *levels[at:]) if level != name and not is_unit(level)]
    if any(_RANK.fullmatch(fold(level).strip(" :.")) for level in said):
        return Heading(Role.IGNORED)
    return heading_of(said or [""])


def is_planned(text: str, recognised: Recognised | Ambiguous) -> bool:
    """Whether a text that is only like a measure's name says a plan or a comparison, which that name does not."""
    names = [m.name_vi for m in ([recognised.measure] if isinstance(recognised, Recognised) else recognised.measures)]
    return _is_ignored(text) and not any(map(_is_ignored, names))


def _is_group(level: str) -> bool:
    """Whether a heading over measures only groups them: 'Các chỉ tiêu', 'Xã hội'; 'Kế hoạch' does not."""
    is_other = heading_of([level]).role is Role.IGNORED and not _is_ignored(level)
    return is_other or _GROUP_OF_MEASURES.fullmatch(fold(level)) is not None


def _is_ignored(text: str) -> bool:
    return heading_of([text, _YEAR]).role is Role.IGNORED
