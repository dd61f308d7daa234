"""Playbooks on the wire."""

from datetime import timedelta

import pytest

from tests.evidence.factories import make_evidence
from tests.playbooks.factories import ON, make_run, make_subject
from xiaoer.core import auth, clock, shops
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.ids import new_id
from xiaoer.evidence.models import Kind, SubjectType
from xiaoer.playbooks import queries
from xiaoer.playbooks.queries import Seen, subjects_of


def begin(client, shop, facts=None, playbook="dispute", **more):
    subject = {"type": "review", "id": str(new_id())}
    body = {"playbook": playbook, "subject": subject, "facts": facts or {}}
    made = client.post("/api/playbook-runs", json={**body, "shop_id": str(shop.id), **more})
    assert made.status_code == 201, made.text
    return made.json()


def prove(session, run, kind=Kind.PHOTO_VIDEO):
    about = {"subject_type": SubjectType.REVIEW, "subject_id": run["subject"]["id"]}
    return make_evidence(session, run["shop_id"], kind=kind, **about)


class TestBooks:
    def test_they_are_listed_by_what_they_are_for(self, client):
        found = client.get("/api/playbooks").json()["items"]
        assert [each["playbook"] for each in found] == ["angry", "cod_call", "dispute", "vague"]
        for_talks = client.get("/api/playbooks", params={"subject_type": "conversation"}).json()
        assert [each["playbook"] for each in for_talks["items"]] == ["angry", "vague"]

    def test_one_is_read_whole(self, client):
        found = client.get("/api/playbooks/dispute").json()
        assert found["content"]["branches"]["1.1"]["title"]["zh"] == "申请前已发货，包裹在途"
        assert len(found["sha256"]) == 64
        refused = client.get("/api/playbooks/moon")
        assert (refused.status_code, refused.json()["code"]) == (404, "PlaybookNotFound")

    def test_a_branch_says_before_any_run_what_it_wants_proved(self, client, session, shop):
        subject_id = new_id()
        about = {"subject_type": "review", "subject_id": str(subject_id), "shop_id": str(shop.id)}
        path = "/api/playbooks/dispute/checklists/3.2"
        found = client.get(path, params=about).json()
        assert (found["missing"], found["complete"]) == (["problem_pictures"], False)
        prove(session, {"subject": {"id": subject_id}, "shop_id": shop.id})
        assert client.get(path, params=about).json()["complete"] is True


