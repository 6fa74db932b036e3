"""Sheets as an office might write them, made at random together with what must be read out of them.

The law (`faults`): every figure that was written is read as it was meant, or an issue names its cell, its row's name or
its column's header; and nothing is read that was not written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from random import Random
from typing import Any

from indicators.catalogue import Accumulation, Measure
from indicators.intake import SheetReading
from indicators.intake.workbook.cells import Cell, CellKind, Sheet, Visibility
from indicators.numbers import format_number
from indicators.periods import Kind, Period
from tests.intake.sheets import COMMUNES, make_sheet

_CATALOGUE = COMMUNES.by_commune["vinh_thinh"]
_ROMAN = ("I", "II", "III", "IV")
_GROUPS = ("KINH TẾ", "VĂN HÓA - XÃ HỘI", "MÔI TRƯỜNG", "XÂY DỰNG CHÍNH QUYỀN")
_NOTES = ("Thiếu vốn đối ứng", "Đang rà soát", "", None)
_BESIDE = ("Kế hoạch năm {year}", "So với kế hoạch (%)", "Cùng kỳ năm trước", "Đơn vị chủ trì", "Ghi chú")


@dataclass(frozen=True)
class Written:
    """A figure as it was written: the value meant, and the cells by which an issue may name it."""

    value: Decimal
    cells: frozenset[str]
    estimate: bool = False


@dataclass
class Made:
    """A file made at random. `expected`: (measure, period) → what was written for it."""

    sheets: list[Sheet]
    file_name: str = "bao_cao.xlsx"
    expected: dict[tuple[str, str], Written] = field(default_factory=dict)


def make_file(seed: int) -> Made:
    """The file of this number: always the same."""
    random = Random(seed)
    return random.choice(
        (
            _report, _report, _two_levels, _tracker, _tracker, _sheets_by_quarter, _list,
            _stacked, _lying, _shares, _joint, _hidden_sheet, _sections,
        )
    )(random)  # fmt: skip


def faults(made: Made, reading: SheetReading) -> Iterator[str]:
    """Where the law does not hold, a sentence each."""
    named = {issue.cell for issue in reading.issues if issue.cell}
    is_refused = any(issue.cell is None for issue in reading.errors)
    read = {(found.measure, found.period): found for found in reading.readings}
    for key, found in read.items():
        written = made.expected.get(key)
        if written is None:
            yield f"invented: {key} = {found.value} at {found.sheet}!{found.cell}"
        elif found.value != written.value:
            yield f"misread: {key} = {found.value}, not {written.value}, at {found.sheet}!{found.cell}"
        elif written.estimate and not found.estimate:
            yield f"no estimate: {key} at {found.sheet}!{found.cell}"
    for key, written in made.expected.items():
        if key not in read and not is_refused and not written.cells & named:
            yield f"lost: {key} = {written.value} at {sorted(written.cells)}"


def _report(random: Random) -> Made:
    """One quarter: its own figures, those since January, and columns that say something else."""
    period = Period(random.randint(2024, 2029), Kind.QUARTER, random.randint(1, 4))
    months = period.last_month
    own = f"{random.choice(('Thực hiện', 'Kết quả', 'TH'))} quý {_ROMAN[period.number - 1]}"
    total = random.choice((f"Lũy kế {months} tháng", "Lũy kế từ đầu năm", f"Luỹ kế đến hết tháng {months}"))
    columns = [own, total] if random.random() < 0.6 else [own]
    if random.random() < 0.3:
        columns.append(f"Thực hiện năm {period.year - 1}")
    title, file_name = _titled(random, period)
    table = _Table(random, columns, [title])
    for measure in _some(random):
        row = table.add(measure)
        is_level = measure.accumulation is Accumulation.LEVEL
        takes = 1 if len(columns) > 1 and columns[1] == total and not is_level else 0
        for index, _ in enumerate(columns):
            is_before = index > 0 and columns[index] != total
            about = Period(period.year - 1) if is_before else period
            table.put(row, index, about, is_meant=is_before or index == takes)
    return table.made(file_name)


def _two_levels(random: Random) -> Made:
    """'Thực hiện' over the quarter's own figures and those since January."""
    period = Period(random.randint(2024, 2029), Kind.QUARTER, random.randint(1, 3))
    months = period.last_month
    columns = [
        random.choice(("Trong quý", "Trong kỳ", f"Quý {_ROMAN[period.number - 1]}")),
        random.choice(("Lũy kế từ đầu năm", f"Lũy kế {months} tháng", "Lũy kế")),
    ]
    title, file_name = _titled(random, period)
    table = _Table(random, columns, [title], f"{random.choice(('Thực hiện', 'Kết quả thực hiện'))} năm {period.year}")
    for measure in _some(random):
        row = table.add(measure)
        is_level = measure.accumulation is Accumulation.LEVEL
        table.put(row, 0, period, is_meant=is_level)
        table.put(row, 1, period, is_meant=not is_level)
    return table.made(file_name)


