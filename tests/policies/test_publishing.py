"""Versions are written, checked, held to the law, switched on, read and retired."""

import copy
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from tests.policies.conftest import RETURN
from tests.policies.factories import row, table
from xiaoer.core import clock
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.policies import service
from xiaoer.policies.models import Policy, PolicyEdit, PolicyReading, PolicyVersion, VersionState
from xiaoer.policies.rules import checking, content, shipped


@pytest.fixture
def draft(session, actor, shop):
    def make(name="returns", text_=None):
        return service.draft(session, actor, table=name, shop_id=shop.id, content=text_)

    return make


def state(session, version):
    session.expire_all()
    return session.get_one(PolicyVersion, version.id).state


class TestShipped:
    @pytest.mark.parametrize("text_", shipped.house(), ids=lambda each: each["table"])
    def test_it_passes_its_own_checks(self, text_):
        read = content.read(text_)
        assert checking.findings(read) == []
        assert checking.failures(read) == []

    def test_profiles_pass_theirs(self):
        for name in shipped.profiles():
            for text_ in shipped.profile(name):
                read = content.read(text_)
                assert (checking.findings(read), checking.failures(read)) == ([], [])

    @pytest.mark.row("POL-7")
    def test_the_standard_policy_gives_what_the_law_gives(self):
        by_name = {each["table"]: content.read(each) for each in shipped.house()}
        law = by_name["statutory.returns"]
        assert checking.undercuts(by_name["returns"], law, {"order.market": "CN"}) == []

    def test_amounts_that_change_are_marked_and_dated(self):
        marked = {each["table"] for each in shipped.house() if each.get("example")}
        assert {"late_shipping", "retention", "authority"} <= marked
        for each in shipped.house():
            assert not each.get("example") or each["as_of"] == "2026-11-01"

    def test_they_are_in_force_in_every_shop(self, client, shop):
        items = client.get("/api/policies", params={"shop_id": str(shop.id)}).json()["items"]
        assert {each["table"] for each in items} == {each["table"] for each in shipped.house()}
        assert all(each["in_force"]["state"] == "active" for each in items)


