"""What the documents name is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_test_that_the_documents_name_exists() -> None:
    tests = list((ROOT / "tests").rglob("test_*.py"))
    there = {path.stem for path in tests}
    there |= {name for path in tests for name in re.findall(r"def (test_\w+)", path.read_text(encoding="utf-8"))}
    said = set(re.findall(r"`(?:\w+\.py: )?(test_\w+)`", (ROOT / "docs/intake.md").read_text(encoding="utf-8")))
    assert said
    assert said - there == set()
