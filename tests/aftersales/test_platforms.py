"""A platform's words at our door: signed, once, never older than what we have, and its version
goes back with our decision (aftersales.md A.1, A.9)."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.aftersales.conftest import everything
from tests.aftersales.factories import RETURN
from xiaoer.aftersales import service
from xiaoer.aftersales.models import Case, CaseState, Mode
from xiaoer.connectors.platforms.signing import key_of
from xiaoer.core import clock
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.orders.models import OrderStatus
from xiaoer.payments.sandbox import signing

S = CaseState
REF = "D-7001"


@pytest.fixture
def tell(client, shop):
    """Say something as a platform; `secret`, `at` and `changed` forge it."""

    def say(platform="douyin", secret=None, changed=None, at=None, shop_id=None, **body):
        told = {"ref": REF, "version": "2", "status": "7"} | body
        content = signing.canonical(told)
        secret = secret or key_of(shop.id, "douyin")
        headers = signing.headers(secret, content)
        if at is not None:
            stamp = str(int(at.timestamp()))
            headers |= {
                signing.TIMESTAMP: stamp,
                signing.SIGNATURE: signing.signature(secret, stamp, content),
            }
        return client.post(
            f"/api/platforms/{platform}/cases",
            params={"shop_id": str(shop_id or shop.id)},
            json=told | (changed or {}),
            headers=headers,
        )

    return say


@pytest.fixture
def mirrored(desk, make, buyer, session):
    case = desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN)
    return service.adopt(
        session,
        desk.actor,
        case_id=case.id,
        platform="douyin",
        platform_ref=REF,
        platform_version="1",
    )


def refused(answer, status, code, session, before):
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
    assert answer.json()["message"]
    assert everything(session) == before


class TestSignature:
    def test_signed_it_is_followed(self, tell, mirrored, desk):
        answer = tell()
        assert answer.status_code == 200, answer.text
        assert answer.json() == {
            "case_id": str(mirrored.id),
            "number": mirrored.number,
            "state": "awaiting_buyer_return",
            "version": "2",
        }
        assert desk.state(mirrored) is S.AWAITING_BUYER_RETURN

    def test_forged_it_was_never_here(self, tell, mirrored, shop, session):
        before = everything(session)
        for forged in (
            {"secret": b"guessed"},
            {"secret": key_of(new_id(), "douyin")},
            {"secret": key_of(shop.id, "taobao")},
            {"changed": {"refunded_cents": 99999}},
            {"platform": "taobao"},
            {"at": clock.now() - timedelta(minutes=10)},
            {"at": clock.now() + timedelta(minutes=10)},
            {"shop_id": new_id()},
        ):
            refused(tell(**forged), 401, "PlatformNotSigned", session, before)

    def test_unsigned_or_of_no_platform(self, client, tell, mirrored, shop, session):
        before = everything(session)
        where = {"params": {"shop_id": str(shop.id)}, "json": {"ref": REF}}
        answer = client.post("/api/platforms/douyin/cases", **where)
        refused(answer, 401, "PlatformNotSigned", session, before)
        answer = client.post("/api/platforms/nowhere/cases", **where)
        refused(answer, 404, "PlatformNotFound", session, before)

    def test_signed_nonsense(self, tell, mirrored, session):
        before = everything(session)
        for body in ({"ref": ""}, {"version": None}, {"refunded_cents": -1}):
            refused(tell(**body), 422, "PlatformNotUnderstood", session, before)
        refused(tell(status="99"), 422, "PlatformWordUnknown", session, before)
        refused(tell(ref="D-7002"), 409, "NotMirrored", session, before)

    def test_only_who_manages_sees_the_key(self, client, acting, actor, shop):
        path, where = "/api/platforms/douyin/key", {"shop_id": str(shop.id)}
        assert client.get(path, params=where).json()["key"] == key_of(shop.id, "douyin").hex()
        acting["actor"] = type(actor)(**{**vars_of(actor), "permissions": frozenset()})
        assert client.get(path, params=where).status_code == 403


def vars_of(actor):
    return {name: getattr(actor, name) for name in actor.__dataclass_fields__}


class TestVersions:
    def test_replayed_it_changes_nothing(self, tell, mirrored, session):
        assert tell(version="2", status="7").status_code == 200
        assert tell(version="3", status="11").status_code == 200
        before = everything(session)
        for version, status in (("3", "11"), ("3", "12"), ("2", "7"), ("1", "6"), ("0", "28")):
            answer = tell(version=version, status=status)
            assert (answer.status_code, answer.json()["version"]) == (200, "3")
        assert everything(session) == before

    def test_words_that_are_no_numbers_are_known_by_the_chain(self, tell, mirrored, session):
        for version, status in (("a", "7"), ("b", "11")):
            assert tell(version=version, status=status).status_code == 200
        before = everything(session)
        assert tell(version="a", status="7").json()["state"] == "awaiting_merchant_receipt"
        assert everything(session) == before

    def test_its_version_goes_back_with_our_yes(self, client, tell, desk, mirrored, session):
        """What was seen is approved, or nothing is: the buyer may have changed it meanwhile."""
        assert tell(version="2", status="6").status_code == 200
        session.expire_all()
        seen = client.get(f"/api/cases/{mirrored.id}").json()
        body = {
            "version": seen["version"],
            "cents": seen["requested_cents"],
            "reasonable": True,
            "conditions_met": True,
        }
        path = f"/api/cases/{mirrored.id}/approval"
        before = everything(session)
        for forged in ({"platform_version": "1"}, {"platform_version": "3"}, {}):
            answer = client.post(path, json=body | forged)
            refused(answer, 409, "PlatformVersionChanged", session, before)
        answer = client.post(path, json=body | {"platform_version": seen["platform_version"]})
        assert answer.status_code == 200, answer.text
        asked = session.scalars(select(EventRow).where(EventRow.kind == "PlatformAsked")).one()
        assert (asked.data["command"], asked.data["platform_version"]) == ("agree", "2")


class TestOpened:
    def opens(self, order, **more):
        usual = {
            "order_no": order.order_no,
            "kind": "return_refund",
            "reason": "no_reason",
            "lines": [{"position": 1, "qty": 2}],
        }
        return usual | more

    def test_T1_a_case_of_the_platform_is_opened_once(self, tell, desk, make, session):
        order = make(OrderStatus.SIGNED)
        answers = [
            tell(version=version, status="6", opens=self.opens(order)) for version in ("1", "1")
        ]
        assert [each.status_code for each in answers] == [200, 200], answers[0].text
        assert answers[0].json() == answers[1].json()
        case = session.scalars(select(Case).where(Case.order_id == order.id)).one()
        assert (case.mode, case.platform, case.platform_ref) == (Mode.MIRRORED, "douyin", REF)
        assert (case.state, case.platform_version) == (S.AWAITING_MERCHANT, "1")

    @pytest.mark.parametrize(
        ("more", "status", "code"),
        [
            ({"order_no": "nobody's"}, 404, "PlatformOrderUnknown"),
            ({"lines": [{"position": 9}]}, 422, "UnitUnknown"),
            ({"lines": [{"position": 1, "qty": 4}]}, 422, "UnitUnknown"),
            ({"cents": 10**9}, 409, "AmountTooHigh"),
        ],
    )
    def test_what_the_order_does_not_bear(
        self,
        tell,
        desk,
        make,
        session,
        more,
        status,
        code,
    ):
        order = make(OrderStatus.SIGNED)
        before = everything(session)
        answer = tell(status="6", opens=self.opens(order, **more))
        refused(answer, status, code, session, before)
