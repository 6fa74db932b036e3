"""The plans: versions of what a commune is judged by, each decided by a document; a change is a new version."""

from indicators.plans.approval import approve_path
from indicators.plans.difference import ChangeKind, PlanChange
from indicators.plans.draft import Document, PlanDraft
from indicators.plans.known import known_catalogue
from indicators.plans.recording import PlanPreview, plan_file, plan_versions, preview_plan, record_plan
from indicators.plans.workbook import build_plan_workbook

__all__ = [
    "ChangeKind",
    "Document",
    "PlanChange",
    "PlanDraft",
    "PlanPreview",
    "approve_path",
    "build_plan_workbook",
    "known_catalogue",
    "plan_file",
    "plan_versions",
    "preview_plan",
    "record_plan",
]
