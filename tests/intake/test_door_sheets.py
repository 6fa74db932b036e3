"""Sheets made to do harm, in containers that are in order: read right, or refused with what was wrong."""

import random
import struct

import pytest

from indicators.intake.workbook.cells import Workbook
from indicators.intake.workbook.refusal import Refusal
from tests.intake.hostile import (
    BOOK,
    MAIN,
    PATIENT,
    PLAIN,
    cells,
    ods,
    opened,
    refusal,
    sheet,
    with_parts,
    with_rows,
    with_strings,
    zipped,
)

DAMAGED, LARGE, UNSAFE = "damaged_workbook", "too_large", "unsafe_workbook"


def rows(count: int, columns: int = 1) -> str:
    """Rows of different numbers, so that they pack like a sheet."""
    numbers = random.Random(1)
    return "".join(
        f"<row>{''.join(f'<c><v>{numbers.random()}</v></c>' for _ in range(columns))}</row>" for _ in range(count)
    )


def test_a_cell_at_the_last_place() -> None:
    assert cells(with_rows('<c r="XFD1048576"><v>1</v></c>')) == {(1_048_576, 16_384): "1"}


@pytest.mark.parametrize(
    "place",
    ["A0", "ZZZZ1", "A99999999", "A1048577", "XFE1", "R1C1", "1", "A", " A1", "A1:B2", "-1", "A-1", "А1", "A１"],
)
def test_absurd_references(place: str) -> None:
    code, _ = refusal(with_rows(f'<row><c r="{place}"><v>1</v></c></row>'))
    assert code == DAMAGED


@pytest.mark.parametrize("row", ["0", "-1", "1048577", "999999999999999999999", "x", "1.5"])
def test_absurd_rows(row: str) -> None:
    assert refusal(with_rows(f'<row r="{row}"><c><v>1</v></c></row>'))[0] == DAMAGED


@pytest.mark.parametrize("size", ["A1", "A1:A1", "B7:B9", "A1:XFD1048576", "nonsense", "A0", ""])
def test_lying_dimensions(size: str) -> None:
    found = cells(with_rows('<c r="A1"><v>1</v></c><c r="D90"><v>2</v></c>', before=f'<dimension ref="{size}"/>'))
    assert found == {(1, 1): "1", (90, 4): "2"}


def test_rows_out_of_order() -> None:
    found = cells(
        with_rows('<row r="9"><c r="B9"><v>1</v></c><c r="A9"><v>2</v></c></row><row r="2"><c><v>3</v></c></row>')
    )
    assert found == {(9, 2): "1", (9, 1): "2", (2, 1): "3"}


def test_the_same_cell_twice() -> None:
    found = opened(with_rows('<c r="B3"><v>1</v></c><c r="B3"><v>1</v></c>'))
    assert found == Refusal(DAMAGED, "cell_twice", "Sheet", "B3")


def test_the_same_cell_twice_in_rows_of_the_same_number() -> None:
    assert refusal(with_rows('<row r="1"><c><v>1</v></c></row><row r="1"><c><v>2</v></c></row>')) == (
        DAMAGED,
        "cell_twice",
    )


def test_rows_at_the_limit_and_beyond() -> None:
    assert len(cells(with_rows(rows(20_000)))) == 20_000
    assert refusal(with_rows(rows(20_001))) == (LARGE, "rows")


def test_columns_at_the_limit_and_beyond() -> None:
    assert len(cells(with_rows(rows(2, 500)))) == 1_000
    assert refusal(with_rows(rows(2, 501))) == (LARGE, "columns")


def test_cells_beyond_the_limit() -> None:
    assert refusal(with_rows(rows(20, 30)), PATIENT._replace(cells=500)) == (LARGE, "cells")


@pytest.mark.parametrize(("count", "trouble"), [(100, None), (101, "sheets")])
def test_sheets_at_the_limit_and_beyond(count: int, trouble: str | None) -> None:
    content = with_sheets(count)
    if trouble:
        assert refusal(content) == (LARGE, trouble)
    else:
        assert cells(content) == {(1, 1): "1"}


def with_sheets(count: int) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    named = "".join(f'<sheet name="{n}" id="r{n}"/>' for n in range(count))
    related = "".join(f'<Relationship Id="r{n}" Type="{kind}" Target="worksheets/s{n}.xml"/>' for n in range(count))
    return zipped(
        PLAIN
        | {f"xl/worksheets/s{n}.xml": sheet("<sheetData><c r='A1'><v>1</v></c></sheetData>") for n in range(count)}
        | {BOOK: f"<workbook {MAIN}><sheets>{named}</sheets></workbook>".encode()}
        | {"xl/_rels/workbook.xml.rels": f"<Relationships>{related}</Relationships>".encode()}
    )


