"""What a plan's workbook would change: what is wrong with it, then line by line, the lines of a target together."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.drawing.html import Html, join, link, tag
from indicators.drawing.intake import refusal, success
from indicators.drawing.issues import issue_list, place_vi
from indicators.drawing.plan import heading, pill
from indicators.drawing.shown import Shown
from indicators.errors import PlanUnchanged
from indicators.intake import Issue, Severity
from indicators.plans import PlanChange, PlanPreview
from indicators.wording import plan_page as words
from indicators.wording import screens
from indicators.wording.refusals import sentence
from indicators.wording.screens import date_vi

#: Where a workbook changes more lines than the first, targets with more than the second are folded: their headings
#: still count them. A year's milestones are 19 lines.
_MOST_OPEN, _MOST_OPEN_OF_TARGET = 60, 6


def preview_head(name: str) -> Html:
    """The step's heading: which file is compared with what."""
    note = tag("p", words.CHANGES_FILE.format(name=name), class_="kpi-note")
    return tag("div", tag("h2", words.STEP_CHANGES), note, class_="kpi-step-head")


def plan_preview(preview: PlanPreview) -> Html:
    """Errors first, then warnings, then every change."""
    warnings = [issue for issue in preview.issues if issue.severity is Severity.WARNING]
    is_ready = preview.changes and not preview.errors
    return join(
        plan_errors(preview.errors),
        issue_list(words.WARNINGS_TITLE, warnings, "kpi-late", None),
        changes(preview.changes) if preview.draft is not None else None,
        _say(words.VALID_FROM_NEEDED) if is_ready and preview.document.valid_from is None else None,
    )


def plan_errors(errors: Sequence[Issue]) -> Html | None:
    """What must be mended, each with its cell; None where there is nothing."""
    return issue_list(words.ERRORS_TITLE, errors, "kpi-bad", words.ERRORS_NOTE)


def changes(found: Sequence[PlanChange]) -> Html:
    """Counts by kind, then a block a target in the order of the workbook."""
    if not found:
        return refusal(sentence(PlanUnchanged()))
    groups: dict[tuple[str, str], list[PlanChange]] = {}
    for change in found:
        groups.setdefault((change.target, change.name), []).append(change)
    blocks = [
        _group(code, name, lines, is_open=len(found) <= _MOST_OPEN or len(lines) <= _MOST_OPEN_OF_TARGET)
        for (code, name), lines in groups.items()
    ]
    return join(_counts(found), tag("div", blocks, class_="kpi-plan-groups"))


def plan_recorded(version: int, preview: PlanPreview, shown: Shown) -> Html:
    """What was recorded, with where to see what it changes."""
    day = date_vi(preview.document.valid_from) if preview.document.valid_from else ""
    said = words.RECORDED_NOW.format(plan=version, valid_from=day, count=len(preview.changes))
    return success(said, *leads_on(shown))


def leads_on(shown: Shown) -> tuple[Html, Html]:
    """To the overview and to the đường găng of the same view."""
    return (
        link(shown.address(screens.OVERVIEW), words.SEE_OVERVIEW),
        link(shown.address(screens.MILESTONES), words.SEE_PATH),
    )


def kind_of(change: PlanChange) -> str:
    """Its key in `words.CHANGES`: what is there no longer is removed."""
    return "removed" if change.kind == "changed" and change.before and not change.after else str(change.kind)


def _say(text: str) -> Html:
    return tag("p", text, class_="kpi-notice kpi-plan-note", role="status")


def _counts(found: Sequence[PlanChange]) -> Html:
    kinds = [kind_of(change) for change in found]
    items = [
        tag("li", tag("strong", str(kinds.count(kind))), f" {said}", class_=f"kpi-{tone}")
        for kind, (_, _, tone, said) in words.CHANGES.items()
        if kind in kinds
    ]
    return tag("ul", items, class_="kpi-change-counts kpi-plan-counts")


def _group(code: str, name: str, lines: Sequence[PlanChange], *, is_open: bool) -> Html:
    summary = tag(
        "summary",
        tag("b", code) if code else None,
        tag("span", name),
        tag("small", words.CHANGE_COUNT.format(count=len(lines))),
    )
    headings = heading(
        (words.COLUMN_FIELD, words.COLUMN_BEFORE, words.COLUMN_AFTER, words.COLUMN_KIND, words.COLUMN_CELL)
    )
    table = tag("table", headings, tag("tbody", [_line(change) for change in lines]), class_="kpi-plan-changes")
    return tag("details", summary, table, class_="kpi-plan-group", open=is_open)


def _line(change: PlanChange) -> Html:
    word, symbol, tone, _ = words.CHANGES[kind_of(change)]
    arrow = tag("span", "→", class_="kpi-plan-arrow", role="img", aria_label=words.BECOMES)
    return tag(
        "tr",
        tag("td", change.field, class_="kpi-plan-field"),
        tag("td", _shown(change.before), class_="kpi-plan-before"),
        tag("td", arrow, " ", _shown(change.after), class_="kpi-plan-after"),
        tag("td", pill(word, symbol, tone), class_="kpi-plan-kind"),
        tag("td", place_vi(change.sheet, change.cell) if change.sheet else None, class_="kpi-place"),
    )


def _shown(text: str) -> Html:
    return tag("span", text) if text else tag("em", words.EMPTY)
