"""A text of an .xlsx as its XML gives it: in runs, each perhaps in a font of its own (ECMA-376, part 1, 18.4.4)."""

import re

from indicators.intake.workbook.fonts import Runs, encoding_of
from indicators.intake.workbook.xml_parts import Attributes

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class RichText:
    """Gathers the pieces of one text after another."""

    def __init__(self) -> None:
        self._runs: list[tuple[str | None, list[str]]] = []

    def clear(self) -> None:
        self._runs = []

    def start(self, element: str, attributes: Attributes) -> None:
        """Takes a run's beginning or its font; any other element says nothing."""
        if element == "r":
            self._runs.append((None, []))
        elif element == "rFont" and self._runs:
            self._runs[-1] = (encoding_of(attributes.get("val", "")), self._runs[-1][1])

    def add(self, piece: str) -> None:
        if not self._runs:
            self._runs.append((None, []))
        self._runs[-1][1].append(piece)

    def text_and_runs(self) -> tuple[str, Runs]:
        """The whole text; no runs where it stands in the cell's own font from end to end."""
        texts = [unescaped("".join(pieces)) for _, pieces in self._runs]
        fonts = [encoding for encoding, _ in self._runs]
        alone = all(font is None for font in fonts)
        return "".join(texts), () if alone else list(zip(fonts, map(len, texts), strict=True))


def unescaped(text: str) -> str:
    """'_x000D_' is how a sheet's XML writes a carriage return."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
