"""Every value a target's measure had with the upload it came from, and what was remarked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indicators.drawing.figures import Row, number_with_unit
from indicators.drawing.html import Html, join, link, tag
from indicators.drawing.shown import Shown
from indicators.periods import parse_period
from indicators.wording import looking_back
from indicators.wording import screens as words
from indicators.wording.periods import period_vi
from indicators.wording.refusals import moment_vi

_STATE_CLASSES = {"standing": None, "replaced": "kpi-superseded", "withdrawn": "kpi-withdrawn"}


def detail_tables(row: Row, history: Sequence[Row], remarks: Sequence[Row], shown: Shown) -> Html:
    """Every value with the upload it came from, then the remarks."""
    return join(_values(row, history, shown), _remarks(remarks))


def _values(row: Row, history: Sequence[Row], shown: Shown) -> Html:
    if not history:
        body = _no_values(shown)
    else:
        headings = (
            words.COLUMN_PERIOD, words.COLUMN_VALUE, words.COLUMN_UPLOAD, words.COLUMN_FILE, words.COLUMN_PLACE,
            words.COLUMN_WHO, words.COLUMN_WHEN, words.COLUMN_NOTE,
        )  # fmt: skip
        head = tag("thead", tag("tr", [tag("th", text, scope="col") for text in headings]))
        table = tag("table", head, tag("tbody", [_value_row(row, value) for value in history]), class_="kpi-list-table")
        body = tag("div", table, class_="kpi-scroll")
    return tag("section", tag("h2", words.VALUES_TITLE), body, class_="kpi-section")


def _no_values(shown: Shown) -> Html:
    if shown.as_of:
        return tag("p", looking_back.nothing_yet_vi(shown.as_of), class_="kpi-note")
    return tag("p", words.NO_VALUES, " ", link(shown.address(words.INTAKE), words.SEND_DATA), class_="kpi-note")


def _value_row(row: Row, value: Row) -> Html:
    estimate = tag("abbr", words.ESTIMATE, class_="kpi-estimate", title=words.ESTIMATE_NOTE)
    state, class_ = _state(value)
    cells = (
        value["file_name"],
        f"{value['sheet']}!{value['cell']}",
        value["recorded_by"],
        moment_vi(value["recorded_at"]),
    )
    return tag(
        "tr",
        tag("td", words.capitalised(period_vi(parse_period(value["period"])))),
        tag(
            "td",
            number_with_unit(row, value["value"], as_recorded=True),
            join(" ", estimate) if value["estimate"] else None,
            class_="kpi-n",
        ),
        tag("td", str(value["upload"])),
        [tag("td", cell) for cell in cells],
        tag("td", state),
        class_=class_,
    )


def _state(value: Row) -> tuple[str, str | None]:
    """Whether the value stands, was replaced by a later one, or went with its upload."""
    return words.VALUE_STATES[value["state"]], _STATE_CLASSES[value["state"]]


def _remarks(remarks: Sequence[Row]) -> Html:
    items = [
        tag(
            "li",
            tag("b", f"{words.REMARK_KINDS[remark['kind']]}: "),
            remark["text_vi"],
            tag("small", _remark_source(remark)),
            class_=f"kpi-remark-{remark['kind']}",
        )
        for remark in remarks
    ]
    body = tag("ul", items, class_="kpi-remarks") if items else tag("p", words.NO_REMARKS, class_="kpi-note")
    return tag("section", tag("h2", words.REMARKS_TITLE), body, class_="kpi-section")


def _remark_source(remark: Mapping[str, object]) -> str:
    period = words.capitalised(period_vi(parse_period(str(remark["period"]))))
    return f"{period} · {words.COLUMN_UPLOAD.lower()} {remark['upload']} · {remark['sheet']}!{remark['cell']}"
