"""Who has not reported: by unit and period with the deadline, the reminder letter, the calendar of deadlines."""

from indicators.overdue.asking import (
    DAYS_AHEAD,
    Row,
    calendar_deadlines,
    deadlines,
    due_next,
    names_of,
    overdue,
    units_asked,
)
from indicators.overdue.calendar import build_calendar

__all__ = [
    "DAYS_AHEAD", "Row", "build_calendar", "calendar_deadlines", "deadlines", "due_next", "names_of", "overdue",
    "units_asked",
]  # fmt: skip
