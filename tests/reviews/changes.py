"""Random changes to the folder of a review, each with what the verifier must name."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

#: Folder, chance → the file and (where it can be told) the place in it that must be named.
Change = Callable[[Path, Random], tuple[str, str]]
CANONICAL, WORKBOOK, MANIFEST, PEM, REPORT = (
    "so_lieu_chot.jsonl",
    "so_lieu_chot.xlsx",
    "manifest.json",
    "khoa_cong_khai.pem",
    "bao_cao.xlsx",
)


def linked(folder: Path, place: Path) -> Path:
    """The folder anew, its files linked: a change writes a new file and leaves the first folder's alone."""
    for file in files_of(folder):
        (place / file).parent.mkdir(parents=True, exist_ok=True)
        os.link(folder / file, place / file)
    return place


def files_of(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def write(file: Path, content: bytes) -> None:
    file.unlink(missing_ok=True)
    file.write_bytes(content)


def a_byte(folder: Path, chance: Random) -> tuple[str, str]:
    name = chance.choice(files_of(folder))
    content = bytearray((folder / name).read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    write(folder / name, bytes(content))
    return (MANIFEST if name == "manifest.sig" else name), ""


def a_row(folder: Path, chance: Random) -> tuple[str, str]:
    lines = (folder / CANONICAL).read_text(encoding="utf-8").split("\n")
    number = chance.choice([at for at, line in enumerate(lines) if '"decimals":' in line or '"value":"' in line])
    said = json.loads(lines[number])
    column = chance.choice([name for name, value in said["row"].items() if isinstance(value, str | int)])
    said["row"][column] = f"{said['row'][column]}1"
    lines[number] = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    write(folder / CANONICAL, "\n".join(lines).encode())
    return CANONICAL, f"{said['part']} {said['ordinal']}"


def a_row_gone(folder: Path, chance: Random) -> tuple[str, str]:
    lines = (folder / CANONICAL).read_text(encoding="utf-8").split("\n")
    said = json.loads(lines.pop(chance.randrange(len(lines) - 1)))
    write(folder / CANONICAL, "\n".join(lines).encode())
    return CANONICAL, f"{said['part']} {said['ordinal']}"


def a_row_more(folder: Path, chance: Random) -> tuple[str, str]:
    lines = (folder / CANONICAL).read_text(encoding="utf-8").split("\n")
    number = chance.randrange(1, len(lines) - 1)
    lines.insert(number, lines[number])
    write(folder / CANONICAL, "\n".join(lines).encode())
    return CANONICAL, ""


def rows_in_another_order(folder: Path, chance: Random) -> tuple[str, str]:
    lines = (folder / CANONICAL).read_text(encoding="utf-8").split("\n")
    first, second = sorted(chance.sample(range(len(lines) - 1), 2))
    said = json.loads(lines[first])
    lines[first], lines[second] = lines[second], lines[first]
    write(folder / CANONICAL, "\n".join(lines).encode())
    return CANONICAL, f"{said['part']} {said['ordinal']}"


def a_cell(folder: Path, chance: Random) -> tuple[str, str]:
    """A number of the data workbook, as somebody would edit it."""
    parts = unzipped((folder / WORKBOOK).read_bytes())
    titles = re.findall(r'<sheet name="([^"]+)"', parts["xl/workbook.xml"].decode())
    cells = [
        (number, cell)
        for number in range(1, len(titles) + 1)
        for cell in re.finditer(rb'<c r="(\w+)"[^>]*><v>([^<]+)</v></c>', parts[f"xl/worksheets/sheet{number}.xml"])
    ]
    number, cell = chance.choice(cells)
    name = f"xl/worksheets/sheet{number}.xml"
    start, end = cell.span(2)
    other = b"1" if float(cell.group(2)) == 0 else b"0"
    parts[name] = parts[name][:start] + other + parts[name][end:]
    write(folder / WORKBOOK, zipped(parts))
    return WORKBOOK, f"{titles[number - 1]}!{cell.group(1).decode()}"


def a_cell_of_the_report(folder: Path, chance: Random) -> tuple[str, str]:
    parts = unzipped((folder / REPORT).read_bytes())
    title = re.findall(r'<sheet name="([^"]+)"', parts["xl/workbook.xml"].decode())[0]
    name = "xl/worksheets/sheet1.xml"
    cell = chance.choice(list(re.finditer(rb'<c r="(\w+)"([^>]*)><v>([^<]+)</v></c>', parts[name])))
    start, end = cell.span(3)
    shared = b"1" if cell.group(3) == b"0" else b"0"  # another of the workbook's texts
    parts[name] = parts[name][:start] + (shared if b't="s"' in cell.group(2) else b"12345") + parts[name][end:]
    write(folder / REPORT, zipped(parts))
    return REPORT, f"{title}!{cell.group(1).decode()}"


def a_part_of_the_report(folder: Path, chance: Random) -> tuple[str, str]:
    file = chance.choice(["bao_cao.docx", "bao_cao.xlsx"])
    parts = unzipped((folder / file).read_bytes())
    name = chance.choice(sorted(parts))
    parts[name] += b" "
    write(folder / file, zipped(parts))
    return file, name


def a_file_gone(folder: Path, chance: Random) -> tuple[str, str]:
    name = chance.choice(files_of(folder))
    (folder / name).unlink()
    return name, ""


def a_file_more(folder: Path, chance: Random) -> tuple[str, str]:
    name = chance.choice(["ghi_chu.txt", "bieu_goc/00009_them.xlsx", "parquet/Values.parquet", "moi/1.txt"])
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(chance.randbytes(20))
    return name, ""


def a_file_renamed(folder: Path, chance: Random) -> tuple[str, str]:
    name = chance.choice([file for file in files_of(folder) if "/" in file])
    (folder / name).rename(folder / f"{name}.bak")
    return name, ""


def hashed_again(folder: Path, chance: Random) -> tuple[str, str]:
    """A file is changed and the manifest says its new hash; who does not have the key cannot sign that."""
    said = _changed_and_hashed(folder, chance)
    write(folder / MANIFEST, json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1).encode())
    return MANIFEST, ""


def signed_again(folder: Path, chance: Random) -> tuple[str, str]:
    """The same, signed with another key whose public half is put beside it."""
    return PEM, signed_by_another(folder, _changed_and_hashed(folder, chance), chance)


def signed_by_another(folder: Path, said: dict[str, Any], chance: Random) -> str:
    """The manifest as `said`, signed with a key of one's own, whose fingerprint comes back."""
    key = Ed25519PrivateKey.from_private_bytes(chance.randbytes(32))
    pem = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    write(folder / PEM, pem)
    said["fingerprint"] = sha256(key.public_key().public_bytes_raw()).hexdigest()
    said["files"][PEM] |= {"size": len(pem), "sha256": sha256(pem).hexdigest()}
    content = json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1).encode()
    write(folder / MANIFEST, content)
    write(folder / "manifest.sig", key.sign(content))
    return str(said["fingerprint"])


CHANGES: tuple[Change, ...] = (
    a_byte, a_row, a_row_gone, a_row_more, rows_in_another_order, a_cell, a_cell_of_the_report, a_part_of_the_report,
    a_file_gone, a_file_more, a_file_renamed, hashed_again, signed_again,
)  # fmt: skip


def _changed_and_hashed(folder: Path, chance: Random) -> dict[str, Any]:
    said: dict[str, Any] = json.loads((folder / MANIFEST).read_bytes())
    name = chance.choice([file for file in said["files"] if file not in (PEM, CANONICAL)])
    content = (folder / name).read_bytes() + b" "
    write(folder / name, content)
    said["files"][name] |= {"size": len(content), "sha256": sha256(content).hexdigest()}
    return said


def unzipped(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()
