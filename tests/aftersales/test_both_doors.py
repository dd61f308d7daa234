"""Bad input through the shopper's door and through the desk's: the same sentence, the same code,
and nothing changed (issue of after-sales, proof)."""

import pytest

from tests.aftersales.conftest import everything
from tests.aftersales.factories import RETURN, lines_of, prove, send
from tests.aftersales.test_bad_input import refused
from tests.aftersales.test_routes import asked, keyed
from xiaoer.aftersales import service
from xiaoer.aftersales.models import EvidenceKind, Reason
from xiaoer.core.ids import new_id
from xiaoer.orders.models import OrderStatus

DOORS = {"shopper": "/chat/aftersales", "desk": "/api"}


@pytest.fixture(params=DOORS)
def door(request, shopper):
    return DOORS[request.param]


class TestOpening:
    @pytest.mark.parametrize("what", ["cases", "quotes"])
    @pytest.mark.parametrize(
        ("more", "code"),
        [
            ({"cents": 0}, "AmountNotAllowed"),
            ({"cents": -1}, "AmountNotAllowed"),
            ({"cents": 10002}, "AmountTooHigh"),
            ({"cents": 2**60}, "Malformed"),
            ({"currency": "USD"}, "OtherCurrencyAsked"),
            ({"instrument_id": str(new_id())}, "InstrumentNotFound"),
            ({"lines": []}, "NothingChosen"),
        ],
    )
    def test_amounts_and_currencies(self, client, desk, make, session, door, what, more, code):
        order = make()
        before = everything(session)
        body = asked(session, order, **more)
        answer = client.post(f"{door}/orders/{order.id}/{what}", json=body, **keyed())
        refused(answer, code, session, before)

    @pytest.mark.parametrize("what", ["cases", "quotes"])
    def test_units_of_another_order(self, client, desk, make, session, door, what):
        order, other = make(), make()
        before = everything(session)
        path = f"{door}/orders/{order.id}/{what}"
        refused(
            client.post(path, json=asked(session, other), **keyed()), "UnitUnknown", session, before
        )

    def test_more_units_than_there_are_or_are_free(self, client, desk, make, buyer, session, door):
        order = make()
        line = str(lines_of(session, order)[0].id)
        path = f"{door}/orders/{order.id}/cases"
        before = everything(session)
        for qty, code in ((0, "NothingChosen"), (-1, "NothingChosen"), (4, "UnitUnknown")):
            body = asked(session, order, lines=[{"order_line_id": line, "qty": qty}])
            refused(client.post(path, json=body, **keyed()), code, session, before)
        desk.ask(order, 2, 0, by=buyer)
        before = everything(session)
        body = asked(session, order, lines=[{"order_line_id": line, "qty": 2}])
        refused(client.post(path, json=body, **keyed()), "UnitTaken", session, before)

    def test_a_key_with_another_body(self, client, desk, make, session, door):
        order, key = make(), keyed()
        path = f"{door}/orders/{order.id}/cases"
        body = asked(session, order)
        assert client.post(path, json=body, **key).status_code == 201
        before = everything(session)
        answer = client.post(path, json=body | {"cents": 5000}, **key)
        refused(answer, "KeyReused", session, before, status=422)
        assert client.post(path, json=body, **key).status_code == 201
        assert everything(session) == before


@pytest.fixture
def refusedone(desk, make, buyer, session):
    """A return that was said no to: the buyer may ask again, or escalate."""
    proofs = [prove(EvidenceKind.ITEM_PHOTO)]
    case = desk.ask(
        make(OrderStatus.SIGNED),
        by=buyer,
        **(RETURN | {"reason": Reason.QUALITY_DEFECT, "proofs": proofs}),
    )
    return service.refuse(
        session,
        desk.actor,
        case_id=case.id,
        version=case.version,
        reason="amount_wrong",
        words="金额不符",
    )


@pytest.fixture
def offered(desk, make, buyer, session):
    case = desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN)
    return service.propose(session, desk.actor, case_id=case.id, version=case.version, cents=5000)


