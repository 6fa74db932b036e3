"""Why a command stops, and how it says so in the shape of its own answer."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from indicators import errors
from indicators.console.printing import issue_fields, print_json
from indicators.intake import Issue, Severity
from indicators.wording.refusals import sentence

REFUSED, WRONG_USE = 1, 2
_WRONG_USES = (
    errors.PeriodInvalid,
    errors.MomentsReversed,
    errors.CommuneUnknown,
    errors.UnitUnknown,
    errors.UploadUnknown,
    errors.ReviewUnknown,
    errors.ScopeUnknown,
    errors.NameTooLong,
    errors.DetailMissing,
)

#: What a refused command answers with `--json`, beside the issue.
_EMPTY: Mapping[str, Mapping[str, Any]] = {
    "check": {"readings": [], "remarks": [], "moved_milestones": []},
    "import": {"readings": [], "remarks": [], "moved_milestones": [], "left_out": [], "upload": None},
    "uploads": {"uploads": []},
    "withdraw": {"upload": None},
    "lock": {"period": None, "locked": None},
    "unlock": {"period": None, "locked": None},
    "locks": {"locks": []},
    "compare": {"values": [], "statuses": [], "acts": []},
    "status": {"targets": [], "indicators": []},
    "forecast": {"targets": []},
    "milestones": {"milestones": []},
    "overdue": {"overdue": [], "due_next": []},
    "review freeze": {"review": None, "folder": None},
    "review list": {"reviews": []},
    "review export": {"review": None, "folder": None},
    "review key": {"keys": [], "file": None},
    "register import": {"entries": 0, "changed": 0},
    "register list": {"register": []},
    "plan check": {"changes": []},
    "plan import": {"changes": [], "plan": None},
    "plan approve": {"changes": [], "plan": None},
    "plan versions": {"versions": []},
}


@dataclass(eq=False)
class Refusal(Exception):
    """Why a command stops: a code and a sentence, and the exit code that goes with them."""

    code: str
    message: str
    exit_code: int

    @classmethod
    def of_use(cls, message: str) -> Refusal:
        return cls("wrong_use", message, WRONG_USE)

    @classmethod
    def of_error(cls, error: errors.IndicatorsError) -> Refusal:
        code = re.sub(r"(?<!^)(?=[A-Z])", "_", type(error).__name__).lower()
        return cls(code, sentence(error), WRONG_USE if isinstance(error, _WRONG_USES) else REFUSED)

    @property
    def issue(self) -> Issue:
        return Issue(self.code, Severity.ERROR, self.message)


def say_refusal(refusal: Refusal, *, as_json: bool, command: str) -> None:
    """Why nothing was done; with `--json` in the command's own shape, empty but for the issue."""
    if as_json:
        print_json({**_EMPTY.get(command, {})} | {"issues": issue_fields([refusal.issue])})
    else:
        print(refusal.message, file=sys.stderr)
