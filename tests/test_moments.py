from __future__ import annotations

from datetime import UTC, datetime

import pytest

from indicators.moments import VIETNAM, parse_as_of, to_local, to_stored


def test_a_date_means_its_end_in_vietnam() -> None:
    assert parse_as_of("2026-10-05") == datetime(2026, 10, 5, 16, 59, 59, 999999)


def test_a_moment_without_zone_is_vietnamese_time() -> None:
    assert parse_as_of("2026-10-05T08:30") == datetime(2026, 10, 5, 1, 30)


def test_a_moment_with_its_zone_keeps_it() -> None:
    assert parse_as_of("2026-10-05T01:30:00+00:00") == datetime(2026, 10, 5, 1, 30)
    assert parse_as_of("2026-10-05T01:30:00Z") == datetime(2026, 10, 5, 1, 30)


@pytest.mark.parametrize("text", ["", "05/10/2026", "hôm nay", "2026-10-32", "2020-12-31", "9999-12-31"])
def test_what_is_no_iso_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_as_of(text)


def test_stored_moments_come_back_as_local_time() -> None:
    local = to_local(datetime(2026, 10, 5, 20, 0))
    assert (local.day, local.hour) == (6, 3)
    assert to_stored(local) == datetime(2026, 10, 5, 20, 0)
    assert to_stored(datetime(2026, 10, 5, tzinfo=UTC).astimezone(VIETNAM)) == datetime(2026, 10, 5)