class TestEditing:
    def test_rows_and_columns_with_who_changed_what(self, client, session, draft, actor):
        version = draft("fast_refund")
        path = f"/api/policy-versions/{version.id}"
        first = version.content["rows"][0]
        changed = {**first, "then": {**first["then"], "code": "failed"}}
        made = client.put(f"{path}/rows/F1", json={"row": changed, "revision": 1})
        assert (made.status_code, made.json()["revision"]) == (200, 2)
        assert made.json()["content"]["rows"][0] == changed
        moved = client.put(f"{path}/rows/F1", json={"row": changed, "position": 2}).json()
        assert [each["id"] for each in moved["content"]["rows"]][:3] == ["F2", "F3", "F1"]
        wide = client.put(f"{path}/columns/facts/customer.tier", json={}).json()
        assert wide["content"]["facts"][-1] == "customer.tier"
        less = client.delete(f"{path}/columns/outputs/code").json()
        assert all("code" not in each["then"] for each in less["content"]["rows"])
        gone = client.delete(f"{path}/rows/F7").json()
        assert "F7" not in [each["id"] for each in gone["content"]["rows"]]
        assert gone["content_hash"] == content.fingerprint(gone["content"])
        told = client.get(f"{path}/edits").json()["items"]
        assert [each["what"] for each in told] == [
            "row F7",
            "column code",
            "column customer.tier",
            "row F1",
            "row F1",
        ]
        assert told[-1]["before"] == first
        assert {each["actor_name"] for each in told} == {actor.name}

    def test_refusals_change_nothing(self, client, session, draft, shop):
        version = draft("fast_refund")
        path = f"/api/policy-versions/{version.id}"
        bad = [
            (f"{path}/rows/F1", {"row": {"when": {"customer.mood": {"eq": "x"}}}}),
            (f"{path}/rows/F1", {"row": {"when": {"customer.risk": {"eq": "x"}}}}),
            (f"{path}/rows/F1", {"row": {"when": {"customer.risk": {"like": "x"}}}}),
            (f"{path}/rows/F1", {"row": {"then": {"decision": 1}}}),
            (f"{path}/columns/facts/customer.mood", {}),
            (f"{path}/parts/hit", {"value": "unique"}),
            (f"{path}/parts/clauses", {"value": [{"id": "1"}]}),
        ]
        for where, body in bad:
            refused = client.put(where, json=body)
            assert (refused.status_code, refused.json()["code"]) == (422, "BadTable"), where
        assert client.delete(f"{path}/rows/F99").status_code == 404
        assert client.delete(f"{path}/columns/facts/line.qty").status_code == 404
        stale = client.put(f"{path}/parts/public", json={"value": False, "revision": 9})
        assert (stale.status_code, stale.json()["code"]) == (409, "ChangedMeanwhile")
        session.expire_all()
        assert session.get_one(PolicyVersion, version.id).revision == 1
        assert session.scalar(select(func.count()).select_from(PolicyEdit)) == 0

    def test_scopes_that_are_none(self, client, session, shop):
        before = session.scalar(select(func.count()).select_from(Policy))
        asked = {"table": "returns", "shop_id": str(shop.id)}
        bad = [
            ({"product_id": str(new_id())}, 404, "ProductNotFound"),
            ({"category": "fresh", "product_id": str(new_id())}, 422, "OneScope"),
            ({"table": "statutory.returns"}, 409, "StatutoryHasNoScope"),
            ({"shop_id": str(new_id())}, 404, "ShopNotFound"),
            ({"table": "horoscope"}, 409, "NoPolicyInForce"),
            ({"content": {"title": {"zh": "a", "en": "b"}, "public": 1}}, 422, "BadTable"),
            ({"content": {"title": {"zh": "a", "en": "b"}, "as_of": 2**80}}, 422, "BadTable"),
        ]
        for body, status, code in bad:
            refused = client.post("/api/policies", json={**asked, **body})
            assert (refused.status_code, refused.json()["code"]) == (status, code)
        assert session.scalar(select(func.count()).select_from(Policy)) == before

    def test_what_is_no_draft_is_never_changed(self, client, session, draft, actor):
        version = draft("fast_refund")
        service.activate(session, actor, version.id)
        body = {"value": False}
        refused = client.put(f"/api/policy-versions/{version.id}/parts/public", json=body)
        assert (refused.status_code, refused.json()["code"]) == (409, "NotADraft")
        with pytest.raises(DBAPIError, match="never changed"), session.begin_nested():
            session.execute(
                text("UPDATE policy_versions SET content = '{}' WHERE id = :id"),
                {"id": version.id},
            )
        session.expire_all()
        kept = session.get_one(PolicyVersion, version.id)
        assert kept.content_hash == content.fingerprint(kept.content)

    def test_strangers_see_nothing_and_the_house_is_not_a_shop_s(
        self, client, session, draft, acting, actor
    ):
        version = draft()
        refused = client.post("/api/policies", json={"table": "returns"})
        assert (refused.status_code, refused.json()["code"]) == (409, "HousePolicy")
        acting["actor"] = Actor(
            ActorKind.AGENT, new_id(), "外人", frozenset(Permission), frozenset({new_id()})
        )
        for method, path in [
            ("GET", ""),
            ("GET", "/check"),
            ("GET", "/edits"),
            ("PUT", "/retirement"),
            ("DELETE", "/rows/B1"),
        ]:
            answer = client.request(method, f"/api/policy-versions/{version.id}{path}")
            assert answer.status_code == 404, path
        assert state(session, version) is VersionState.DRAFT


class TestChecks:
    def found(self, text_):
        return {(each.code, each.row) for each in checking.findings(content.read(text_))}

    def test_unreachable_rows_are_named(self):
        days = "case.days_since_delivery"
        made = table(
            row("A", {days: {"lte": 7}}, {"decision": "approve"}),
            row("B", {days: {"between": [3, 7]}}, {"decision": "review"}),
            row("C", {days: {"gte": 8}}, {"decision": "review"}),
            row("D", {days: {"exists": False}}, {"decision": "review"}),
        )
        # B is taken by A; who asks for the days in A never comes to D
        assert self.found(made) >= {("unreachable", "B"), ("unreachable", "D")}
        assert ("unreachable", "C") not in self.found(made)

    def test_two_rows_together_hide_a_third(self):
        made = table(
            row("A", {"store.seven_day": {"eq": True}}, {"decision": "approve"}),
            row("B", {"store.seven_day": {"eq": False}}, {"decision": "review"}),
            row("C", {"case.kind": {"eq": "exchange"}}, {"decision": "review"}),
        )
        assert ("unreachable", "C") in self.found(made)

    def test_lists_and_comparisons_of_facts(self):
        flags = "line.flags"
        made = table(
            row("A", {flags: {"any": ["gift", "digital"]}}, {"decision": "review"}),
            row("B", {flags: {"has": ["gift", "perishable"]}}, {"decision": "review"}),
            row("C", {flags: {"lacks": ["gift"]}}, {"decision": "review"}),
            row(
                "E",
                {"case.requested_cents": {"lte": {"fact": "case.refundable_cents"}}},
                {"decision": "review"},
            ),
        )
        found = self.found(made)
        assert ("unreachable", "B") in found
        assert ("unreachable", "C") not in found

    def test_missing_default_clause_sentence_and_tests(self):
        made = table(row("A", {}, {"decision": "refuse"}, clause=None), default=None)
        made["rows"][0]["when"] = {}
        assert self.found(made) == {
            ("no_default", "default"),
            ("no_clause", "A"),
            ("no_sentence", "A"),
            ("no_tests", None),
        }

    def test_a_version_that_fails_cannot_be_switched_on(self, client, session, draft):
        made = table(row("A", {}, {"decision": "approve"}, clause="9"))
        made["facts"] = ["case.kind"]
        version = draft("fast_refund", made)
        path = f"/api/policy-versions/{version.id}"
        assert client.get(f"{path}/check").json()["passes"] is False
        refused = client.put(f"{path}/activation", json={})
        assert (refused.status_code, refused.json()["code"]) == (409, "ChecksFailed")
        assert client.put(f"{path}/shadow").status_code == 409
        assert state(session, version) is VersionState.DRAFT

    def test_its_own_tests_must_pass(self, client, session, draft):
        made = table(
            row("A", {"case.kind": {"eq": "exchange"}}, {"decision": "approve"}),
            tests=[{"name": "refund", "facts": {"case.kind": "refund_only"}, "row": "A"}],
        )
        version = draft("fast_refund", made)
        refused = client.put(f"/api/policy-versions/{version.id}/activation", json={})
        assert (refused.status_code, refused.json()["code"]) == (409, "TestsFailed")
        assert refused.json()["detail"]["failures"][0]["was"] == {"row": "default"}
        assert state(session, version) is VersionState.DRAFT


