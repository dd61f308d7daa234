"""Promises and calendars over HTTP, and the worker's clock."""

import asyncio
import json
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.promises.factories import WORKING_WEEK, make_calendar, make_promise, some_terms
from xiaoer.core import auth, clock, db
from xiaoer.core.auth import Actor, ActorKind
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.promises import jobs, service
from xiaoer.promises.models import BusinessCalendar, CalendarDay, Promise


class TestPromises:
    def test_a_callback_is_promised_paused_and_done(self, client, shop, frozen):
        body = {
            "shop_id": str(shop.id),
            "kind": "callback",
            "subject_type": "customer",
            "subject_id": str(new_id()),
            "seconds": 3600,
            "warn_after": [1800],
        }
        made = client.post("/api/promises", json=body).json()
        assert made["state"] == "open"
        path = f"/api/promises/{made['id']}"
        paused = client.put(f"{path}/pause", json={"reason": "等仓库"}).json()
        assert paused["remaining_sec"] == 3600
        assert client.delete(f"{path}/pause").json()["state"] == "open"
        later = (clock.now() + timedelta(hours=3)).isoformat()
        refused = client.put(f"{path}/extension", json={"due_at": later, "reason": "未查到"})
        assert (refused.status_code, refused.json()["code"]) == (409, "TellTheCustomerFirst")
        extended = client.put(
            f"{path}/extension",
            json={"due_at": later, "reason": "未查到", "customer_told": True},
        )
        assert extended.status_code == 200
        agent = str(new_id())
        handed = client.put(f"{path}/owner", json={"agent_id": agent}).json()
        assert handed["owner_agent_id"] == agent
        assert client.put(f"{path}/fulfilment").json()["state"] == "kept"
        assert client.put(f"{path}/release", json={"reason": "多余"}).status_code == 409
        assert client.get(path).json()["state"] == "kept"

    def test_a_list_is_two_statements_at_most(self, client, session, shop, count_statements):
        for _ in range(5):
            make_promise(session, shop.id)
        with count_statements(session) as seen:
            page = client.get("/api/promises", params={"shop_id": str(shop.id), "limit": 3}).json()
        assert len(page["items"]) == 3
        assert len(seen) <= 2
        rest = client.get(
            "/api/promises", params={"shop_id": str(shop.id), "after": page["next"]}
        ).json()
        assert len(rest["items"]) == 2
        assert rest["next"] is None

    def test_another_shops_promise_is_not_there(self, client, session, acting, actor, shop):
        promise = make_promise(session, shop.id)
        acting["actor"] = Actor(
            ActorKind.AGENT, permissions=actor.permissions, shop_ids=frozenset({new_id()})
        )
        for answer in (
            client.get(f"/api/promises/{promise.id}"),
            client.put(f"/api/promises/{promise.id}/fulfilment"),
        ):
            assert answer.status_code == 404
        assert session.get_one(Promise, promise.id).state == "open"

    def test_reading_needs_the_right(self, client, acting, shop):
        acting["actor"] = Actor(ActorKind.AGENT, shop_ids=frozenset({shop.id}))
        assert client.get("/api/promises", params={"shop_id": str(shop.id)}).status_code == 403
        assert client.get("/api/calendars").status_code == 403


