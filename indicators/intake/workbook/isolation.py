"""Parses a workbook in a child process, so that a hostile file can end only that process (facts, 'Workbooks')."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from compileall import compile_dir
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import BoundedSemaphore, Event, Thread, Timer
from typing import IO, Any, cast

from indicators.intake.workbook.cells import Workbook, address_of, workbook_from
from indicators.intake.workbook.refusal import Refusal
from indicators.intake.workbook.signatures import kind_of
from indicators.limits import STANDARD, Limits

_CHILD = Path(__file__).with_name("child.py")
_PARSED = frozenset({"zip", "xls", "text"})
_WITHOUT_PARSING = {"empty": "empty_file", "encrypted": "encrypted", "hidden_zip": "unsafe_workbook"}
_TROUBLES = {"hidden_zip": "bytes_before"}
_CODES = frozenset({"not_a_workbook", "encrypted", "damaged_workbook", "unsafe_workbook", "too_large"})
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_AT_ONCE = BoundedSemaphore(8)  # their memory adds up, and a dozen bombs at once must not take the machine's
_OUT_OF_TIME = (-24, -9)  # SIGXCPU; SIGKILL, which only the clocks send


def load_workbook(content: bytes, limits: Limits = STANDARD) -> Workbook | Refusal:
    """The workbook, or the reason why there is none. Answers within `limits.seconds`, whatever the file does."""
    if len(content) > limits.file_bytes:
        return Refusal("too_large", "file_bytes")
    kind = kind_of(content)
    if kind not in _PARSED:
        return Refusal(_WITHOUT_PARSING.get(kind, "not_a_workbook"), _TROUBLES.get(kind, kind))
    keep_compiled()
    answer = parse_elsewhere([str(_CHILD), kind, json.dumps(limits)], content, limits)
    return answer if isinstance(answer, Refusal) else _understood(answer)


@cache
def keep_compiled() -> None:
    """Compiles the readers, once a process: the child may write no file, and would compile them at each upload."""
    if not sys.dont_write_bytecode:
        compile_dir(_CHILD.parent, quiet=2)


def parse_elsewhere(arguments: list[str], content: bytes, limits: Limits) -> bytes | Refusal:
    """What a Python process of its own answers to `content`: isolated, without environment, in an empty folder. Only so
    many run at once; the clock starts with the process, not with the waiting."""
    with (
        _AT_ONCE,
        TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        subprocess.Popen(
            [sys.executable, "-I", *arguments],
            cwd=folder,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_NO_WINDOW,
        ) as process,
    ):
        return _converse(process, content, limits)


def _environment() -> dict[str, str]:
    """Nothing; Windows starts no process without its own folder."""
    return {name: os.environ[name] for name in ("SYSTEMROOT",) if os.name == "nt" and name in os.environ}


def _converse(process: subprocess.Popen[bytes], content: bytes, limits: Limits) -> bytes | Refusal:
    """Never waits longer than the clock, and never takes more than an answer may hold."""
    late = Event()
    clock = Timer(limits.seconds, _end, (process, late))
    sender = Thread(target=_send, args=(process.stdin, content), daemon=True)
    clock.start()
    sender.start()
    try:
        answer = cast("IO[bytes]", process.stdout).read(limits.answer_bytes + 1)
        if len(answer) > limits.answer_bytes:
            process.kill()
        process.wait()
    finally:
        clock.cancel()
        process.kill()
        sender.join()
    if len(answer) > limits.answer_bytes:
        return Refusal("too_large", "answer_bytes")
    if late.is_set() or process.returncode in _OUT_OF_TIME:
        return Refusal("too_slow")
    return Refusal("damaged_workbook", "reader_died") if process.returncode else answer


def _end(process: subprocess.Popen[bytes], late: Event) -> None:
    late.set()
    process.kill()


def _send(pipe: IO[bytes], content: bytes) -> None:
    """A child that ends without listening is told of by its answer."""
    with suppress(OSError, ValueError):
        pipe.write(content)
    with suppress(OSError, ValueError):
        pipe.close()


def _understood(answer: bytes) -> Workbook | Refusal:
    """What the child said; anything that is no such answer was said by a child that a file had taken over."""
    try:
        sent = json.loads(answer)
        return _refusal_from(sent) if "refused" in sent else _checked(workbook_from(sent))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return Refusal("damaged_workbook", "reader_died")


def _checked(workbook: Workbook) -> Workbook:
    """Raises TypeError where a sheet's name or a number is none."""
    for sheet in workbook.sheets:
        numbers = [*sheet.hidden_rows, *sheet.hidden_columns, *(number for merge in sheet.merges for number in merge)]
        if not isinstance(sheet.name, str) or set(map(type, numbers)) - {int}:
            raise TypeError(sheet.name)
    return workbook


def _refusal_from(sent: dict[str, Any]) -> Refusal:
    if sent["refused"] not in _CODES:
        raise ValueError(sent["refused"])
    cell = address_of(*sent["place"]) if sent.get("place") else None
    return Refusal(sent["refused"], str(sent.get("trouble") or ""), sent.get("sheet"), cell)
