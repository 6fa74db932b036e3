"""What makes a plan wrong, each with its cell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from indicators.plans.draft import MilestoneRow, PlanDraft
from indicators.plans.issues import Issues
from indicators.plans.known import PlanVersion
from indicators.store import Store


def check_draft(version: PlanVersion, draft: PlanDraft, rows: Sequence[MilestoneRow], issues: Issues) -> None: ...


def check_validity(store: Store, version: PlanVersion, draft: PlanDraft, at: datetime, issues: Issues) -> None: ...
