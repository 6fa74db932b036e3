"""The child process that parses a workbook: bytes on stdin, JSON on stdout. Nothing that happens here harms the parent.

    python -I child.py KIND LIMITS

KIND is one of READERS, LIMITS the limits as a JSON list. A reader is imported only when its kind of file comes: the
start of this process is paid at each upload.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from indicators.intake.workbook.raw import RawWorkbook
    from indicators.limits import Limits


def _read_zip(content: bytes, limits: Limits) -> RawWorkbook:
    from indicators.intake.workbook.zipped import read_zipped  # noqa: PLC0415

    return read_zipped(content, limits)


def _read_xls(content: bytes, limits: Limits) -> RawWorkbook:
    from indicators.intake.workbook.xls import read_xls  # noqa: PLC0415

    return read_xls(content, limits)


def _read_text(content: bytes, limits: Limits) -> RawWorkbook:
    from indicators.intake.workbook.delimited import read_delimited  # noqa: PLC0415

    return read_delimited(content, limits)


READERS: dict[str, Callable[[bytes, Limits], RawWorkbook]] = {
    "zip": _read_zip,
    "xls": _read_xls,
    "text": _read_text,
}


def main(kind: str, limits: Limits) -> None:
    from indicators.intake.workbook.confinement import confine  # noqa: PLC0415

    confine(limits)
    gc.disable()  # a hundred thousand cells are gone through again and again, and this process ends with them
    try:
        answer = READERS[kind](sys.stdin.buffer.read(), limits).sent()
        told = json.dumps(answer, ensure_ascii=True, separators=(",", ":")).encode()
    except MemoryError:
        told = b'{"refused":"too_large","trouble":"memory_bytes"}'
    except Exception as error:  # noqa: BLE001 a reader may fail in any way on a hostile file; the parent has the words
        told = json.dumps(_refusal(error)).encode()
    sys.stdout.buffer.write(told)


def _refusal(error: Exception) -> dict[str, object]:
    return {
        "refused": getattr(error, "code", "damaged_workbook"),
        "trouble": getattr(error, "trouble", ""),
        "sheet": getattr(error, "sheet", None),
        "place": getattr(error, "place", None),
    }


if __name__ == "__main__":
    sys.path.append(os.path.abspath(__file__).rsplit(os.sep, 4)[0])  # noqa: PTH100 pathlib costs as much as a small sheet
    from indicators.limits import Limits as Given

    main(sys.argv[1], Given(*json.loads(sys.argv[2])))