class TestCalendars:
    def test_hours_and_holidays_are_entered(self, client, session, shop, data):
        made = client.post(
            "/api/calendars",
            json={"shop_id": str(shop.id), "name": "客服", "week": WORKING_WEEK},
        ).json()
        assert made["timezone"] == "Asia/Shanghai"
        path = f"/api/calendars/{made['id']}"

        notice = json.loads((data / "holiday_cn" / "2025.json").read_text())
        days = client.post(f"{path}/holidays", json={"days": notice["days"]}).json()["days"]

        by_day = {each["day"]: each for each in days}
        assert by_day["2025-10-01"]["hours"] == []
        assert by_day["2025-09-28"]["hours"] == [["09:00", "12:00"], ["13:00", "18:00"]]
        back = client.put(
            f"{path}/days", json={"days": [{"day": "2025-10-01", "hours": None}]}
        ).json()
        assert "2025-10-01" not in {each["day"] for each in back["days"]}
        names = [each["name"] for each in client.get("/api/calendars").json()["items"]]
        assert names == ["客服"]

    def test_changed_hours_count_at_once(self, client, session, shop):
        calendar = make_calendar(session, shop.id)
        assert service.hours_of(session, calendar.id).week[1][0].start == 9 * 60
        answer = client.put(
            f"/api/calendars/{calendar.id}",
            json={"name": "早班", "timezone": "Asia/Tokyo", "week": {"1": [["06:00", "10:00"]]}},
        )
        assert answer.json()["timezone"] == "Asia/Tokyo"
        assert service.hours_of(session, calendar.id).week[1][0].start == 6 * 60

    def test_days_are_changed_along_with_the_week(self, client, session, shop):
        holiday = {"day": "2027-01-01", "name": "元旦", "hours": []}
        new = {"shop_id": str(shop.id), "name": "客服", "week": WORKING_WEEK, "days": [holiday]}
        made = client.post("/api/calendars", json=new).json()
        assert made["days"] == [holiday]
        makeup = {"day": "2027-01-03", "name": "元旦补班", "hours": [["09:00", "18:00"]]}
        body = {"name": "客服", "timezone": "Asia/Shanghai", "week": WORKING_WEEK}
        path = f"/api/calendars/{made['id']}"
        kept = client.put(path, json=body | {"days": [makeup, holiday | {"hours": None}]}).json()
        assert kept["days"] == [makeup]
        assert client.put(path, json=body).json()["days"] == [makeup]

    def test_a_bad_day_leaves_week_and_days_alone(self, client, session, shop):
        calendar = make_calendar(session, shop.id)
        body = {"name": "新", "timezone": "Asia/Shanghai", "week": {}}
        overlap = {"day": "2027-01-01", "hours": [["09:00", "12:00"], ["11:00", "13:00"]]}
        answer = client.put(f"/api/calendars/{calendar.id}", json=body | {"days": [overlap]})
        assert (answer.status_code, answer.json()["code"]) == (422, "BadHours")
        seen = client.get(f"/api/calendars/{calendar.id}").json()
        assert (seen["name"], len(seen["week"]), seen["days"]) == ("白班", 5, [])

    def test_the_next_fourteen_days_are_seen_before_they_are_kept(
        self, client, session, shop, frozen, count_statements
    ):
        hours = {
            "timezone": "Asia/Shanghai",
            "week": WORKING_WEEK,
            "days": [
                {"day": "2026-11-03", "name": "店庆", "hours": []},
                {"day": "2026-11-07", "name": "补班", "hours": [["09:00", "12:00"]]},
                {"day": "2026-11-04", "hours": None},
            ],
        }
        with count_statements(session) as seen:
            shown = client.post("/api/calendars/openings", json=hours).json()
        assert seen == []
        by_day = {each["day"]: each for each in shown["days"]}
        assert (len(by_day), min(by_day), max(by_day)) == (14, "2026-11-02", "2026-11-15")
        assert by_day["2026-11-03"] == {
            "day": "2026-11-03", "name": "店庆", "special": True, "open": [],
        }  # fmt: skip
        assert by_day["2026-11-07"]["open"] == [
            {"opens": "2026-11-07T09:00:00+08:00", "closes": "2026-11-07T12:00:00+08:00"}
        ]
        assert (len(by_day["2026-11-04"]["open"]), by_day["2026-11-04"]["special"]) == (2, False)
        assert session.scalar(select(func.count()).select_from(BusinessCalendar)) == 0

    def test_a_preview_needs_the_right_and_readable_hours(self, client, acting, shop):
        body = {"timezone": "Asia/Shanghai", "week": {"1": [["18:00", "9:00"]]}}
        assert client.post("/api/calendars/openings", json=body).status_code == 422
        mars = {"timezone": "Mars/Base", "week": {}}
        assert client.post("/api/calendars/openings", json=mars).status_code == 422
        acting["actor"] = Actor(ActorKind.AGENT, shop_ids=frozenset({shop.id}))
        fine = {"timezone": "Asia/Shanghai", "week": {}}
        assert client.post("/api/calendars/openings", json=fine).status_code == 403

    @pytest.mark.parametrize(
        "change",
        [
            {"week": {"1": [["12:00", "9:00"]]}},
            {"week": {"8": []}},
            {"timezone": "Mars/Base"},
            {"timezone": "../../etc/passwd"},
        ],
    )
    def test_nonsense_is_refused(self, client, session, shop, change):
        body = {"shop_id": str(shop.id), "name": "客服", "week": WORKING_WEEK} | change
        assert client.post("/api/calendars", json=body).status_code == 422
        assert session.scalar(select(func.count()).select_from(BusinessCalendar)) == 0

    def test_a_stranger_cannot_touch_it(self, client, session, acting, actor, shop):
        calendar = make_calendar(session, shop.id)
        acting["actor"] = Actor(
            ActorKind.AGENT, permissions=actor.permissions, shop_ids=frozenset({new_id()})
        )
        answer = client.post(
            f"/api/calendars/{calendar.id}/holidays",
            json={"days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": True}]},
        )
        assert answer.status_code == 404
        body = {"shop_id": str(shop.id), "name": "客服", "week": WORKING_WEEK}
        assert client.post("/api/calendars", json=body).status_code == 404
        assert session.scalar(select(func.count()).select_from(CalendarDay)) == 0


def test_the_clock_fires_each_within_a_second(fresh_database):
    """Two clocks run; what is promised while they sleep is told in time."""
    shop_id = new_id()

    async def live() -> None:
        shutdown = asyncio.Event()
        clocks = [asyncio.create_task(jobs.loop(fresh_database, shutdown)) for _ in range(2)]
        await asyncio.sleep(0.2)
        with db.transaction() as session:
            terms = [
                some_terms(
                    shop_id,
                    due_at=clock.now() + timedelta(milliseconds=1000 + 10 * n),
                    warn_at=(clock.now() + timedelta(milliseconds=150),),
                )
                for n in range(40)
            ]
            service.make_many(session, auth.system(), terms)
        await asyncio.sleep(2.4)
        shutdown.set()
        await asyncio.gather(*clocks)

    asyncio.run(live())
    with db.transaction() as session:
        promises = session.scalars(select(Promise)).all()
        kinds = session.scalars(select(EventRow.kind)).all()
    assert {each.state for each in promises} == {"broken"}
    assert max(each.broken_at - each.due_at for each in promises) < timedelta(seconds=1)
    assert kinds.count("PromiseBroken") == 40
    assert kinds.count("PromiseWarned") == 40
