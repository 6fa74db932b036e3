"""The process that parses: it can do nothing but answer, and whatever it answers, the parent goes on."""

import json
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from unittest.mock import patch

import pytest

from indicators.intake.workbook import isolation
from indicators.intake.workbook.isolation import load_workbook, parse_elsewhere
from indicators.intake.workbook.refusal import Refusal
from indicators.limits import STANDARD
from indicators.settings import ROOT
from indicators.wording.issues import make_refusal
from tests.intake.hostile import PATIENT, PLAIN, SAMPLE, SHEET, zipped

SHORT = STANDARD._replace(seconds=1)
ESCAPES = {
    "connect": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "open a socket": "import socket; socket.socket()",
    "start a process": "import subprocess; subprocess.run(['/bin/true'])",
    "start a shell": "import os; assert os.system('true') == 0",
    "fork": "import os; os.fork()",
    "become another program": "import os; os.execv('/bin/true', ['true'])",
    "write a file": "open(folder + '/written', 'w')",
    "add to a file": "open(folder + '/there', 'a')",
    "truncate a file": "import os; os.open(folder + '/there', os.O_RDONLY | os.O_TRUNC)",
    "make a folder": "import os; os.mkdir(folder + '/made')",
    "remove a file": "import os; os.remove(folder + '/there')",
    "rename a file": "import os; os.rename(folder + '/there', folder + '/gone')",
    "end its parent": "import os, signal; os.kill(os.getppid(), 0)",
}
CONFINED = """
import sys
sys.path.append({root!r})
import socket, subprocess, os, signal, encodings.idna
from indicators.intake.workbook import confinement
from indicators.limits import STANDARD
{confine}
folder = {folder!r}
try:
    {escape}
except (OSError, AssertionError) as error:
    sys.stdout.write("refused")
else:
    sys.stdout.write("escaped")
"""


def attempt(escape: str, confine: str, folder: Path) -> bytes | Refusal:
    (folder / "there").write_text("there")
    code = CONFINED.format(root=str(ROOT), confine=confine, folder=str(folder), escape=escape)
    answer = parse_elsewhere(["-c", code], b"", PATIENT)
    assert [file.name for file in folder.iterdir()] == ["there"] or answer == b"escaped"
    return answer


@pytest.mark.parametrize("name", ESCAPES)
@pytest.mark.parametrize(
    "confine", ["confinement.confine(STANDARD)", "confinement.refuse_events()"], ids=["by the system", "by events"]
)
def test_no_way_out(name: str, confine: str, tmp_path: Path) -> None:
    assert attempt(ESCAPES[name], confine, tmp_path) == b"refused"


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's filter is Linux's")
def test_the_kernel_itself_refuses(tmp_path: Path) -> None:
    confine = "assert confinement.filter_calls()"
    assert attempt(ESCAPES["open a socket"], confine, tmp_path) == b"refused"
    assert attempt(ESCAPES["write a file"], confine, tmp_path) == b"refused"


@pytest.mark.parametrize("name", ["write a file", "start a process"])
def test_without_confinement_there_is_a_way_out(name: str, tmp_path: Path) -> None:
    assert attempt(ESCAPES[name], "", tmp_path) == b"escaped"


def parsed(code: str) -> bytes:
    answer = parse_elsewhere(["-c", code], b"", PATIENT)
    assert isinstance(answer, bytes)
    return answer


def test_the_process_starts_with_nothing() -> None:
    code = "import os, sys; import json; print(json.dumps([list(os.environ), os.listdir('.'), sys.flags.isolated]))"
    names, files, isolated = json.loads(parsed(code))
    assert set(names) <= {"LC_CTYPE", "SYSTEMROOT"}  # Python itself sets the first
    assert (files, isolated) == ([], 1)


@pytest.mark.skipif(sys.platform == "win32", reason="memory is limited where the system can")
def test_memory_is_limited() -> None:
    code = (
        f"import sys; sys.path.append({str(ROOT)!r})\n"
        "from indicators.intake.workbook.confinement import confine\nfrom indicators.limits import STANDARD\n"
        "confine(STANDARD)\ntry:\n    bytearray(STANDARD.memory_bytes)\nexcept MemoryError:\n    sys.stdout.write('no')"
    )
    assert parse_elsewhere(["-c", code], b"", PATIENT) == b"no"


