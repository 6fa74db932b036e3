"""The cells of a workbook as a new .xlsx: for files of a kind that holds no comments. Texts stay texts, whatever they
begin with; formulas are not taken over, only what they came to.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from xml.sax.saxutils import quoteattr

from indicators.annotated.package import xml_text
from indicators.evidence_sheet import sheet_name
from indicators.intake.workbook.cells import Cell, CellKind, Sheet, Workbook, address_of

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PLAIN, _PERCENT, _DAY, _QUOTED = range(4)
_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4">'
    '<xf/><xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/><xf quotePrefix="1"/>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_FIRST_DAY = date(1899, 12, 30)


def names_in_copy(workbook: Workbook) -> dict[str, str]:
    """What each sheet is called in the copy: as Excel allows it, each once."""
    names: dict[str, str] = {}
    for sheet in workbook.sheets:
        names[sheet.name] = sheet_name(sheet.name, list(names.values()))
    return names


def plain_copy(workbook: Workbook) -> bytes:
    """The .xlsx: cells, merges, what is hidden."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _parts(workbook):
            archive.writestr(name, content)
    return file.getvalue()


def _parts(workbook: Workbook) -> Iterator[tuple[str, str]]:
    numbers = range(1, len(workbook.sheets) + 1)
    overrides = [("workbook", "sheet.main"), ("styles", "styles")]
    overrides += [(f"worksheets/sheet{number}", "worksheet") for number in numbers]
    types = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for part, kind in overrides
    )
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    yield "[Content_Types].xml", f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{relations}{types}</Types>'
    yield "_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")])
    sheets = [("worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
    yield "xl/_rels/workbook.xml.rels", _relations([*sheets, ("styles", "styles.xml")])
    yield "xl/workbook.xml", _book(workbook)
    yield "xl/styles.xml", _STYLES
    for number, sheet in zip(numbers, workbook.sheets, strict=True):
        yield f"xl/worksheets/sheet{number}.xml", _sheet(sheet)


def _relations(related: Iterable[tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(related, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _book(workbook: Workbook) -> str:
    names = names_in_copy(workbook)
    sheets = "".join(
        f'<sheet name={quoteattr(names[sheet.name])} sheetId="{number}" state="{sheet.visibility}" r:id="rId{number}"/>'
        for number, sheet in enumerate(workbook.sheets, start=1)
    )
    return f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>'


def _sheet(sheet: Sheet) -> str:
    rows: dict[int, list[str]] = {}
    for place in sorted(sheet.cells):
        rows.setdefault(place.row, []).append(_cell(address_of(place.row, place.column), sheet.cells[place]))
    hidden = "".join(f'<col min="{n}" max="{n}" width="9" hidden="1"/>' for n in sorted(sheet.hidden_columns))
    merges = "".join(f'<mergeCell ref="{address_of(*merge[:2])}:{address_of(*merge[2:])}"/>' for merge in sheet.merges)
    written = "".join(
        f'<row r="{number}" hidden="{int(number in sheet.hidden_rows)}">{"".join(cells)}</row>'
        for number, cells in rows.items()
    )
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}">{_within("cols", hidden)}<sheetData>{written}</sheetData>'
        f"{_within('mergeCells', merges)}</worksheet>"
    )


def _within(element: str, content: str) -> str:
    return f"<{element}>{content}</{element}>" if content else ""


def _cell(address: str, cell: Cell) -> str:
    if cell.kind in {CellKind.NUMBER, CellKind.PERCENT}:
        return f'<c r="{address}" s="{_PERCENT if cell.kind is CellKind.PERCENT else _PLAIN}"><v>{cell.text}</v></c>'
    if cell.kind is CellKind.BOOLEAN:
        return f'<c r="{address}" t="b"><v>{int(cell.text == "TRUE")}</v></c>'
    if cell.kind is CellKind.DATE and (serial := _serial(cell.text)) is not None:
        return f'<c r="{address}" s="{_DAY}"><v>{serial}</v></c>'
    text = xml_text(cell.text)
    style = _QUOTED if text[:1] in {"=", "+", "-", "@"} else _PLAIN
    return f'<c r="{address}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _serial(text: str) -> int | None:
    """The number by which Excel knows a day; None for what is none that it knows."""
    try:
        days = (date.fromisoformat(text) - _FIRST_DAY).days
    except ValueError:
        return None
    return days if days > 60 else None