def _tracker(random: Random) -> Made:
    """A year whose quarters or months stand side by side."""
    year, kind = random.randint(2024, 2029), random.choice((Kind.QUARTER, Kind.MONTH))
    count = random.randint(1, 4 if kind is Kind.QUARTER else 12)
    words = random.choice(("Quý {roman}", "Q{number}") if kind is Kind.QUARTER else ("Tháng {number}", "T{number}"))
    columns = [words.format(roman=_ROMAN[min(number, 4) - 1], number=number) for number in range(1, count + 1)]
    title = f"THEO DÕI CÁC CHỈ TIÊU NĂM {year} (lũy kế từ đầu năm)"
    table = _Table(random, columns, [title], f"Năm {year}" if random.random() < 0.4 else "")
    for measure in _some(random):
        row = table.add(measure)
        for index in range(count):
            if random.random() < 0.9:
                table.put(row, index, Period(year, kind, index + 1))
    return table.made()


def _sheets_by_quarter(random: Random) -> Made:
    year = random.randint(2024, 2029)
    whole = Made([])
    for number in sorted(random.sample(range(1, 5), random.randint(1, 3))):
        table = _Table(random, [random.choice(("Thực hiện", "Kết quả", "Số liệu"))], [f"CHỈ TIÊU NĂM {year}"])
        for measure in _some(random):
            table.put(table.add(measure), 0, Period(year, Kind.QUARTER, number))
        part = table.made(sheet_name=random.choice((f"Quý {_ROMAN[number - 1]}", f"Quy {number}", f"Q{number}")))
        whole.sheets += part.sheets
        whole.expected |= part.expected
    return whole


def _list(random: Random) -> Made:
    """A row a measure and period."""
    year = random.randint(2024, 2029)
    rows: list[list[Any]] = [["Chỉ tiêu", "Kỳ", "Giá trị"]]
    expected: dict[tuple[str, str], Written] = {}
    for measure in _some(random):
        for number in sorted(random.sample(range(1, 5), random.randint(1, 2))):
            value = _value(random, measure)
            period = random.choice((f"Quý {_ROMAN[number - 1]}/{year}", f"{year}-Q{number}"))
            cell, estimate = _cell(random, measure, value, "comma")
            rows.append([measure.name_vi, period, cell])
            place = len(rows)
            cells = frozenset({f"A{place}", f"B{place}", f"C{place}", "B1", "C1"})
            expected[measure.measure, f"{year}-Q{number}"] = Written(value, cells, estimate)
    return Made([make_sheet(*rows)], expected=expected)


def _stacked(random: Random) -> Made:
    """Tables of different measures below each other, each with a header of its own, for one quarter."""
    year, number = random.randint(2024, 2029), random.randint(1, 4)
    rows: list[list[Any]] = [[f"KẾT QUẢ CÁC CHỈ TIÊU QUÝ {_ROMAN[number - 1]} NĂM {year}"]]
    made = Made([])
    levels = [measure for measure in _CATALOGUE.measures if measure.accumulation is Accumulation.LEVEL]
    measures = random.sample(levels, random.randint(2, 8))
    cut = random.randint(1, len(measures) - 1)
    for group, part in zip(_GROUPS, (measures[:cut], measures[cut:]), strict=False):
        if random.random() < 0.5:
            rows.append([group])
        beside = random.sample(("Kế hoạch", "Cùng kỳ năm trước", "Ghi chú"), random.randint(0, 2))
        at = random.randint(0, len(beside))
        rows.append(["TT", "Chỉ tiêu", *beside[:at], random.choice(("Thực hiện", "Kết quả")), *beside[at:]])
        header = len(rows)
        for count, measure in enumerate(part, 1):
            value = _value(random, measure)
            cell, estimate = _cell(random, measure, value, "comma")
            others = [None if "Ghi chú" in text else 12.5 for text in beside]
            rows.append([str(count), _name(random, measure), *others[:at], cell, *others[at:]])
            letter = _letters(3 + at)
            cells = {f"{letter}{len(rows)}", f"B{len(rows)}", f"{letter}{header}"}
            made.expected[measure.measure, f"{year}-Q{number}"] = Written(value, frozenset(cells), estimate)
    made.sheets.append(make_sheet(*rows))
    return made


