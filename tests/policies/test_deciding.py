"""Cases decided by the versions in force."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.policies.conftest import FAST, RETURN
from tests.policies.factories import row, table
from xiaoer.core import clock
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.errors import MissingPermission
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.policies import service
from xiaoer.policies.errors import (
    DecisionNotFound,
    NoPolicyInForce,
    NothingDecided,
    ReasonMissing,
    UnknownFact,
    WrongFact,
)
from xiaoer.policies.models import Decision, Outcome, PolicyVersion, ShadowDifference
from xiaoer.policies.service import Scope, Subject


def count(session):
    return session.scalar(select(func.count()).select_from(Decision))


class TestDeciding:
    @pytest.mark.row("POL-2")
    def test_it_is_kept_with_its_reasons(self, session, decide, actor, frozen):
        case_id = new_id()
        made = decide("returns", RETURN, subject=Subject("case", case_id))
        session.expunge_all()
        kept = session.get_one(Decision, made.id)
        assert (kept.outcome, kept.row, kept.decided) == (Outcome.MATCHED, "B8", "approve")
        assert kept.outputs["freight_payer"] == "buyer"
        assert kept.facts["case.days_since_delivery"] == 3
        assert kept.trace["clauses"] == ["2.1"]
        assert {miss["row"]: miss["fact"] for miss in kept.trace["near"]}["B7"] == (
            "store.freight_insurance"
        )
        assert (kept.subject_id, kept.actor_name) == (case_id, actor.name)
        assert kept.at == clock.now()

    def test_a_fact_nobody_knows_is_asked_for(self, decide):
        made = decide("returns", {**RETURN, "case.days_since_delivery": None})
        assert made.outcome is Outcome.NEED_FACT
        assert made.needs == ["case.days_since_delivery"]
        assert (made.row, made.outputs, made.decided) == (None, {}, None)

    @pytest.mark.parametrize(
        ("facts", "error"),
        [
            ({"case.mood": "sad"}, UnknownFact),
            ({"case.kind": "gift"}, WrongFact),
            ({"case.requested_cents": 10.5}, WrongFact),
            ({"case.requested_cents": 2**53}, WrongFact),
            ({"case.days_since_delivery": True}, WrongFact),
            ({"store.seven_day": 1}, WrongFact),
            ({"line.flags": "custom_made"}, WrongFact),
            ({"order.market": "C\0N"}, WrongFact),
        ],
    )
    def test_wrong_facts_decide_nothing(self, session, decide, facts, error):
        with pytest.raises(error):
            decide("returns", {**RETURN, **facts})
        assert count(session) == 0

    def test_where_nothing_is_in_force_nothing_is_decided(self, session, decide, actor):
        with pytest.raises(NoPolicyInForce):
            decide("horoscope", {})
        stranger = Actor(ActorKind.AGENT, new_id(), "外人", frozenset(Permission))
        with pytest.raises(NoPolicyInForce):
            service.decide(session, stranger, table="returns", shop_id=new_id(), facts=RETURN)
        nobody = Actor(ActorKind.AGENT, new_id(), "小满")
        with pytest.raises(MissingPermission):
            service.decide(session, nobody, table="returns", shop_id=new_id(), facts=RETURN)
        assert count(session) == 0

    def test_a_decision_costs_two_statements(self, session, decide, count_statements):
        decide("reasons", {"case.reason": "quality_defect"})
        with count_statements(session) as seen:
            decide("reasons", {"case.reason": "quality_defect"})
        assert len(seen) == 2

    @pytest.mark.row("POL-1")
    def test_the_narrowest_scope_decides(self, session, decide, actor, shop):
        approve = table(default={"then": {"decision": "approve"}, "clause": "1"})
        version = service.draft(
            session,
            actor,
            table="fast_refund",
            shop_id=shop.id,
            scope=Scope(category="fresh"),
            content=approve,
        )
        service.activate(session, actor, version.id)
        fresh = decide("fast_refund", FAST, scope=Scope(category="fresh"))
        other = decide("fast_refund", FAST, scope=Scope(category="shoes"))
        assert (fresh.version_id, fresh.row) == (version.id, "default")
        assert other.row == "F4"

    def test_the_law_is_never_taken_away(self, session, decide, actor, shop):
        """A policy older than the law it now stands on is raised when it decides."""
        mean = table(
            row("R", {"case.kind": {"eq": "return_refund"}}, {"decision": "refuse"}),
            table="returns",
        )
        version = service.draft(session, actor, table="returns", shop_id=shop.id, content=mean)
        session.execute(
            PolicyVersion.__table__.update()
            .where(PolicyVersion.id == version.id)
            .values(state="active", effective_from=clock.now())
        )
        made = decide("returns", RETURN)
        assert (made.row, made.decided) == ("R", "review")
        assert made.outputs["refusal_allowed"] is False
        assert made.trace["floor"]["clauses"] == ["cpl25"]
        assert made.trace["floor"]["raised"] == ["decision"]
        late = decide("returns", {**RETURN, "case.days_since_delivery": 8})
        assert late.decided == "refuse"

    def test_the_version_of_the_order_s_day_decides_if_it_is_better(
        self, session, decide, actor, shop, frozen
    ):
        placed_at = clock.now()
        generous = service.draft(session, actor, table="returns", shop_id=shop.id)
        for row_id in ("B8", "B11"):
            wide = next(r for r in generous.content["rows"] if r["id"] == row_id)
            wide["when"]["case.days_since_delivery"] = {"lte": 30}
            generous = service.put_row(session, actor, generous.id, wide)
        generous = service.put_part(session, actor, generous.id, "tests", [])
        service.activate(session, actor, generous.id)
        frozen(timedelta(days=1))
        narrow = service.draft(session, actor, table="returns", shop_id=shop.id)
        for row_id in ("B8", "B11"):
            small = next(r for r in narrow.content["rows"] if r["id"] == row_id)
            small["when"]["case.days_since_delivery"] = {"lte": 7}
            narrow = service.put_row(session, actor, narrow.id, small)
        service.activate(session, actor, narrow.id)
        facts = {**RETURN, "case.days_since_delivery": 20}
        frozen(timedelta(hours=1))
        assert decide("returns", facts).decided == "refuse"
        pinned = decide("returns", facts, pinned_at=placed_at + timedelta(hours=1))
        assert (pinned.decided, pinned.version_id) == ("approve", generous.id)
        assert pinned.trace["pinned"] is True

    def test_preview_keeps_nothing(self, session, actor, shop):
        judged = service.preview(session, actor, table="returns", shop_id=shop.id, facts=RETURN)
        assert judged.outputs["decision"] == "approve"
        assert count(session) == 0


@pytest.mark.row("POL-2")
class TestOverriding:
    def test_it_needs_a_reason_and_the_first_stays(self, session, client, decide):
        first = decide("returns", {**RETURN, "case.days_since_delivery": 12})
        path = f"/api/policy-decisions/{first.id}/override"
        body = {"outputs": {"decision": "approve"}, "reason": "老客户，包裹延误"}
        made = client.post(path, json=body).json()
        assert (made["override_of"], made["outputs"]["decision"]) == (str(first.id), "approve")
        assert session.get_one(Decision, first.id).decided == "refuse"
        told = session.scalars(select(EventRow).where(EventRow.kind == "DecisionOverridden")).one()
        assert told.data["reason"] == "老客户，包裹延误"

    def test_refusals_change_nothing(self, session, client, decide, actor, acting, shop):
        first = decide("returns", RETURN)
        open_ = decide("returns", {})
        fine = {"decision": "refuse"}
        with pytest.raises(ReasonMissing):
            service.override(session, actor, first.id, outputs=fine, reason=" ")
        with pytest.raises(NothingDecided):
            service.override(session, actor, open_.id, outputs=fine, reason="x")
        with pytest.raises(WrongFact):
            service.override(session, actor, first.id, outputs={"decision": "maybe"}, reason="x")
        stranger = Actor(
            ActorKind.AGENT, new_id(), "外人", frozenset(Permission), frozenset({new_id()})
        )
        with pytest.raises(DecisionNotFound):
            service.override(session, stranger, first.id, outputs=fine, reason="x")
        acting["actor"] = Actor(
            ActorKind.AGENT,
            new_id(),
            "小满",
            frozenset({Permission.POLICIES_READ}),
            frozenset({shop.id}),
        )
        body = {"outputs": fine, "reason": "x"}
        refused = client.post(f"/api/policy-decisions/{first.id}/override", json=body)
        assert refused.status_code == 403
        assert count(session) == 2

    @pytest.mark.row("POL-4")
    def test_alike_cases_that_ended_differently_are_named(
        self, client, session, decide, actor, shop
    ):
        facts = {**RETURN, "case.days_since_delivery": 12}
        first, _ = decide("returns", facts), decide("returns", facts)
        decide("returns", RETURN)
        path = f"/api/policy-fairness?shop_id={shop.id}"
        assert client.get(path).json()["items"] == []
        service.override(session, actor, first.id, outputs={"decision": "approve"}, reason="例外")
        (alike,) = client.get(path).json()["items"]
        assert (alike["cases"], alike["endings"], alike["overridden"]) == (2, 2, 1)


class TestShadow:
    def test_what_it_would_have_decided_is_kept(self, session, decide, actor, shop, client):
        version = service.draft(session, actor, table="fast_refund", shop_id=shop.id)
        strict = next(r for r in version.content["rows"] if r["id"] == "F4")
        strict["then"]["effect"] = "propose"
        tests = [t for t in version.content["tests"] if t.get("row") != "F4"]
        service.put_row(session, actor, version.id, strict)
        service.put_part(session, actor, version.id, "tests", tests)
        service.shadow(session, actor, version.id)
        made = decide("fast_refund", FAST)
        decide("fast_refund", {**FAST, "customer.fast_refund": "none"})
        assert made.outputs["effect"] == "auto"
        kept = session.scalars(select(ShadowDifference)).one()
        assert (kept.decision_id, kept.outputs["effect"]) == (made.id, "propose")
        path = f"/api/policy-versions/{version.id}/differences"
        assert [each["id"] for each in client.get(path).json()["items"]] == [str(made.id)]


@pytest.mark.row("FST-2", "FST-3", "FST-4", "FST-5", "FST-6")
class TestFastRefund:
    @pytest.mark.parametrize(
        ("facts", "row_id", "decision", "effect"),
        [
            ({}, "F4", "approve", "auto"),
            ({"return.node": "none"}, "default", "review", "none"),
            ({"return.tracking_given": False}, "default", "review", "none"),
            ({"case.requested_cents": 120_001}, "F5", "approve", "propose"),
            ({"customer.fast_refund": "inactive"}, "default", "review", "none"),
            (
                {"customer.fast_refund": "inactive", "return.node": "transit_hub"},
                "F6",
                "approve",
                "propose",
            ),
            (
                {"customer.fast_refund": "inactive", "return.node": "our_region"},
                "F6",
                "approve",
                "propose",
            ),
            ({"customer.fast_refund": "none"}, "F7", "review", "propose"),
            ({"customer.risk": "high"}, "F3", "review", "none"),
            ({"return.inspection": "passed"}, "F2", "approve", "propose"),
        ],
    )
    def test_by_entitlement_node_amount_and_risk(self, decide, facts, row_id, decision, effect):
        made = decide("fast_refund", {**FAST, **facts})
        assert (made.row, made.decided, made.outputs["effect"]) == (row_id, decision, effect)
