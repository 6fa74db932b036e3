"""Which row another one is a part of: the nearest above that stands higher, or heads a group, and says a quantity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indicators.intake.folding import fold
from indicators.intake.names.kinds import Quantity, quantity_of

_UNNUMBERED, _DASHED = 20, 21
_LARGEST = 60  # rows of a group
_WHOLES = frozenset({Quantity.STRUCTURE, Quantity.AMOUNT})
_MARK = re.compile(
    r"(?P<dash>[-+*•–·>])|\(?(?P<number>\d{1,3}(?:\.\d{1,2})*)(?:[.)/:]|\s|$)|\(?(?P<roman>[ivx]{1,5})(?:[.)/:]|$)"
    r"|\(?(?P<letter>[a-z])(?:[.)/:]|$)"
)


@dataclass(frozen=True)
class Line:
    """A row as far as groups are told by it; `is_measure` where its name is a measure's by itself."""

    mark: str
    name: str
    has_figures: bool
    is_measure: bool


def group_of(lines: Sequence[Line], index: int) -> Quantity | None:
    """The quantity that the group of `lines[index]` says; None where it says none."""
    depth = _depth(lines[index])
    for line in reversed(lines[max(0, index - _LARGEST) : index]):
        said, own = quantity_of(line.name), _depth(line)
        is_whole = said in _WHOLES and not line.is_measure
        if said is not None and (own < depth or not line.has_figures or (own == depth and is_whole)):
            return said
        if said is None:
            depth = min(depth, own)
    return None


def _depth(line: Line) -> int:
    """How deep a row stands by its mark, 'II', '2', '2.1', 'a)', none, '-', in its own column or before its name."""
    match = _MARK.match(fold(line.mark)) or _MARK.match(fold(line.name))
    if match is None:
        return _UNNUMBERED
    if match["dash"]:
        return _DASHED
    if match["number"]:
        return 2 + match["number"].count(".")
    written = line.mark or line.name
    is_large = written.lstrip("( ")[:1].isupper()
    return (1 if match["roman"] else 0) if is_large else 10