def _lying(random: Random) -> Made:
    """A table turned on its side: measures across, quarters down."""
    year, count = random.randint(2024, 2029), random.randint(1, 4)
    measures = _some(random)
    rows: list[list[Any]] = [[f"THEO DÕI NĂM {year}"], [random.choice(("Chỉ tiêu", "Kỳ", "Quý"))]]
    made = Made([])
    rows[1] += [measure.name_vi for measure in measures]
    for number in range(1, count + 1):
        rows.append([f"Quý {_ROMAN[number - 1]}"])
        for index, measure in enumerate(measures):
            value = _value(random, measure)
            cell, estimate = _cell(random, measure, value, "comma")
            rows[-1].append(cell)
            place, letter = len(rows), _letters(index + 2)
            cells = frozenset({f"{letter}{place}", f"{letter}2", f"A{place}"})
            made.expected[measure.measure, f"{year}-Q{number}"] = Written(value, cells, estimate)
    made.sheets.append(make_sheet(*rows))
    return made


def _shares(random: Random) -> Made:
    """Numerators and denominators, in columns or in one cell, with the percentage or without."""
    year, number = random.randint(2024, 2029), random.randint(1, 4)
    shares = [one for one in _CATALOGUE.measures if one.numerator_vi and one.factor == 100 and one.maximum == 100]
    way = random.choice(("columns", "columns with share", "cell"))
    heads = {
        "columns": ["Tử số", "Mẫu số"],
        "columns with share": ["Tử số", "Mẫu số", "Tỷ lệ (%)"],
        "cell": ["Thực hiện"],
    }
    rows: list[list[Any]] = [[f"KẾT QUẢ LŨY KẾ QUÝ {_ROMAN[number - 1]} NĂM {year}"], ["TT", "Chỉ tiêu", *heads[way]]]
    made = Made([])
    for count, measure in enumerate(random.sample(shares, random.randint(1, len(shares))), 1):
        whole = random.choice((200, 1000, 2000))  # every part of these is a share of at most two decimals
        part = random.randint(0, whole)
        value = Decimal(part * 100) / whole
        figures: dict[str, list[Any]] = {
            "columns": [part, whole],
            "columns with share": [part, whole, value],
            "cell": [f"{part}/{whole}"],
        }
        rows.append([str(count), measure.name_vi, *figures[way]])
        cells = {f"{letter}{row}" for letter in "BCDE" for row in (2, len(rows))}
        made.expected[measure.measure, f"{year}-Q{number}"] = Written(value, frozenset(cells))
    made.sheets.append(make_sheet(*rows))
    return made


def _joint(random: Random) -> Made:
    """The form of the 22: a row whose name joins two measures, and a cell with both of their figures."""
    year, number = random.randint(2024, 2029), random.randint(1, 4)
    pairs = [("Tỷ lệ gia đình văn hóa", "thôn văn hóa", "cultural_families", "cultural_villages")]
    pairs.append(("Tỷ lệ tham gia BHYT", "BHXH", "health_insurance_coverage", "social_insurance_coverage"))
    rows: list[list[Any]] = [[f"BÁO CÁO QUÝ {_ROMAN[number - 1]} NĂM {year}"], ["TT", "Chỉ tiêu", "Kết quả"]]
    made = Made([])
    for first, second, one, other in random.sample(pairs, random.randint(1, 2)):
        values = [_value(random, _CATALOGUE.measure_by_id[measure]) for measure in (one, other)]
        texts = [_written(value, "comma") + random.choice(("", "%")) for value in values]
        joined = random.choice(("; ", " / ", "\n")).join(texts)
        rows.append(["9", random.choice((f"{first}; {second}", f"{first}, {second}", f"{first} và {second}")), joined])
        cells = frozenset({f"B{len(rows)}", f"C{len(rows)}", "C2"})
        made.expected[one, f"{year}-Q{number}"] = Written(values[0], cells)
        made.expected[other, f"{year}-Q{number}"] = Written(values[1], cells)
    made.sheets.append(make_sheet(*rows))
    return made


