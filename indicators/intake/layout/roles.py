"""What a column is, from the words of its header (folded, the levels of a header from top to bottom)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from indicators.intake.folding import fold
from indicators.intake.layout.parts import is_of_a_part
from indicators.intake.model import Meaning, RemarkKind
from indicators.intake.periods.words import Mention, find_mentions

LONGEST_ANCHOR, LONGEST_HEADING = 80, 300


class Role(StrEnum):
    CODE = "code"
    NAME = "name"
    UNIT = "unit"
    PERIOD = "period"
    VALUE = "value"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    REMARK = "remark"
    IGNORED = "ignored"  # plans, comparisons, who leads: not read, and rightly so
    UNKNOWN = "unknown"


class Accrual(StrEnum):
    """Whether a column holds what the period alone brought, or everything since January; most headers do not say."""

    OWN = "own"
    TO_DATE = "to_date"
    UNSPECIFIED = "unspecified"


@dataclass(frozen=True)
class Heading:
    """What a header says. `mention` is the period it names; `names_several` where it names more than one, and
    `has_unread_part` where a number beside its year may be any part of that year ('Năm 2026' over '3'). `pointed` is
    what somebody said of the column instead, `against_words` that the header plainly says something else."""

    role: Role
    mention: Mention | None = None
    accrual: Accrual = Accrual.UNSPECIFIED
    estimate: bool = False
    remark: RemarkKind | None = None
    names_several: bool = False
    has_unread_part: bool = False
    pointed: Meaning | None = None
    against_words: bool = False


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_PROPER_CODE = _words(r"(?:ma|ma so|ma (?:chi tieu|ct))")
_CODE = _words(r"(?:ma|ma so|ma (?:chi tieu|ct)|tt|stt|so tt|s\.?t\.?t\.?|t\.t\.?|so thu tu|thu tu|#)")
_NAME = _words(
    r"(?:ten |cac |danh muc |noi dung |he thong )*(?:chi tieu|tieu chi)"
    r"(?: (?:chu yeu|thanh phan|cu the|chinh|theo doi|bao cao|danh gia|kinh te.*|kt ?- ?xh|phat trien.*))?"
    r"(?: ?[/,] ?(?:nhiem vu|noi dung|tieu chi))?"
    r"|noi dung(?: (?:bao cao|cong viec))?|nhiem vu ?[/,] ?chi tieu|dai luong|dien giai|hang muc|ten"
)
_UNIT = _words(r"(?:dvt|d/?v ?t(?:inh)?|don vi(?: tinh| do)?|dv tinh|dv)")
_PERIOD = _words(r"(?:ky|ky (?:bao cao|so lieu|danh gia)|thoi (?:gian|ky|diem)|quy|thang|nam)(?: bao cao)?")
_REMARKS = [
    (_words(r"kho khan|vuong mac|nguyen nhan|ton tai|han che"), RemarkKind.DIFFICULTY),
    (_words(r"giai phap|bien phap"), RemarkKind.REMEDY),
    (_words(r"kien nghi|de xuat"), RemarkKind.PROPOSAL),
    (_words(r"so quyet dinh|quyet dinh cong nhan|so, ngay quyet dinh|\bso qd\b"), RemarkKind.DECISION),
    (_words(r"ghi chu"), RemarkKind.NOTE),
]
_COMPARISON = _words(
    r"so sanh|so voi|cung ky|\bss\b|ty le (?:thuc hien|hoan thanh|dat|th)\b|ti le (?:thuc hien|hoan thanh|dat)\b"
    r"|muc do (?:hoan thanh|dat)|kha nang|tang ?[,/+(-]? ?giam|\(\+ ?[,/;]? ?-\)|\+ ?/ ?-|chenh lech|danh gia|xep loai"
    r"|nhan xet|(?:ky|quy|thang|nam) (?:truoc|lien ke)|gan nhat|trang thai|tien do|khoang cach|tang truong|toc do tang"
    r"|(?:thuc hien|\bth) ?/ ?(?:ke hoach|kh\b|muc tieu|du toan)|dat %|dat ty le|%.*\S|\S.*%"
)
_BARE_PERCENT = _words(r"\(?%\)?")
_PLAN = _words(
    r"muc tieu|ke hoach|\bkh\b|chi tieu|\bgiao\b|du toan|nghi quyet|\bnq\b|phan dau|\bmoc\b|duong gang|nhiem ky"
    r"|giai doan|(?:19|20)\d\d ?(?:-|den) ?(?:nam )?(?:19|20)\d\d|(?<!het )(?<!cuoi )\bden nam (?:19|20)\d\d|du kien"
    r"|dinh muc|muc (?:duoi|tren)|thoi han|dinh huong"
)
_PLAN_LABEL = _words(r"(?:ke hoach|kh|muc tieu|chi tieu giao|du toan|nghi quyet)(?: (?:giao|nam|nam (?:19|20)\d\d))?")
_COMPARISON_LABEL = _words(
    r"(?:so )?cung ky.*|so (?:sanh|voi)\b.*|(?:ky|quy|thang|nam) truoc|tang[ ,/]*giam.*"
    r"|ty le (?:th|thuc hien|hoan thanh)\b.*"
)
_DONE = _words(
    r"thuc hien|\bth\b|ket qua|\bkq\b|chinh thuc|so bo|thuc te|thuc dat|dat duoc|da dat|\buoc\b|hien trang|hoan thanh"
)
_DONE_OF_PLAN = _words(r"(?:ket qua|kq|tinh hinh) thuc hien")
_PLAN_CARRIED_OUT = _words(r"(?:thuc hien|\bth) (?:cac )?(?:ke hoach|kh\b|muc tieu|chi tieu|nghi quyet|du toan)")
_FIGURE = _words(r"so lieu|gia tri|bao cao|so bao cao")
_TO_DATE = _words(
    r"luy ke|luy tien|cong don|tu dau nam|tu (?:01|1)/0?1\b"
    r"|(?:tinh )?den (?:het|cuoi|ngay|nay|thoi diem|ky|thang|quy|\d)|ca nam|tinh den"
)
_OWN = _words(r"trong (?:ky|quy|thang)|(?:ky|quy|thang) nay|(?:ky|quy|thang) bao cao|phat sinh|\brieng\b|thuc hien ky")
_PART_OF_SHARE = _words(r"(?:tu|mau) so(?: \([^()]*\))?")
_UNREAD_LEVEL = _words(r"(?:\d{1,2}(?:\.0)?|[ivx]+)\.?")
_UNREAD_BEFORE_YEAR = _words(r"(?<![\w/.,(-])(?:\d{1,2}|[ivx]+)(?:\s*[/.\-]\s*|\s+)(?:nam\s+)?(?:19|20)\d\d\b")
# 'Hiện trạng 31/12/2025': over a column, a day in full is the one up to which its figures go.
_DAY_REACHED = re.compile(r"(?<![\d/.\-])\d{1,2} ?[/.\-] ?\d{1,2} ?[/.\-] ?(?:19|20)\d\d\b")
_ESTIMATE = _words(r"\buoc\b|so bo")
_OTHER = _words(
    r"(?:co quan|don vi|phong|bo phan|nguoi|can bo|lanh dao|nguon|thoi gian|han|linh vuc|nhom|loai|tan suat|cach tinh"
    r"|phuong phap|van ban|can cu|dia ban|xa|thon|ngay|dia diem)\b.*"
)


def heading_of(levels: list[str]) -> Heading:
    """What the header of a column says; `levels` are its texts from top to bottom."""
    return _heading_of(tuple(level[:LONGEST_HEADING] for level in levels))


@lru_cache(maxsize=2_000)
def _heading_of(texts: tuple[str, ...]) -> Heading:
    levels = list(texts)
    folded = [fold(level).strip(" :.*") for level in levels]
    if not any(folded):
        return Heading(Role.UNKNOWN)
    joined = " ".join(folded)
    fixed = _fixed_role(folded, joined)
    if fixed is not None:
        return fixed
    is_partial = any(map(is_of_a_part, levels))
    levels = [_DAY_REACHED.sub(r"đến \g<0>", level) for level in levels]
    mentions = find_mentions(" ".join(levels))
    if is_partial or _is_plan(folded) or (not mentions and _OTHER.fullmatch(joined)):
        return Heading(Role.IGNORED)
    if not (
        mentions or _DONE.search(joined) or _FIGURE.search(joined) or _TO_DATE.search(joined) or _OWN.search(joined)
    ):
        return Heading(Role.UNKNOWN)
    if _PLAN_CARRIED_OUT.search(joined) and not _DONE_OF_PLAN.search(joined):
        return Heading(Role.UNKNOWN)  # the figure, or the share of the plan? The words do not say
    mentions = _lowest(levels, mentions)
    mention = mentions[-1] if mentions else None
    return Heading(
        Role.VALUE,
        mention,
        _accrual(joined, mention),
        bool(_ESTIMATE.search(joined)),
        names_several=len(set(mentions)) > 1,
        has_unread_part=mention is not None and mention.kind is None and _has_unread_part(folded, joined),
    )


def anchor_of(text: str) -> Role | None:
    """CODE, NAME or UNIT where a text is such a heading by itself: what tables are found by."""
    return _anchor_of(text) if len(text) <= LONGEST_ANCHOR else None


@lru_cache(maxsize=20_000)
def _anchor_of(text: str) -> Role | None:
    folded = _without_parentheses(fold(text).strip(" :.*"))
    for pattern, role in ((_CODE, Role.CODE), (_NAME, Role.NAME), (_UNIT, Role.UNIT)):
        if pattern.fullmatch(folded):
            return role
    return None


def promises_codes(text: str) -> bool:
    """Whether a heading promises codes ('Mã'): below 'TT' a number may only count the rows."""
    return bool(_PROPER_CODE.fullmatch(_without_parentheses(fold(text).strip(" :.*"))))


def says_kind(text: str) -> bool:
    """Whether a finer heading says by itself what it holds: results, a plan, a comparison."""
    folded = fold(text)
    return any(pattern.search(folded) for pattern in (_DONE, _PLAN, _COMPARISON))


def is_plan_label(text: str) -> bool:
    """Whether a cell beside a name says, and says nothing more, that its row holds the plan."""
    return bool(_PLAN_LABEL.fullmatch(fold(text).strip(" :.*-+")))


def is_comparison_label(text: str) -> bool:
    """Whether a cell beside a name says that its row holds what is compared with: 'Cùng kỳ', 'Kỳ trước'."""
    return bool(_COMPARISON_LABEL.fullmatch(fold(text).strip(" :.*-+")))


def names_part_of_share(text: str) -> bool:
    """'Tử số', 'Mẫu số'."""
    return bool(_PART_OF_SHARE.fullmatch(fold(text).strip(" :.*")))


def says_result(text: str) -> bool:
    """Whether a heading says that its figures are results or estimates."""
    return bool(_DONE.search(fold(text)))


def says_estimate(text: str) -> bool:
    return bool(_ESTIMATE.search(fold(text)))


def remark_kind(folded: str) -> RemarkKind | None:
    """The kind of remark whose word comes first."""
    found = [(match.start(), kind) for pattern, kind in _REMARKS if (match := pattern.search(folded))]
    return min(found)[1] if found else None


def _fixed_role(folded: list[str], joined: str) -> Heading | None:
    """Remarks, columns found by their whole text, and comparisons."""
    last = _without_parentheses(next(level for level in reversed(folded) if level))
    remark = remark_kind(joined)
    if remark is not None and not _DONE.search(last):
        return Heading(Role.REMARK, remark=remark)
    for pattern, role in ((_CODE, Role.CODE), (_NAME, Role.NAME), (_UNIT, Role.UNIT)):
        if pattern.fullmatch(last) and (len({level for level in folded if level}) == 1 or role is not Role.NAME):
            return Heading(role)
    if _PERIOD.fullmatch(joined):
        return Heading(Role.PERIOD)
    unsigned = re.sub(r"\(?(?:don vi|dvt)?:? ?\(?%\)?$", "", joined).strip()
    if _BARE_PERCENT.fullmatch(last) or _COMPARISON.search(unsigned):
        return Heading(Role.IGNORED)
    if unsigned != joined and not _is_plan(folded):
        return Heading(Role.UNKNOWN)  # 'Thực hiện (%)': the figure in percent, or percent of the plan?
    return None


def _is_plan(folded: list[str]) -> bool:
    """The lowest level that speaks of plans or of results decides: 'Kế hoạch' over 'Quý III' is a plan."""
    for level in reversed(folded):
        if _DONE.search(level) and (
            not _PLAN.search(level) or _DONE_OF_PLAN.search(level) or _PLAN_CARRIED_OUT.search(level)
        ):
            return False
        if _PLAN.search(level):
            return True
    return False


def _lowest(levels: list[str], mentions: list[Mention]) -> list[Mention]:
    """'Lũy kế 9 tháng' under 'Quý III năm 2026': the lowest level that names a part of the year names the period."""
    if len(set(mentions)) < 2:
        return mentions
    years = {mention.year for mention in mentions if mention.year is not None}
    for level in reversed(levels):
        parts = [mention for mention in find_mentions(level) if mention.kind is not None]
        if parts:
            year = years.copy().pop() if len(years) == 1 else None
            return [part.within_year(part.year or year) for part in parts]
    return mentions


def _has_unread_part(folded: list[str], joined: str) -> bool:
    return bool(_UNREAD_BEFORE_YEAR.search(joined)) or any(_UNREAD_LEVEL.fullmatch(level) for level in folded)


def _accrual(joined: str, mention: Mention | None) -> Accrual:
    if _TO_DATE.search(joined) or (mention is not None and mention.to_date):
        return Accrual.TO_DATE
    part_of_year = mention is not None and mention.kind is not None
    if _OWN.search(joined) or (part_of_year and _DONE.search(joined)):
        return Accrual.OWN
    return Accrual.UNSPECIFIED


def _without_parentheses(folded: str) -> str:
    return re.sub(r"\s*\([^)]*\)\s*$", "", folded) or folded
