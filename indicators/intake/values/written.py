"""What stands around a figure in a cell: footnote marks, 'ước' of an estimate, 'đạt' of a result, and what makes it no
exact figure at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from indicators.intake.folding import clean
from indicators.numbers import plain_text

_LONGEST = 120  # letters; a longer text is a note
_REACHED = r"(?:đã |da )?(?:đạt|dat)"
_ESTIMATED = r"(?:ước|uoc)(?: (?:tính|tinh|đạt|dat|thực hiện|thuc hien|th))*|[ưu]\.?th|ưt|sơ bộ|tạm tính"
_STATE = r"(?:(?:đã|chưa|không) )?(?:đạt|hoàn thành|vượt)(?: (?:chuẩn|kế hoạch|kh|chỉ tiêu|mục tiêu|yêu cầu|tiến độ))?"

_ESTIMATE_BEFORE = re.compile(
    rf"(?:số )?(?:{_ESTIMATED})(?: (?:là|được))? ?:? ?(?=[^\w]*\d|(?:tăng|giảm) \d)", re.IGNORECASE
)
_ESTIMATE_BEHIND = re.compile(rf"[ ,;-]*\( ?(?:số )?(?:{_ESTIMATED}) ?\)$| (?:{_ESTIMATED})$", re.IGNORECASE)
_REACHED_BEFORE = re.compile(rf"{_REACHED}(?: (?:được|tỷ lệ|tỉ lệ|mức))* ?:? ?(?=[^\w]*\d)", re.IGNORECASE)
_REACHED_BEHIND = re.compile(rf"[ ,;-]*\( ?{_STATE} ?\)$|(?: [-–])? {_STATE}$", re.IGNORECASE)

_BARE = re.compile(r"[-+]?[\d.,]*\d%?", re.ASCII)
_STARS = re.compile(r"(?<=\S) ?(?:[*†‡]{1,3}|\( ?[*†‡]{1,3} ?\))$")
_HIGH = r"[⁰¹²³⁴-⁹]{1,2}"
_RAISED = re.compile(rf"(?:(?<=[\d%)])|(?<=\S) )(?:{_HIGH}|\({_HIGH}\)|⁽{_HIGH}⁾|\[(?:\d{{1,2}}|\*{{1,3}})\])$")
_NUMBERED = re.compile(r"(?<=\S) ?\([1-9]\)$")
_SMALL = re.compile(r"[-+]?\d{1,2}")  # beside it '(3)' may be a part, or the total
_END = re.compile(r"(?<=[\d%]) ?[.;,]$")
_QUOTED = re.compile(r"^'(?=[-+(\d])")  # how Excel is told that a number is a text
_SHARE_SIGN = re.compile(r"(?<=\d) ?\( ?([%‰]) ?\)$")
_OF_WHICH = r"(?:trong đó|trong do)\b[^()]*|nữ(?: ?:| là)? ?\d[\d.,]*"
_SOURCE = (
    r"(?!.*\b(?:kế hoạch|kh|dự kiến|chỉ tiêu|mục tiêu|giao|dự toán|kỳ|năm|quý|tháng|trước|nghị quyết)\b)"
    r"(?:(?:theo|nguồn|số liệu|báo cáo|của|do)[ :]+)+"
    r"(?:cơ quan|phòng|bhxh|bảo hiểm|thống kê|chi cục|trạm|công an|kho bạc|thuế|ubnd|trung tâm|văn phòng)\b[^()\d]*"
)
_COMPARED = (
    r"(?:tăng|giảm|vượt|cao hơn|thấp hơn)\b(?![^()]*\b(?:lên|thành|còn|xuống|đạt|ước|dự kiến)\b)[^()]*"
    r"|(?:đạt|bằng|=)? ?\d[\d.,]* ?% ?(?:so với )?(?:kế hoạch|kh|cùng kỳ)\b[^()]*"
)
_REMARK = re.compile(
    rf"(?<=\S)(?: ?\( ?(?:{_OF_WHICH}|{_SOURCE}) ?\)| ?[,;] ?(?:{_OF_WHICH})"
    rf"|(?<=[^\W\d]|%)(?: ?\( ?(?:{_COMPARED}) ?\)| ?[,;] ?(?:{_COMPARED})))$",
    re.IGNORECASE,
)

_CHANGE = re.compile(
    r"(?P<way>tăng(?: trưởng)?|tang|giảm|giam|âm) (?P<number>\d[\d., ]* ?%?)"
    r"(?: so (?:với )?cùng kỳ(?: năm (?:trước|ngoái))?)?",
    re.IGNORECASE,
)
_UPWARDS = {"tăng", "tang", "tăng trưởng"}
_BOUNDS = (
    r"khoảng|khoang|gần|hơn|trên|tren|dưới|duoi|tối thiểu|tối đa|ít nhất|nhiều nhất|xấp xỉ|chừng|không quá|không dưới"
    r"|từ|đến|tới"
)
_INEXACT = re.compile(
    rf"^\(?(?:(?:đã|số|ước|đạt) )*(?:[<>≥≤~≈±] ?(?=[\d=])|(?:{_BOUNDS})\b)"
    r"|\d ?%? ?(?:[-‐‑–—−÷~±]|đến|tới) ?\d|\d ?%?\+$|\btrở (?:lên|xuống)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class BareFigure:
    """A cell's text without what stands around its figure; `estimate` where that calls it one."""

    text: str
    estimate: bool = False


