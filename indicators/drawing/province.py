"""What a province's sheet holds: counts, and its first troubles."""

from __future__ import annotations

from indicators.drawing.html import Html, tag
from indicators.drawing.issues import place_vi
from indicators.intake import Issue, Severity
from indicators.numbers import format_number
from indicators.periods import parse_period
from indicators.province import ProvinceCheck
from indicators.wording import province as words
from indicators.wording.periods import period_vi

FIRST_TROUBLES = 100


def province_preview(file_name: str, check: ProvinceCheck) -> Html:
    """The counts, and a table of the first hundred troubles, errors first."""
    period = period_vi(parse_period(check.reading.period)) if check.reading.period else None
    title = " · ".join(filter(None, (words.PREVIEW_FILE.format(name=file_name), period)))
    return tag(
        "div",
        tag("h2", words.PREVIEW_TITLE),
        tag("p", title, class_="kpi-note"),
        _counts(check),
        _troubles(check),
        class_="kpi-province",
    )


def _counts(check: ProvinceCheck) -> Html:
    reading = check.reading
    counts = {
        "communes": len(reading.communes), "values": len(reading.values),
        "measures": len({column.measure.measure for column in reading.columns}),
        "new": check.new, "changed": check.changed, "same": check.same, "troubles": len(check.issues),
    }  # fmt: skip
    rows = [
        tag("tr", tag("th", label, scope="row"), tag("td", format_number(float(counts[name]), 0)))
        for name, label in words.COUNTS.items()
    ]
    return tag("table", tag("tbody", rows), class_="kpi-table")


def _troubles(check: ProvinceCheck) -> Html | None:
    if not check.issues:
        return None
    head = tag("tr", [tag("th", heading, scope="col") for heading in words.TROUBLE_HEADINGS])
    shown = check.issues[:FIRST_TROUBLES]
    more = words.MORE_TROUBLES.format(shown=len(shown), troubles=len(check.issues))
    return tag(
        "div",
        tag("table", tag("thead", head), tag("tbody", list(map(_trouble, shown))), class_="kpi-table"),
        tag("p", more, class_="kpi-note") if len(check.issues) > len(shown) else None,
        class_="kpi-issues",
    )


def _trouble(issue: Issue) -> Html:
    grade = words.ERROR if issue.severity is Severity.ERROR else words.WARNING
    return tag("tr", tag("td", place_vi(issue.sheet, issue.cell)), tag("td", grade), tag("td", issue.message))