class TestActing:
    @pytest.mark.parametrize(
        ("cents", "code"),
        [(0, "AmountNotAllowed"), (-1, "AmountNotAllowed"), (10002, "AmountTooHigh")],
    )
    def test_asking_again_for_what_cannot_be(self, client, refusedone, session, door, cents, code):
        before = everything(session)
        body = {"version": refusedone.version, "cents": cents}
        answer = client.post(f"{door}/cases/{refusedone.id}/revision", json=body, **keyed())
        refused(answer, code, session, before)

    @pytest.mark.parametrize(
        ("cents", "code"),
        [(0, "AmountNotAllowed"), (-1, "AmountNotAllowed"), (10002, "AmountTooHigh")],
    )
    def test_a_counter_offer_that_cannot_be(self, client, offered, session, door, cents, code):
        before = everything(session)
        body = {"version": offered.version, "counter_cents": cents}
        answer = client.post(f"{door}/cases/{offered.id}/decline", json=body, **keyed())
        refused(answer, code, session, before)

    @pytest.mark.parametrize("version", [0, 999])
    def test_forged_versions(
        self, client, desk, back, buyer, refusedone, offered, session, door, version
    ):
        """I16: of every act that changes a case."""
        agreed, sent = back(1, 0, sent=False), back(1, 0, sent=False)
        send(desk, buyer, sent)
        acts = [
            (refusedone, "revision", {"cents": 100}),
            (refusedone, "escalation", {"words": "x"}),
            (refusedone, "withdrawal", {}),
            (offered, "acceptance", {}),
            (offered, "decline", {}),
            (agreed, "return", {"carrier": "圆通", "tracking_no": "YT9900000001"}),
            (agreed, "pickup", {"pickup": {"courier": "顺丰"}}),
        ]
        if door == DOORS["desk"]:
            line = str(lines_of(session, desk.order(sent))[0].id)
            counts = [{"order_line_id": line, "received": 1, "accepted": 1}]
            acts += [
                (sent, "receipt", {"lines": counts}),
                (sent, "fast-refund", {"reason": "x"}),
                (refusedone, "override", {"cents": 1, "reason": "x"}),
            ]
        before = everything(session)
        for case, act, more in acts:
            answer = client.post(
                f"{door}/cases/{case.id}/{act}", json={"version": version} | more, **keyed()
            )
            refused(answer, "CaseChanged", session, before, status=409)

    def test_a_key_with_another_body(self, client, refusedone, session, door):
        key = keyed()
        path = f"{door}/cases/{refusedone.id}/revision"
        body = {"version": refusedone.version, "cents": 5000}
        assert client.post(path, json=body, **key).status_code == 200
        before = everything(session)
        answer = client.post(path, json=body | {"cents": 4000}, **key)
        refused(answer, "KeyReused", session, before, status=422)
        assert client.post(path, json=body, **key).status_code == 200
        assert everything(session) == before

    def test_a_tracking_number_of_another_case(self, client, desk, back, buyer, session, door):
        first, second = back(1, 0, sent=False), back(1, 0, sent=False)
        send(desk, buyer, first, "YT8800000007")
        before = everything(session)
        body = {"version": second.version, "carrier": "圆通", "tracking_no": " yt8800000007 "}
        path = f"{door}/cases/{second.id}/return"
        answer = client.post(path, json=body, **keyed())
        refused(answer, "TrackingNumberUsed", session, before, status=409)
        bad = client.post(path, json=body | {"tracking_no": "单号"}, **keyed())
        refused(bad, "TrackingNumberBad", session, before)

    def test_what_does_not_fit_the_state(self, client, desk, offered, refusedone, session, door):
        before = everything(session)
        for case, act, more in (
            (refusedone, "confirmation", {}),
            (refusedone, "acceptance", {}),
            (offered, "escalation", {"words": "x"}),
            (offered, "return", {"carrier": "圆通", "tracking_no": "YT9900000002"}),
        ):
            body = {"version": case.version} | more
            answer = client.post(f"{door}/cases/{case.id}/{act}", json=body, **keyed())
            assert answer.json()["code"] in ("CaseCannotMove", "OfferNotFound"), answer.text
            assert answer.status_code in (404, 409)
            assert everything(session) == before


def test_a_difference_is_not_paid_with_a_stranger_s_card(
    client, desk, bought, buyer, skus, session, shopper
):
    """Neither for a quote nor for a request."""
    order = bought()
    line = str(lines_of(session, order)[0].id)
    before = everything(session)
    body = {
        "kind": "exchange",
        "reason": "dislike",
        "lines": [{"order_line_id": line, "qty": 1, "sku_id": str(skus[1].id)}],
        "instrument_id": str(new_id()),
    }
    answer = client.post(f"/chat/aftersales/orders/{order.id}/cases", json=body, **keyed())
    refused(answer, "InstrumentNotFound", session, before)
