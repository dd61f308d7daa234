"""Business time: intervals, nights, holidays, clock changes."""

import json
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.nightly import examples
from xiaoer.promises.errors import BadHours, NeverOpen
from xiaoer.promises.rules import (
    Hours,
    add_business_time,
    business_seconds_between,
    is_open,
    next_opening,
    openings,
    parse_day,
    parse_week,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
HOUR = 3600


def at(text: str, zone: ZoneInfo = SHANGHAI) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


def week(*hours: tuple[str, str], days: range = range(1, 8)) -> dict:
    return parse_week({str(day): [list(pair) for pair in hours] for day in days})


OFFICE = Hours(SHANGHAI, week(("09:00", "12:00"), ("13:00", "18:00"), days=range(1, 6)))
NIGHT = Hours(SHANGHAI, week(("22:00", "06:00")))
ALWAYS = Hours(SHANGHAI, week(("00:00", "24:00")))


class TestAdd:
    @pytest.mark.parametrize(
        ("start", "seconds", "expected"),
        [
            ("2026-11-02T10:00", 1 * HOUR, "2026-11-02T11:00"),
            ("2026-11-02T11:30", 1 * HOUR, "2026-11-02T13:30"),  # over noon
            ("2026-11-02T11:00", 1 * HOUR, "2026-11-02T12:00"),  # to the very end
            ("2026-11-02T12:20", 60, "2026-11-02T13:01"),  # begins in the break
            ("2026-11-02T17:59", 120, "2026-11-03T09:01"),  # into the next day
            ("2026-11-06T17:00", 2 * HOUR, "2026-11-09T10:00"),  # over the weekend
            ("2026-11-02T09:00", 40 * HOUR, "2026-11-06T18:00"),  # a whole week
        ],
    )
    def test_steps_over_what_is_closed(self, start, seconds, expected):
        assert add_business_time(OFFICE, at(start), seconds) == at(expected)

    def test_nights_reach_into_the_next_day(self):
        assert add_business_time(NIGHT, at("2026-11-02T23:00"), 3 * HOUR) == at("2026-11-03T02:00")
        assert add_business_time(NIGHT, at("2026-11-03T05:00"), 2 * HOUR) == at("2026-11-03T23:00")

    def test_a_night_and_the_morning_it_reaches_count_once(self):
        hours = Hours(SHANGHAI, week(("05:00", "08:00"), ("22:00", "06:00")))

        assert business_seconds_between(hours, at("2026-11-02T22:00"), at("2026-11-03T22:00")) == (
            10 * HOUR
        )

    def test_without_a_calendar_it_is_plain_time(self):
        start = at("2026-11-07T03:00")
        assert add_business_time(None, start, 90) == start + timedelta(seconds=90)
        assert add_business_time(ALWAYS, start, 90 * HOUR) == start + timedelta(hours=90)

    def test_a_calendar_that_never_opens_says_so(self):
        closed = Hours(SHANGHAI, {}, name="歇业")
        with pytest.raises(NeverOpen):
            add_business_time(closed, at("2026-11-02T10:00"), 1)
        assert business_seconds_between(closed, at("2026-11-02T10:00"), at("2027-11-02T10:00")) == 0


class TestClockChanges:
    """Berlin leaves out 02:00–03:00 on 2026-03-29 and has it twice on 2026-10-25."""

    BERLIN = ZoneInfo("Europe/Berlin")

    def test_a_night_of_seven_hours(self):
        hours = Hours(self.BERLIN, week(("22:00", "06:00")))
        start, end = at("2026-03-28T22:00", self.BERLIN), at("2026-03-29T06:00", self.BERLIN)
        assert business_seconds_between(hours, start, end) == 7 * HOUR
        assert add_business_time(hours, start, 7 * HOUR) == end

    def test_a_night_of_nine_hours(self):
        hours = Hours(self.BERLIN, week(("22:00", "06:00")))
        start, end = at("2026-10-24T22:00", self.BERLIN), at("2026-10-25T06:00", self.BERLIN)
        assert business_seconds_between(hours, start, end) == 9 * HOUR

    def test_hours_that_do_not_exist_are_not_open(self):
        hours = Hours(self.BERLIN, week(("02:00", "03:00")))
        start, end = at("2026-03-29T00:00", self.BERLIN), at("2026-03-30T00:00", self.BERLIN)
        assert business_seconds_between(hours, start, end) == 0

    def test_hours_that_come_twice_are_open_twice(self):
        hours = Hours(self.BERLIN, week(("02:00", "03:00")))
        start, end = at("2026-10-25T00:00", self.BERLIN), at("2026-10-26T00:00", self.BERLIN)
        assert business_seconds_between(hours, start, end) == 2 * HOUR


class TestDays:
    def test_a_holiday_closes_the_night_that_begins_on_it(self):
        hours = Hours(SHANGHAI, NIGHT.week, {date(2026, 11, 3): ()})
        start, end = at("2026-11-02T20:00"), at("2026-11-04T20:00")
        assert business_seconds_between(hours, start, end) == 8 * HOUR
        assert is_open(hours, at("2026-11-03T03:00"))
        assert not is_open(hours, at("2026-11-03T23:00"))

    def test_a_makeup_workday_opens_a_sunday(self):
        hours = Hours(SHANGHAI, OFFICE.week, {date(2026, 11, 8): parse_day([["10:00", "16:00"]])})
        assert next_opening(hours, at("2026-11-06T19:00")) == at("2026-11-08T10:00")

    @pytest.mark.parametrize("year", range(2019, 2026))
    def test_working_days_of_china(self, data, year):
        """The official notices give the published number of working days of each year."""
        expected = json.loads((data / "holiday_cn" / "expected.json").read_text())["workdays"]
        days = {}
        for file in sorted((data / "holiday_cn").glob("20??.json")):
            for each in json.loads(file.read_text())["days"]:
                span = () if each["isOffDay"] else parse_day([["09:00", "17:00"]])
                days[date.fromisoformat(each["date"])] = span
        hours = Hours(SHANGHAI, week(("09:00", "17:00"), days=range(1, 6)), days)

        worked = business_seconds_between(hours, at(f"{year}-01-01"), at(f"{year + 1}-01-01"))

        assert worked == expected[str(year)] * 8 * HOUR


class TestOpening:
    def test_the_first_second_is_open_and_the_last_is_not(self):
        assert is_open(OFFICE, at("2026-11-02T09:00"))
        assert not is_open(OFFICE, at("2026-11-02T12:00"))
        assert next_opening(OFFICE, at("2026-11-02T12:00")) == at("2026-11-02T13:00")

    def test_midnight_does_not_close_what_is_always_open(self):
        assert is_open(ALWAYS, at("2026-11-03T00:00"))
        assert is_open(None, at("2026-11-03T00:00"))


class TestParsing:
    @pytest.mark.parametrize(
        "hours",
        [
            [["9:00", "12:00"]],
            [["09:00", "24:30"]],
            [["09:00", "09:00"]],
            [["24:00", "06:00"]],
            [["09:00"]],
            [["09:00", "12:00"], ["11:00", "13:00"]],
            [["22:00", "06:00"], ["23:00", "23:30"]],
        ],
    )
    def test_refuses_what_cannot_be_meant(self, hours):
        with pytest.raises(BadHours):
            parse_day(hours)

    def test_weekdays_are_one_to_seven(self):
        with pytest.raises(BadHours):
            parse_week({"0": [["09:00", "12:00"]]})


YEAR = datetime(2026, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 365 * 24 * HOUR).map(lambda each: YEAR + timedelta(seconds=each))
CALENDARS = st.sampled_from(
    [
        None,
        OFFICE,
        NIGHT,
        ALWAYS,
        Hours(ZoneInfo("Europe/Berlin"), week(("22:00", "06:00"))),
        Hours(ZoneInfo("America/New_York"), week(("00:30", "03:30"), ("20:00", "02:00"))),
    ]
)


@settings(max_examples=examples(100, nightly=1000), deadline=None)
@given(hours=CALENDARS, start=MOMENTS, seconds=st.integers(1, 200 * HOUR))
def test_adding_and_counting_are_each_others_inverse(hours, start, seconds):
    end = add_business_time(hours, start, seconds)
    assert business_seconds_between(hours, start, end) == seconds
    assert business_seconds_between(hours, end, start) == -seconds


@settings(max_examples=examples(50, nightly=500), deadline=None)
@given(hours=CALENDARS, start=MOMENTS, parts=st.lists(st.integers(1, 20 * HOUR), max_size=4))
def test_time_adds_up_whatever_the_steps(hours, start, parts):
    stepped = start
    for part in parts:
        stepped = add_business_time(hours, stepped, part)
    assert stepped == add_business_time(hours, start, sum(parts))


class TestOpenings:
    def shown(self, hours, first, count):
        return {
            day.isoformat()[5:]: " ".join(
                f"{opens:%H:%M}-{closes:%H:%M}" for opens, closes in spans
            )
            for day, spans in openings(hours, date.fromisoformat(first), count)
        }

    def test_each_day_has_its_own_hours(self):
        days = {date(2026, 11, 6): (), date(2026, 11, 7): parse_day([["10:00", "15:00"]])}
        hours = Hours(SHANGHAI, OFFICE.week, days)
        assert self.shown(hours, "2026-11-05", 4) == {
            "11-05": "09:00-12:00 13:00-18:00",
            "11-06": "",
            "11-07": "10:00-15:00",
            "11-08": "",
        }

    def test_a_night_belongs_to_the_day_it_opens_on(self):
        hours = Hours(SHANGHAI, NIGHT.week, {date(2026, 11, 3): ()})
        assert self.shown(hours, "2026-11-02", 3) == {
            "11-02": "00:00-06:00 22:00-06:00",
            "11-03": "",
            "11-04": "22:00-06:00",
        }

    def test_closed_for_good_is_no_hours_at_all(self):
        assert self.shown(Hours(SHANGHAI, {}), "2026-11-02", 2) == {"11-02": "", "11-03": ""}

    def test_a_day_of_25_hours_is_open_for_25(self):
        berlin = Hours(ZoneInfo("Europe/Berlin"), week(("00:00", "24:00")))
        (_, ((opens, closes),)), _ = openings(berlin, date(2026, 10, 25), 2)
        assert closes.astimezone(UTC) - opens.astimezone(UTC) == timedelta(hours=25)
