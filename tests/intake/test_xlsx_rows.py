"""The fast reader of rows beside the reader of events: the same cells and the same refusals, whatever stands there."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from indicators.intake.workbook import xlsx, xlsx_strings
from indicators.intake.workbook.cells import Cell, PackedCells, Place
from indicators.intake.workbook.plain_rows import PlainRows
from indicators.intake.workbook.raw import RawSheet, RawWorkbook, Refused
from indicators.intake.workbook.xlsx_rows import RowReader
from indicators.intake.workbook.xml_parts import Archive
from indicators.limits import STANDARD
from indicators.settings import ROOT
from tests.intake.hostile import with_strings
from tests.intake.test_files import SHEET, changed

SAMPLES = sorted((ROOT / "data" / "samples").glob("*.xlsx"))

numbers = some.one_of(
    some.floats(allow_nan=False, allow_infinity=False).map(repr),
    some.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9).map(str),
    some.sampled_from(["0", "-0", "0.0", "007", "1E5", "1e5", "-1.5E-7", "NaN", "1E999", " 5", "", "12.50", "0.00001"]),
)
texts = some.sampled_from(["Nước", "a &amp; b", " hai ", "_x000D_", "a\r\nb", "&#233;", "x&lt;y", "1,5"])
contents = some.one_of(
    numbers.map(lambda number: ("", f"<v>{number}</v>")),
    numbers.map(lambda number: (' t="n"', f"<v>{number}</v>")),
    texts.map(lambda text: (' t="str"', f"<f>A1&amp;B1</f><v>{text}</v>")),
    texts.map(lambda text: (' t="inlineStr"', f"<is><t>{text}</t></is>")),
    texts.map(lambda text: (' t="inlineStr"', f"<is><r><t>{text}</t></r><r><t>!</t></r></is>")),
    some.sampled_from(
        [
            ("", ""), ("", "<f>A1</f>"), ("", "<f>A1</f><v/>"), (' t="b"', "<v>1</v>"), (' t="e"', "<v>#N/A</v>"),
            (' t="s"', "<v>0</v>"), (' t="s"', "<v>99999</v>"), ("", "<v>1</v><!-- x -->"),
            (' t="d"', "<v>2026-09-30</v>"),
            (' s="999999"', "<v>1</v>"), (' s="2" t="n"', "<v>0.5</v>"), ("", "<v>1</v><extLst/>"), ("", "<v>1<v>"),
        ]
    ),
)  # fmt: skip
places = some.tuples(some.sampled_from(["A", "B", "AB", "XFD", "XFE", "b"]), some.sampled_from([1, 2, 3, 1048577, 0]))


styles = some.sampled_from(["", ' s="1"'])
ends = some.sampled_from(["", " ", "\r\n", '<row r="9"/>'])
row_attributes = some.sampled_from([' r="{}"', ' r="{}" hidden="1" spans="1:9"', "", ' ht="9" r="{}"'])


@some.composite
def sheets(draw: some.DrawFn) -> str:
    """Rows as any program may write them, now and then broken."""
    rows = []
    for row in range(1, draw(some.integers(1, 4))):
        cells = []
        for column in "CDEFGH"[: draw(some.integers(0, 6))]:
            kind, inner = draw(contents)
            letters, digits = draw(places) if draw(some.integers(0, 30)) == 0 else (column, row)
            cells.append(f'<c r="{letters}{digits}"{draw(styles)}{kind}>{inner}</c>')
        rows.append(f"<row{draw(row_attributes).format(row)}>{''.join(cells)}</row>{draw(ends)}")
    return "".join(rows)


def outcomes(content: bytes) -> tuple[object, object, bool]:
    """What both readers make of it, and whether the fast one did it alone."""
    taken: list[bool] = []
    quick = xlsx._read_rows

    def watched(*arguments: object) -> object:
        taken.append((sheet := quick(*arguments)) is not None)  # type: ignore[arg-type]
        return sheet

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(xlsx, "_read_rows", watched)
        fast = outcome(content)
        patch.setattr(xlsx, "_read_rows", lambda *_: None)
        return fast, outcome(content), bool(taken) and all(taken)


def outcome(content: bytes) -> object:
    try:
        workbook: RawWorkbook = xlsx.read_xlsx(Archive(content, STANDARD))
    except Refused as refused:
        return refused.code
    return [(sheet.sent() | {"cells": cells_of(sheet)}, sorted(sheet.rows_hidden)) for sheet in workbook.sheets]


def cells_of(sheet: RawSheet) -> list[tuple[Place, Cell]]:
    return list(PackedCells.sent(*sheet.sent()["cells"]).items())  # type: ignore[misc]


def document(rows: str, around: str = "") -> bytes:
    xml = f"<?xml version='1.0'?>{around}<worksheet><sheetData>{rows}</sheetData></worksheet>".replace("'", '"')
    return changed(lambda parts: parts.__setitem__(SHEET, xml.encode()))


@given(sheets())
def test_both_readers_say_the_same(rows: str) -> None:
    fast, events, _ = outcomes(document(rows))
    assert fast == events


fragments = some.sampled_from(
    [
        "<v>", "</v></c>", "</c>", "<is><t>", "</t></is></c>", "<v/>", "</row>", "<row>", '<row r="2" hidden="1">',
        '<c r="C2">', '<c r="D3" s="1"/>', '<c r="AB2"/>', '<c r="B2"><v>1</v></c>', ' t="s"', ' t="str"', ' t="b"',
        ' t="inlineStr"', ' s="2"', ' s="9"', '"', '2"', "&amp;", "&", "&#48;", "<", ">", "_x0041_", "_", " ",
        "\n", "\r\n", "-", "0", ".", "E5", "9999999999", "<f>B2*2</f>", "<f/>", "<!-- -->", "\x01", "\x7f", "é",
        "A", "]]>", "\u00a0",
    ]
)  # fmt: skip


@some.composite
def tables(draw: some.DrawFn) -> str:
    """Rows of one form, as a program writes them, with something put in or taken out in a few places."""
    forms = [
        draw(some.sampled_from(["", '<c r="AA1"/>'])) + draw(some.sampled_from(PLAIN))
        for _ in range(draw(some.integers(1, 4)))
    ]
    spans = draw(some.sampled_from(["", ' spans="1:9"']))
    text = ""
    for row in range(1, draw(some.integers(2, 5))):
        cells = [
            form.format(f"{column}{row}", draw(plain_numbers)) for column, form in zip("BCDE", forms, strict=False)
        ]
        text += f'<row r="{row}"{spans}>{"".join(cells)}</row>'
    for _ in range(draw(some.integers(0, 3))):
        place, skipped = draw(some.integers(0, len(text))), draw(some.sampled_from([0, 0, 1, 4, 9]))
        text = text[:place] + draw(fragments | some.just("")) + text[place + skipped :]
    return text


PLAIN = (
    '<c r="{}"><v>{}</v></c>', '<c r="{}" s="1"><v>{}</v></c>', '<c r="{}" s="2" t="n"><v>{}</v></c>',
    '<c r="{}" t="s"><v>{}</v></c>', '<c r="{}" t="str"><f>A1</f><v>{}</v></c>', '<c r="{}"><f>A1*2</f><v>{}</v></c>',
    '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>',
)  # fmt: skip
plain_numbers = some.sampled_from(["0", "1", "2", "12.5", "98.9", "100", "-3", "-0.25", "0.94099999999999995", "1E-3"])


@given(tables())
def test_both_readers_say_the_same_of_damaged_tables(rows: str) -> None:
    fast, events, _ = outcomes(document(rows))
    assert fast == events


@pytest.mark.parametrize("form", PLAIN)
def test_plain_rows_are_taken_without_looking_at_cells(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    row = '<row r="{0}"><c r="A{0}" s="3"/>' + form.format("B{0}", 1) + form.format("D{0}", 0) + '<c r="E{0}"/></row>'
    rows = "".join(row.format(number) for number in (4, 5, 16))
    content = with_strings("<si><t>một</t></si><si><t>hai</t></si>", "", f"<sheetData>{rows}</sheetData>")
    monkeypatch.setattr(RowReader, "_read_cell", lambda *_: pytest.fail("looked at a cell"))
    fast, events, alone = outcomes(content)
    assert fast == events
    assert alone


@pytest.mark.parametrize(
    "written",
    [
        '<row r="2"><c r="B2"></v></c>1<v></c></row>',
        '<row r="2"><c r="B2"><v>1<v>2</v></c></v></c></row>',
        '<row r="2"><c r="B2"><v>1</t></is></c></row>',
        '<row r="2"><c r="B2" t="inlineStr"><is><t>1</v></c></row>',
        '<row r="2"><c r="B2"><v>1</v></c><c r="B3"><v>2</v></c></row>',
        '<row r="2"><c r="B2"><v>1\n2</v></c><c r="C2"><v></v></c></row>',
        '<row r="2"><c r="B2"><v></v></c></row>',
        '<row r="2"><c r="B2"><v>1\n2</v></c></row>',
        '<row r="02"><c r="B02"><v>1</v></c></row>',
        '<row r="2" hidden="1"><c r="B2"><v>1</v></c></row><row r="3" hidden="1"><c r="B3"><v>1</v></c></row>',
        '<row r="2"><c r="C2"><v>1</v></c><c r="B2"><v>2</v></c></row>',
        '<row r="2"><c r="B2" s="2"><v>3</v></c></row><row r="12"><c r="B12"><v>4</v></c></row>',
        '<row r="2"><c r="B2" t="str"><v>dài 12" và 2"</v></c></row>',
        '<row r="2"><c r="B2" t="inlineStr"><is><t>a_x0041_</t></is></c></row>',
        '<row r="2"><c r="B2" t="str"><v> </v></c></row><row r="3"><c r="B3" t="str"><v>\u00a0</v></c></row>',
        '<row r="3"><c r="B3"><v>1</v></c></row><row r="2"><c r="B2"/></row><row r="3"><c r="C3"><v>1</v></c></row>',
        '<row r="3"><c r="B3"><v>1</v></c></row><row r="2"><c r="B2"><v>1</v></c></row>',
        '<row r="1"><c r="B1" s="1"><v>1</v></c></row><row r="11"><c r="B11" s="11"><v>1</v></c></row>',
        '<row r="2"><c r="B2"><v>1</v></c></row><row r="2"><c r="C2"><v>1</v></c></row>',
    ],
)
def test_what_only_looks_plain(written: str) -> None:
    fast, events, _ = outcomes(document(written))
    assert fast == events


@pytest.mark.parametrize(
    ("style", "number", "found"),
    [(1, "0.5", [((4, 2), ("p", "0.5"))]), (1, "-0.50", [((4, 2), ("n", "-0.5"))]), (2, "3", [((4, 2), ("n", "3"))]),
     (2, "-3", None)],
)  # fmt: skip
def test_a_format_of_its_own_below_nought(style: int, number: str, found: object) -> None:
    sheet = RawSheet("Q3")
    rows = PlainRows(sheet, ["General", "0%;-0.0", "0;d/m/yyyy"], None)
    assert rows.take("4", f'<c r="B4" s="{style}"><v>{number}</v></c>') == (found is not None)
    assert cells_of(sheet) == (found or [])


@pytest.mark.parametrize(
    "inside",
    [
        "<si><t>một</t></si><si><t xml:space='preserve'> hai </t></si>",
        "<si><t>a &amp; b&lt;</t></si>",
        "<si><t xml:space='preserve'> </t></si><si><t>&#160;</t></si>",
        "<si><t>&#233;&nothing;</t></si>",
        "<si><t>một</t></si><si><r><t>hai</t></r><r><t>!</t></r></si>",
        "<si><t>_x000D_</t></si>",
        "<si><t/></si><si><t>b</t></si>",
        "<si><t>một</t><rPh sb='0' eb='1'><t>x</t></rPh></si>",
        "<si><t>một</t></si> <si><t>hai</t></si>",
        "<si><t>một</si></t>",
        "<si><t>một</t></si><si><t>hai</t>",
        "<si><t>một<t></t></si>",
        "</t></si><si><t>một",
        "",
    ],
)
def test_shared_texts_by_both_readers(inside: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = range(1, max(1, inside.count("<si>")) + 1)
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>{row - 1}</v></c></row>' for row in shown)
    content = with_strings(inside.replace("'", '"'), "", f"<sheetData>{rows}</sheetData>")
    fast = outcome(content)
    monkeypatch.setattr(xlsx_strings, "plain_texts", lambda _: None)
    monkeypatch.setattr(xlsx, "_read_rows", lambda *_: None)
    assert fast == outcome(content)


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.name)
def test_both_readers_say_the_same_of_the_samples(file: Path) -> None:
    fast, events, alone = outcomes(file.read_bytes())
    assert fast == events
    assert alone


def test_numbers_in_every_notation() -> None:
    drawn = random.Random(4)
    written = [f"{drawn.uniform(-1000, 1000):.{places}{kind}}" for kind in "gfE" for places in range(20)]
    rows = [f'<row r="{row}"><c r="B{row}"><v>{text}</v></c></row>' for row, text in enumerate(written, 1)]
    cells = "".join(rows)
    fast, events, alone = outcomes(document(cells))
    assert fast == events
    assert alone


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>', "damaged_workbook"),
        ('<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A1"><v>2</v></c></row>', "damaged_workbook"),
        ('<row r="1"><c r="XFE1"><v>1</v></c></row>', "damaged_workbook"),
        ('<row r="1"><c r="A1048577"><v>1</v></c></row>', "damaged_workbook"),
        ('<row r="1"><c r="A1" t="s"><v>99999</v></c></row>', "damaged_workbook"),
        ('<row r="1"><c r="A1"><v>1</v></c>', "damaged_workbook"),
    ],
)
def test_what_is_refused_is_refused_fast_too(rows: str, code: str) -> None:
    fast, events, _ = outcomes(document(rows))
    assert fast == events == code


def test_a_doctype_is_never_passed_over() -> None:
    content = document('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>', "<!DOCTYPE x [<!ENTITY b 'ha'>]>")
    assert outcomes(content)[:2] == ("unsafe_workbook", "unsafe_workbook")