@pytest.mark.parametrize(("letters", "fits"), [(32_767, True), (32_768, False), (5_000_000, False)])
def test_text_at_the_limit_and_beyond_in_each_form(letters: int, *, fits: bool) -> None:
    text = "đ" * letters
    for content in (
        with_rows(f'<c r="A1" t="inlineStr"><is><t>{text}</t></is></c>'),
        with_rows(f'<c r="A1" t="str"><v>{text}</v></c>'),
        with_strings(f"<si><t>{text}</t></si>", "0"),
        ods(f'<table-row><table-cell value-type="string"><p>{text}</p></table-cell></table-row>'),
    ):
        if fits:
            assert cells(content) == {(1, 1): text}
        else:
            assert refusal(content)[0] in {LARGE, UNSAFE}  # what packs as a bomb is refused before it is read


def test_millions_of_merges() -> None:
    merges = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1, 1_000_001))
    assert refusal(with_rows("", after=f"<mergeCells>{merges}</mergeCells>")) == (LARGE, "merges")


def test_merges_of_the_whole_sheet_cost_nothing() -> None:
    merges = "".join(f'<mergeCell ref="A{row}:XFD1048576"/>' for row in range(1, 10_001))
    assert cells(with_rows('<c r="A1"><v>1</v></c>', after=f"<mergeCells>{merges}</mergeCells>")) == {(1, 1): "1"}


@pytest.mark.parametrize(
    "styles",
    [
        "<cellXfs>" + '<xf numFmtId="10"/>' * 1_000_000 + "</cellXfs>",
        "<numFmts>" + "".join(f'<numFmt numFmtId="{n}" formatCode="0.{n}"/>' for n in range(300_000)) + "</numFmts>",
        "<fonts>" + '<font><name val="a"/></font>' * 300_000 + "</fonts>",
        "<dxfs>" + "<dxf><font/></dxf>" * 300_000 + "</dxfs>",
    ],
    ids=["cellXfs", "numFmts", "fonts", "dxfs"],
)
def test_millions_of_styles(styles: str) -> None:
    content = with_parts(STYLES=f"<styleSheet {MAIN}>{styles}</styleSheet>".encode())
    assert isinstance(found := opened(content), Workbook) or found == Refusal(UNSAFE, "unpacked_ratio")
    assert cells(content, PATIENT._replace(unpacked_ratio=2_000)) == {(1, 1): "1"}


def test_millions_of_shared_texts() -> None:
    numbers = random.Random(1)
    texts = "".join(f"<si><t>{numbers.random()}</t></si>" for _ in range(300_000))
    assert (1, 1) in cells(with_strings(texts, "299999"))


def test_one_long_shared_text_in_many_cells() -> None:
    """15 GB, were it written out for each cell."""
    row = "<row>" + '<c t="s"><v>0</v></c>' * 25 + "</row>"
    content = with_strings(f"<si><t>{'a' * 32_000}</t></si>", "0", f"<sheetData>{row * 19_000}</sheetData>")
    found = opened(content, PATIENT._replace(unpacked_ratio=2_000))
    assert not isinstance(found, Refusal) or found.code == LARGE


@pytest.mark.parametrize("index", ["1", "-1", "99999999999999999999", "0.0", "", "x", "１"])
def test_a_shared_text_that_is_not_there(index: str) -> None:
    content = with_strings("<si><t>a</t></si>", index)
    assert refusal(content)[0] == DAMAGED if index else cells(content) == {}


@pytest.mark.parametrize("number", ["NaN", "INF", "-INF", "1e400", "nan", "Infinity", "1_0", "0x10"])
def test_numbers_that_are_none_are_kept_as_errors(number: str) -> None:
    found = opened(with_rows(f'<c r="A1"><v>{number}</v></c>'))
    assert not isinstance(found, Refusal)
    ((kind, text),) = found.sheets[0].cells.values()
    assert (kind, text) == ("e", number)


def test_deep_nesting_in_a_sheet() -> None:
    nested = "<a>" * 300_000 + "</a>" * 300_000
    content = with_rows('<c r="A1"><v>1</v></c>', after=nested)
    assert refusal(content) == (UNSAFE, "unpacked_ratio")
    assert cells(content, PATIENT._replace(unpacked_ratio=2_000)) == {(1, 1): "1"}


def test_deep_nesting_in_a_shared_text() -> None:
    nested = "<r>" * 200_000 + "<t>a</t>" + "</r>" * 200_000
    content = with_strings(f"<si>{nested}</si>", "0")
    found = opened(content, PATIENT._replace(unpacked_ratio=2_000))
    assert not isinstance(found, Refusal) or found.code in {LARGE, DAMAGED, UNSAFE}


ONE = '<table-cell value-type="float" value="1"/>'


def test_blank_repeats_in_ods_cost_nothing() -> None:
    blank = '<table-cell number-columns-repeated="999999999"/>'
    found = cells(ods(f'<table-row>{ONE}{blank}</table-row><table-row number-rows-repeated="999999999"/>'))
    assert found == {(1, 1): "1"}


