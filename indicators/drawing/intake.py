"""The frame of Nhập số liệu: its steps, what an action came to, the uploads so far."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from indicators.drawing.html import Html, address, join, link, tag
from indicators.drawing.shown import Shown
from indicators.drawing.tables import head, labelled
from indicators.intake import SheetReading
from indicators.moments import as_of_text
from indicators.numbers import format_number
from indicators.periods import parse_period
from indicators.store import Row
from indicators.wording import intake_page as words
from indicators.wording import looking_back, screens
from indicators.wording.periods import period_vi
from indicators.wording.refusals import moment_vi

_HEADINGS = (
    screens.COLUMN_UPLOAD, screens.COLUMN_FILE, screens.COLUMN_PERIOD, words.COLUMN_READINGS, screens.COLUMN_WHO,
    screens.COLUMN_WHEN, words.COLUMN_STATE,
)  # fmt: skip


def step(title: str | None, note: str) -> Html:
    """The heading of a step, with what to know about it."""
    return tag("div", tag("h2", title) if title else None, tag("p", note, class_="kpi-note"), class_="kpi-step-head")


def refusal(text: str) -> Html:
    return tag("p", text, class_="kpi-said kpi-bad", role="alert")


def success(text: str, *more: Html) -> Html:
    return tag("p", text, *[join(" ", part) for part in more], class_="kpi-said kpi-good", role="status")


def recorded(upload: int, commune: str, reading: SheetReading) -> Html:
    """What was recorded, with a link to the overview of its period."""
    period = reading.period or max((item.period for item in reading.readings), key=lambda p: parse_period(p).end_month)
    see = words.SEE_OVERVIEW.format(period=period_vi(parse_period(period)))
    return success(
        words.RECORDED.format(upload=upload, count=len(reading.readings)),
        link(address(screens.OVERVIEW, {"commune": commune, "period": period}), see),
    )


def history(uploads: Iterable[Row], shown: Shown) -> Html:
    """Every upload, the newest first; those withdrawn are struck through, with who took them back and why."""
    rows = [_upload_row(row, shown) for row in uploads]
    drawn = tag("table", head(_HEADINGS), tag("tbody", rows), class_="kpi-list-table kpi-stacked")
    table = tag("div", drawn, class_="kpi-scroll", tabindex=0, role="region", aria_label=words.HISTORY_TITLE)
    return tag(
        "section",
        tag("h2", words.HISTORY_TITLE),
        tag("p", link(shown.address(screens.COMPARE), looking_back.COMPARE_UPLOADS), class_="kpi-note")
        if rows
        else None,
        table if rows else tag("p", words.NO_HISTORY, class_="kpi-note"),
        class_="kpi-section kpi-history",
    )


def _upload_row(row: Row, shown: Shown) -> Html:
    period = period_vi(parse_period(row["period"])) if row["period"] else words.PREVIEW_SEVERAL
    state = tag("span", words.STANDING_UPLOAD, class_="kpi-pill kpi-good")
    if row["withdrawn_at"] is not None:
        said = words.WITHDRAWN_LINE.format(
            when=moment_vi(row["withdrawn_at"]), by=row["withdrawn_by"], reason=row["reason"]
        )
        state = tag("span", said, class_="kpi-why")
    more = [_left_out(row)] if row["left_out"] else []
    more += (
        [words.OF_SEVERAL_COMMUNES.format(communes=format_number(row["communes"], 0))] if row["communes"] > 1 else []
    )
    more += [words.CORRECTION_LINE.format(reason=row["correction_reason"])] if row["correction_reason"] else []
    state = join(state, [tag("small", text) for text in more])
    opened = link(shown.address(screens.OVERVIEW, period=row["period"]), period) if row["period"] else period
    cells = (_effect(row, shown), row["file_name"], opened, format_number(row["observations"], 0), row["recorded_by"])
    withdrawn = "kpi-withdrawn" if row["withdrawn_at"] is not None else None
    return tag("tr", labelled(_HEADINGS, (*cells, moment_vi(row["recorded_at"]), state)), class_=withdrawn)


def _effect(row: Row, shown: Shown) -> Html:
    """The upload's number, which leads on to what it changed."""
    at: datetime = row["recorded_at"]
    between = {"from": as_of_text(at - timedelta(microseconds=1)), "to": as_of_text(at)}
    return link(shown.address(screens.COMPARE, **between), str(row["upload"]), title=looking_back.UPLOAD_EFFECT)


def _left_out(row: Row) -> str:
    """'Đã bỏ lại 3 ô có vấn đề: Quy 3!F8, Quy 3!F9, Quy 3!G9'."""
    cells, more = ", ".join(row["left_out_cells"]), row["left_out"] - len(row["left_out_cells"])
    named = " ".join([cells, words.AND_MORE.format(count=more)]) if more else cells
    return words.LEFT_OUT_LINE.format(count=row["left_out"], cells=named)
