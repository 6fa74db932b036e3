"""A commune's plan: the version in force, all its versions, and how much of the đường găng is fixed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from indicators.drawing.figures import Row
from indicators.drawing.html import Child, Html, join, tag
from indicators.drawing.shown import Shown
from indicators.moments import BEGINNING
from indicators.wording import plan_page as words
from indicators.wording.plan_page import Standing
from indicators.wording.refusals import moment_vi
from indicators.wording.screens import date_vi, recorder_vi


def plan_versions(versions: Sequence[Row], shown: Shown) -> Html:
    """`versions`: plans.plan_versions, the newest first."""
    standings = standings_on(versions, shown.today)
    now = next((row for row in versions if standings[row["plan"]] is Standing.HOLDS), None)
    return join(_now(now) if now else tag("p", words.NONE_NOW, class_="kpi-notice"), _table(versions, standings))


def standings_on(versions: Sequence[Row], day: date) -> dict[int, Standing]:
    """Version → where it stands on `day`. Of versions from the same day only the newest ever holds
    (sql/views/29_plan_known.sql)."""
    newest = {row["valid_from"]: row["plan"] for row in sorted(versions, key=lambda row: row["plan"])}
    holding = newest.get(max((first for first in newest if first <= day), default=None))
    found = {row["plan"]: Standing.OVER for row in versions}
    found |= {plan: Standing.TO_COME for first, plan in newest.items() if first > day}
    return found if holding is None else found | {holding: Standing.HOLDS}


def pill(word: str, symbol: str, tone: str) -> Html:
    """Symbol and word."""
    sign = tag("span", symbol, class_="kpi-symbol", aria_hidden="true")
    return tag("span", sign, word, class_=f"kpi-pill kpi-{tone}")


def heading(cells: Iterable[str]) -> Html:
    return tag("thead", tag("tr", [tag("th", text, scope="col") for text in cells]))


def _now(row: Row) -> Html:
    facts = {
        words.DOCUMENT: words.document_vi(row["document_number"], row["document_date"]),
        words.HOLDS_FROM: date_vi(row["valid_from"]),
        words.TARGETS: str(row["targets"]),
        words.RECORDED: words.RECORDED_BY.format(by=recorder_vi(row["recorded_by"]), at=_recorded_at(row)),
    }
    listed = [tag("div", tag("dt", name), tag("dd", said)) for name, said in facts.items()]
    return tag(
        "section",
        tag("p", words.NOW_TITLE.format(plan=row["plan"]), class_="kpi-eyebrow"),
        tag("h2", row["name_vi"]),
        tag("dl", listed, class_="kpi-facts"),
        class_="kpi-section kpi-plan-now",
    )


def _table(versions: Sequence[Row], standings: dict[int, Standing]) -> Html:
    headings = (
        words.COLUMN_VERSION, words.DOCUMENT, words.HOLDS_FROM, words.COLUMN_AT, words.COLUMN_BY, words.COLUMN_SOURCE,
    )  # fmt: skip
    rows = [_version(row, standings[row["plan"]]) for row in versions]
    table = tag("table", heading(headings), tag("tbody", rows), class_="kpi-list-table kpi-cards-table")
    return tag(
        "section",
        tag("h2", words.VERSIONS_TITLE),
        tag("p", words.VERSIONS_NOTE, class_="kpi-note"),
        tag("div", table, class_="kpi-scroll"),
        class_="kpi-section kpi-plan-versions",
    )


def _version(row: Row, standing: Standing) -> Html:
    document = words.document_vi(row["document_number"], row["document_date"])
    cells: dict[str, Child] = {
        words.HOLDS_FROM: date_vi(row["valid_from"]),
        words.COLUMN_AT: _recorded_at(row),
        words.COLUMN_BY: recorder_vi(row["recorded_by"]),
        words.COLUMN_SOURCE: source_vi(row),
    }
    return tag(
        "tr",
        tag("td", tag("b", str(row["plan"])), " ", pill(*words.STANDINGS[standing]), data_label=words.COLUMN_VERSION),
        tag("td", document, tag("small", row["name_vi"]), class_="kpi-wide", data_label=words.DOCUMENT),
        [tag("td", said, data_label=label) for label, said in cells.items()],
    )


def source_vi(row: Row) -> str:
    """The catalogue, a file, or an approved path: only those two of the last come from a sheet's hand."""
    if row["origin"] == "catalogue":
        return words.FROM_CATALOGUE
    return words.FROM_FILE.format(name=row["file_name"]) if row["file_name"] else words.FROM_APPROVAL


def _recorded_at(row: Row) -> str:
    """The catalogue's first word is known from the beginning, which is no moment anybody wrote it down."""
    return words.FROM_THE_BEGINNING if row["recorded_at"] <= BEGINNING else moment_vi(row["recorded_at"])
