"""The fast reader of rows beside the reader of events: the same cells and the same refusals, whatever stands there."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from indicators.intake.workbook import xlsx
from indicators.intake.workbook.raw import RawWorkbook, Refused
from indicators.intake.workbook.xml_parts import Archive
from indicators.limits import STANDARD
from indicators.settings import ROOT
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
    return [(sheet.sent(), sorted(sheet.rows_hidden)) for sheet in workbook.sheets]


def document(rows: str, around: str = "") -> bytes:
    xml = f"<?xml version='1.0'?>{around}<worksheet><sheetData>{rows}</sheetData></worksheet>".replace("'", '"')
    return changed(lambda parts: parts.__setitem__(SHEET, xml.encode()))


@given(sheets())
def test_both_readers_say_the_same(rows: str) -> None:
    fast, events, _ = outcomes(document(rows))
    assert fast == events


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
