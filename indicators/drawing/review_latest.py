"""A review against what is known now: target by target what differs and why, and where the target is by now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from indicators.appraisal.latest import Reason, SinceFrozen
from indicators.drawing.figures import Row, with_unit
from indicators.drawing.html import Child, Html, join, tag
from indicators.drawing.review_cells import name_cell, review_table, standing, standing_cell
from indicators.drawing.shown import Shown
from indicators.periods import parse_period
from indicators.wording import review_page as words
from indicators.wording import screens
from indicators.wording.periods import period_vi
from indicators.wording.refusals import moment_vi

#: An upload's number → its row of `ledger.upload_history`.
Uploads = Mapping[int, Row]


def against_latest(
    lines: Sequence[SinceFrozen], uploads: Uploads, shown: Shown, newest: str | None, as_of: str
) -> Html:
    """`shown`: of the review's period, linking to what is known now; `newest`: the newest period, None where none is
    after the review's; `as_of`: up to when the latest is known, in words."""
    changed = [line for line in lines if line.is_changed]
    same = [line for line in lines if not line.is_changed]
    said = words.CHANGED_OF.format(changed=len(changed), total=len(lines)) if changed else words.UNCHANGED
    later = words.NEWER.format(period=period_vi(parse_period(newest))) if newest else words.NO_NEWER
    note = words.LATEST_NOTE.format(period=shown.period_text, moment=as_of, newest=later)
    return tag(
        "section",
        tag("h2", words.LATEST_TITLE),
        tag("p", note, class_="kpi-note"),
        tag("p", tag("strong", said), class_="kpi-review-count"),
        _table(changed, uploads, shown, newest) if changed else None,
        _unchanged(same, uploads, shown, newest, is_open=not changed) if same else None,
        class_="kpi-section",
    )


def _unchanged(
    lines: Sequence[SinceFrozen], uploads: Uploads, shown: Shown, newest: str | None, *, is_open: bool
) -> Html:
    summary = tag("summary", words.UNCHANGED_TITLE.format(count=len(lines)))
    return tag("details", summary, _table(lines, uploads, shown, newest), class_="kpi-fold", open=is_open)


def _table(lines: Sequence[SinceFrozen], uploads: Uploads, shown: Shown, newest: str | None) -> Html:
    headings = (
        words.COLUMN_TARGET, words.COLUMN_FROZEN_THEN, words.COLUMN_NOW, words.COLUMN_NEWEST, words.COLUMN_WHY,
    )  # fmt: skip
    rows = [_line(line, uploads, shown, newest) for line in lines]
    return review_table(headings, rows)


def _line(line: SinceFrozen, uploads: Uploads, shown: Shown, newest: str | None) -> Html:
    cells: dict[str, Child] = {
        words.COLUMN_FROZEN_THEN: standing(line.frozen, shown),
        words.COLUMN_NOW: standing(line.now, shown) if line.now else words.NOT_JUDGED,
        words.COLUMN_NEWEST: standing(line.newest, replace(shown, period=parse_period(newest))) if newest else "",
    }
    return tag(
        "tr",
        name_cell(line.frozen, shown),
        [standing_cell(label, said) for label, said in cells.items()],
        tag("td", _why(line, uploads), class_="kpi-wide", data_label=words.COLUMN_WHY),
    )


def _why(line: SinceFrozen, uploads: Uploads) -> Html:
    if not line.is_changed:
        return Html("")
    differs = words.DIFFERS.format(parts=", ".join(words.PARTS[part] for part in line.differs)) if line.differs else ""
    return join(
        tag("span", screens.capitalised(differs)) if differs else None,
        [tag("small", reason_vi(reason, line, uploads)) for reason in line.reasons],
    )


def reason_vi(reason: Reason, line: SinceFrozen, uploads: Uploads) -> str:
    """What a difference comes from, in words."""
    frozen, now = line.frozen, line.now
    if reason in (Reason.REPORTED, Reason.WITHDRAWN):
        return _of_upload(reason, line.upload, uploads)
    if reason is Reason.PLAN and now is not None:
        return words.REASONS[reason].format(before=frozen["plan"], after=now["plan"])
    if reason is Reason.BASELINE and now is not None:
        before, after = (with_unit(row, row["baseline_value"]) or words.NO_VALUE for row in (frozen, now))
        return words.REASONS[reason].format(before=before, after=after)
    return words.REASONS[reason]


def _of_upload(reason: Reason, number: int | None, uploads: Uploads) -> str:
    """By which upload, of whom; where the record does not say, no more than is sure."""
    upload = uploads.get(number) if number is not None else None
    if reason is Reason.WITHDRAWN and (upload is None or upload["withdrawn_at"] is None):
        return words.WITHDRAWN_UNKNOWN.format(upload=number)
    if upload is None:
        return words.REPORTED_UNKNOWN
    if reason is Reason.WITHDRAWN:
        by, at, why = upload["withdrawn_by"], moment_vi(upload["withdrawn_at"]), upload["reason"]
    else:
        by, at, why = upload["recorded_by"], moment_vi(upload["recorded_at"]), ""
    return words.REASONS[reason].format(upload=number, file=upload["file_name"], by=by, at=at, why=why)
