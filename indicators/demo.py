"""`python -m indicators.demo`: the sample sheets in a store of their own, and the dashboard on it.

The store is marked as a demonstration, and every page says so: the samples' figures are invented.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from indicators.catalogue import load_catalogue
from indicators.enrolment import open_enrolled
from indicators.intake import Sending, read_workbook
from indicators.ledger import record
from indicators.settings import CATALOGUE, ROOT, load_settings

SAMPLES = ROOT / "data" / "samples"
SENDER = "Số liệu minh họa"


def fill(path: Path, at: datetime) -> None:
    """A store at `path`, marked as a demonstration, with every sample sheet recorded at `at` (UTC)."""
    settings, catalogue = load_settings(), load_catalogue(CATALOGUE)
    with open_enrolled(path, settings.reporting_calendar, catalogue, by=SENDER, at=at) as store:
        with store.writing() as transaction:
            transaction.run("insert_demonstration", marked_at=at, marked_by=SENDER)
        for file in sorted(SAMPLES.glob("*.xlsx")):
            content = file.read_bytes()
            reading = read_workbook(content, catalogue, Sending(settings.default_commune))
            record(store, content, file.name, reading, by=SENDER, at=at)


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="kpi-demo-") as folder:
        path = Path(folder) / "kpi.duckdb"
        fill(path, datetime.now(UTC).replace(tzinfo=None))
        command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
        return subprocess.run(command, cwd=ROOT, env=os.environ | {"KPI_STORE": str(path)}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
