"""The child process that parses a workbook: bytes on stdin, JSON on stdout. Nothing that happens here harms the parent.

    python -m indicators.intake.workbook.child KIND

Readers are imported only when their kind of file comes: the start of this process is paid at each upload.
"""

import json
import sys

MEMORY_BYTES = 768 * 1024 * 1024
CPU_SECONDS = 15


def main() -> None:
    _limit_resources()
    try:
        answer = _read(sys.argv[1], sys.stdin.buffer.read()).sent()  # type: ignore[attr-defined]
    except Exception as error:  # noqa: BLE001 a reader may fail in any way on a hostile file; the parent has the words
        answer = {"refused": getattr(error, "code", "damaged_workbook")}
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=True, separators=(",", ":")).encode())


def _read(kind: str, content: bytes) -> object:
    if kind == "xls":
        from indicators.intake.workbook.xls import read_xls  # noqa: PLC0415

        return read_xls(content)
    from indicators.intake.workbook.zipped import read_zipped  # noqa: PLC0415

    return read_zipped(content)


def _limit_resources() -> None:
    """Memory, CPU time and no file written. Windows has none of these limits: there the parent's clock alone counts."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    for kind, limit in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (limit, limit))


if __name__ == "__main__":
    main()