NAMELESS = {
    "sheets": [
        {"name": 5, "visibility": "visible", "cells": [[], [], "", []], "merges": []}
        | {"hidden_rows": [], "hidden_columns": [], "legacy": []}
    ],
    "formats_known": True,
}
ANSWERS: dict[str, tuple[str, str]] = {
    "dies": ("import os; os._exit(3)", "damaged_workbook"),
    "dies by a signal": ("import os, signal; os.kill(os.getpid(), signal.SIGTERM)", "damaged_workbook"),
    "says nothing": ("", "damaged_workbook"),
    "says rubbish": ("print('{]')", "damaged_workbook"),
    "says a number": ("print(5)", "damaged_workbook"),
    "says a list": ("print('[]')", "damaged_workbook"),
    "says half": ('print(\'{"sheets":[{}], "formats_known":1}\')', "damaged_workbook"),
    "says a sheet of nothing": (f"print({json.dumps(NAMELESS)!r})", "damaged_workbook"),
    "says bytes": ("import sys; sys.stdout.buffer.write(bytes(range(256)))", "damaged_workbook"),
    "nests deeply": ("print('[' * 1_000_000)", "damaged_workbook"),
    "says too much": ("import sys\nwhile True: sys.stdout.write(' ' * 1_000_000)", "too_large"),
    "never ends": ("while True: pass", "too_slow"),
    "sleeps": ("import time; time.sleep(100)", "too_slow"),
    "closes its answer and goes on": ("import os, time; os.close(1); time.sleep(100)", "too_slow"),
    "refuses with an unknown word": ('print(\'{"refused": "surprise"}\')', "damaged_workbook"),
    "refuses at an absurd place": ('print(\'{"refused": "too_large", "place": ["a", "b"]}\')', "damaged_workbook"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_whatever_the_process_does_the_parent_goes_on(name: str, tmp_path: Path) -> None:
    code, expected = ANSWERS[name]
    child = tmp_path / "child.py"
    child.write_text(code, encoding="utf-8")
    with patch.object(isolation, "_CHILD", child):
        found = load_workbook(SAMPLE, SHORT if expected == "too_slow" else PATIENT)
    assert isinstance(found, Refusal)
    assert found.code == expected
    assert make_refusal(found, SHORT).message


def test_a_large_file_to_a_process_that_does_not_listen(tmp_path: Path) -> None:
    child = tmp_path / "child.py"
    child.write_text('import sys, os; os.close(0); print(\'{"refused": "too_large"}\')', encoding="utf-8")
    with patch.object(isolation, "_CHILD", child):
        assert load_workbook(b"PK\x03\x04" + bytes(9_000_000), PATIENT) == Refusal("too_large")


def test_time_is_limited_in_the_child_too() -> None:
    """Where the clock of the parent were too late, the processor's own ends it."""
    code = (
        f"import sys; sys.path.append({str(ROOT)!r})\n"
        "from indicators.intake.workbook.confinement import confine\nfrom indicators.limits import STANDARD\n"
        "confine(STANDARD._replace(seconds=1))\nwhile True: pass"
    )
    assert parse_elsewhere(["-c", code], b"", STANDARD._replace(seconds=60)) == Refusal("too_slow")


def test_the_limits_reach_the_child() -> None:
    rows = "<row><c><v>1</v></c></row>" * 4
    content = zipped(PLAIN | {SHEET: f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode()})
    assert load_workbook(content, PATIENT._replace(rows=3)) == Refusal("too_large", "rows", "Sheet")
    assert not isinstance(load_workbook(content, PATIENT._replace(rows=4)), Refusal)


def test_the_parent_answers_while_hostile_files_are_read(tmp_path: Path) -> None:
    """Five that take all the time they get: another file is read before any of them ends."""
    found: list[object] = []
    end = tmp_path / "end"
    busy = f"import os\nwhile not os.path.exists({str(end)!r}): pass\nprint('ended')"

    def read_hostile() -> None:
        found.append(parse_elsewhere(["-c", busy], SAMPLE, PATIENT))

    threads = [threading.Thread(target=read_hostile) for _ in range(5)]
    for thread in threads:
        thread.start()
    assert not isinstance(load_workbook(SAMPLE, PATIENT), Refusal)
    assert found == []
    end.touch()
    for thread in threads:
        thread.join()
    assert [str(answer, "utf-8").strip() for answer in found if isinstance(answer, bytes)] == ["ended"] * 5


def test_the_child_s_own_command_line() -> None:
    """As its docstring says, for who looks into a file that was refused."""
    child = ROOT / "indicators" / "intake" / "workbook" / "child.py"
    limits = json.dumps(STANDARD)
    done = subprocess.run([sys.executable, "-I", child, "zip", limits], input=SAMPLE, capture_output=True, check=True)
    assert json.loads(done.stdout)["sheets"]


@pytest.mark.parametrize("written", [True, False])
def test_the_readers_are_compiled_for_the_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, written: bool
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", not written)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    isolation.keep_compiled.__wrapped__()
    assert bool([*tmp_path.rglob("xlsx_rows.*.pyc")]) is written


def test_only_eight_processes_run_at_once(tmp_path: Path) -> None:
    code = f"""
import os, pathlib, time
folder = pathlib.Path({str(tmp_path)!r})
mine = folder / str(os.getpid())
mine.touch()
time.sleep(0.5)
print(len(list(folder.iterdir())), end="")
mine.unlink()
"""
    with ThreadPoolExecutor(12) as pool:
        told = list(pool.map(lambda _: parse_elsewhere(["-c", code], b"", PATIENT), range(12)))
    together = [int(answer) for answer in told if isinstance(answer, bytes)]
    assert len(together) == 12
    assert 2 <= max(together) <= 8