@pytest.mark.row("POL-7")
class TestTheLaw:
    def edited(self, draft, row_id, change):
        text_ = copy.deepcopy(next(e for e in shipped.house() if e["table"] == "returns"))
        change(next(each for each in text_["rows"] if each["id"] == row_id))
        text_["tests"] = []
        return draft("returns", text_)

    @pytest.mark.parametrize(
        ("row_id", "change", "output", "law"),
        [
            ("B8", lambda r: r["then"].update({"decision": "refuse"}),
             "decision", "第25条"),
            ("B11", lambda r: r["then"].update({"refund_within_days": 10}),
             "refund_within_days", "第25条"),
            ("B6", lambda r: r["when"].pop("line.exception_confirmed"),
             "decision", "第25条"),
            ("B2", lambda r: r["then"].update({"freight_payer": "buyer"}),
             "freight_payer", "部分商品修理更换退货责任规定"),
            ("C2", lambda r: r["when"].update({"line.flags": {"has": ["gift"]}}),
             "decision", "部分商品修理更换退货责任规定"),
        ],
    )  # fmt: skip
    def test_below_it_nothing_is_published(
        self, client, session, draft, row_id, change, output, law
    ):
        version = self.edited(draft, row_id, change)
        refused = client.put(f"/api/policy-versions/{version.id}/activation", json={})
        assert (refused.status_code, refused.json()["code"]) == (409, "BelowTheLaw")
        undercuts = refused.json()["detail"]["undercuts"]
        assert any(each["output"] == output and law in each["clause"] for each in undercuts)
        assert undercuts[0]["clause"] in refused.json()["message"]
        assert state(session, version) is VersionState.DRAFT

    def test_better_than_the_law_is_fine(self, client, draft):
        def wider(r):
            r["when"]["case.days_since_delivery"] = {"lte": 30}

        version = self.edited(draft, "B11", wider)
        assert client.put(f"/api/policy-versions/{version.id}/activation", json={}).is_success

    def test_it_can_be_replaced_but_not_switched_off(self, session, client, acting):
        boss = Actor(ActorKind.AGENT, new_id(), "东家", frozenset(Permission), all_shops=True)
        acting["actor"] = boss
        law = session.scalars(
            select(PolicyVersion).join(Policy).where(Policy.table == "statutory.returns")
        ).one()
        refused = client.put(f"/api/policy-versions/{law.id}/retirement")
        assert (refused.status_code, refused.json()["code"]) == (409, "TheLawStays")
        assert state(session, law) is VersionState.ACTIVE

    def test_another_market_has_another_law(self, session, actor, shop, decide):
        shop.settings = {"market": "US"}
        session.flush()
        made = service.apply_profile(session, actor, shop_id=shop.id, profile="tau_retail")
        assert {each.state for each in made} == {VersionState.ACTIVE}
        facts = {
            "case.kind": "refund_only",
            "order.phase": "pre_ship",
            "order.item_swaps": 0,
            "case.reason": "dislike",
        }
        made_ = decide("returns", facts)
        assert (made_.row, made_.outputs["code"]) == ("C4", "reason_not_allowed")