def _hidden_sheet(random: Random) -> Made:
    """A report beside a hidden one of another quarter."""
    shown, hidden = _list(random), _stacked(random)
    for key in set(shown.expected) & set(hidden.expected):
        if shown.expected[key].value != hidden.expected[key].value:
            return shown
    sheet = replace(hidden.sheets[0], name="cu", visibility=Visibility.HIDDEN)
    return Made([*shown.sheets, sheet], expected=hidden.expected | shown.expected)


def _sections(random: Random) -> Made:
    """Quarters as headings inside a table; what stands below a plan's heading is not meant."""
    year = random.randint(2024, 2029)
    rows: list[list[Any]] = [[f"CÁC CHỈ TIÊU NĂM {year}"], ["TT", "Chỉ tiêu", "Số liệu"]]
    made = Made([])
    for index, number in enumerate(sorted(random.sample(range(1, 5), random.randint(1, 3)))):
        is_plan = index > 0 and random.random() < 0.3
        name = f"{'KẾ HOẠCH ' if is_plan else ''}{random.choice(('Quý', 'QUÝ'))} {_ROMAN[number - 1]}"
        rows.append([random.choice((None, "I", "A")), name])
        heading = len(rows)
        for count, measure in enumerate(_some(random), 1):
            value = _value(random, measure)
            cell, estimate = _cell(random, measure, value, "comma")
            rows.append([str(count), measure.name_vi, cell])
            if not is_plan:
                cells = frozenset({f"B{len(rows)}", f"C{len(rows)}", f"B{heading}", "C2"})
                made.expected[measure.measure, f"{year}-Q{number}"] = Written(value, cells, estimate)
    made.sheets.append(make_sheet(*rows))
    return made


class _Table:
    """A table as it is being written: titles, a header of one or two rows, rows with a number, a name and a unit."""

    def __init__(self, random: Random, columns: Sequence[str], titles: Sequence[str], group: str = "") -> None:
        self._random = random
        self._columns = list(columns)
        self._titles = [["UBND XÃ VĨNH THỊNH"], *([title] for title in titles)] if random.random() < 0.5 else [
            [title] for title in titles
        ]  # fmt: skip
        self._beside = random.sample(_BESIDE, random.randint(0, 3))
        self._group = group
        self._mark = random.choice(("comma", "comma", "point"))
        self._has_number, self._has_unit = random.random() < 0.8, random.random() < 0.8
        self._rows: list[tuple[Measure | None, str, dict[int, Any]]] = []
        self._meant: list[tuple[int, int, str, Written]] = []
        self._year = next((word for word in titles[0].split() if word.isdigit()), "2026")

    def add(self, measure: Measure) -> int:
        if self._random.random() < 0.15:
            self._rows.append((None, self._random.choice(_GROUPS), {}))
        self._rows.append((measure, _name(self._random, measure), {}))
        return len(self._rows) - 1

    def put(self, row: int, column: int, period: Period, *, is_meant: bool = True) -> None:
        """A figure of the measure of this row; one that is not meant must not be read."""
        measure = self._rows[row][0]
        assert measure is not None
        value = _value(self._random, measure)
        cell, estimate = _cell(self._random, measure, value, self._mark)
        self._rows[row][2][column] = cell
        if is_meant:
            self._meant.append((row, column, period.code, Written(value, frozenset(), estimate)))

    def made(self, file_name: str = "bao_cao.xlsx", sheet_name: str = "Sheet1") -> Made:
        top, left = self._random.choice(((1, 1), (1, 1), (3, 2), (7, 4)))
        keys = (["TT"] if self._has_number else []) + ["Chỉ tiêu"] + (["ĐVT"] if self._has_unit else [])
        beside = [text.format(year=self._year) for text in self._beside]
        header = [*keys, *self._columns, *beside]
        heads = [header]
        if self._group:
            heads.insert(0, ["" for _ in keys] + [self._group] + ["" for _ in header[len(keys) + 1 :]])
        body = [self._line(number, keys, row) for number, row in enumerate(self._rows, 1)]
        rows = [*self._titles, *heads, *body]
        first = len(self._titles) + len(heads)
        merges = []
        if self._group and len(self._columns) > 1:
            row = top + first - 2
            merges = [f"{_letters(left + len(keys))}{row}:{_letters(left + len(keys) + len(self._columns) - 1)}{row}"]
        hidden = [top + first + row for row in range(len(self._rows)) if self._random.random() < 0.03]
        sheet = make_sheet(
            *rows, name=sheet_name, merges=merges, at=f"{_letters(left)}{top}", hidden_rows=hidden,
            hidden_columns=[left + len(keys)] if self._random.random() < 0.05 else (),
        )  # fmt: skip
        made = Made([sheet], file_name)
        for row, column, period, written in self._meant:
            measure = self._rows[row][0]
            assert measure is not None
            letter, place = _letters(left + len(keys) + column), top + first + row
            cells = {f"{letter}{place}", *(f"{letter}{top + len(self._titles) + level}" for level in range(len(heads)))}
            cells |= {f"{_letters(left + key)}{place}" for key in range(len(keys))}
            made.expected[measure.measure, period] = Written(written.value, frozenset(cells), written.estimate)
        return made

    def _line(self, number: int, keys: Sequence[str], row: tuple[Measure | None, str, dict[int, Any]]) -> list[Any]:
        measure, name, cells = row
        unit = measure.unit if measure else None
        line: list[Any] = [{"TT": str(number), "Chỉ tiêu": name, "ĐVT": unit}[key] for key in keys]
        line += [cells.get(index) for index in range(len(self._columns))]
        return line + [self._beside_cell(text) if measure else None for text in self._beside]

    def _beside_cell(self, text: str) -> Any:
        if "Đơn vị" in text:
            return "Phòng Kinh tế"
        return self._random.choice(_NOTES) if text == "Ghi chú" else round(self._random.uniform(1, 120), 1)