@lru_cache(maxsize=20_000)
def figure_in(text: str) -> BareFigure:
    """'Ước đạt 94,1% (1)' gives '94,1%', an estimate. A text that holds no figure comes back as it is."""
    if len(text) > _LONGEST or _BARE.fullmatch(text):
        return BareFigure(text)
    bare, estimate = _without_remark(_QUOTED.sub("", plain_text(clean(text)))), False
    for _ in range(3):
        before = bare
        bare = _without_marks(bare)
        said = _ESTIMATE_BEHIND.sub("", _without_lead(_ESTIMATE_BEFORE, bare))
        estimate = estimate or said != bare
        bare = _REACHED_BEHIND.sub("", _without_lead(_REACHED_BEFORE, said))
        if bare == before:
            break
    return BareFigure(plain_text(bare), estimate)


def is_inexact(text: str) -> bool:
    """Whether a text gives a bound or a span instead of a figure: 'trên 95%', '94-95'."""
    return len(text) <= _LONGEST and _INEXACT.search(figure_in(text).text) is not None


def signed_change(text: str) -> str:
    """How much something grew, as a number: 'tăng 9,2%' is '9,2%', 'giảm 1,5%' is '-1,5%'; other texts as they are."""
    match = _CHANGE.fullmatch(figure_in(text).text)
    if match is None:
        return text
    estimate = "ước " if figure_in(text).estimate else ""
    return f"{estimate}{'' if match['way'].casefold() in _UPWARDS else '-'}{match['number'].strip()}"


def _without_remark(text: str) -> str:
    """Without what is told beside a figure: what it is compared with, where it comes from, what of it is whose. A
    comparison is told only beside a figure with its unit: of '345 (đạt 101% KH)' either may be meant."""
    bare = _REMARK.sub("", text)
    return _SHARE_SIGN.sub(r"\1", bare) if any(map(str.isdigit, bare)) else text


def _without_marks(text: str) -> str:
    """Without footnote marks. A number in parentheses is one where it cannot be a figure of its own: '94,1 (1)' has
    one, '94,1 (95)' and '5 (3)' have none."""
    bare = _END.sub("", _RAISED.sub("", _STARS.sub("", text)))
    numbered = _NUMBERED.sub("", bare)
    return bare if _SMALL.fullmatch(numbered.strip()) else numbered


def _without_lead(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.match(text)
    return text[match.end() :] if match else text
