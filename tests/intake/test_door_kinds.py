"""Files that are something else, or an .xls made to do harm: named, never guessed from what they are called."""

import io
import random
import struct
import zipfile
from pathlib import Path

import pytest

from indicators.intake.workbook.cells import Workbook
from indicators.intake.workbook.refusal import Refusal
from indicators.limits import STANDARD
from indicators.wording.issues import make_refusal
from tests.intake.hostile import PLAIN, SAMPLE, opened, refusal, zipped

XLS = (Path(__file__).parent / "corpus" / "hiennguyen98__2001-01-29-Bieu-T1-1.xls").read_bytes()
OLE = XLS[:8]


def zip_of(**parts: bytes) -> bytes:
    return zipped({name.replace("__", "/"): data for name, data in parts.items()})


def ole_with(stream: str) -> bytes:
    """A compound file's first sectors, with a directory that names one stream."""
    name = stream.encode("utf-16-le")
    return OLE + bytes(504) + name.ljust(64, b"\0") + struct.pack("<H", len(name) + 2) + bytes(446)


KINDS = {
    "PDF": (b"%PDF-1.7\n" + bytes(100), "tệp PDF"),
    "PDF behind a line": (b"\n\n%PDF-1.7\n", "tệp PDF"),
    "PNG": (b"\x89PNG\r\n\x1a\n" + bytes(50), "ảnh"),
    "JPEG": (b"\xff\xd8\xff\xe0" + bytes(50), "ảnh"),
    "HEIC": (b"\0\0\0\x18ftypheic" + bytes(50), "ảnh"),
    "RAR": (b"Rar!\x1a\x07\x01\0" + bytes(50), "tệp nén"),
    "7z": (b"7z\xbc\xaf\x27\x1c" + bytes(50), "tệp nén"),
    "empty zip": (b"PK\x05\x06" + bytes(18), "tệp nén"),
    "zip of files": (zip_of(a=b"1", b=b"2"), "tệp nén"),
    "program": (b"MZ\x90\0" + bytes(100), "chương trình"),
    "RTF": (rb"{\rtf1\ansi", "RTF"),
    "Word": (zip_of(**{"[Content_Types].xml": b"<a/>"}, word__document=b"", **{"word__document.xml": b"<a/>"}), "Word"),
    "PowerPoint": (zip_of(**{"[Content_Types].xml": b"<a/>", "ppt__presentation.xml": b"<a/>"}), "PowerPoint"),
    "old Word": (ole_with("WordDocument"), "Word"),
    "old PowerPoint": (ole_with("PowerPoint Document"), "PowerPoint"),
    "OpenDocument text": (
        zip_of(mimetype=b"application/vnd.oasis.opendocument.text", **{"content.xml": b"<a/>"}),
        "không phải bảng tính",
    ),
    "HTML called .xls": (b"\xef\xbb\xbf <HTML><body><table><tr><td>1", "trang web"),
    "a table called .xls": (b"<table><tr><td>1", "trang web"),
    "HTML in UTF-16": ("<html><table>".encode("utf-16"), "trang web"),
    "XML spreadsheet": (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
        "XML 2003",
    ),
    "flat OpenDocument": (b'<?xml version="1.0"?><office:document>', "phẳng"),
    "other XML": (b'<?xml version="1.0"?><a/>', "tệp XML"),
    "SYLK": (b"ID;PWXL;N;E\r\n", "SYLK"),
    "Excel 4": (b"\x09\x04\x06\0\0\0\x10\0" + bytes(20), "4.0"),
    "noise": (random.Random(1).randbytes(5_000), "không phải là bảng tính"),
}  # fmt: skip


@pytest.mark.parametrize("name", KINDS)
def test_other_kinds_are_named(name: str) -> None:
    content, words = KINDS[name]
    found = opened(content)
    assert isinstance(found, Refusal)
    issue = make_refusal(found)
    assert issue.code == "not_a_workbook"
    assert words in issue.message


