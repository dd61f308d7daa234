"""A real sandbox process over HTTP, each of its faults, and our answer to it."""

from typing import Any, ClassVar

import httpx
import pytest
from sqlalchemy import text

from xiaoer.core import db, queue
from xiaoer.core.ids import new_id
from xiaoer.payments import provider, service
from xiaoer.payments.models import Movement, MovementState, Payment
from xiaoer.payments.sandbox import running, signing
from xiaoer.payments.sandbox.client import SandboxClient
from xiaoer.payments.sandbox.running import Place
from xiaoer.payments.sandbox.truth import Truth

S = MovementState


def event(movement: Movement, kind: str = "settled", **other: Any) -> dict[str, Any]:
    told = {
        "event": kind,
        "key": str(movement.id),
        "provider_ref": f"ref_{movement.id}",
        "charge_ref": "",
        "cents": movement.cents,
        "currency": movement.currency,
        "failure": "",
    }
    return told | other


def call_back(house, body: dict[str, Any], **headers: str) -> httpx.Response:
    content = signing.canonical(body)
    return httpx.post(
        house.sandbox.place.notify_url,
        content=content,
        headers=signing.headers(signing.key(), content) | headers,
    )


class TestFaults:
    @pytest.mark.row("RET-17")
    def test_nothing_wrong(self, house):
        refund = house.refund()
        house.work()
        found = house.movement(refund)
        assert (found.state, found.attempts, house.executions(refund)) == (S.SETTLED, 1, 1)
        assert found.provider_ref.startswith("sb_")
        house.sound()

    def test_refused_for_good(self, house):
        house.sandbox.misbehave({"fault": "refuse", "code": "card_closed"})
        refund = house.refund()
        house.work()
        found = house.movement(refund)
        assert (found.state, found.failure, house.executions(refund)) == (
            S.FAILED, "card_closed", 0,
        )  # fmt: skip
        house.sound()

    @pytest.mark.parametrize("fault", ["drop", "break"])
    def test_no_answer_is_unknown_until_it_is_asked_about(self, house, fault):
        """Dropped after the work, or broken before it: nothing tells which."""
        house.sandbox.misbehave({"fault": fault})
        refund = house.refund()
        house.work()
        assert house.movement(refund).state is S.UNKNOWN
        assert house.events("RefundUnknown") == 1
        house.sound()
        house.later(refund)
        assert (house.movement(refund).state, house.executions(refund)) == (S.SETTLED, 1)
        house.sound()

    def test_a_time_out_after_the_work(self, house, monkeypatch):
        hasty = SandboxClient(house.sandbox.place, signing.key(), timeout=0.3)
        monkeypatch.setitem(provider._makers, "sandbox", lambda: hasty)
        house.sandbox.misbehave({"fault": "slow", "seconds": 1.0})
        refund = house.refund()
        house.work()
        assert (house.movement(refund).state, house.executions(refund)) == (S.UNKNOWN, 1)
        house.later(refund)
        assert (house.movement(refund).state, house.executions(refund)) == (S.SETTLED, 1)
        hasty.close()
        house.sound()

    def test_a_time_out_before_the_work(self, house, monkeypatch):
        """The first attempt still does it, after the second one has asked and told again."""
        hasty = SandboxClient(house.sandbox.place, signing.key(), timeout=0.3)
        monkeypatch.setitem(provider._makers, "sandbox", lambda: hasty)
        house.sandbox.misbehave({"fault": "hesitate", "seconds": 1.0})
        refund = house.refund()
        house.work()
        house.later(refund)
        assert house.movement(refund).state is S.SETTLED
        hasty.close()
        house.wait_for(refund, lambda _: house.executions(refund) == 1)
        house.sound()

    @pytest.mark.parametrize("fault", ["late", "twice", "disorder"])
    def test_called_back_later_twice_or_out_of_order(self, house, fault):
        house.sandbox.misbehave({"fault": fault, "seconds": 0.2})
        refund = house.refund()
        house.work()
        house.wait_for(refund, lambda each: each.state is S.SETTLED)
        # by its call, not by its answer: however busy the machine is
        assert house.told(refund).count("settled applied") == 1
        assert (house.events("RefundSettled"), house.executions(refund)) == (1, 1)
        assert house.movement(refund).conflict == ""
        house.sound()

    def test_never_called_back(self, house):
        house.sandbox.misbehave({"fault": "silent"})
        refund = house.refund()
        house.work()
        house.later(refund)
        assert (house.movement(refund).state, house.executions(refund)) == (S.SETTLED, 1)

    def test_settled_after_it_said_failed(self, house):
        house.sandbox.misbehave({"fault": "recant", "seconds": 0.2})
        refund = house.refund()
        house.work()
        found = house.wait_for(refund, lambda each: bool(each.conflict))
        assert (found.state, found.conflict) == (S.FAILED, "settled")
        assert house.events("RefundDisagrees") == 1
        house.sound()

    def test_a_provider_that_is_away_is_tried_again_soon(self, house, monkeypatch):
        place = Place("http://127.0.0.1:9", house.sandbox.place.notify_url)
        away = SandboxClient(place, signing.key())
        monkeypatch.setitem(provider._makers, "sandbox", lambda: away)
        refund = house.refund()
        house.work()
        found = house.movement(refund)
        assert (found.state, found.attempts) == (S.SUBMITTED, 1)
        monkeypatch.setitem(provider._makers, "sandbox", lambda: house.sandbox)
        house.later(refund)
        away.close()
        assert house.movement(refund).state is S.SETTLED

    def test_the_bank_sends_a_refund_back(self, house):
        refund = house.refund()
        house.work()
        house.sandbox.reverse(refund)
        house.wait_for(refund, lambda each: each.state is S.REVERSED)
        assert house.events("RefundReversed") == 1
        house.sound()

    def test_the_bank_takes_a_payment_back(self, house):
        refund = house.refund(5000)
        house.work()
        with db.transaction() as session:
            payment = session.query(Payment).one()
        house.sandbox.charge_back(
            charge_ref=payment.provider_ref, ref="cb_7", cents=12800, currency="CNY"
        )
        house.wait_for(refund, lambda _: house.events("ChargedBack") == 1)
        with db.transaction() as session:
            assert session.query(Payment).one().settled_cents == 12800
        house.sound()

    def test_a_day_without_an_answer_calls_people(self, house):
        house.sandbox.misbehave({"fault": "break", "times": 0})
        refund = house.refund()
        house.work()
        with db.transaction() as session:
            session.execute(
                text("UPDATE money_movements SET submitted_at = now() - interval '25 hours'")
            )
        house.later(refund)
        house.later(refund)
        assert house.movement(refund).people_by is not None
        assert house.events("RefundOverdue") == 1
        assert house.executions(refund) == 0