class TestRuns:
    @pytest.mark.row("DSP-1")
    def test_a_run_is_one_page(self, client, session, shop):
        run = begin(client, shop, ON["1.1"])
        assert run["branch"]["code"] == "1.1"
        assert [each["zh"] for each in run["branch"]["path"]] == ["未收到货"]
        assert [each["by_facts"] for each in run["taken"]] == [True, True, True]
        assert run["step"]["code"] == "transit"
        assert [each["code"] for each in run["step"]["words"]] == ["receive", "refuse"]
        marks = {
            each["code"]: (each["need"], each["present"]) for each in run["checklist"]["items"]
        }
        assert marks == {"tracking": ("mandatory", False), "agreed_chat": ("helpful", False)}
        blocked = {each["code"]: each["blocked"] for each in run["results"]}
        assert blocked == {
            "agree": False,
            "negotiate": False,
            "contest": True,
            "withdrawn": False,
        }

    def test_it_is_gone_through_to_its_end(self, client, session, shop):
        run = begin(client, shop)
        url = f"/api/playbook-runs/{run['id']}"
        steps = [("goods", "returned"), ("back", "problem"), ("signed_back", "refused")]
        for step, answer in steps:
            run = client.post(f"{url}/steps", json={"step": step, "answer": answer}).json()
        assert (run["branch"]["code"], run["step"]["code"]) == ("3.2", "refuse_back")
        run = client.post(f"{url}/words", json={"step": "refuse_back", "words": "tell"}).json()
        assert run["step"]["words"][0]["used"] == 1
        refused = client.post(f"{url}/result", json={"result": "contest"})
        error = refused.json()
        assert (refused.status_code, error["code"]) == (409, "EvidenceMissing")
        assert error["detail"]["missing"] == ["problem_pictures"]
        assert client.get(url).json()["finished_at"] is None
        proof = prove(session, run)
        done = client.put(f"{url}/checklist/problem_pictures/{proof.id}").json()
        assert done["items"][0]["pieces"][0]["attached"] is True
        ended = client.post(f"{url}/result", json={"result": "contest", "note": "图片齐"}).json()
        assert (ended["result"], ended["step"], ended["note"]) == ("contest", None, "图片齐")
        ruled = client.post(f"{url}/ruling", json={"ruling": "lost", "cost_cents": 100}).json()
        assert ruled["appeal_until"] is not None

    def test_one_key_is_one_effect(self, client, session, shop):
        run = begin(client, shop)
        url, key = f"/api/playbook-runs/{run['id']}/steps", {"Idempotency-Key": str(new_id())}
        body = {"step": "goods", "answer": "returned"}
        first = client.post(url, json=body, headers=key)
        again = client.post(url, json=body, headers=key)
        assert (first.status_code, again.json()) == (200, first.json())
        other = client.post(url, json={**body, "answer": "received"}, headers=key)
        assert (other.status_code, other.json()["code"]) == (422, "KeyReused")
        assert len(queries.steps(session, run["id"], undone=True)) == 1

    def test_a_step_passed_already_is_refused(self, client, session, shop):
        run = begin(client, shop)
        url, body = f"/api/playbook-runs/{run['id']}/steps", {"step": "goods", "answer": "received"}
        assert client.post(url, json=body).status_code == 200
        refused = client.post(url, json={**body, "answer": "returned"})
        assert (refused.status_code, refused.json()["code"]) == (409, "StepPassed")
        back = client.delete(f"{url}/goods").json()
        assert back["step"]["code"] == "goods"
        assert back["taken"][0]["undone_at"] is not None

    def test_facts_are_learnt(self, client, shop):
        run = begin(client, shop)
        url = f"/api/playbook-runs/{run['id']}/facts"
        found = client.post(url, json={"facts": {"goods_state": "returned"}}).json()
        assert (found["branch"]["code"], found["facts"]) == ("3", {"goods_state": "returned"})
        refused = client.post(url, json={"facts": {"moon": "full"}})
        assert (refused.status_code, refused.json()["code"]) == (422, "FactUnknown")

    def test_the_shop_must_be_known(self, client):
        body = {"playbook": "angry", "subject": {"type": "review", "id": str(new_id())}}
        refused = client.post("/api/playbook-runs", json=body)
        assert (refused.status_code, refused.json()["code"]) == (422, "WhichShop")

    def test_the_room_of_the_subject_tells_shop_and_facts(self, client, shop, monkeypatch):
        monkeypatch.setattr(queries.reading, "_sources", {})

        @subjects_of("case")
        def seen(session, actor, subject_id, playbook):
            assert playbook == "dispute"
            return Seen(make_subject(shop.id), {"goods_state": "returned"})

        body = {"playbook": "dispute", "subject": {"type": "case", "id": str(new_id())}}
        assert client.post("/api/playbook-runs", json=body).json()["branch"]["code"] == "3"

    def test_many_runs_are_read_with_few_statements(
        self, client, session, shop, actor, count_statements
    ):
        subject = make_subject(shop.id)
        for playbook in ("dispute", "angry", "vague", "cod_call"):
            make_run(session, shop.id, actor, playbook=playbook, subject=subject, facts={})
        with count_statements(session) as seen:
            found = client.get("/api/playbook-runs", params={"subject_id": str(subject.id)}).json()
        assert len(found["items"]) == 4
        assert len(seen) == 2


