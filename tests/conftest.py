"""What tests share that need another program: a browser, a running dashboard, a workbook saved by LibreOffice.

Each pytest-xdist worker has a browser, ports, profiles and folders of its own. A program that is not there fails the
test: `make test` installs it.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.history import SHARED_FOLDER

ROOT = Path(__file__).parents[1]
CHROMIUM_SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A request that should not be made is noted by the test and goes nowhere.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
]
DESKTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
START_SECONDS = 60
SAVE_SECONDS = 120
PATIENCE_MS = 20_000  # two workers share two cores


@dataclass
class BrowserLog:
    """What went wrong in the browser during one test; a test that provokes something takes it out again."""

    errors: list[str] = field(default_factory=list)
    outside_requests: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        context.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("request", lambda request: self._note_address(request.url))
        context.on("page", lambda page: page.on("websocket", lambda socket: self._note_address(socket.url)))

    def _note_address(self, url: str) -> None:
        address = urlsplit(url)
        if address.scheme not in {"data", "blob"} and address.hostname not in {"127.0.0.1", "localhost"}:
            self.outside_requests.append(url)


@pytest.fixture(scope="session", autouse=True)
def _shared_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Each pytest-xdist worker has a folder of its own inside the run's."""
    own = tmp_path_factory.getbasetemp()
    run = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    os.environ[SHARED_FOLDER] = str(run / "shared")


@pytest.fixture(scope="session")
def chromium_executable() -> str:
    return _find_program("chromium", "chromium", "chromium-browser", "google-chrome")


# Not for the whole session: while playwright runs, `asyncio.run` fails in the other modules of the same worker.
@pytest.fixture(scope="module")
def browser(chromium_executable: str) -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_executable, args=CHROMIUM_SWITCHES)
        yield chromium
        chromium.close()


@pytest.fixture
def browser_log() -> Iterator[BrowserLog]:
    """The pages of one test write here; anything left at its end fails it."""
    log = BrowserLog()
    yield log
    assert log.outside_requests == [], "requests left the machine"
    assert log.errors == [], "the browser reported errors"


@pytest.fixture
def desktop_page(browser: Browser, browser_log: BrowserLog) -> Iterator[Page]:
    with _open_page(browser, browser_log, DESKTOP) as page:
        yield page


@pytest.fixture
def phone_page(browser: Browser, browser_log: BrowserLog) -> Iterator[Page]:
    with _open_page(browser, browser_log, PHONE) as page:
        yield page


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], str]]:
    """`dashboard(store_path)` starts the dashboard on that store and returns its address, up to the module's end."""
    with ExitStack() as running:
        yield lambda store: running.enter_context(_run_dashboard(store, tmp_path_factory.mktemp("dashboard") / "log"))


@pytest.fixture(scope="session")
def libreoffice_save(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """`libreoffice_save(path, suffix="xlsx")` opens a workbook in LibreOffice and returns the path of what it saved."""
    profile = tmp_path_factory.mktemp("libreoffice")  # two LibreOffices with one profile would wait for each other

    def save(path: Path, suffix: str = "xlsx") -> Path:
        program = _find_program("soffice", "soffice")
        saved = tmp_path_factory.mktemp("saved") / path.with_suffix(f".{suffix}").name
        command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", suffix]
        command += ["--outdir", str(saved.parent), str(path)]
        result = subprocess.run(command, capture_output=True, text=True, timeout=SAVE_SECONDS, check=False)
        assert saved.exists(), f"LibreOffice saved nothing: {result.stdout}{result.stderr}"
        return saved

    return save


def _find_program(record: str, *names: str) -> str:
    """The program that setting up saw working, else the first of these names on PATH."""
    recorded = ROOT / ".venv" / record
    found = [recorded.read_text().strip()] if recorded.exists() else [shutil.which(name) for name in names]
    program = next((path for path in found if path and os.access(path, os.X_OK)), None)
    return program or pytest.fail(f"{record} is not there: `make test` installs it")


@contextmanager
def _open_page(browser: Browser, log: BrowserLog, screen: dict[str, Any]) -> Iterator[Page]:
    context = browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", **screen)
    log.watch(context)
    context.set_default_timeout(PATIENCE_MS)
    yield context.new_page()
    context.close()


@contextmanager
def _run_dashboard(store: Path, log_path: Path) -> Iterator[str]:
    port = _find_free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with (
        log_path.open("w") as log,
        subprocess.Popen(
            command, cwd=ROOT, env=os.environ | {"KPI_STORE": str(store)}, stdout=log, stderr=subprocess.STDOUT
        ) as process,
    ):
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_until_healthy(address, process, log_path)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
    written = log_path.read_text()
    assert "Traceback" not in written, written


def _find_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes], log_path: Path) -> None:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    give_up = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < give_up:
        try:
            with direct.open(f"{address}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"the dashboard did not start:\n{log_path.read_text()}")
