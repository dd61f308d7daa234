"""Fast refunds that have to be got back, as a list with what may be done about each (FST-8)."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.aftersales.conftest import everything
from xiaoer.aftersales import errors, service
from xiaoer.aftersales.models import Recovery
from xiaoer.notices.models import Notice


@pytest.fixture
def lost(desk, back, session):
    """Refunded fast, and the goods never came."""
    case = back()
    service.report_return(session, desk.actor, case_id=case.id, node="collected")
    seen = {"case_id": case.id, "version": case.version}
    service.fast_refund(session, desk.actor, **seen, reason="老客户")
    desk.work()
    desk.wait(days=10, hours=1)
    return session.scalars(select(Recovery)).one()


class TestList:
    @pytest.mark.row("FST-8")
    def test_by_deadline_with_whose_it_is(self, lost, client, session, count_statements):
        with count_statements(session) as sent:
            (one,) = client.get("/api/recoveries").json()["items"]
        assert (one["cents"], one["why"], one["state"]) == (lost.cents, "never_arrived", "open")
        assert one["order_no"]
        assert one["case_number"] == 1
        assert one["customer_name"]
        assert one["due_at"][:19] == (lost.at + timedelta(days=3)).isoformat()[:19]
        assert len([each for each in sent if "FROM recoveries" in each]) == 1
        assert client.get("/api/recoveries", params={"over": True}).json()["items"] == []

    @pytest.mark.row("FST-8")
    def test_ended_ones_are_kept_apart(self, lost, client):
        body = {"how": "written_off", "note": "联系不上"}
        told = client.put(f"/api/recoveries/{lost.id}/end", json=body).json()
        assert (told["state"], told["note"]) == ("written_off", "联系不上")
        assert client.get("/api/recoveries").json()["items"] == []
        over = client.get("/api/recoveries", params={"over": True}).json()["items"]
        assert [each["id"] for each in over] == [str(lost.id)]
        again = client.put(f"/api/recoveries/{lost.id}/end", json=body | {"how": "recovered"})
        assert (again.status_code, again.json()["code"]) == (409, "RecoveryOver")


class TestReminding:
    @pytest.mark.row("FST-8")
    def test_the_customer_is_asked_for_it_once_a_day(self, lost, desk, client, session):
        path = f"/api/recoveries/{lost.id}/reminders"
        assert client.post(path).json()["reminders"] == 1
        again = client.post(path)
        assert (again.status_code, again.json()["code"]) == (409, "RemindedLately")
        desk.later(timedelta(hours=25))
        assert client.post(path).json()["reminders"] == 2
        query = select(Notice).where(Notice.template_code == "case_recovery_never_arrived")
        told = session.scalars(query).all()
        assert len(told) == 2
        assert "¥" in told[0].text

    def test_not_what_is_over(self, lost, desk, session):
        service.end_recovery(
            session, desk.actor, recovery_id=lost.id, how="recovered", note="寄回来了"
        )
        before = everything(session)
        with pytest.raises(errors.RecoveryOver), session.begin_nested():
            service.remind_recovery(session, desk.actor, recovery_id=lost.id)
        assert everything(session) == before
