"""What an .ods says with its own means: values beside what they show, styles behind styles, notes, passwords."""

import pytest

from indicators.intake.legacy import decoded
from indicators.intake.workbook.cells import Sheet, Workbook
from tests.intake.hostile import opened, refusal, zipped
from tests.intake.sheets import COMMUNES
from tests.intake.test_legacy import tcvn3

NAMESPACES = " ".join(f'xmlns:{name}="urn:{name}"' for name in ("office", "table", "text", "style", "number", "fo"))
MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"


def document(body: str) -> bytes:
    return f'<office:document-content {NAMESPACES} xmlns:calcext="urn:x">{body}</office:document-content>'.encode()


def ods(rows: str, styles: str = "", columns: str = "", common: str = "") -> bytes:
    """`styles` stand in the content, `common` ones in a part of their own."""
    content = f"{styles}<table:table table:name='Biểu'>{columns}{rows}</table:table>"
    return zipped({"mimetype": MIMETYPE, "styles.xml": document(common), "content.xml": document(content)})


def sheet_of(content: bytes) -> Sheet:
    found = opened(content)
    assert isinstance(found, Workbook), found
    return found.sheets[0]


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def cell(attributes: str, shown: str | None = None) -> str:
    return f"<table:table-cell {attributes}>{'' if shown is None else f'<text:p>{shown}</text:p>'}</table:table-cell>"


FLOAT = 'office:value-type="float" office:value='
CELLS = {
    "a number": (cell(f'{FLOAT}"98.9"', "98,9"), ("n", "98.9")),
    "money": (cell('office:value-type="currency" office:value="1.5"', "1,50 ₫"), ("n", "1.5")),
    "a percentage": (cell('office:value-type="percentage" office:value="0.989"', "98,9%"), ("p", "0.989")),
    "a date": (cell('office:value-type="date" office:date-value="2026-09-30T07:00:00"', "30/9"), ("d", "2026-09-30")),
    "a truth": (cell('office:value-type="boolean" office:boolean-value="false"', "FALSE"), ("b", "FALSE")),
    "a truth kept as a number": (cell(f'{FLOAT}"1"', "TRUE"), ("b", "TRUE")),
    "an error": (cell('office:value-type="string" calcext:value-type="error"', "#DIV/0!"), ("e", "#DIV/0!")),
    "an error kept as zero": (cell(f'table:formula="of:=1/0" {FLOAT}"0"', "#DIV/0!"), ("e", "#DIV/0!")),
    "an error of OpenOffice": (cell(f'table:formula="of:=A1" {FLOAT}"0"', "Err:502"), ("e", "Err:502")),
    "an error kept as a text": (
        cell('table:formula="of:=NA()" office:value-type="string" office:string-value=""', "#N/A"),
        ("e", "#N/A"),
    ),
    "a text that is no error": (cell('office:value-type="string"', "#N/A"), ("t", "#N/A")),
    "a number without its value": (cell('office:value-type="float"', "5"), ("e", "")),
    "NaN": (cell(f'{FLOAT}"NaN"', "5"), ("e", "NaN")),
    "a formula never computed": (cell('table:formula="of:=A1"'), ("f", "")),
    "a formula with an empty text": (cell('table:formula="of:=&quot;&quot;"', ""), None),
    "two paragraphs": (
        cell('office:value-type="string"', "Tỷ lệ<text:s text:c='2'/>hộ</text:p><text:p>nghèo"),
        ("t", "Tỷ lệ  hộ\nnghèo"),
    ),
    "a note": (
        "<table:table-cell><office:annotation><text:p>ghi chú</text:p></office:annotation></table:table-cell>",
        None,
    ),
    "a drawing": (
        "<table:table-cell><office:frame><text:p>Mẫu 01</text:p></office:frame></table:table-cell>",
        None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CELLS)
def test_what_a_cell_can_hold(name: str) -> None:
    written, expected = CELLS[name]
    held = [(place, tuple(cell)) for place, cell in sheet_of(ods(row(cell("", "x"), written))).cells.items()]
    assert held == [((1, 1), ("t", "x")), *([((1, 2), expected)] if expected else [])]


PERCENT = "<number:percentage-style style:name='N10'/>"


def styled(name: str, parent: str = "", family: str = "table-cell", inside: str = "", shown_by: str = "") -> str:
    by = f'style:data-style-name="{shown_by}"' if shown_by else ""
    return (
        f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}" {by}>'
        f"{inside}</style:style>"
    )


