"""No way out for the process that parses: no network, no other process, no file written, whatever a hostile file makes
of it. The kernel sees to it on Linux (a list of the calls that reading needs; all others fail), Python's own audit
events elsewhere; resources are limited where the system can. Windows has no such limits: there the parent's clock and
the audit events count.
"""

import os
import struct
import sys

from indicators.limits import Limits

# fmt: off
# read, write, close, fstat, lseek, mmap, mprotect, munmap, brk, signals, ioctl, pread, writev, access, yield, mremap,
# madvise, getpid, exit, fcntl, getcwd, readlink, time, gettid, futex, getdents, stat, random, statx, rseq
_X86_64 = (0xC000003E, 257, (
    0, 1, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 20, 21, 24, 25, 28, 39, 60, 72, 79, 89, 96, 131, 186, 201,
    202, 217, 219, 228, 231, 262, 269, 318, 332, 334))
_AARCH64 = (0xC00000B7, 56, (
    17, 25, 29, 48, 57, 61, 62, 63, 64, 66, 67, 78, 79, 80, 93, 94, 98, 113, 124, 128, 132, 134, 135, 139, 169, 172,
    178, 214, 215, 216, 222, 226, 233, 278, 291, 293))
# fmt: on
_MACHINES = {"x86_64": _X86_64, "aarch64": _AARCH64}
_LOAD, _IF_EQUAL, _IF_ANY_BIT, _RETURN = 0x20, 0x15, 0x45, 0x06
_ALLOW, _FAIL, _KILL = 0x7FFF0000, 0x00050001, 0x80000000  # _FAIL: with EPERM
_NUMBER, _ARCHITECTURE, _OPEN_FLAGS = 0, 4, 32  # places in the kernel's seccomp_data
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_NO_NEW_PRIVILEGES, _SET_FILTER, _BY_PROGRAM = 38, 22, 2
_FORBIDDEN_EVENTS = (
    "socket.", "subprocess.", "os.exec", "os.spawn", "os.posix_spawn", "os.fork", "os.system", "os.startfile",
    "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.kill",
    "shutil.", "ctypes.", "winreg.", "urllib.", "ftplib.", "smtplib.", "webbrowser.", "_winapi.Create", "pty.",
)  # fmt: skip


def confine(limits: Limits) -> None:
    """From here on this process can compute, read and answer; nothing else."""
    _limit_resources(limits)
    if not filter_calls():
        refuse_events()


def _limit_resources(limits: Limits) -> None:
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    for kind, limit in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, 16),
    ):
        resource.setrlimit(kind, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 1))


def filter_calls() -> bool:
    """Whether the kernel now refuses every call but those of reading (seccomp(2), 'filter')."""
    machine = _MACHINES.get(os.uname().machine) if sys.platform == "linux" and sys.maxsize > 2**32 else None
    if machine is None:
        return False
    try:
        import ctypes  # noqa: PLC0415

        control = ctypes.CDLL(None, use_errno=True).prctl
    except (ImportError, OSError, AttributeError):
        return False
    code = _program(*machine)
    program = ctypes.create_string_buffer(code, len(code))
    header = struct.pack("@HxxxxxxQ", len(code) // 8, ctypes.addressof(program))
    if control(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(control(_SET_FILTER, _BY_PROGRAM, ctypes.create_string_buffer(header, len(header)), 0, 0) == 0)


def _program(architecture: int, opening: int, allowed: tuple[int, ...]) -> bytes:
    """The filter: the architecture's own calls only, those `allowed`, and opening a file that is not written."""
    count = len(allowed)
    lines = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_IF_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        *((_IF_EQUAL, count - index + 3, 0, number) for index, number in enumerate(allowed)),
        (_IF_EQUAL, 0, 2, opening),
        (_LOAD, 0, 0, _OPEN_FLAGS),
        (_IF_ANY_BIT, 0, 1, _WRITING),
        (_RETURN, 0, 0, _FAIL),
        (_RETURN, 0, 0, _ALLOW),
    ]
    return b"".join(struct.pack("=HBBI", *line) for line in lines)


def refuse_events() -> None:
    """Where the kernel does not help: Python's own calls that would leave the process raise PermissionError."""

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(_FORBIDDEN_EVENTS) or (event == "open" and _writes(*arguments[1:])):
            raise PermissionError(event)

    sys.addaudithook(refuse)


def _writes(mode: object, flags: object) -> bool:
    return bool(set(mode) & set("wax+")) if isinstance(mode, str) else isinstance(flags, int) and bool(flags & _WRITING)
