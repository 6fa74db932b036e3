"""Yes and no, in the words of offices."""

from __future__ import annotations

import re
from decimal import Decimal

from indicators.intake.folding import clean, fold
from indicators.intake.names.normal import words_of
from indicators.intake.values.outcome import Value, Wrong
from indicators.intake.values.stored import shown
from indicators.intake.values.written import figure_in
from indicators.intake.workbook.cells import Cell, CellKind

_YES = {
    "dat", "da dat", "dat chuan", "da dat chuan", "co", "da cong nhan", "duoc cong nhan", "da duoc cong nhan",
    "hoan thanh", "da hoan thanh", "duy tri", "duy tri dat chuan", "tiep tuc duy tri", "tiep tuc duy tri dat chuan",
    "1", "true", "yes", "dat yeu cau", "da co quyet dinh cong nhan", "da co qd cong nhan",
    "x", "v", "✓", "✔", "√", "☑", "🗸",
}  # fmt: skip
_NO = {
    "chua", "chua dat", "khong", "khong dat", "chua cong nhan", "chua duoc cong nhan", "khong duoc cong nhan", "0",
    "chua hoan thanh", "khong hoan thanh", "false", "no", "chua dat chuan", "khong dat chuan", "khong cong nhan",
    "chua co quyet dinh cong nhan", "chua co qd cong nhan",
}  # fmt: skip
_LONGEST = 200  # letters; a longer text is a note
_TICKS = frozenset("üþ\uf0fc\uf0fe\uf052\uf050")  # of Wingdings; 'R' and 'P', ticks there too, are letters elsewhere
_DECISION = re.compile(r"\s*\((?:theo )?(?:so )?(?:qd|quyet dinh)\b[^()]*\d[^()]*\)$")  # 'Đạt (QĐ 123/QĐ-UBND …)'
_BY_DECISION = re.compile(r" (?:theo|tai) (?:(?:qd|quyet dinh)\b)(?!.*\b(?:chua|khong|thu hoi|huy bo)\b)(?=.*\d).*$")
_SINCE = re.compile(r",? ?\(? ?(?:(?:tu|trong|vao) )?(?:nam )?(?P<year>20\d\d) ?\)?$")
_LEVEL = re.compile(r"(?<=dat chuan) muc(?: do)? (?:\d|i{1,3})$")
_PUT_OFF = re.compile(
    r"(?P<no>(?:chua|khong)(?: dat| duoc cong nhan| cong nhan| hoan thanh)?(?: chuan)?)"
    r"(?:\s*[,;:(]\s*| - | (?=(?:du kien|phan dau|dang|do|vi|cho|con)\b))"
    r"(?!dat\b|.*\b(?:da|chua|khong|duoc)\b).+"
)
_SHORT_NO = re.compile(r"^ko\b")
_LEAD = re.compile(r"^xa (?=(?:da |chua |khong )?dat)")


def yes_or_no(cell: Cell, name: str = "", year: int | None = None) -> Value | Wrong:
    """1 for a yes, 0 for a no; a decision behind it, its own measure's `name` and a footnote mark say nothing. 'Đạt năm
    2025' is a yes in a report of that `year` or a later one; 'Chưa đạt, dự kiến 2027' is a no."""
    said = None if cell.kind in {CellKind.PERCENT, CellKind.DATE} else _said(cell.text, words_of(name), year)
    return Wrong("not_yes_or_no", {"text": shown(cell)}) if said is None else Value(Decimal(said))


def _said(text: str, name: str, year: int | None) -> bool | None:
    """None for what is neither, or may be either."""
    if len(text) > _LONGEST:
        return None
    if clean(text) in _TICKS:
        return True
    word = _LEAD.sub("", _DECISION.sub("", fold(text).strip(" .;!")))
    word = figure_in(_SHORT_NO.sub("khong", word)).text.strip(" .;!,")
    put_off = _PUT_OFF.fullmatch(word)
    if word in _NO or (put_off is not None and put_off["no"] in _NO):
        return False
    return _of_name(word, name) if word not in _YES and not _is_reached(word, name, year) else True


def _is_reached(word: str, name: str, year: int | None) -> bool:
    """Whether a yes is followed by nothing but the decision, a year that has come, or a level where the measure knows
    none."""
    bare = _BY_DECISION.sub("", word)
    since = _SINCE.search(bare)
    if since is not None and (year is None or int(since["year"]) > year):
        return False
    bare = _SINCE.sub("", bare)
    bare = bare if "muc do" in name else _LEVEL.sub("", bare)
    return bare in _YES and len(bare) > 1


def _of_name(word: str, name: str) -> bool | None:
    """Whether a text repeats the end of its measure's name, or denies it: 'Đạt chuẩn NTM kiểu mẫu'. A part of the name
    is less than the measure asks for."""
    words = words_of(word)
    denied, said = words.startswith("chua "), words.removeprefix("chua ").removeprefix("da ")
    if " " not in said or name not in {said, f"xa {said}"}:
        return None
    return not denied
