"""What the command line prints: one JSON object with `--json`, else plain Vietnamese lines."""

from indicators.console.judging import say_forecasts, say_milestones, say_status
from indicators.console.overdue import say_overdue
from indicators.console.plan import say_plan, say_plan_versions
from indicators.console.printing import say, say_aside
from indicators.console.record import (
    say_lock,
    say_locks,
    say_reading,
    say_uploads,
    say_withdrawn,
    with_issues,
    with_refusal,
    with_unconfirmed,
)
from indicators.console.refusal import REFUSED, WRONG_USE, Refusal, say_refusal
from indicators.console.review import progress_aside, say_keys, say_review, say_reviews

__all__ = [
    "REFUSED", "WRONG_USE", "Refusal", "progress_aside", "say", "say_aside", "say_forecasts", "say_keys", "say_lock",
    "say_locks", "say_milestones", "say_overdue", "say_plan", "say_plan_versions", "say_reading", "say_refusal",
    "say_review", "say_reviews", "say_status", "say_uploads", "say_withdrawn", "with_issues", "with_refusal",
    "with_unconfirmed",
]  # fmt: skip
