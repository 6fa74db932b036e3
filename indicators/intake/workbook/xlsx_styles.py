"""What the cell styles of an .xlsx say of its cells: the number formats, and the encodings of old fonts."""

import re

from indicators.intake.workbook.fonts import encoding_of
from indicators.intake.workbook.formats import built_in_format
from indicators.intake.workbook.xlsx_attributes import whole_number
from indicators.intake.workbook.xml_parts import Archive, Attributes

_OLD_FONT, _START_OF_STYLES = re.compile(rb'"(?:\.vn|vni-)', re.IGNORECASE), 1_000_000


def read_formats(archive: Archive, part: str | None) -> list[str]:
    """The number format of each cell style, in order."""
    codes: dict[int, str] = {}
    styles: list[str] = []
    inside: list[str] = []

    def start(element: str, attributes: Attributes) -> None:
        if element == "numFmt":
            codes[whole_number(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "General")
        elif element == "cellXfs":
            inside.append(element)
        elif element == "xf" and inside:
            number = whole_number(attributes.get("numFmtId", "0"))
            styles.append(codes.get(number) or built_in_format(number))

    def end(element: str) -> None:
        if element == "cellXfs":
            inside.clear()

    if part:
        archive.parse(part, start, end)
    return styles


def read_encodings(archive: Archive, part: str | None) -> list[str]:
    """The encoding of each cell style's font; none at all where every font is one of Unicode."""
    inside: list[str] = []
    fonts: list[str] = []
    styles: list[str] = []

    def start(element: str, attributes: Attributes) -> None:
        if element in {"fonts", "cellXfs"}:
            inside.append(element)
        elif element == "font" and inside[-1:] == ["fonts"]:
            fonts.append("")
        elif element == "name" and inside[-1:] == ["fonts"] and fonts:
            fonts[-1] = encoding_of(attributes.get("val", ""))
        elif element == "xf" and inside[-1:] == ["cellXfs"]:
            font = whole_number(attributes.get("fontId", "0"))
            styles.append(fonts[font] if font < len(fonts) else "")

    def end(element: str) -> None:
        if element in {"fonts", "cellXfs"}:
            inside.clear()

    if part and _OLD_FONT.search(archive.read_start(part, _START_OF_STYLES)):
        archive.parse(part, start, end)
    return styles
