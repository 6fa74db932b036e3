"""Containers made to do harm: each is refused before anything in it is read."""

import io
import random
import zipfile

import pytest

from tests.intake import hostile
from tests.intake.hostile import BOOK, PATIENT, PLAIN, SHEET, Overlapping, refusal, zipped

UNSAFE, DAMAGED, LARGE = "unsafe_workbook", "damaged_workbook", "too_large"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
) + "]><worksheet><sheetData><c t='str'><v>&i;</v></c></sheetData></worksheet>"  # fmt: skip


def test_a_plain_archive_is_read() -> None:
    assert hostile.cells(zipped(PLAIN)) == {(1, 1): "1"}


def test_zip_bomb_one_huge_part() -> None:
    assert refusal(zipped(PLAIN | {SHEET: b" " * 150_000_000})) == (UNSAFE, "unpacked_ratio")


def test_zip_bomb_many_large_parts() -> None:
    part = random.Random(1).randbytes(100) * 200_000  # 20 MB that pack to a little more than a 250th
    noise = {f"xl/media/{number}.bin": part for number in range(11)}
    code, trouble = refusal(zipped(PLAIN | noise), PATIENT._replace(unpacked_ratio=2_000))
    assert (code, trouble) == (LARGE, "unpacked_bytes")


def test_zip_bomb_many_small_parts() -> None:
    assert refusal(zipped(PLAIN | {f"xl/media/{number}": b"" for number in range(2_001)})) == (UNSAFE, "parts")


def test_zip_bomb_two_hundred_thousand_parts() -> None:
    archive = Overlapping()
    facts = [0, 0, 0, 0, archive.add("a", b"")]
    for number in range(150_000):
        archive.tell(f"{number}", facts)
    assert refusal(archive.done()) == (UNSAFE, "parts")


def test_zip_bomb_nested() -> None:
    inner = zipped({"a": b" " * 900_000})
    assert hostile.cells(zipped(PLAIN | {"xl/embeddings/a.zip": inner})) == {(1, 1): "1"}  # never opened


def test_zip_bomb_overlapping_parts() -> None:
    """As Fifield's: a kernel of many bytes, of which each part's data is a quotation."""
    archive = Overlapping()
    for name, data in PLAIN.items():
        archive.add(name, data)
    kernel = bytes(500_000)
    offset = archive.add("k", kernel)
    for number in range(50):
        archive.tell(f"k{number}", [8, 0, 600, 500_000, offset])
    assert refusal(archive.done())[0] == UNSAFE


def test_overlapping_parts_of_the_same_name() -> None:
    archive = Overlapping()
    offset = archive.add(SHEET, b"<worksheet/>")
    archive.tell("other.xml", [8, 0, 14, 12, offset])
    assert refusal(archive.done()) == (UNSAFE, "forged")


def test_a_part_that_reaches_into_the_next() -> None:
    archive = Overlapping()
    inner = Overlapping()
    inner.add("inner", b"<worksheet/>")
    outer = archive.add("outer", inner.done())
    archive.add("next", b"<worksheet/>", told=lambda facts: facts.__setitem__(4, outer))
    assert refusal(archive.done()) == (UNSAFE, "forged")


def test_a_part_that_quotes_the_next() -> None:
    """Both descriptions of the first part agree, and its data goes on over the second."""
    archive = Overlapping()
    archive.add("a", b"<a/>", told=lambda facts: facts.__setitem__(2, 60))
    archive.add("b", bytes(range(200)))
    content = bytearray(archive.done())
    content[18:22] = (60).to_bytes(4, "little")
    assert refusal(bytes(content)) == (UNSAFE, "overlap")