@pytest.mark.parametrize("count", ["1000000000", "99999999999999999999", "-1", "1e9", ""])
@pytest.mark.parametrize("repeated", ["number-columns-repeated", "number-rows-repeated"])
def test_filled_repeats_in_ods(repeated: str, count: str) -> None:
    cell = f'<table-cell value-type="float" value="1" {repeated if "col" in repeated else "x"}="{count}"/>'
    row = f'<table-row {repeated if "row" in repeated else "x"}="{count}">{cell}</table-row>'
    assert refusal(ods(row))[0] in {DAMAGED, LARGE}


def test_repeats_of_repeats_in_ods() -> None:
    cell = '<table-cell value-type="float" value="1" number-columns-repeated="9999"/>'
    assert refusal(ods(f'<table-row number-rows-repeated="9999">{cell}</table-row>'))[0] == LARGE


def test_tables_within_tables_in_ods() -> None:
    assert refusal(ods("<table-row><table-cell><table/></table-cell></table-row>"))[0] == DAMAGED


def test_external_links_are_not_followed() -> None:
    link = '<Relationship Id="x" TargetMode="External" Type="externalLink" Target="http://127.0.0.1/a.xlsx"/>'
    relations = PLAIN["xl/_rels/workbook.xml.rels"].replace(b"</Relationships>", link.encode() + b"</Relationships>")
    assert cells(zipped(PLAIN | {"xl/_rels/workbook.xml.rels": relations})) == {(1, 1): "1"}


@pytest.mark.parametrize(
    "target", ["../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "http://127.0.0.1/a", "", "..", "\\\\host\\a"]
)
def test_targets_outside_the_package(target: str) -> None:
    relations = PLAIN["xl/_rels/workbook.xml.rels"]
    assert b"/xl/worksheets/sheet1.xml" in relations
    changed = relations.replace(b"/xl/worksheets/sheet1.xml", target.encode())
    assert refusal(zipped(PLAIN | {"xl/_rels/workbook.xml.rels": changed}))[0] == DAMAGED


def test_macros_are_never_looked_at() -> None:
    assert cells(zipped(PLAIN | {"xl/vbaProject.bin": random.Random(1).randbytes(100_000)})) == {(1, 1): "1"}


@pytest.mark.parametrize("formula", ["=cmd|'/c calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1"])
def test_text_that_could_start_a_formula_is_only_text(formula: str) -> None:
    found = cells(with_rows(f'<c r="A1" t="inlineStr"><is><t xml:space="preserve">{formula}</t></is></c>'))
    assert found == {(1, 1): formula}


def xlsb(*records: tuple[int, bytes], cut: int = 0) -> bytes:
    """A binary workbook with one sheet of these records."""

    def written(kind: int, data: bytes, told: int | None = None) -> bytes:
        head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
        length = len(data) if told is None else told
        return head + _varying(length) + data

    name = struct.pack("<I", 2) + "r1".encode("utf-16-le") + struct.pack("<I", 1) + "1".encode("utf-16-le")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    related = f'<Relationships><Relationship Id="r1" Type="{kind}" Target="worksheets/sheet1.bin"/></Relationships>'
    body = b"".join(written(kind, data) for kind, data in records)
    return zipped(
        {
            "[Content_Types].xml": b"<Types/>",
            "xl/workbook.bin": written(156, struct.pack("<II", 0, 1) + name),
            "xl/_rels/workbook.bin.rels": related.encode(),
            "xl/worksheets/sheet1.bin": body[: len(body) - cut],
        }
    )


def _varying(length: int) -> bytes:
    found = bytearray()
    while length >= 0x80:
        found.append(length & 0x7F | 0x80)
        length >>= 7
    return bytes([*found, length])


ROW = (0, struct.pack("<I", 0) + bytes(21))
REAL = (5, struct.pack("<II", 0, 0) + struct.pack("<d", 1.5))


def test_xlsb_in_order() -> None:
    assert cells(xlsb(ROW, REAL)) == {(1, 1): "1.5"}


@pytest.mark.parametrize("cut", [1, 8, 15, 17])
def test_xlsb_with_a_record_longer_than_the_part(cut: int) -> None:
    assert refusal(xlsb(ROW, REAL, cut=cut))[0] == DAMAGED


@pytest.mark.parametrize(
    "records",
    [
        [ROW, REAL, REAL],
        [ROW, (5, b"")],
        [(0, struct.pack("<I", 0xFFFFFFFE) + bytes(21)), REAL],
        [ROW, (6, struct.pack("<III", 0, 0, 0xFFFFFF0))],
        [ROW, (7, struct.pack("<III", 0, 0, 0xFFFFFFF))],
        [ROW, (176, struct.pack("<IIII", 5, 1, 0, 0))],
    ],
    ids=["cell twice", "short", "row too far", "text too long", "no such text", "merge turned over"],
)
def test_xlsb_with_lying_records(records: list[tuple[int, bytes]]) -> None:
    assert refusal(xlsb(*records))[0] == DAMAGED