@pytest.mark.parametrize(
    ("styles", "columns", "attributes"),
    [
        (PERCENT + styled("ce1", shown_by="N10"), "", 'table:style-name="ce1"'),
        (PERCENT + styled("Tỷ lệ", shown_by="N10") + styled("ce1", "Tỷ lệ"), "", 'table:style-name="ce1"'),
        (PERCENT + styled("ce1", shown_by="N10"), '<table:table-column table:default-cell-style-name="ce1"/>', ""),
    ],
)
def test_a_number_is_a_percentage_by_its_style(styles: str, columns: str, attributes: str) -> None:
    sheet = sheet_of(ods(row(cell(f'{attributes} {FLOAT}"0.989"', "98,9%")), styles, columns))
    assert sheet.cells[1, 1] == ("p", "0.989")  # type: ignore[index]


def test_columns_repeated_under_one_cell_keep_their_own_styles() -> None:
    columns = '<table:table-column table:default-cell-style-name="ce1"/><table:table-column/>'
    cells = row(cell(f'table:number-columns-repeated="2" {FLOAT}"1"', "1"))
    sheet = sheet_of(ods(cells, PERCENT + styled("ce1", shown_by="N10"), columns))
    assert [cell.kind for cell in sheet.cells.values()] == ["p", "n"]


OLD = '<style:text-properties style:font-name="F1"/>'
FACE = "<style:font-face style:name='F1' svg:font-family=\"'.VnTime'\" xmlns:svg='urn:svg'/>"
QUOTED = "fo:font-family=\"'.VnTime'\""
TEXT = 'office:value-type="string"'
NAME = "Tỷ lệ hộ nghèo"


@pytest.mark.parametrize(
    ("styles", "columns", "rows"),
    [
        (styled("ce1", inside=OLD), "", row(cell(f'table:style-name="ce1" {TEXT}', tcvn3(NAME)))),
        (
            styled("ce1", inside=OLD) + styled("ce2", "ce1"),
            "",
            row(cell(f'table:style-name="ce2" {TEXT}', tcvn3(NAME))),
        ),
        (
            styled("ce1", inside=OLD),
            '<table:table-column table:default-cell-style-name="ce1"/>',
            row(cell(TEXT, tcvn3(NAME))),
        ),
        (
            styled("ce1", inside=OLD),
            "",
            row(cell(TEXT, tcvn3(NAME))).replace("row>", 'row table:default-cell-style-name="ce1">', 1),
        ),
        (styled("Default", inside=OLD), "", row(cell(TEXT, tcvn3(NAME)))),
        (styled("Default", inside=OLD.replace('style:font-name="F1"', QUOTED)), "", row(cell(TEXT, tcvn3(NAME)))),
        (
            f'<style:default-style style:family="table-cell">{OLD}</style:default-style>' + styled("ce1", "Default"),
            "",
            row(cell(f'table:style-name="ce1" {TEXT}', tcvn3(NAME))),
        ),
        (
            styled("T1", family="text", inside=OLD),
            "",
            row(cell(TEXT, f'Tỷ lệ <text:span text:style-name="T1">{tcvn3("hộ nghèo")}</text:span>')),
        ),
    ],
    ids=["cell", "parent", "column", "row", "Default", "quoted", "default", "run"],
)  # fmt: skip
@pytest.mark.parametrize("where", ["content", "common"])
def test_a_font_is_found_wherever_it_is_said(styles: str, columns: str, rows: str, where: str) -> None:
    said = {"styles": FACE + styles} if where == "content" else {"common": FACE + styles}
    sheet = sheet_of(ods(rows, columns=columns, **said))
    assert set(sheet.legacy) == {(1, 1)}
    assert decoded(sheet, COMMUNES).cells[1, 1].text == NAME  # type: ignore[index]


def test_styles_that_are_each_other_s_parents() -> None:
    styles = styled("a", "b") + styled("b", "a")
    assert sheet_of(ods(row(cell(f'table:style-name="a" {TEXT}', "x")), styles)).legacy == {}


def test_a_password_is_named() -> None:
    manifest = "<m:manifest xmlns:m='x'><m:file-entry m:full-path='content.xml'>{}</m:file-entry></m:manifest>"
    parts = {"mimetype": MIMETYPE, "content.xml": b"\x8f\x01\x77", "META-INF/manifest.xml": b""}
    parts["META-INF/manifest.xml"] = manifest.format("<m:encryption-data m:checksum='x'/>").encode()
    assert refusal(zipped(parts))[0] == "encrypted"
    whole = {
        "mimetype": MIMETYPE,
        "encrypted-package": b"\x8f\x01",
        "META-INF/manifest.xml": manifest.format("").encode(),
    }
    assert refusal(zipped(whole))[0] == "encrypted"