@pytest.mark.row("POL-1")
class TestSwitchingOn:
    def test_from_a_day_on(self, client, session, draft, decide, frozen):
        version = draft()
        start = clock.now() + timedelta(days=3)
        made = client.put(
            f"/api/policy-versions/{version.id}/activation",
            json={"effective_from": start.isoformat()},
        )
        assert made.json()["state"] == "active"
        assert decide("returns", RETURN).version_id != version.id
        frozen(timedelta(days=3))
        assert decide("returns", RETURN).version_id == version.id

    def test_the_one_before_ends_and_stays_readable(self, session, draft, decide, actor, frozen):
        first, second = draft(), draft()
        service.activate(session, actor, first.id)
        frozen(timedelta(days=1))
        start = clock.now() + timedelta(days=1)
        service.activate(session, actor, second.id, effective_from=start)
        assert state(session, first) is VersionState.ACTIVE
        assert decide("returns", RETURN).version_id == first.id
        frozen(timedelta(days=2))
        assert decide("returns", RETURN).version_id == second.id

    def test_the_worker_retires_what_ended(self, session, draft, actor, frozen, run_jobs):
        first, second = draft(), draft()
        service.activate(session, actor, first.id)
        start = clock.now() + timedelta(hours=1)
        service.activate(session, actor, second.id, effective_from=start)
        frozen(timedelta(hours=2))
        run_jobs()
        assert state(session, first) is VersionState.RETIRED
        assert state(session, second) is VersionState.ACTIVE

    def test_taken_back_the_one_before_goes_on(self, session, draft, decide, actor, frozen):
        first, second = draft(), draft()
        service.activate(session, actor, first.id)
        start = clock.now() + timedelta(days=1)
        service.activate(session, actor, second.id, effective_from=start)
        service.retire(session, actor, second.id)
        frozen(timedelta(days=2))
        assert decide("returns", RETURN).version_id == first.id

    def test_moves_that_are_none(self, client, session, draft, actor, frozen):
        first = draft()
        path = f"/api/policy-versions/{first.id}"
        past = {"effective_from": (clock.now() - timedelta(days=1)).isoformat()}
        assert client.put(f"{path}/activation", json=past).json()["code"] == "StartsInThePast"
        assert state(session, first) is VersionState.DRAFT
        service.retire(session, actor, first.id)
        refused = client.put(f"{path}/activation", json={})
        assert (refused.status_code, refused.json()["code"]) == (409, "CannotMove")
        later, third = draft(), draft()
        start = clock.now() + timedelta(days=1)
        service.activate(session, actor, later.id, effective_from=start)
        refused = client.put(f"/api/policy-versions/{third.id}/activation", json={})
        assert (refused.status_code, refused.json()["code"]) == (409, "LaterVersionWaits")
        assert state(session, third) is VersionState.DRAFT

    @pytest.mark.row("POL-8")
    def test_it_is_announced_and_read(self, client, session, draft, actor, shop):
        version = draft()
        service.activate(session, actor, version.id)
        told = session.scalars(select(EventRow).where(EventRow.kind == "PolicyActivated")).one()
        assert told.topics == [f"shop:{shop.id}"]
        path = f"/api/policy-versions/{version.id}"
        for _ in range(2):
            assert client.put(f"{path}/reading").status_code == 204
        assert session.scalars(select(PolicyReading)).one().agent_name == actor.name
        (read,) = client.get(f"{path}/readings").json()["items"]
        assert read["agent_id"] == str(actor.id)


class TestPublished:
    @pytest.mark.row("POL-5", "POL-6")
    def test_customers_read_the_version_in_force(self, client, session, draft, actor, shop, acting):
        version = draft()
        about = {"zh": "三十天内可退。", "en": "Thirty days."}
        service.put_part(session, actor, version.id, "about", about)
        acting["actor"] = None
        page = client.get(f"/chat/{shop.code}/policies").json()
        returns = next(each for each in page["tables"] if each["table"] == "returns")
        assert returns["about"] != about
        assert "七天" in " ".join(each["zh"] for each in returns["clauses"])
        assert "automation" not in {each["table"] for each in page["tables"]}
        service.activate(session, actor, version.id)
        page = client.get(f"/chat/{shop.code}/policies").json()
        returns = next(each for each in page["tables"] if each["table"] == "returns")
        assert (returns["about"], returns["number"]) == (about, version.number)

    @pytest.mark.row("POL-3")
    def test_agents_have_the_official_words(self, client, shop):
        items = client.get("/api/policy-clauses", params={"shop_id": str(shop.id)}).json()["items"]
        words = next(e for e in items if (e["table"], e["id"]) == ("returns", "2.1"))
        assert words["zh"].startswith("自签收次日起七天内")
        assert words["en"].startswith("Within seven days")
