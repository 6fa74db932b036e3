"""The record: a sheet's reading compared, recorded whole or not at all, and withdrawn. Nothing is ever changed.

preview(store, content, reading, as_of)                  what it would add beside what stands
record(store, content, file_name, reading, by=…, at=…)   → the upload's number
withdraw(store, upload, reason=…, by=…, at=…)            the state before it is back, the history stays
lock_period, unlock_period, locks                        'khóa kỳ báo cáo'
baseline_effect(store, commune, reading, as_of)          the milestones that a changed baseline moves
memory_of(store, commune, as_of)                         what a new sheet is read beside
"""

from indicators.ledger.baseline import MovedMilestone, baseline_effect
from indicators.ledger.comparison import Change, ChangedSince, ComparedReading, Preview, Token, preview
from indicators.ledger.history import standing_file, upload_counts, upload_history
from indicators.ledger.locking import PeriodLock, PeriodLocks, lock_period, locks, locks_standing, unlock_period
from indicators.ledger.memory import known_values, memory_of
from indicators.ledger.recording import record
from indicators.ledger.rest import Rest, locked_issues, rest_of
from indicators.ledger.uploads import left_out_of, uploads, withdraw

__all__ = [
    "Change", "ChangedSince", "ComparedReading", "MovedMilestone", "PeriodLock", "PeriodLocks", "Preview", "Rest",
    "Token", "baseline_effect", "known_values", "left_out_of", "lock_period", "locked_issues", "locks",
    "locks_standing", "memory_of", "preview", "record", "rest_of", "standing_file", "unlock_period",
    "upload_counts", "upload_history", "uploads", "withdraw",
]  # fmt: skip
