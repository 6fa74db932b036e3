"""Counts by status as bars, and statuses by quarter as a map: never by colour alone."""

from __future__ import annotations

import pytest

from indicators.periods import parse_period
from indicators.pictures import HeatMap, HeatRow, draw, draw_heat_map
from indicators.pictures.marks import path_of
from indicators.pictures.shapes import Mark
from indicators.wording.statuses import STATUSES
from tests.pictures.charts import lines_of, outside, stack, words_of


def wide(corners: list[tuple[float, float]]) -> float:
    return max(x for x, _ in corners) - min(x for x, _ in corners)


def test_a_part_is_as_long_as_its_count() -> None:
    picture = draw(stack(("behind", (2, 6)), ("met", (1, 0))))
    two, six = lines_of(picture, "status-behind")
    (one,) = lines_of(picture, "status-met")
    gap = 0.25 * 72 / 25.4  # between two parts
    assert wide(six) + gap == pytest.approx(3 * (wide(two) + gap), abs=0.02)
    assert wide(two) + gap == pytest.approx(2 * (wide(one) + gap), abs=0.02)


def test_every_part_has_its_sign_and_its_count_and_every_bar_its_total() -> None:
    picture = draw(stack(("off_track", (3, 1)), ("not_met", (1, 0))), width_mm=80)
    signs = [shape.sign for shape in picture.sheet.shapes if isinstance(shape, Mark)]
    assert sorted(signs) == ["not_met", "not_met", "off_track", "off_track", "off_track"]  # one each in the legend
    assert words_of(picture)[:8] == ["Tình trạng", "Kinh tế", "3", "1", "4", "Xã hội", "1", "1"]


def test_no_two_statuses_have_one_sign() -> None:
    signs = [str(path_of(status)[0]) for status in STATUSES]
    assert len(set(signs)) == len(STATUSES) == 11


@pytest.mark.parametrize("width", [80, 160])
def test_long_names_of_groups_take_several_lines(width: float) -> None:
    names = ("Quốc phòng, an ninh, xây dựng hệ thống chính trị và chuyển đổi số", "Kinh tế")
    picture = draw(stack(*((status, (1, 2)) for status in STATUSES), groups=names), width_mm=width)
    assert outside(picture) == []


def test_the_map_has_a_cell_a_status_and_none_where_there_is_none() -> None:
    quarters = tuple(parse_period(f"2026-Q{number}") for number in range(1, 5))
    rows = (HeatRow("1", "Thu ngân sách", ("behind", "met", None, None)), HeatRow("2", "Hộ nghèo", ("met",) * 4))
    picture = draw_heat_map(HeatMap("Bản đồ", quarters, rows))
    assert (len(lines_of(picture, "status-met")), len(lines_of(picture, "status-behind"))) == (5, 1)
    (behind,), met = lines_of(picture, "status-behind"), lines_of(picture, "status-met")
    assert behind[0][1] == met[0][0][1]
    assert behind[0][0] < met[0][0][0]
    assert outside(picture) == []
    with pytest.raises(ValueError, match="Bản đồ"):
        draw_heat_map(HeatMap("Bản đồ", quarters, (HeatRow("1", "", (None,) * 4),)))