@pytest.mark.parametrize("fact", [0, 1, 2, 3])
def test_zip_bomb_forged_sizes(fact: int) -> None:
    """The directory says less (method, checksum, sizes) than the part itself."""
    archive = Overlapping()
    for name, data in PLAIN.items():
        if name != SHEET:
            archive.add(name, data)
    archive.add(SHEET, b"<worksheet/>" + b" " * 900_000, told=lambda facts: facts.__setitem__(fact, facts[fact] // 2))
    assert refusal(archive.done()) == (UNSAFE, "forged" if fact else "method")


def test_sizes_forged_in_both_places_give_nothing() -> None:
    content = bytearray(zipped(PLAIN))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entry = archive.getinfo(SHEET)
        place = archive.start_dir
    told, forged = entry.file_size.to_bytes(4, "little"), (100).to_bytes(4, "little")
    content[entry.header_offset + 22 : entry.header_offset + 26] = forged
    central = content.index(SHEET.encode(), place) - 46
    assert content[central + 24 : central + 28] == told
    content[central + 24 : central + 28] = forged
    assert refusal(bytes(content)) == (DAMAGED, "zip")


def test_duplicate_parts() -> None:
    archive = Overlapping()
    for name in (*PLAIN, SHEET):
        archive.add(name, PLAIN[name])
    assert refusal(archive.done()) == (UNSAFE, "part_twice")


@pytest.mark.parametrize(
    "name", ["XL/Worksheets/Sheet1.XML", "xl\\worksheets\\sheet1.xml", "/xl/worksheets/sheet1.xml"]
)
def test_duplicate_parts_in_disguise(name: str) -> None:
    assert refusal(zipped(PLAIN | {name: PLAIN[SHEET]})) == (UNSAFE, "part_twice")


@pytest.mark.parametrize("stub", [b"MZ" + bytes(500), b"%PDF-1.7\n", b"<html>", b"#!/bin/sh\n", b"\0", b"x"])
def test_polyglot_bytes_before_the_zip(stub: bytes) -> None:
    assert refusal(stub + hostile.SAMPLE)[0] == UNSAFE


def test_polyglot_zip_before_the_zip() -> None:
    assert refusal(zipped({"a": b"b"}) + hostile.SAMPLE) == (UNSAFE, "bytes_before")


@pytest.mark.parametrize("tail", [b"\0", b"%PDF-1.7", b"<script>", bytes(5_000)])
def test_polyglot_bytes_after_the_zip(tail: bytes) -> None:
    assert refusal(hostile.SAMPLE + tail) == (UNSAFE, "bytes_after")


def test_archive_comment() -> None:
    file = io.BytesIO(zipped(PLAIN))
    with zipfile.ZipFile(file, "a") as archive:
        archive.comment = b"<script>"
    assert refusal(file.getvalue()) == (UNSAFE, "bytes_after")


@pytest.mark.parametrize("part", [SHEET, BOOK, "docProps/app.xml", "[Content_Types].xml", "xl/media/image1.svg"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_billion_laughs(part: str, encoding: str) -> None:
    declared = "" if encoding.endswith("e") else f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>'
    code, trouble = refusal(zipped(PLAIN | {part: (declared + LAUGHS).encode(encoding)}))
    assert (code, trouble) in {(UNSAFE, "doctype"), (DAMAGED, "zip")}
    assert encoding in {"utf-16-le", "utf-16-be"} or trouble == "doctype"


def test_quadratic_blow_up_by_entity() -> None:
    text = '<!DOCTYPE x [<!ENTITY a "' + "a" * 100_000 + '">]><worksheet>' + "&a;" * 10_000 + "</worksheet>"
    assert refusal(zipped(PLAIN | {SHEET: text.encode()})) == (UNSAFE, "doctype")


@pytest.mark.parametrize("before", [b"<worksheet ", b"<worksheet><c "])
def test_quadratic_blow_up_by_one_long_tag(before: bytes) -> None:
    text = random.Random(1).randbytes(1_000).hex().encode() * 20_000
    content = zipped(PLAIN | {SHEET: before + b'a="' + text + b'"/>'})
    assert refusal(content, PATIENT._replace(unpacked_ratio=2_000)) == (UNSAFE, "long_tag")


@pytest.mark.parametrize(
    "declared",
    ['x SYSTEM "file:///etc/passwd"', 'x PUBLIC "a" "http://127.0.0.1/a.dtd"', 'x [<!ENTITY % a SYSTEM "b">%a;]'],
)
def test_external_entities(declared: str) -> None:
    assert refusal(zipped(PLAIN | {SHEET: f"<!DOCTYPE {declared}><worksheet/>".encode()})) == (UNSAFE, "doctype")


def test_doctype_behind_a_long_comment() -> None:
    text = b"<!--" + b"ab" * 50_000 + b"--><!DOCTYPE x><a/>"
    assert refusal(zipped(PLAIN | {"customXml/item1.xml": text})) == (UNSAFE, "doctype")


@pytest.mark.parametrize("share", range(1, 20))
def test_truncated(share: int) -> None:
    assert refusal(hostile.SAMPLE[: len(hostile.SAMPLE) * share // 20])[0] == DAMAGED


@pytest.mark.parametrize("cut", [1, 4, 21, 22, 23, 100])
def test_truncated_in_the_directory(cut: int) -> None:
    assert refusal(hostile.SAMPLE[:-cut])[0] == DAMAGED


@pytest.mark.parametrize("flag", [0x1, 0x40])
def test_encrypted_zip(flag: int) -> None:
    content = bytearray(zipped(PLAIN))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        place, name = archive.start_dir, archive.infolist()[0].filename
    content[6] |= flag
    content[content.index(name.encode(), place) - 46 + 8] |= flag
    assert refusal(bytes(content)) == ("encrypted", "")


def test_encrypted_ods() -> None:
    manifest = b"<manifest><file-entry><encryption-data/></file-entry></manifest>"
    assert refusal(hostile.ods("", manifest)) == ("encrypted", "")
