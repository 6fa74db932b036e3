"""Reading a workbook: bytes in; readings, remarks and issues out. Nothing here stores anything.

read_workbook(content, catalogue, Sending(default_commune)) -> SheetReading
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from indicators.limits import STANDARD, Limits

if TYPE_CHECKING:
    from indicators.catalogue import Catalogue
    from indicators.intake.model import (
        Issue,
        Match,
        Meaning,
        Memory,
        Past,
        Pointing,
        Reading,
        Remark,
        RemarkKind,
        Sending,
        Severity,
        SheetReading,
        TableFound,
    )

__all__ = [
    "Issue", "Match", "Meaning", "Memory", "Past", "Pointing", "Reading", "Remark", "RemarkKind", "Sending",
    "Severity", "SheetReading", "TableFound", "read_workbook",
]  # fmt: skip


def read_workbook(content: bytes, catalogue: Catalogue, sending: Sending, limits: Limits = STANDARD) -> SheetReading:
    """Everything that a file says for the commune it names, else for the one that `sending` names.

    Whatever is wrong with the file is an Issue; KeyError is for a `sending.commune` not in `catalogue`.
    Knows no clock and no environment. The rules: docs/decisions/0003-reading-sheets.md.
    """
    from indicators.intake.reading import read  # noqa: PLC0415 the child process imports this package, and must be light

    return read(content, catalogue, sending, limits)


def __getattr__(name: str) -> object:
    """The words of the contract, imported when first asked for, for the same reason."""
    if name in __all__:
        from indicators.intake import model  # noqa: PLC0415

        return getattr(model, name)
    raise AttributeError(name)
