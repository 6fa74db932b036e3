"""The bytes of a picture: the same every time and in every thread, of the right size, every letter from the font."""

from __future__ import annotations

import warnings
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from itertools import product
from unicodedata import normalize
from xml.etree import ElementTree

import pytest
from PIL import Image

from indicators.pictures import draw
from indicators.pictures.typeface import has_glyph, lines_of, printable, width_mm
from indicators.reports.model import Chart, Role
from tests.pictures.charts import chart, series, stack

_TONES = "\u0300\u0301\u0309\u0303\u0323"
_LOWER = [*"ăâđêôơư", *(normalize("NFC", vowel + tone) for vowel, tone in product("aăâeêioôơuưy", _TONES))]
#: Those that the plain alphabet has not.
LETTERS = "".join([*_LOWER, *(letter.upper() for letter in _LOWER)])


def some_chart(title: str = "Nước sạch") -> Chart:
    return chart(series(Role.ACTUAL, 10, 20, 15), series(Role.FLOOR, 5, 10, 15, 20), title=title)


def test_every_vietnamese_letter_is_in_the_font() -> None:
    assert len(LETTERS) == len(set(LETTERS)) == 134
    for is_bold in (False, True):
        assert [letter for letter in LETTERS + "≥≤−–“”«»□" if not has_glyph(letter, is_bold=is_bold)] == []


def test_what_the_font_lacks_is_seen_as_a_box_and_nothing_else_changes() -> None:
    assert printable("Nước 水\nsạch\u200b $x$") == "Nước □ sạch $x$"
    assert printable(normalize("NFD", LETTERS)) == LETTERS


def test_any_name_is_painted() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        picture = draw(some_chart("水 $\\không$ \x07 </svg> & \U0001f4a7"))
        assert picture.png.startswith(b"\x89PNG")
        ElementTree.fromstring(picture.svg)


def test_equal_charts_give_equal_bytes_in_any_thread() -> None:
    def both(title: str) -> tuple[bytes, bytes]:
        picture = draw(some_chart(title))
        return picture.png, picture.svg

    titles = ["Nước sạch", "Hộ nghèo"] * 4
    alone = {title: both(title) for title in titles[:2]}
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(both, titles)) == [alone[title] for title in titles]
    assert alone["Nước sạch"] != alone["Hộ nghèo"]


@pytest.mark.parametrize(("width", "pixels"), [(160, 1259), (80, 629)])
def test_a_picture_is_as_wide_as_asked(width: float, pixels: int) -> None:
    """160 mm at 200 dots an inch are 1259.8 dots."""
    for drawn in (some_chart(), stack(("met", (1, 2)))):
        picture = draw(drawn, width_mm=width)
        with Image.open(BytesIO(picture.png)) as image:
            assert image.width == pixels
            assert image.info["dpi"] == pytest.approx((200, 200), abs=0.1)
            assert image.height == int(picture.height_mm / 25.4 * 200)
        root = ElementTree.fromstring(picture.svg)
        assert float(root.attrib["width"].removesuffix("pt")) == pytest.approx(width / 25.4 * 72, abs=0.01)


def test_a_title_can_stand_outside() -> None:
    without = draw(some_chart(), with_title=False)
    assert without.height_mm < draw(some_chart()).height_mm
    assert b"<dc:title>N\xc6\xb0\xe1\xbb\x9bc s\xe1\xba\xa1ch</dc:title>" in without.svg


def test_the_svg_says_no_date_and_asks_for_no_font() -> None:
    svg = draw(some_chart()).svg
    assert b"<dc:date>" not in svg
    assert b"<text" not in svg
    assert b"font-family" not in svg


def test_lines_are_as_wide_as_their_room() -> None:
    lines = lines_of("Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều", 9, 30)
    assert " ".join(lines) == "Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều"
    assert len(lines) > 1
    assert max(width_mm(line, 9) for line in lines) <= 30
