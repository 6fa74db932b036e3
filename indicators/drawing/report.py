"""What a report will say, as HTML: the very object that Word, Excel and PDF are set from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indicators.drawing.choices import list_of_links
from indicators.drawing.html import Html, join, link, tag
from indicators.drawing.looking_back import back_to_latest, nothing_yet
from indicators.drawing.shown import Shown
from indicators.drawing.tables import head
from indicators.reports.model import Column, Expected, Group, Line, Report, Said
from indicators.wording import report_page as words
from indicators.wording import screens
from indicators.wording.periods import period_vi

#: So many items are shown at once.
_MOST_OPEN = 8


def scope_choices(page: str, shown: Shown, occasion: str, units: Sequence[str]) -> Html:
    """Which report: its occasion, and whose. `units`: those that can have one of their own."""

    def where(occasion: str, unit: str | None) -> str:
        return shown.address(page, leader=None, officer=None, unit=unit, occasion=occasion_said(occasion))

    kinds = [(where(name, shown.unit), text, name == occasion) for name, text in words.OCCASIONS.items()]
    scopes = [(where(occasion, None), words.WHOLE_COMMUNE, shown.unit is None)]
    scopes += [(where(occasion, unit), unit, unit == shown.unit) for unit in units]
    return tag(
        "div",
        list_of_links("kpi-occasion", words.OCCASION_LABEL, [(None, kinds)]),
        list_of_links("kpi-unit", words.SCOPE_LABEL, [(None, scopes)]),
        class_="kpi-people",
    )


def occasion_said(occasion: str) -> str | None:
    """The occasion as an address says it: the first of them needs no word."""
    return None if occasion == next(iter(words.OCCASIONS)) else occasion


def nothing_to_report(page: str, shown: Shown, sentence: str) -> Html:
    """Why there is no report, with the way to one."""
    if shown.as_of and shown.latest is None:
        return nothing_yet(page, shown, shown.as_of)
    way = link(shown.address(screens.INTAKE), screens.EMPTY_ACTION)
    if shown.looks_back:
        way = back_to_latest(page, shown)
    if shown.latest is not None and shown.latest != shown.period:
        way = link(shown.address(page, period=shown.latest), words.SEE_LATEST.format(period=period_vi(shown.latest)))
    return tag("p", sentence, " ", way, class_="kpi-notice", role="status")


def report_preview(report: Report) -> Html:
    """The whole report but for its charts."""
    closed = words.CLOSED.format(day=screens.date_vi(report.closed_on))
    return tag(
        "section",
        tag("h2", report.title_vi, tag("small", report.subject_vi)),
        tag("p", closed, class_="kpi-note"),
        _sentences(words.RESULTS, report.summary_vi),
        tag("h3", words.BY_GROUP),
        [_group(group) for group in report.groups],
        tag("h3", words.TABLE),
        _table(report.columns, report.groups),
        [tag("p", note, class_="kpi-note") for note in report.notes_vi],
        _outlook(report.expected),
        _said(words.DIFFICULTIES, report.difficulties),
        _said(words.REMEDIES, report.remedies),
        _said(words.PROPOSALS, report.proposals),
        class_="kpi-section kpi-report",
    )


def _sentences(title: str, sentences: Iterable[str]) -> Html:
    return join(tag("h3", title), [tag("p", sentence) for sentence in sentences])


def _group(group: Group) -> Html:
    return tag(
        "details", tag("summary", group.name_vi), [tag("p", text) for text in group.sentences_vi], class_="kpi-fold"
    )


def _table(columns: Sequence[Column], groups: Sequence[Group]) -> Html:
    bodies = [
        join(
            tag("tr", tag("th", group.name_vi, colspan=len(columns), scope="rowgroup"), class_="kpi-group"),
            [_line(line, columns) for line in group.lines],
        )
        for group in groups
    ]
    table = tag(
        "table",
        head(column.heading_vi for column in columns),
        tag("tbody", bodies),
        class_="kpi-list-table kpi-stacked kpi-report-table",
    )
    return tag("div", table, class_="kpi-scroll", tabindex=0, role="region", aria_label=words.TABLE)


def _line(line: Line, columns: Sequence[Column]) -> Html:
    cells = [
        tag(
            "td",
            line.cells[column.key].text,
            class_="kpi-n" if column.is_number else None,
            data_label=column.heading_vi,
        )
        for column in columns
    ]
    return tag("tr", cells)


def _outlook(expected: Sequence[Expected]) -> Html | None:
    return _listed(words.OUTLOOK, [join(tag("b", f"{line.name_vi}: "), _expected(line)) for line in expected])


def _expected(line: Expected) -> str:
    parts = (line.forecast_vi, line.needed_vi, line.reason_vi)
    return ". ".join(screens.capitalised(part.rstrip(".")) for part in parts if part) + "."


def _said(title: str, remarks: Sequence[Said]) -> Html | None:
    return _listed(title, [_remark(said) for said in remarks])


def _listed(title: str, items: Sequence[Html]) -> Html | None:
    """Nothing where there is nothing to say; a long list is folded."""
    if not items:
        return None
    drawn = tag("ul", [tag("li", item) for item in items])
    if len(items) > _MOST_OPEN:
        drawn = tag("details", tag("summary", words.LISTED.format(count=len(items))), drawn, class_="kpi-fold")
    return join(tag("h3", title), drawn)


def _remark(said: Said) -> Html:
    unit = words.OF_UNIT.format(unit=said.unit_vi) if said.unit_vi else ""
    return join(tag("b", f"{said.about_vi}: "), said.text_vi, tag("span", unit, class_="kpi-soft") if unit else None)
