"""A report that several modules read."""

from __future__ import annotations

from datetime import datetime

import pytest

from indicators.periods import parse_period
from indicators.reports import Asked, Report, build_report
from indicators.store import open_store
from tests.pages.conftest import fill_store
from tests.reports.paper import WHERE


@pytest.fixture(scope="session")
def third_quarter(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Of 2026, from the three sheets of the samples, on the fifth of October."""
    asked = Asked("vinh_thinh", parse_period("2026-Q3"), datetime(2026, 10, 5, 2))
    with open_store(fill_store(tmp_path_factory.mktemp("reported") / "kpi.duckdb", 3)) as store:
        return build_report(store, asked, WHERE)
