"""Parses a workbook in a child process, so that a hostile file can end only that process (facts, 'Workbooks')."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from indicators.intake.workbook.cells import Workbook, workbook_from
from indicators.limits import STANDARD, Limits

WALL_SECONDS = 20
LARGEST_ANSWER = 64 * 1024 * 1024

_ROOT = Path(__file__).parents[3]
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def load_workbook(content: bytes, limits: Limits = STANDARD) -> Workbook | str:
    """The workbook, or the code of the reason why there is none."""
    if len(content) > limits.file_bytes:
        return "too_large"
    kind = _kind_of(content)
    if kind is None:
        return "not_a_workbook" if content.strip(b"\0 \r\n\t") else "empty_file"
    return "encrypted" if kind == "encrypted" else _parse_elsewhere(content, kind)


def _kind_of(content: bytes) -> str | None:
    """What the first bytes say, whatever the file is called."""
    if content.startswith(_ZIP):
        return "zip"
    if content.startswith(_OLE):
        return "encrypted" if _ENCRYPTED in content else "xls"
    return None


def _parse_elsewhere(content: bytes, kind: str) -> Workbook | str:
    command = [sys.executable, "-m", "indicators.intake.workbook.child", kind]
    process = subprocess.Popen(
        command,
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=_NO_WINDOW,
    )
    with process:
        try:
            answer, _ = process.communicate(content, timeout=WALL_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return "too_slow"
    if process.returncode or len(answer) > LARGEST_ANSWER:
        return "damaged_workbook"
    sent = json.loads(answer)
    return str(sent["refused"]) if "refused" in sent else workbook_from(sent)