@pytest.mark.parametrize("content", [b"", b" \r\n\t", bytes(1_000)])
def test_empty(content: bytes) -> None:
    assert refusal(content)[0] == "empty_file"


@pytest.mark.parametrize("stream", ["EncryptedPackage"])
def test_encrypted_workbook(stream: str) -> None:
    assert refusal(ole_with(stream)) == ("encrypted", "encrypted")


def test_the_name_of_an_encryption_in_a_cell_is_only_text() -> None:
    name = "Workbook".encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 18)
    assert name in XLS
    entry = ole_with("EncryptedPackage")[512:578]
    assert len(XLS) % 128 == 0
    assert isinstance(opened(XLS + b"x" + entry), Workbook)


def test_an_encrypted_xls() -> None:
    """A FilePass record behind the first one ([MS-XLS] 2.4.117)."""
    start = XLS.index(b"\x09\x08\x10\0\0\x06\x05\0") + 20
    record = struct.pack("<HHHH", 0x2F, 4, 0, 0)
    assert refusal(XLS[:start] + record + XLS[start + 8 :])[0] == "encrypted"


def fat_places(content: bytes) -> list[int]:
    """Where the entries of an .xls file's allocation table stand ([MS-CFB] 2.3)."""
    (count,) = struct.unpack_from("<I", content, 44)
    sectors = struct.unpack_from(f"<{count}I", content, 76)
    return [512 * (sector + 1) + 4 * entry for sector in sectors for entry in range(128)]


@pytest.mark.parametrize("target", ["itself", "the first", "the one before", "outside"])
def test_xls_with_looping_chains(target: str) -> None:
    content = bytearray(XLS)
    for number, place in enumerate(fat_places(XLS)):
        following = {"itself": number, "the first": 0, "the one before": max(number - 1, 0), "outside": 0x7FFFFFF0}
        if struct.unpack_from("<I", content, place)[0] < 0xFFFFFFFD:
            struct.pack_into("<I", content, place, following[target])
    assert refusal(bytes(content))[0] == "damaged_workbook"


@pytest.mark.parametrize("seed", range(20))
def test_xls_with_lying_records(seed: int) -> None:
    noise = random.Random(seed)
    content = bytearray(XLS)
    for _ in range(30):
        struct.pack_into("<H", content, noise.randrange(512, len(content) - 2), noise.choice([0, 0x7FFF, 0xFFFF, 0x20]))
    found = opened(bytes(content))
    assert isinstance(found, Workbook) or found.code in {"damaged_workbook", "not_a_workbook"}


@pytest.mark.parametrize("share", range(1, 12))
def test_xls_truncated(share: int) -> None:
    found = opened(XLS[: len(XLS) * share // 12])
    assert isinstance(found, Workbook) or found.code in {"damaged_workbook", "not_a_workbook"}


def test_a_file_s_name_says_nothing() -> None:
    """What is called .csv or .pdf is read for what it is; there is no name in the question at all."""
    assert isinstance(opened(SAMPLE), Workbook)


def test_the_file_itself_is_too_large() -> None:
    assert refusal(b"PK\x03\x04" + bytes(10_000_000)) == ("too_large", "file_bytes")


def test_a_limit_is_told_as_the_office_set_it() -> None:
    limits = STANDARD._replace(file_bytes=1_500_000)
    found = opened(bytes(1_500_001), limits)
    assert isinstance(found, Refusal)
    assert "1,5 MB" in make_refusal(found, limits).message


def test_a_zip_made_on_another_system_is_read() -> None:
    """Sizes behind the parts, as programs write that stream."""

    class Stream(io.RawIOBase):
        def __init__(self) -> None:
            self.written = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:  # type: ignore[override]
            self.written += data
            return len(data)

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in PLAIN.items():
            archive.writestr(name, data)
    assert stream.written[6] & 8
    assert isinstance(opened(bytes(stream.written)), Workbook)
