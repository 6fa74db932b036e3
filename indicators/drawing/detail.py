"""The detail of one target: its head, what its numbers say, every value it had, what was remarked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from indicators.drawing.choices import list_of_links, view_choices
from indicators.drawing.figures import (
    Row,
    distance_with_unit,
    goal_line,
    is_yes_no,
    judged_mean,
    judged_period,
    number_with_unit,
    with_unit,
)
from indicators.drawing.finding import finding
from indicators.drawing.frame import notices, page_title
from indicators.drawing.html import Child, Html, join, link, tag
from indicators.drawing.marks import pill
from indicators.drawing.shown import Shown
from indicators.periods import parse_period
from indicators.wording import screens as words
from indicators.wording.periods import period_vi
from indicators.wording.refusals import moment_vi
from indicators.wording.statuses import STATUSES

_STATE_CLASSES = {"standing": None, "replaced": "kpi-superseded", "withdrawn": "kpi-withdrawn"}


def detail_head(row: Row, targets: Sequence[Row], remarks: Sequence[Row], shown: Shown) -> Html:
    """Everything above the chart. `targets`: the overview's rows, in the plan's order."""
    title = page_title(
        words.INDICATOR.format(number=row["target"]),
        row["name_vi"],
        view_choices(words.DETAIL, shown, target=row["target"]),
    )
    decisions = [
        remark["text_vi"]
        for remark in remarks
        if remark["kind"] == "decision" and remark["ends_on"] <= shown.period.ends_on()
    ]
    said = tag(
        "section",
        tag("p", pill(row["status"]), _strive(row), class_="kpi-finding-top"),
        tag("p", finding(row, shown, decisions), class_="kpi-finding"),
        _figures(row, shown),
        _facts(row, shown),
        class_=f"kpi-section kpi-detail kpi-{STATUSES[row['status']].tone}",
    )
    return join(_steps_between(row, targets, shown), title, said)


def target_of(targets: Sequence[Row], asked: str | None) -> tuple[Row, Html]:
    """The asked target, or the first target of the asked indicator; where neither is there the plan's first, with a
    sentence that says so."""
    for name in ("target", "indicator"):
        for row in targets:
            if row[name] == asked:
                return row, Html("")
    said = [words.TARGET_FALLBACK.format(text=asked, target=targets[0]["target"])] if asked else []
    return targets[0], notices(said)


def recognition_steps(values: Iterable[Row], row: Row, shown: Shown) -> Html:
    """A yes or no through time: a mark a period, and the day by which it must be yes."""
    reached = [
        tag(
            "li",
            tag("strong", words.YES if value["value"] >= 1 else words.NO),
            tag("span", words.capitalised(period_vi(parse_period(value["period"])))),
            class_="kpi-good" if value["value"] >= 1 else "kpi-waiting",
        )
        for value in values
    ]
    due = row["due_on"] and tag(
        "li", tag("strong", words.date_vi(row["due_on"])), tag("span", words.STEP_FIRST_DUE), class_="kpi-due"
    )
    steps = tag("ol", reached, due or None, class_="kpi-steps")
    return tag("section", tag("h2", words.STEPS_TITLE), steps, class_="kpi-section")


def detail_tables(row: Row, history: Sequence[Row], remarks: Sequence[Row], shown: Shown) -> Html:
    """Every value with the upload it came from, then the remarks."""
    return join(_values(row, history, shown), _remarks(remarks))


def _steps_between(row: Row, targets: Sequence[Row], shown: Shown) -> Html:
    """The indicator before and after, and a list to jump to any."""
    place = [target["target"] for target in targets].index(row["target"])
    before, after = targets[place - 1] if place else None, targets[place + 1] if place + 1 < len(targets) else None
    options = [
        (shown.address(words.DETAIL, target=other["target"]), f"{other['target']}. {other['name_vi']}", other is row)
        for other in targets
    ]
    return tag(
        "nav",
        _neighbour(before, f"‹ {words.PREVIOUS}", shown),
        list_of_links("kpi-target", words.CHOOSE_TARGET, [(None, options)]),
        _neighbour(after, f"{words.NEXT} ›", shown),
        class_="kpi-between",
        aria_label=words.CHOOSE_TARGET,
    )


def _neighbour(row: Row | None, text: str, shown: Shown) -> Html:
    if row is None:
        return tag("span")
    where = shown.address(words.DETAIL, target=row["target"])
    return link(where, text, class_="kpi-neighbour", title=f"{row['target']}. {row['name_vi']}")


def _strive(row: Row) -> Html | None:
    if row["commitment"] != "strive":
        return None
    return join(" ", tag("span", words.STRIVE, class_="kpi-strive", title=words.STRIVE_NOTE))


def _figures(row: Row, shown: Shown) -> Html | None:
    """The four numbers that matter, large."""
    if is_yes_no(row):
        return None
    lateness = words.lateness_vi(row["late_months"]) if row["status"] != "not_due" else ""
    mean = judged_mean(row, shown)
    compared = (words.capitalised(mean), row["compared_value"]) if mean else (words.COLUMN_ACTUAL, row["actual_value"])
    figures: list[tuple[str, Child, str]] = [
        (compared[0], number_with_unit(row, compared[1]), ""),
        (words.COLUMN_MILESTONE, number_with_unit(row, row["planned_value"]), ""),
        (words.COLUMN_DISTANCE, distance_with_unit(row), "kpi-toned"),
        (words.COLUMN_LATENESS, lateness, "kpi-toned"),
    ]
    shown_figures = [(label, content, tone) for label, content, tone in figures if content]
    return tag(
        "dl",
        [
            tag("div", tag("dt", label), tag("dd", content, class_=tone or None))
            for label, content, tone in shown_figures
        ],
        class_="kpi-figures",
    )


def _facts(row: Row, shown: Shown) -> Html:
    by_mean, own = judged_mean(row, shown) is not None, with_unit(row, row["actual_value"])
    facts: dict[str, Child] = {
        words.GOAL: goal_line(row),
        words.BASELINE.format(year=shown.baseline_year): with_unit(row, row["baseline_value"]) or words.NOT_ENTERED,
        words.TOLERANCE: with_unit(row, row["tolerance"]),
        words.ACTUAL_OF.format(period=judged_period(row, shown)): own if by_mean else "",
        words.MEAN_SO_FAR: "" if by_mean else with_unit(row, row["mean_value"]),
        words.LEAD_UNIT: row["lead_unit"] or words.NOT_ENTERED,
        words.PLAN_DOCUMENT: _document(row),
    }
    return tag(
        "dl",
        [tag("div", tag("dt", label), tag("dd", content)) for label, content in facts.items() if content],
        class_="kpi-facts",
    )


def _document(row: Row) -> str:
    """The document of the plan version that judges the period."""
    if not row["document_number"]:
        return f"{row['plan_name_vi']} ({words.DOCUMENT_NUMBER} {words.NOT_ENTERED})"
    dated = f", {words.date_vi(row['document_date'])}" if row["document_date"] else ""
    return f"{row['document_number']}{dated}: {row['plan_name_vi']}"


def _values(row: Row, history: Sequence[Row], shown: Shown) -> Html:
    if not history:
        action = link(shown.address(words.INTAKE), words.SEND_DATA)
        body = tag("p", words.NO_VALUES, " ", action, class_="kpi-note")
    else:
        headings = (
            words.COLUMN_PERIOD, words.COLUMN_VALUE, words.COLUMN_UPLOAD, words.COLUMN_FILE, words.COLUMN_PLACE,
            words.COLUMN_WHO, words.COLUMN_WHEN, words.COLUMN_NOTE,
        )  # fmt: skip
        head = tag("thead", tag("tr", [tag("th", text, scope="col") for text in headings]))
        table = tag("table", head, tag("tbody", [_value_row(row, value) for value in history]), class_="kpi-list-table")
        body = tag("div", table, class_="kpi-scroll")
    return tag("section", tag("h2", words.VALUES_TITLE), body, class_="kpi-section")


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
