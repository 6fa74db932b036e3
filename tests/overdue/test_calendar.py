"""The calendar of deadlines, read back as a calendar would."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Component

from indicators.moments import parse_as_of
from indicators.overdue import build_calendar, calendar_deadlines
from tests.judging.office import Office

MADE_AT = datetime(2026, 11, 21, 1, 2, 3, 456)
NAME = "Tỷ lệ dân số; có nước sạch, hợp vệ sinh \\ ở các thôn xa trung tâm xã"


def two_measures() -> Office:
    made = Office()
    made.measures(name_vi=NAME, lead_unit="Trạm Y tế, xã")
    made.measures("n", name_vi="Đại lượng khác", lead_unit="", frequency="year")
    made.wants()
    made.wants("2", "n")
    return made


def written(made: Office, on: str, made_at: datetime = MADE_AT) -> bytes:
    rows = calendar_deadlines(made.store, made.commune, date.fromisoformat(on), parse_as_of(on))
    return build_calendar(rows, "vinh_thu", "xã Vĩnh Thử", made_at)


def events(content: bytes) -> list[Component]:
    return Calendar.from_ical(content).walk("VEVENT")


def test_a_day_a_unit_and_period_up_to_the_end_of_next_year() -> None:
    """From 21/11/2026: the deadlines of quarter IV and of the year (5/1/2027), and of the quarters of 2027 that fall in
    it; quarter III's has gone."""
    found = events(written(two_measures(), "2026-11-21"))
    days = [event.decoded("dtstart") for event in found]
    assert days == [date(2027, 1, 5), date(2027, 1, 5), date(2027, 4, 5), date(2027, 7, 5), date(2027, 10, 5)]
    assert all(event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1) for event in found)
    assert str(found[0]["summary"]) == "Hạn gửi báo cáo quý IV/2026: Trạm Y tế, xã (1 chỉ tiêu)"
    assert str(found[1]["summary"]) == "Hạn gửi báo cáo năm 2026: Chưa phân công cơ quan chủ trì (1 chỉ tiêu)"
    assert NAME in str(found[0]["description"])
    assert "hết ngày 05/01/2027" in str(found[0]["description"])


def test_it_reminds_three_days_before_in_the_morning() -> None:
    (alarm,) = events(written(two_measures(), "2026-11-21"))[0].walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(hours=8) - timedelta(days=3)
    assert str(alarm["description"]) == "Còn 3 ngày đến hạn gửi báo cáo quý IV/2026: Trạm Y tế, xã"


def test_an_event_keeps_its_name_and_says_when_it_was_written() -> None:
    """So that a calendar that takes a later file in changes its events instead of adding others."""
    made = two_measures()
    earlier, later = events(written(made, "2026-11-21")), events(written(made, "2026-12-21", datetime(2026, 12, 21)))
    assert [str(event["uid"]) for event in earlier] == [str(event["uid"]) for event in later]
    assert len({str(event["uid"]) for event in earlier}) == 5
    assert earlier[0].decoded("dtstamp") == datetime(2026, 11, 21, 1, 2, 3, tzinfo=UTC)


def test_as_the_standard_wants_it() -> None:
    """RFC 5545: lines of at most 75 bytes ending in CR LF, commas and semicolons of texts marked."""
    content = written(two_measures(), "2026-11-21")
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert all(line.decode() for line in lines if line)
    unfolded = content.replace(b"\r\n ", b"").decode()
    assert "có nước sạch\\, hợp vệ sinh \\\\ ở các thôn" in unfolded
    assert "dân số\\; có" in unfolded
