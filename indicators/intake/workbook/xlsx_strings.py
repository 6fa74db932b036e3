"""The texts that the cells of an .xlsx share."""

from typing import NamedTuple

from indicators.intake.workbook.fonts import Runs
from indicators.intake.workbook.rich_text import RichText
from indicators.intake.workbook.xlsx_rows import LARGEST_PART, plain_texts
from indicators.intake.workbook.xml_parts import Archive, Attributes


class SharedStrings(NamedTuple):
    """The shared texts, and the runs of those that stand in fonts of their own."""

    texts: list[str]
    runs: dict[int, Runs]


def read_strings(archive: Archive, part: str | None) -> SharedStrings:
    """The shared texts, runs joined, without the reading aids of other scripts."""
    strings = SharedStrings([], {})
    gathered = RichText()
    open_elements: list[str] = []

    def start(element: str, attributes: Attributes) -> None:
        open_elements.append(element)
        if element == "si":
            gathered.clear()
        gathered.start(element, attributes)

    def text(data: str) -> None:
        if open_elements[-1] == "t" and "rPh" not in open_elements:
            gathered.add(data)

    def end(element: str) -> None:
        open_elements.pop()
        if element == "si":
            whole, runs = gathered.text_and_runs()
            if runs:
                strings.runs[len(strings.texts)] = runs
            strings.texts.append(whole)

    if part:
        content = archive.read_start(part, LARGEST_PART + 1)
        texts = plain_texts(content) if len(content) <= LARGEST_PART else None
        if texts is not None:
            return SharedStrings(texts, {})
        archive.parse(part, start, end, text)
    return strings
