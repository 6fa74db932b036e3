"""Who has not reported: by unit and period with the deadline, the reminder letter, the calendar of deadlines."""

from indicators.overdue.asking import deadlines, due_next, overdue

__all__ = ["deadlines", "due_next", "overdue"]
