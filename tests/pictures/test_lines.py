"""Values along time as a picture: every point where it belongs, and none that nobody gave."""

from __future__ import annotations

import pytest

from indicators.pictures import draw
from indicators.reports.model import ChartKind, Role
from tests.pictures.charts import chart, lines_of, numbers, outside, points_of, series, words_of


def test_a_higher_value_stands_higher_and_a_later_one_further_right() -> None:
    """From 10 to 20 is half as far as from 20 to 40; the quarters are equally far apart."""
    (ax, ay), (bx, by), (cx, cy) = points_of(draw(chart(series(Role.ACTUAL, 10, 20, 40))), "actual-point")
    assert ay > by > cy
    assert (ay - by) * 2 == pytest.approx(by - cy, abs=0.01)
    assert bx - ax == pytest.approx(cx - bx, abs=0.01)
    assert bx > ax


def test_two_series_share_one_scale() -> None:
    picture = draw(chart(series(Role.ACTUAL, 40, 50), series(Role.FLOOR, 50, 60)))
    (path,) = lines_of(picture, "floor")
    assert path[0][1] == pytest.approx(points_of(picture, "actual-point")[1][1], abs=0.01)


def test_where_there_is_no_value_there_is_no_point() -> None:
    picture = draw(chart(series(Role.ACTUAL, 10, None, 30)))
    assert len(points_of(picture, "actual-point")) == 2
    assert [len(line) for line in lines_of(picture, "reached")] == [2]


def test_a_path_is_broken_where_it_has_no_value() -> None:
    assert [len(line) for line in lines_of(draw(chart(series(Role.FLOOR, 1, 2, None, 4, 5, 6))), "floor")] == [2, 3]


def test_totals_begin_anew_every_year() -> None:
    """One value of 2025, four of 2026, two of 2027: two lines; the scale begins at nothing."""
    picture = draw(chart(series(Role.ACTUAL, 90, 20, 40, 60, 80, 25, 50), kind=ChartKind.YEARS))
    assert [len(line) for line in lines_of(picture, "reached")] == [4, 2]
    assert "0" in words_of(picture)


def test_the_line_passes_through_estimates_which_are_marked_apart() -> None:
    picture = draw(chart(series(Role.ACTUAL, 10, 20), series(Role.ESTIMATE, None, None, 30)))
    assert [len(line) for line in lines_of(picture, "reached")] == [3]
    assert (len(points_of(picture, "actual-point")), len(points_of(picture, "estimate-point"))) == (2, 1)


def test_to_a_forecast_leads_a_line_from_what_was_reached_last() -> None:
    none = (None,) * 4
    forecast = series(Role.FORECAST, *none, 40, low=numbers(*none, 30), high=numbers(*none, 50))
    picture = draw(chart(series(Role.ACTUAL, 10, 20), forecast))
    ((start, end),) = lines_of(picture, "forecast")
    assert start == pytest.approx(points_of(picture, "actual-point")[1], abs=0.01)
    ((_, low), (_, high)) = lines_of(picture, "interval")[0]
    assert low - end[1] == pytest.approx(end[1] - high, abs=0.01)
    assert low > high


def test_nothing_leads_to_a_forecast_that_stands_alone() -> None:
    """A mean of years; and a total of another year."""
    mean = series(Role.FORECAST, None, None, None, None, 40, stands_alone=True)
    assert lines_of(draw(chart(series(Role.ACTUAL, 10, 20), mean)), "forecast") == []
    of_2027 = series(Role.FORECAST, *(None,) * 8, 40)
    assert lines_of(draw(chart(series(Role.ACTUAL, 10, 20), of_2027, kind=ChartKind.YEARS)), "forecast") == []


def test_the_goal_is_named_once_on_its_line_or_below() -> None:
    goal = series(Role.GOAL, *(90,) * 9, name="Mục tiêu ≥ 90%")
    free = draw(chart(series(Role.ACTUAL, 10, 20), goal))
    crowded = draw(chart(*(series(Role.FLOOR, *(90 + shift,) * 9) for shift in (-2, -1, 1, 2)), goal))
    for picture in (free, crowded):
        assert words_of(picture).count("Mục tiêu ≥ 90%") == 1
    assert [len(line) for line in lines_of(free, "goal")] == [9]


def test_a_goal_is_broken_where_another_year_has_another() -> None:
    goal = series(Role.GOAL, None, *(80,) * 4, *(90,) * 4)
    first, second = lines_of(draw(chart(series(Role.ACTUAL, 10), goal)), "goal")
    assert len(first) == len(second) == 4
    assert first[0][1] > second[0][1]


def test_numbers_are_written_as_officials_do() -> None:
    words = words_of(draw(chart(series(Role.ACTUAL, "1200", "1234.5"), unit="tỷ đồng")))
    assert {"1.234,5", "Đơn vị tính: tỷ đồng", "Quý IV", "2025"} <= set(words)


@pytest.mark.parametrize("width", [80, 160])
def test_no_word_is_cut_off(width: float) -> None:
    long = "Tỷ lệ lực lượng lao động trong độ tuổi tham gia bảo hiểm xã hội bắt buộc và tự nguyện"
    drawn = [series(role, *range(1_000_000, 1_000_900, 100), name=long[:40]) for role in (Role.ACTUAL, Role.FLOOR)]
    picture = draw(chart(*drawn, title=long, unit=long), width_mm=width, notes_vi=[long])
    assert outside(picture) == []
    assert " ".join(words_of(picture)).startswith(long)


def test_without_a_value_nothing_is_drawn() -> None:
    for nothing in (chart(), chart(series(Role.ACTUAL, None, None))):
        with pytest.raises(ValueError, match="Nước sạch"):
            draw(nothing)


def test_a_single_value_and_equal_ones_are_drawn() -> None:
    assert len(points_of(draw(chart(series(Role.ACTUAL, 0))), "actual-point")) == 1
    assert len(points_of(draw(chart(series(Role.ACTUAL, 7, 7, 7))), "actual-point")) == 3
