"""Reading a workbook: bytes in; readings, remarks and issues out. Nothing here stores anything.

read_workbook(content, catalogue, default_commune=…) -> SheetReading
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from indicators.catalogue import Catalogue
    from indicators.intake.model import Issue, Match, Reading, Remark, RemarkKind, Severity, SheetReading
    from indicators.intake.values.history import Past
    from indicators.periods import Period

__all__ = ["Issue", "Match", "Past", "Reading", "Remark", "RemarkKind", "Severity", "SheetReading", "read_workbook"]


def read_workbook(
    content: bytes,
    catalogue: Catalogue,
    *,
    default_commune: str,
    commune: str | None = None,
    period: Period | None = None,
    past_of: Callable[[str], Past] | None = None,
) -> SheetReading:
    """Everything that a file says for the commune it names, else for `commune`, else for `default_commune`.

    `period` completes what the sheet leaves open, and must not contradict it; `past_of` gives what is already known of
    the commune that was found, to warn of a value far from it. Whatever is wrong with the file is an Issue; KeyError is
    for a `commune` not in `catalogue`.
    Knows no clock and no environment. The rules: docs/decisions/0003-reading-sheets.md.
    """
    from indicators.intake.reading import read  # noqa: PLC0415 the child process imports this package, and must be light

    return read(content, catalogue, default_commune=default_commune, commune=commune, period=period, past_of=past_of)


def __getattr__(name: str) -> object:
    """The words of the contract, imported when first asked for, for the same reason."""
    if name == "Past":
        from indicators.intake.values import history  # noqa: PLC0415

        return history.Past
    if name in __all__:
        from indicators.intake import model  # noqa: PLC0415

        return getattr(model, name)
    raise AttributeError(name)