class TestWhoMay:
    @pytest.fixture
    def run(self, session, shop, actor):
        return make_run(session, shop.id, actor)

    def test_strangers_find_nothing(self, client, session, acting, actor, run):
        other = shops.add(session, auth.system(), code="other", name="另一家")
        acting["actor"] = Actor(
            kind=ActorKind.AGENT,
            id=new_id(),
            permissions=actor.permissions,
            shop_ids=frozenset({other.id}),
        )
        url = f"/api/playbook-runs/{run.id}"
        for answer in (
            client.get(url),
            client.get(f"{url}/checklist"),
            client.post(f"{url}/steps", json={"step": "refuse_back"}),
            client.post(f"{url}/result", json={"result": "agree"}),
        ):
            assert (answer.status_code, answer.json()["code"]) == (404, "RunNotFound")
        assert (
            client.get("/api/playbook-runs", params={"subject_id": str(run.subject_id)}).json()[
                "items"
            ]
            == []
        )
        kept = queries.run(session, auth.system(), run.id)
        assert (kept.step, kept.result) == ("refuse_back", None)

    def test_readers_do_not_run_and_runners_do_not_rule(self, client, session, acting, actor, run):
        url = f"/api/playbook-runs/{run.id}"
        for held, path, body in (
            (Permission.PLAYBOOKS_READ, "steps", {"step": "refuse_back"}),
            (Permission.PLAYBOOKS_READ, "result", {"result": "agree"}),
            (Permission.PLAYBOOKS_RUN, "ruling", {"ruling": "won"}),
            (Permission.PLAYBOOKS_RUN, "appeal", {}),
        ):
            acting["actor"] = Actor(
                kind=ActorKind.AGENT,
                id=actor.id,
                permissions=frozenset({held}),
                shop_ids=actor.shop_ids,
            )
            assert client.post(f"{url}/{path}", json=body).status_code == 403
        kept = queries.run(session, auth.system(), run.id)
        assert (kept.step, kept.result, kept.ruling) == ("refuse_back", None, None)


class TestAppeals:
    @pytest.mark.row("EVD-3", "EVD-4")
    def test_from_the_ruling_to_the_numbers(self, client, session, shop):
        since = clock.now() - timedelta(minutes=1)
        run = begin(client, shop, ON["3.2"])
        proof = prove(session, run)
        url = f"/api/playbook-runs/{run['id']}"
        client.post(f"{url}/result", json={"result": "contest"})
        client.post(f"{url}/ruling", json={"ruling": "lost", "cost_cents": 100})
        appeal = client.post(f"{url}/appeal", json={"statement": "请复核"}).json()
        assert (appeal["state"], appeal["target"]) == ("preparing", "dispute")
        handed = client.post(
            f"/api/appeals/{appeal['id']}/submission",
            json={"statement": "请复核", "evidence_ids": [str(proof.id)]},
        ).json()
        assert (handed["state"], handed["submitted_by"]) == ("submitted", "周掌柜")
        listed = client.get("/api/appeals", params={"state": "submitted"}).json()["items"]
        assert [each["id"] for each in listed] == [appeal["id"]]
        ended = client.post(
            f"/api/appeals/{appeal['id']}/decision",
            json={"won": True, "reason": "evidence_accepted"},
        ).json()
        assert ended["state"] == "won"
        until = clock.now() + timedelta(minutes=1)
        window = {"shop_id": str(shop.id), "since": since.isoformat(), "until": until.isoformat()}
        counted = client.get("/api/appeal-results", params=window).json()["items"]
        assert counted == [
            {"target": "dispute", "state": "won", "reason": "evidence_accepted", "appeals": 1}
        ]
        branches = client.get("/api/playbook-results", params={**window, "playbook": "dispute"})
        only = branches.json()["items"][0]
        assert (only["branch"], only["rulings"], only["cost_cents"]) == ("3.2", {"lost": 1}, 100)
        assert only["title"]["zh"] == "有问题，已拒签"

    def test_one_against_a_review_can_be_left(self, client, shop):
        body = {
            "target": "review",
            "subject": {"type": "review", "id": str(new_id())},
            "due_at": (clock.now() + timedelta(days=3)).isoformat(),
            "shop_id": str(shop.id),
        }
        appeal = client.post("/api/appeals", json=body).json()
        url = f"/api/appeals/{appeal['id']}"
        assert client.post(f"{url}/withdrawal", json={"reason": ""}).status_code == 422
        assert client.get(url).json()["state"] == "preparing"
        dropped = client.post(f"{url}/withdrawal", json={"reason": "买家已改评"}).json()
        assert (dropped["state"], dropped["result_note"]) == ("dropped", "买家已改评")

    def test_a_list_is_read_page_by_page(self, client, session, shop):
        for _ in range(3):
            body = {
                "target": "penalty",
                "subject": {"type": "order", "id": str(new_id())},
                "due_at": (clock.now() + timedelta(days=3)).isoformat(),
                "shop_id": str(shop.id),
            }
            assert client.post("/api/appeals", json=body).status_code == 201
        first = client.get("/api/appeals", params={"limit": 2}).json()
        rest = client.get("/api/appeals", params={"limit": 2, "after": first["next"]}).json()
        assert len(first["items"]) + len(rest["items"]) == 3
        assert rest["next"] is None
