"""The parts of an .xlsx that belong together by its relations, and the sheets that its workbook lists."""

import posixpath

from indicators.intake.workbook.raw import Refused
from indicators.intake.workbook.xlsx_attributes import is_true
from indicators.intake.workbook.xml_parts import Archive, Attributes


def related_parts(archive: Archive, part: str, kind: str) -> dict[str, str]:
    """The parts that `part` names in its relations, by identifier; `kind` is the end of the relation's type."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, str] = {}

    def start(element: str, attributes: Attributes) -> None:
        if element == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "").replace("\\", "/")))
            if attributes.get("Type", "").lower().endswith(kind):
                found[attributes.get("Id", "")] = target.lstrip("/")

    if relations in archive:
        archive.parse(relations, start)
    if not found and kind == "officedocument":
        if "xl/workbook.xml" not in archive:
            raise Refused("not_a_workbook")
        return {"": "xl/workbook.xml"}
    return found


def only_part(archive: Archive, book_part: str, kind: str) -> str | None:
    """The first part of this kind that `book_part` names; None where it names none or the archive lacks it."""
    found = list(related_parts(archive, book_part, kind).values())
    return found[0] if found and found[0] in archive else None


def list_sheets(archive: Archive, part: str) -> tuple[list[tuple[str, str, str]], bool]:
    """(name, visibility, relation) of each sheet, and whether days count from 1904."""
    sheets: list[tuple[str, str, str]] = []
    settings: dict[str, str] = {}

    def start(element: str, attributes: Attributes) -> None:
        if element == "sheet":
            state = attributes.get("state", "visible")
            visibility = state if state in {"hidden", "veryHidden"} else "visible"
            sheets.append((attributes.get("name", ""), visibility, attributes.get("id", "")))
        elif element == "workbookPr":
            settings.update(attributes)
        elif element in {"html", "document"}:
            raise Refused("not_a_workbook")

    archive.parse(part, start)
    return sheets, is_true(settings.get("date1904", "0"))
