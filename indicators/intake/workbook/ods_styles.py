"""The styles of an .ods: whether a cell shows a percentage, and what its text is encoded in, by its own style or by one
that stands behind it (OpenDocument 1.2, part 1, 16.2 and 19.480).
"""

from typing import NamedTuple

from indicators.intake.workbook.fonts import encoding_of
from indicators.intake.workbook.xml_parts import Attributes

_DEFAULT, _LONGEST_LINE = "Default", 20


class Style(NamedTuple):
    """What one style says itself: None, or nothing, for what it leaves to its parent."""

    parent: str = ""
    shown_by: str = ""
    encoding: str | None = None


class Styles:
    """Filled by the events of styles.xml and content.xml; names are known by their family, as in the file."""

    def __init__(self) -> None:
        self._styles: dict[tuple[str, str], Style] = {}
        self._fonts: dict[str, str] = {}
        self._percentages: set[str] = set()
        self.hidden_tables: set[str] = set()
        self._current = ("", "")

    def start(self, element: str, attributes: Attributes) -> None:
        """Takes a style, a font or a number format; other elements say nothing here."""
        name = attributes.get("name", "")
        if element == "font-face":
            self._fonts[name] = attributes.get("font-family", name).strip("'\"")
        elif element == "percentage-style":
            self._percentages.add(name)
        elif element in {"style", "default-style"}:
            self._current = (attributes.get("family", ""), name)
            parent, shown_by = attributes.get("parent-style-name", ""), attributes.get("data-style-name", "")
            self._styles[self._current] = Style(parent, shown_by)
        elif element == "text-properties" and self._current in self._styles:
            self._name_font(attributes)
        elif element == "table-properties" and attributes.get("display") == "false":
            self.hidden_tables.add(self._current[1])

    def end(self, element: str) -> None:
        if element in {"style", "default-style"}:
            self._current = ("", "")

    def cell_encoding(self, name: str) -> str:
        """Of a cell in this style."""
        lines = (*self._line("table-cell", name), self._styles.get(("table-cell", ""), Style()))
        return next((style.encoding for style in lines if style.encoding is not None), "")

    def run_encoding(self, name: str) -> str | None:
        """Of a run in this style; None where the run stands in its cell's font."""
        return next((style.encoding for style in self._line("text", name) if style.encoding is not None), None)

    def shows_percentage(self, name: str) -> bool:
        return next((style.shown_by for style in self._line("table-cell", name) if style.shown_by), "") in (
            self._percentages
        )

    def _name_font(self, attributes: Attributes) -> None:
        named = attributes.get("font-name", "")
        family = attributes.get("font-family", "").strip("'\"") or self._fonts.get(named, named)
        if family:
            self._styles[self._current] = self._styles[self._current]._replace(encoding=encoding_of(family))

    def _line(self, family: str, name: str) -> list[Style]:
        """A style and its parents; a cell without a style stands in the one called Default."""
        line: list[Style] = []
        name = name or (_DEFAULT if family == "table-cell" else "")
        while name and (style := self._styles.get((family, name))) and len(line) < _LONGEST_LINE:
            line.append(style)
            name = style.parent
        return line
