"""What a plan's workbook leaves to be computed."""

from __future__ import annotations

from datetime import datetime

from indicators.plans.draft import Drafting
from indicators.store import Store


def fill_in(store: Store, drafting: Drafting, at: datetime) -> None:
    """Placeholder while the rest of the room is built."""