def _titled(random: Random, period: Period) -> tuple[str, str]:
    """A title with the period, or one without beside a file's name that has it."""
    roman = _ROMAN[period.number - 1]
    if random.random() < 0.8:
        return f"BÁO CÁO KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU QUÝ {roman} NĂM {period.year}", "bao_cao.xlsx"
    return f"BÁO CÁO NĂM {period.year}", f"bao_cao_quy_{period.number}_{period.year}.xlsx"


def _some(random: Random) -> list[Measure]:
    measures = list(_CATALOGUE.measures)
    return random.sample(measures, random.randint(1, 10))


def _name(random: Random, measure: Measure) -> str:
    name = random.choice((measure.name_vi, measure.name_vi, *_CATALOGUE.names_of(measure)))
    return random.choice((name, name, name.upper(), f"- {name}", f"{name} ", name.replace("Tỷ lệ", "Tỉ lệ")))


def _value(random: Random, measure: Measure) -> Decimal:
    if measure.is_yes_no:
        return Decimal(random.randint(0, 1))
    low = max(measure.minimum if measure.minimum is not None else Decimal(-50), Decimal(-50))
    high = min(measure.maximum if measure.maximum is not None else Decimal(5000), Decimal(5000))
    places = 0 if measure.decimals == 0 else random.randint(0, 3)
    whole = random.randint(int(low) * 10**places, int(high) * 10**places)
    return Decimal(whole).scaleb(-places)


def _cell(random: Random, measure: Measure, value: Decimal, mark: str) -> tuple[Any, bool]:
    """The value as an office writes it, and whether it says that it is an estimate."""
    if measure.is_yes_no:
        return random.choice(("Đạt", "đạt", "Đã đạt") if value else ("Chưa", "Chưa đạt", "chưa đạt")), False
    written = _written(value, mark)
    forms: list[Any] = [value, value, value, written, f" {written} ", f"{written}*"]
    if measure.is_percent:
        forms += [f"{written}%", f"{written} %", Cell(CellKind.PERCENT, str(value / 100))]
    form = random.choice(forms)
    if random.random() < 0.03:
        return f"ước {written}", True
    return form, False


def _written(value: Decimal, mark: str) -> str:
    places = max(0, -int(value.as_tuple().exponent))
    vietnamese = format_number(value, places)
    return vietnamese if mark == "comma" else vietnamese.translate(str.maketrans(".,", ",."))


def _letters(column: int) -> str:
    return chr(64 + column) if column <= 26 else _letters((column - 1) // 26) + chr(65 + (column - 1) % 26)