def carry_out(movement_id):
    """The job of a movement, as the worker does it."""
    queue.perform(None, "payments.submit", {"movement_id": str(movement_id)})


class TestWork:
    def test_a_job_run_twice_sends_once(self, house):
        refund = house.refund()
        carry_out(refund)
        carry_out(refund)
        house.work()
        assert (house.movement(refund).attempts, house.executions(refund)) == (1, 1)

    def test_somebody_elses_claim_is_respected(self, house):
        refund = house.refund()
        with db.transaction() as session:
            session.execute(
                text("UPDATE money_movements SET claimed_until = now() + interval '1 minute'")
            )
        carry_out(refund)
        service.check(refund)
        assert (house.movement(refund).state, house.executions(refund)) == (S.SUBMITTED, 0)


class TestCallbacks:
    @pytest.mark.parametrize(
        "headers",
        [
            {signing.SIGNATURE: "0" * 64},
            {signing.SIGNATURE: ""},
            {signing.SIGNATURE: "签"},
            {signing.TIMESTAMP: "1000"},
            {signing.TIMESTAMP: "soon"},
        ],
    )
    def test_strangers_are_turned_away(self, house, headers):
        refund = house.refund()
        headers = {name: value.encode() for name, value in headers.items()}
        answer = call_back(house, event(house.movement(refund)), **headers)
        assert (answer.status_code, answer.json()["code"]) == (401, "SignatureWrong")
        assert house.movement(refund).state is S.SUBMITTED

    def test_an_unknown_provider_is_not_there(self, house):
        url = house.sandbox.place.notify_url.replace("/sandbox", "/nobody")
        assert httpx.post(url, json={}).status_code == 404

    def test_signed_nonsense_is_refused(self, house):
        movement = house.movement(house.refund())
        for wrong in ({"event": "gone"}, {"cents": 0}, {"cents": "1"}, {"currency": "yuan"}):
            answer = call_back(house, event(movement, **wrong))
            assert (answer.status_code, answer.json()["code"]) == (422, "CallbackNotUnderstood")
        assert house.movement(movement.id).state is S.SUBMITTED

    @pytest.mark.parametrize("wrong", [{"cents": 1}, {"currency": "USD"}])
    def test_another_amount_is_not_followed(self, house, wrong):
        refund = house.refund()
        answer = call_back(house, event(house.movement(refund), **wrong))
        assert answer.json() == {"outcome": "contradiction"}
        found = house.movement(refund)
        assert (found.state, bool(found.conflict)) == (S.SUBMITTED, True)

    def test_nobodys_movement_is_noted(self, house):
        movement = house.movement(house.refund())
        answer = call_back(house, event(movement, key=str(new_id())))
        assert answer.json() == {"outcome": "unmatched"}

    def test_the_same_event_again_is_known(self, house):
        movement = house.movement(house.refund())
        outcomes = [call_back(house, event(movement)).json()["outcome"] for _ in range(3)]
        assert outcomes == ["applied", "known", "known"]
        assert house.events("RefundSettled") == 1
        house.work()  # the job comes after the callback and finds nothing to do
        assert house.executions(movement.id) == 0


class TestTruth:
    ORDER: ClassVar[dict[str, Any]] = {
        "key": "k1", "kind": "refund", "cents": 60, "currency": "CNY", "instrument": "card",
        "charge_ref": "c1", "charge_cents": 100, "notify_url": "",
    }  # fmt: skip

    def test_it_survives_a_kill_in_the_middle_of_a_line(self, tmp_path):
        journal = tmp_path / "journal"
        Truth(journal).take(self.ORDER)
        with journal.open("ab") as file:
            file.write(b'{"key": "k2", "cen')
        again = Truth(journal)
        assert list(again.orders) == ["k1"]
        assert again.take(self.ORDER | {"key": "k3"}).failure == "above_charge"

    def test_one_key_is_one_order(self, tmp_path):
        truth = Truth(tmp_path / "journal")
        first = truth.take(self.ORDER)
        assert truth.take(self.ORDER) is first
        assert first.executions == 1
        assert truth.take(self.ORDER | {"cents": 50}) is None

    def test_it_signs_for_itself_only(self, house):
        stranger = SandboxClient(house.sandbox.place, b"another secret")
        with pytest.raises(provider.ProviderAway):
            stranger.truth()
        stranger.close()
        assert running.place() == house.sandbox.place
