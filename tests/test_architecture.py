"""The rooms of the house and the arrows between them, read from the source; then proof that each rule can fail."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EDGES = {"opening.py", "demo.py", "isolation.py"}  # where the product meets the machine: its clock and environment
CLOCK_AND_ENVIRONMENT = re.compile(
    r"(datetime|date)\.(now|utcnow|today)|Timestamp\.(now|utcnow|today)"
    r"|time\.(time|time_ns|localtime|gmtime)|os\.(environ|environb|getenv|getenvb)"
)
SQL = re.compile(
    r"\s*(--\s|select\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|create\s+\w+\s|with\s+\w+\s+as\s|from\s+\w+)",
    re.IGNORECASE,
)

Breaches = Iterator[tuple[int, str]]


def imports(tree: ast.AST, *rooms: str) -> Breaches:
    """Lines that import one of these packages or something in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [node.module or ""]
        else:
            continue
        yield from ((node.lineno, f"imports {name}") for name in names if name.split(".")[0] in rooms)


def reads_clock_or_environment(tree: ast.AST) -> Breaches:
    """Lines that name the clock or the environment, by whatever name they were imported."""
    true_names = {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    } | {
        alias.asname: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.asname
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.Name):
            first, *rest = ast.unparse(node).split(".")
            name = ".".join([true_names.get(first, first), *rest])
            if re.search(rf"(^|\.)({CLOCK_AND_ENVIRONMENT.pattern})$", name):
                yield node.lineno, f"reads {name}"


def contains_sql(tree: ast.AST) -> Breaches:
    """Lines with a text that begins like a statement; docstrings and other bare texts are prose."""
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in prose:
            continue
        if SQL.match(node.value):
            yield node.lineno, f"contains SQL: {node.value.strip()[:40]!r}"


def breaches(paths: Iterator[Path], rule: Callable[[ast.AST], Breaches]) -> list[str]:
    sources = sorted(paths)
    assert sources, "there is nothing to check"
    return [
        f"{path.relative_to(ROOT)}:{line} {what}"
        for path in sources
        for line, what in rule(ast.parse(path.read_text(encoding="utf-8")))
    ]


def test_domain_knows_no_page() -> None:
    domain = (ROOT / "indicators").rglob("*.py")
    assert breaches(domain, lambda tree: imports(tree, "streamlit", "pages", "serving", "app")) == []


@pytest.mark.parametrize("room", ["pages", "serving"])
def test_screens_reach_the_store_only_through_the_domain(room: str) -> None:
    assert breaches((ROOT / room).rglob("*.py"), lambda tree: imports(tree, "duckdb")) == []
    assert breaches((ROOT / room).rglob("*.py"), contains_sql) == []


def test_domain_is_told_the_time_and_the_settings() -> None:
    domain = (path for path in (ROOT / "indicators").rglob("*.py") if path.name not in EDGES)
    assert breaches(domain, reads_clock_or_environment) == []


def test_statements_say_what_they_are_for() -> None:
    statements = sorted((ROOT / "sql").rglob("*.sql"))
    assert statements, "there is nothing to check"
    assert [str(path) for path in statements if not path.read_text(encoding="utf-8").startswith("--")] == []


@pytest.mark.parametrize(
    "source",
    [
        "import datetime\ndatetime.datetime.now()",
        "from datetime import datetime as moment\nmoment.now()",
        "import datetime as dt\ndt.date.today()",
        "from datetime import date\nfactory = date.today",
        "import time as t\nt.time()",
        "from time import time\ntime()",
        "import os\nos.environ['KPI_STORE']",
        "from os import getenv\ngetenv('KPI_STORE')",
        "import pandas as pd\npd.Timestamp.now()",
    ],
)
def test_a_clock_or_an_environment_is_noticed(source: str) -> None:
    assert list(reads_clock_or_environment(ast.parse(source)))


def test_other_uses_of_time_are_left_alone() -> None:
    source = "import datetime, time\nnow = datetime.datetime(2026, 1, 1)\ntime.sleep(now.day)\ntime.monotonic()"
    assert list(reads_clock_or_environment(ast.parse(source))) == []


@pytest.mark.parametrize("source", ["import duckdb", "from duckdb import connect", "import duckdb.typing as t"])
def test_an_import_is_noticed(source: str) -> None:
    assert list(imports(ast.parse(source), "duckdb"))


@pytest.mark.parametrize("text", ["select 1", "\n  WITH latest AS (", "insert into upload", "-- a note\nfrom x"])
def test_sql_is_noticed(text: str) -> None:
    assert list(contains_sql(ast.parse(f"run({text!r})")))


def test_prose_is_not_sql() -> None:
    assert list(contains_sql(ast.parse('"""Select a period from the list."""\nlabel = "Chọn kỳ báo cáo"'))) == []
