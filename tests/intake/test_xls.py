"""What an .xls hides: formulas that nobody computed, runs in old fonts, Excel 95, passwords of every age."""

import struct

import pytest

from indicators.intake.legacy import decoded
from indicators.intake.workbook.cells import Sheet, Visibility, Workbook
from tests.intake.biff import BIFF5, RECALC_ID, compound, formula, label, number, record, result, rich, stream
from tests.intake.hostile import opened, refusal
from tests.intake.sheets import COMMUNES
from tests.intake.test_legacy import tcvn3

ZERO, TWO, EMPTY = struct.pack("<d", 0), struct.pack("<d", 2), result(3)
ON_LOAD = 2


def sheet_of(content: bytes) -> Sheet:
    found = opened(compound(content))
    assert isinstance(found, Workbook), found
    return found.sheets[0]


def held(content: bytes) -> dict[tuple[int, int], tuple[str, str]]:
    return {tuple(place): tuple(cell) for place, cell in sheet_of(content).cells.items()}  # type: ignore[misc]


def test_results_of_every_kind() -> None:
    cells = [
        number(0, 0, 98.9), number(0, 1, 0.989, style=2), number(0, 2, 46230, style=3),
        formula(0, 3, TWO), formula(0, 4, ZERO), formula(0, 5, result(1, 1)), formula(0, 6, result(2, 7)),
        formula(0, 7, result(0)), record(0x207, struct.pack("<HB", 3, 0) + b"abc"), formula(0, 8, EMPTY),
        record(0x205, struct.pack("<HHHBB", 0, 9, 1, 42, 1)), record(0x205, struct.pack("<HHHBB", 0, 10, 1, 0, 0)),
    ]  # fmt: skip
    assert held(stream(*cells)) == {
        (1, 1): ("n", "98.9"), (1, 2): ("p", "0.989"), (1, 3): ("d", "2026-07-27"), (1, 4): ("n", "2"),
        (1, 5): ("n", "0"), (1, 6): ("b", "TRUE"), (1, 7): ("e", "#DIV/0!"), (1, 8): ("t", "abc"),
        (1, 10): ("e", "#N/A"), (1, 11): ("b", "FALSE"),
    }  # fmt: skip


def test_zero_left_to_be_calculated_on_load_is_no_result() -> None:
    assert held(stream(formula(0, 0, ZERO, ON_LOAD), formula(0, 1, TWO, ON_LOAD))) == {
        (1, 1): ("f", ""),
        (1, 2): ("n", "2"),
    }


def test_empty_texts_everywhere_in_a_file_that_excel_never_computed() -> None:
    assert held(stream(formula(0, 0, EMPTY), formula(1, 0, EMPTY), settings=b"")) == {
        (1, 1): ("f", ""),
        (2, 1): ("f", ""),
    }
    assert held(stream(formula(0, 0, EMPTY), formula(1, 0, TWO), settings=b"")) == {(2, 1): ("n", "2")}
    assert held(stream(formula(0, 0, EMPTY), number(1, 0, 5), settings=RECALC_ID)) == {(2, 1): ("n", "5")}


def test_formulas_behind_a_chart_belong_to_their_sheet() -> None:
    chart = record(0x809, struct.pack("<HHHHII", 0x600, 0x20, 0, 0, 0, 0)) + record(0xA)
    assert held(stream(chart, formula(0, 0, ZERO, ON_LOAD))) == {(1, 1): ("f", "")}


@pytest.mark.parametrize(("state", "visibility"), list(enumerate(Visibility)))
def test_a_sheet_may_be_hidden_from_everyone(state: int, visibility: Visibility) -> None:
    assert sheet_of(stream(number(0, 0, 1), state=state)).visibility is visibility


def test_runs_in_old_fonts() -> None:
    text = "Tỷ lệ " + tcvn3("hộ nghèo")
    cells = [rich(0, 0, text, [(6, 1)]), rich(1, 0, tcvn3("Tỷ lệ ") + "hộ nghèo", [(6, 0)], style=4)]
    sheet = decoded(sheet_of(stream(*cells, fonts=("Arial", ".VnTime"))), COMMUNES)
    assert [cell.text for cell in sheet.cells.values()] == ["Tỷ lệ hộ nghèo"] * 2
    assert set(sheet.legacy) == {(1, 1), (2, 1)}


def test_excel_95_in_the_code_page_that_it_names() -> None:
    page = record(0x42, struct.pack("<H", 1258))
    name = b"Th\xf4n Y\xean"
    found = opened(compound(stream(label(0, 0, name), number(0, 1, 0.5, 2), version=BIFF5, settings=page), "Book"))
    assert isinstance(found, Workbook), found
    assert [tuple(cell) for cell in found.sheets[0].cells.values()] == [("t", "Thôn Yên"), ("p", "0.5")]


PASSWORDS = {
    "XOR": struct.pack("<HHH", 0, 0x1234, 0x5678),
    "RC4": struct.pack("<HHH", 1, 1, 1) + bytes(48),
    "RC4 by CryptoAPI": struct.pack("<HHHII", 1, 2, 2, 4, 126) + bytes(200),
    "RC4 by CryptoAPI of Excel 2007": struct.pack("<HHHII", 1, 4, 2, 4, 126) + bytes(200),
}


@pytest.mark.parametrize("kind", PASSWORDS)
@pytest.mark.parametrize("before", [b"", record(0x86)], ids=["alone", "write-protected"])
def test_a_password_is_named(kind: str, before: bytes) -> None:
    content = stream(number(0, 0, 1), settings=before + record(0x2F, PASSWORDS[kind]))
    assert refusal(compound(content)) == ("encrypted", "")


def test_a_password_of_excel_95() -> None:
    content = stream(number(0, 0, 1), version=BIFF5, settings=record(0x2F, struct.pack("<HH", 1, 2)))
    assert refusal(compound(content, "Book")) == ("encrypted", "")
