"""The servers of the benchmark, each a process of its own on the loopback, and what they cost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from tests.conftest import ROOT, _find_free_port

_START_SECONDS = 60
_BENCH = Path(__file__).parent


@dataclass(frozen=True)
class Server:
    address: str
    process: int

    def cpu_ms(self) -> float:
        """CPU time of the process so far, user and system, threads that have ended too."""
        return time.clock_gettime(~self.process * 8 + 2) * 1000  # clock_getcpuclockid(3), which Python lacks


@contextmanager
def dashboard(store: Path) -> Iterator[Server]:
    with _streamlit(ROOT / "app.py", {"KPI_STORE": str(store)}) as server:
        yield server


@contextmanager
def empty_page() -> Iterator[Server]:
    """Streamlit with one list and the line that says what was chosen, under the dashboard's settings."""
    with _streamlit(_BENCH / "empty.py", {}) as server:
        yield server


@contextmanager
def dash_peer(store: Path, *options: str) -> Iterator[Server]:
    port = _find_free_port()
    with _running([sys.executable, "-m", "tests.bench.peer", str(store), str(port), *options], port, "/", {}) as server:
        yield server


@contextmanager
def _streamlit(script: Path, environment: dict[str, str]) -> Iterator[Server]:
    port = _find_free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    with _running(command, port, "/_stcore/health", environment) as server:
        yield server


@contextmanager
def _running(command: Sequence[str], port: int, health: str, environment: dict[str, str]) -> Iterator[Server]:
    with (
        TemporaryFile("w+") as log,
        subprocess.Popen(command, cwd=ROOT, env=os.environ | environment, stdout=log, stderr=log) as process,
    ):
        try:
            server = Server(f"http://127.0.0.1:{port}", process.pid)
            _wait_until_healthy(server.address + health, process)
            yield server
        except BaseException:
            log.seek(0)
            print(log.read(), file=sys.stderr)
            raise
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait_until_healthy(url: str, process: subprocess.Popen[bytes]) -> None:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    give_up = time.monotonic() + _START_SECONDS
    while process.poll() is None and time.monotonic() < give_up:
        try:
            with direct.open(url, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise SystemExit(f"did not start: {process.args!r}")
