"""A province's sheet and the register of communes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from indicators.console.printing import issue_fields, print_json, say_issues
from indicators.intake import Issue, Severity
from indicators.province import ProvinceCheck
from indicators.register.reading import RegisterReading
from indicators.store import Row
from indicators.wording import command_line, province

FIRST_TROUBLES, MOST_READINGS = 100, 10_000


def province_answer(check: ProvinceCheck, extra: Sequence[Issue] = (), *, all_readings: bool = False) -> dict[str, Any]:
    """What `check --json` and `import --json` say of a province's sheet: its counts, and the first troubles; its
    readings where they are not too many, or were asked for."""
    reading, issues = check.reading, (*extra, *check.issues)
    return {
        "kind": "province",
        "period": reading.period,
        "communes": len(reading.communes),
        "values": len(reading.values),
        "new": check.new,
        "changed": check.changed,
        "same": check.same,
        "measures": list(dict.fromkeys(column.measure.measure for column in reading.columns)),
        "troubles": len(issues),
        "readings": list(reading.readings()) if all_readings or len(reading.values) <= MOST_READINGS else [],
        "remarks": [],
        "issues": issue_fields(issues[:FIRST_TROUBLES]),
    }


def say_province(
    check: ProvinceCheck,
    extra: Sequence[Issue] = (),
    *,
    as_json: bool,
    all_readings: bool = False,
    left_out: Iterable[Issue] = (),
    **upload: int | None,
) -> None:
    """The counts and the first hundred troubles, `extra` before them; with `upload=` also its number, None where it was
    refused."""
    answer = province_answer(check, extra, all_readings=all_readings)
    if as_json:
        cells = [{name: getattr(issue, name) for name in ("sheet", "cell", "code", "message")} for issue in left_out]
        print_json(answer | ({"left_out": cells} if upload else {}) | upload)
        return
    issues = (*extra, *check.issues)
    say_issues(issues[:FIRST_TROUBLES])
    if len(issues) > FIRST_TROUBLES:
        print(province.MORE_TROUBLES.format(shown=FIRST_TROUBLES, troubles=len(issues)))
    errors = sum(issue.severity is Severity.ERROR for issue in issues)
    counts = answer | {"measures": len(answer["measures"]), "errors": errors, "warnings": len(issues) - errors}
    print(province.READ.format(**counts))
    if upload.get("upload"):
        print(command_line.RECORDED.format(**upload))


def say_register(reading: RegisterReading, *, as_json: bool, changed: int) -> None:
    """What a register's file said, and how much of it was new."""
    if as_json:
        issues = issue_fields(reading.issues)
        print_json({"entries": len(reading.entries), "changed": changed, "issues": issues})
        return
    say_issues(reading.issues)
    counts = {"entries": len(reading.entries), "changed": changed, "errors": len(reading.errors)}
    print(province.REGISTER_READ.format(**counts))


def say_register_entries(rows: Sequence[Row], *, as_json: bool) -> None:
    if as_json:
        print_json({"register": list(rows)})
        return
    for row in rows:
        print(province.REGISTER_ENTRY.format(**row).rstrip())
    if not rows:
        print(province.REGISTER_EMPTY)
