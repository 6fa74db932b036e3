"""Bản chốt số liệu: the list of the reviews, and what stands above every view of one: that and when it was frozen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indicators.drawing.figures import Row
from indicators.drawing.frame import call_to_action
from indicators.drawing.html import Child, Html, join, link, tag
from indicators.drawing.plan import heading, pill
from indicators.drawing.shown import Shown
from indicators.drawing.versions import document_vi
from indicators.periods import parse_period
from indicators.reviews.model import Review
from indicators.wording import review_page as words
from indicators.wording import screens
from indicators.wording.looking_back import moment_vi as as_of_vi
from indicators.wording.periods import period_vi
from indicators.wording.refusals import moment_vi
from indicators.wording.reviews import OCCASIONS, scope_vi

_HEADINGS = (
    words.COLUMN_NAME, words.COLUMN_PERIOD, words.COLUMN_AS_OF, words.COLUMN_SCOPE, words.COLUMN_PLAN,
    words.COLUMN_FROZEN, words.COLUMN_STATE,
)  # fmt: skip


def review_list(reviews: Sequence[Row], troubles: Mapping[str, str], opened: str | None, shown: Shown) -> Html:
    """`reviews`: rows of kpi.review, the newest first; `troubles`: review → what is wrong with it, '' where it is
    whole; `opened`: the one that is looked at."""
    rows = [_listed(row, troubles[row["review"]], row["review"] == opened, shown) for row in reviews]
    table = tag("table", heading(_HEADINGS), tag("tbody", rows), class_="kpi-list-table kpi-cards-table")
    return tag(
        "section",
        tag("h2", words.LIST_TITLE),
        tag("p", words.LIST_NOTE, class_="kpi-note"),
        tag("div", table, class_="kpi-scroll"),
        class_="kpi-section kpi-review-list",
    )


def no_reviews(shown: Shown) -> Html:
    """What a review is and how one is frozen; looking back, only that there was none."""
    if shown.as_of is not None:
        return tag("p", words.EMPTY_PAST, class_="kpi-notice", role="status")
    return call_to_action(words.EMPTY_TITLE, words.EMPTY_STEPS, Html(""))


def review_address(shown: Shown, name: str, view: str | None = None) -> str:
    """The address of a review, looked at from a side; it belongs to no moment."""
    return shown.address(screens.REVIEW, review=name, part=view)


def review_head(review: Review, view: str, shown: Shown) -> Html:
    """That it is frozen, of what and when, by whose key; and the sides from which it can be looked at."""
    facts: dict[str, Child] = {
        words.OCCASION: OCCASIONS[review.row["occasion"]],
        words.PERIOD: screens.capitalised(period_vi(parse_period(review.period))),
        words.AS_OF: as_of_vi(review.as_of),
        words.SCOPE: scope_vi(review.row["scope"], review.row["scope_name_vi"]),
        words.PLAN: _plan(review.head),
        words.FROZEN: _frozen(review.row),
        words.FINGERPRINT: join(
            tag("code", review.row["fingerprint"], class_="kpi-fingerprint"),
            tag("small", words.FINGERPRINT_NOTE),
        ),
    }
    listed = [tag("div", tag("dt", name), tag("dd", said)) for name, said in facts.items()]
    head = tag(
        "section",
        tag("p", words.FROZEN_MARK, class_="kpi-frozen-mark"),
        tag("h2", review.name_vi),
        tag("dl", listed, class_="kpi-facts"),
        class_="kpi-section kpi-frozen",
    )
    return join(head, _views(review, view, shown))


def _views(review: Review, chosen: str, shown: Shown) -> Html:
    links = [
        tag("span", text, aria_current="true")
        if view == chosen
        else link(review_address(shown, review.name_vi, None if view is words.View.PICTURE else view), text)
        for view, text in words.VIEWS.items()
    ]
    return tag("nav", links, class_="kpi-switch kpi-review-views", aria_label=words.VIEW_LABEL)


def _listed(row: Row, trouble: str, is_opened: bool, shown: Shown) -> Html:
    name = link(review_address(shown, row["name_vi"]), row["name_vi"])
    cells: dict[str, Child] = {
        words.COLUMN_PERIOD: screens.capitalised(period_vi(parse_period(row["period"]))),
        words.COLUMN_AS_OF: as_of_vi(row["as_of"]),
        words.COLUMN_SCOPE: scope_vi(row["scope"], row["scope_name_vi"]),
        words.COLUMN_PLAN: words.PLAN_VERSION.format(plan=row["plan"]),
        words.COLUMN_FROZEN: _frozen(row),
        words.COLUMN_STATE: join(pill(*words.DAMAGED), tag("small", trouble)) if trouble else pill(*words.WHOLE),
    }
    note = tag("small", words.OPENED) if is_opened else tag("small", OCCASIONS[row["occasion"]])
    return tag(
        "tr",
        tag("td", name, note, class_="kpi-wide", data_label=words.COLUMN_NAME),
        [tag("td", said, data_label=label) for label, said in cells.items()],
        aria_current="true" if is_opened else None,
        class_="kpi-followed" if is_opened else None,
    )


def _frozen(row: Row) -> str:
    return words.FROZEN_BY.format(at=moment_vi(row["frozen_at"]), by=row["frozen_by"])


def _plan(head: Row) -> str:
    version = screens.capitalised(words.PLAN_VERSION.format(plan=head["plan"]))
    return f"{version}: {document_vi(head, 'plan_name_vi')}"
