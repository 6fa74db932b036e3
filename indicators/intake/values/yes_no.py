"""Yes and no, in the words of offices."""

from __future__ import annotations

import re
from decimal import Decimal

from indicators.intake.folding import fold
from indicators.intake.values.outcome import Value, Wrong
from indicators.intake.values.stored import shown
from indicators.intake.values.written import figure_in
from indicators.intake.workbook.cells import Cell, CellKind

_YES = {
    "dat", "da dat", "dat chuan", "da dat chuan", "co", "da cong nhan", "duoc cong nhan", "da duoc cong nhan",
    "hoan thanh", "da hoan thanh", "duy tri", "duy tri dat chuan", "tiep tuc duy tri", "1", "true", "yes",
    "dat yeu cau", "x", "✓", "✔", "√", "☑",
}  # fmt: skip
_NO = {
    "chua", "chua dat", "khong", "khong dat", "chua cong nhan", "chua duoc cong nhan", "khong duoc cong nhan", "0",
    "chua hoan thanh", "khong hoan thanh", "false", "no", "chua dat chuan", "khong dat chuan", "khong cong nhan",
}  # fmt: skip
_DECISION = re.compile(r"\s*\((?:theo )?(?:so )?(?:qd|quyet dinh)\b[^()]*\d[^()]*\)$")  # 'Đạt (QĐ 123/QĐ-UBND …)'
_SHORT_NO = re.compile(r"^ko\b")


def yes_or_no(cell: Cell) -> Value | Wrong:
    """1 for a yes, 0 for a no; a decision's number and a footnote mark behind it say nothing."""
    word = _DECISION.sub("", fold(cell.text).strip(" .;!"))
    word = figure_in(_SHORT_NO.sub("khong", word)).text.strip(" .;!,")
    if cell.kind not in {CellKind.PERCENT, CellKind.DATE}:
        if word in _YES:
            return Value(Decimal(1))
        if word in _NO:
            return Value(Decimal(0))
    return Wrong("not_yes_or_no", {"text": shown(cell)})
