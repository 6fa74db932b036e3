"""Comments put into the sheets of a package: their words, and the drawing without which Excel hides them."""

from __future__ import annotations

from collections.abc import Mapping

from indicators.annotated.package import Attributes, Package, Unfit, local, xml_text
from indicators.intake.workbook.cells import place_in
from indicators.wording.intake_page import COMMENT_AUTHOR

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = {
    _MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    _OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
#: What may stand behind a sheet's <legacyDrawing> (ECMA-376, part 1, 18.3.1.99).
_BEHIND = {
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "AlternateContent", "webPublishItems",
    "tableParts", "extLst",
}  # fmt: skip

_DRAWING = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
)
_SHAPE = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel" id="kpi_note_{number}" type="#_x0000_t202"'
    ' style="position:absolute;width:260pt;height:90pt;z-index:{number};visibility:hidden" fillcolor="#ffffe1"'
    ' o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note">'
    "<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 15, {top}, 4, {right}, 15, {bottom}, 4</x:Anchor>"
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)


def add_comments(package: Package, troubles: Mapping[str, Mapping[str, str]]) -> None:
    """Puts every text into its sheet's cell; a comment that is there already keeps its own words above. Raises
    Unfit."""
    parts = package.sheet_parts()
    for sheet, cells in troubles.items():
        if sheet not in parts:
            raise Unfit
        _Commented(package, parts[sheet]).add(cells)


class _Commented:
    """One sheet of a package, while comments are put in."""

    def __init__(self, package: Package, part: str) -> None:
        self._package, self._part = package, part
        self._main, self._office = _MAIN, _OFFICE
        if _STRICT[_MAIN].encode() in package.parts.get(part, b"")[:4_000]:
            self._main, self._office = _STRICT[_MAIN], _STRICT[_OFFICE]
        related = package.related(part)
        self._comments = next((target for kind, target in related.values() if kind == "comments"), None)
        self._related = related

    def add(self, cells: Mapping[str, str]) -> None:
        comments = self._comments or self._new_comments()
        present = self._present(comments)
        for cell in sorted(present.keys() & cells, key=lambda cell: -present[cell]):
            run = f'<r xmlns="{self._main}"><t xml:space="preserve">\n{xml_text(cells[cell])}</t></r>'
            self._package.insert(comments, present[cell], run)
        new = {cell: text for cell, text in cells.items() if cell not in present}
        author = self._author(comments)
        written = "".join(
            f'<comment xmlns="{self._main}" ref="{cell}" authorId="{author}"><text><t xml:space="preserve">'
            f"{xml_text(text)}</t></text></comment>"
            for cell, text in new.items()
        )
        self._package.insert(comments, self._end(comments, "commentList"), written)
        drawing = self._drawing()
        shapes = "".join(_shape(number, cell) for number, cell in enumerate(new, start=1))
        self._package.insert(drawing, self._package.end_of(drawing), shapes)

    def _new_comments(self) -> str:
        empty = f'<comments xmlns="{self._main}"><authors></authors><commentList></commentList></comments>'
        part = self._package.add("xl/comments", ".xml", empty, _COMMENTS_TYPE)
        self._package.relate(self._part, f"{self._office}/comments", part)
        return part

    def _present(self, comments: str) -> dict[str, int]:
        """The cells that have a comment, with the byte where its text ends."""
        cell, places = "", dict[str, int]()

        def start(name: str, attributes: Attributes, _: int) -> None:
            nonlocal cell
            if local(name) == "comment":
                cell = attributes.get("ref", "").replace("$", "")

        def end(name: str, index: int) -> None:
            if local(name) == "text":
                places[cell] = index

        self._package.scan(comments, start, end)
        return places

    def _author(self, comments: str) -> int:
        """The number of our name among the authors, put at their end."""
        count = 0

        def start(name: str, _attributes: Attributes, _index: int) -> None:
            nonlocal count
            count += local(name) == "author"

        self._package.scan(comments, start)
        author = f'<author xmlns="{self._main}">{xml_text(COMMENT_AUTHOR)}</author>'
        self._package.insert(comments, self._end(comments, "authors"), author)
        return count

    def _end(self, part: str, element: str) -> int:
        """The byte of an element's end tag. Raises Unfit where there is none of its own."""
        found = -1

        def end(name: str, index: int) -> None:
            nonlocal found
            if local(name) == element:
                found = index

        self._package.scan(part, lambda *_: None, end)
        if not self._package.parts[part].startswith(b"</", max(found, 0)):
            raise Unfit
        return found

    def _drawing(self) -> str:
        """The part that the sheet names as its legacy drawing; a new one where it names none."""
        named, place, depth = "", -1, 0

        def start(name: str, attributes: Attributes, index: int) -> None:
            nonlocal named, place, depth
            depth += 1
            if depth == 2 and local(name) == "legacyDrawing":
                named = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            if depth == 2 and local(name) in _BEHIND and place < 0:
                place = index

        def end(_name: str, index: int) -> None:
            nonlocal place, depth
            depth -= 1
            if depth == 0 and place < 0:
                place = index

        self._package.scan(self._part, start, end)
        if named:
            return self._existing(named)
        part = self._package.add("xl/drawings/vmlDrawing", ".vml", _DRAWING, _DRAWING_TYPE)
        identifier = self._package.relate(self._part, f"{self._office}/vmlDrawing", part)
        element = f'<legacyDrawing xmlns="{self._main}" xmlns:r="{self._office}" r:id="{identifier}"/>'
        self._package.insert(self._part, place, element)
        return part

    def _existing(self, identifier: str) -> str:
        part = self._related.get(identifier, ("", ""))[1]
        if part not in self._package.parts:
            raise Unfit
        return part


def _shape(number: int, cell: str) -> str:
    """The box of a cell's comment: right of the cell, a little higher."""
    place = place_in(cell)
    if place is None:
        raise Unfit
    row, column = place.row - 1, place.column
    top = max(row - 1, 0)
    return _SHAPE.format(
        number=number, row=row, column=column - 1, left=column, right=column + 4, top=top, bottom=top + 6
    )
