"""Adding, changing and letting go of people; nobody gives what they do not have."""

import threading

import pytest
from sqlalchemy import func, select, update

from tests.workforce.factories import PASSWORD, make_agent
from xiaoer.core import db, shops
from xiaoer.core.auth import Actor, ActorKind, Permission, system
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.workforce import queries, rules, service
from xiaoer.workforce.errors import LastManager
from xiaoer.workforce.models import Agent, Role, SignIn

MANAGE = frozenset({Permission.WORKFORCE_MANAGE, Permission.WORKFORCE_READ})


@pytest.fixture(autouse=True)
def builtin(session):
    service.ensure_builtin_roles(session)


@pytest.fixture
def lead(shop):
    """May manage people, but little else."""
    reception = next(role for role in rules.BUILTIN_ROLES if role.code == "reception")
    return Actor(
        kind=ActorKind.AGENT,
        id=new_id(),
        permissions=MANAGE | reception.permissions,
        shop_ids=frozenset({shop.id}),
    )


def new(shop, **other):
    given = {
        "login": "xiaomei",
        "name": "小美",
        "password": PASSWORD,
        "roles": ["reception"],
        "shop_ids": [str(shop.id)],
    }
    return given | other


def count(session, model=Agent):
    return session.scalar(select(func.count()).select_from(model))


class TestAdd:
    @pytest.mark.row("ROL-1")
    def test_a_person_may_hold_several_roles_groups_and_skills(self, client, session, shop):
        group = client.post("/api/groups", json={"name": "售后一组"}).json()
        body = new(
            shop,
            roles=["complaint_handler", "returns_handler"],
            group_ids=[group["id"]],
            skills=["退款", "英语"],
        )

        answer = client.post("/api/agents", json=body)

        assert answer.status_code == 201, answer.text
        added = answer.json()
        assert added["roles"] == ["complaint_handler", "returns_handler"]
        assert added["groups"] == [group]
        assert added["skills"] == ["英语", "退款"]
        assert (added["presence"], added["serving"], added["active"]) == ("offline", 0, True)
        assert client.get("/api/agents").json()["items"] == [added]
        assert "password" not in answer.text
        assert PASSWORD not in session.get(Agent, added["id"]).password_hash

    @pytest.mark.row("ROL-1")
    @pytest.mark.parametrize(
        "code", ["reception", "product_advisor", "complaint_handler", "returns_handler"]
    )
    def test_the_default_roles_are_there_and_can_serve(self, client, code):
        roles = {role["code"]: role for role in client.get("/api/roles").json()["items"]}
        assert roles[code]["builtin"] is True
        assert "conversations:reply" in roles[code]["permissions"]

    @pytest.mark.parametrize(
        ("wrong", "code"),
        [
            ({"password": "short"}, "WeakPassword"),
            ({"password": "XIAOMEI-1", "login": "xiaomei-1"}, "WeakPassword"),
            ({"login": "小美"}, "BadLogin"),
            ({"name": " "}, "BadName"),
            ({"roles": ["nobody"]}, "RoleNotFound"),
            ({"shop_ids": [str(new_id())]}, "ShopNotFound"),
            ({"group_ids": [str(new_id())]}, "GroupNotFound"),
            ({"max_concurrency": 1000}, "Malformed"),
            ({"all_shops": True}, "MayNotGrant"),
        ],
    )
    def test_refusals_add_nobody(self, client, session, shop, wrong, code):
        answer = client.post("/api/agents", json=new(shop, **wrong))
        assert answer.json()["code"] == code
        assert count(session) == 0

    def test_a_login_is_taken_whatever_its_case(self, client, session, shop):
        client.post("/api/agents", json=new(shop))
        answer = client.post("/api/agents", json=new(shop, login="XiaoMei"))
        assert answer.json()["code"] == "LoginTaken"
        assert count(session) == 1

    def test_needs_the_permission(self, client, acting, session, shop):
        acting["actor"] = Actor(kind=ActorKind.AGENT, id=new_id(), shop_ids=frozenset({shop.id}))
        assert client.post("/api/agents", json=new(shop)).status_code == 403
        assert client.get("/api/agents").status_code == 403
        assert count(session) == 0

    def test_nobody_hands_out_what_they_lack(self, client, acting, lead, session, shop):
        acting["actor"] = lead
        assert client.post("/api/agents", json=new(shop)).status_code == 201
        above = client.post("/api/agents", json=new(shop, login="boss", roles=["manager"]))
        assert above.json()["code"] == "MayNotGrant"
        assert count(session) == 1


class TestList:
    def test_takes_six_statements_for_any_number(self, client, session, shop, count_statements):
        for _ in range(8):
            make_agent(session, shop)
        with count_statements(session) as seen:
            items = client.get("/api/agents").json()["items"]
        assert len(items) == 8
        assert len(seen) <= 6

    def test_people_of_other_shops_are_not_there(self, client, session, shop):
        elsewhere = shops.add(session, system(), code="other", name="别家")
        far = make_agent(session, elsewhere)
        make_agent(session, shop, name="近处")
        owner = make_agent(session, None, name="老板", all_shops=True, roles=["manager"])
        seen = [each["id"] for each in client.get("/api/agents").json()["items"]]
        assert str(far.id) not in seen
        assert str(owner.id) in seen
        answer = client.put(f"/api/agents/{far.id}", json={"name": "改名"})
        assert answer.status_code == 404
        assert session.get(Agent, far.id).name != "改名"


class TestChange:
    def test_changes_what_is_given(self, client, session, shop):
        agent = make_agent(session, shop, skills=["退款"])
        answer = client.put(
            f"/api/agents/{agent.id}", json={"name": "阿强", "max_concurrency": 3, "skills": []}
        )
        body = answer.json()
        assert (body["name"], body["max_concurrency"], body["skills"]) == ("阿强", 3, [])
        assert body["roles"] == ["reception"]
        told = session.scalars(select(EventRow).where(EventRow.kind == "AgentChanged")).one()
        assert told.data["changed"] == ["name", "skills", "max_concurrency"]

    def test_whoever_may_more_cannot_be_touched(self, client, acting, lead, session, shop):
        boss = make_agent(session, shop, roles=["manager"])
        acting["actor"] = lead
        for answer in (
            client.put(f"/api/agents/{boss.id}", json={"roles": ["reception"]}),
            client.put(f"/api/agents/{boss.id}/password", json={"password": "taken over"}),
            client.delete(f"/api/agents/{boss.id}/activation"),
        ):
            assert answer.json()["code"] == "AboveYou"
        kept = session.get(Agent, boss.id)
        assert kept.active
        assert kept.password_hash == boss.password_hash


class TestLetGo:
    def test_signs_out_and_tells_those_who_route(self, client, session, shop):
        make_agent(session, shop, roles=["manager"])
        agent = make_agent(session, shop, online=True)
        service.open_for(session, agent, address="127.0.0.1")

        body = client.delete(f"/api/agents/{agent.id}/activation").json()

        assert (body["active"], body["presence"]) == (False, "offline")
        assert count(session, SignIn) == 0
        kinds = set(session.scalars(select(EventRow.kind)))
        assert {"AgentLeft", "AgentDeactivated", "PresenceChanged"} <= kinds
        back = client.put(f"/api/agents/{agent.id}/activation").json()
        assert back["active"] is True

    def test_the_last_manager_stays(self, client, session, shop):
        boss = make_agent(session, shop, roles=["manager"])
        answer = client.delete(f"/api/agents/{boss.id}/activation")
        assert answer.json()["code"] == "LastManager"
        assert session.get(Agent, boss.id, populate_existing=True).active
        answer = client.put(f"/api/agents/{boss.id}", json={"roles": ["reception"]})
        assert answer.json()["code"] == "LastManager"

    def test_two_managers_cannot_let_each_other_go(self, fresh_database):
        with db.transaction() as session:
            shop = shops.add(session, system(), code="s", name="S")
            bosses = [make_agent(session, shop, roles=["manager"]).id for _ in range(2)]
        together, refused = threading.Barrier(2), []

        def let_go(agent_id):
            together.wait()
            try:
                with db.transaction() as session:
                    service.deactivate(session, system(), agent_id)
            except LastManager:
                refused.append(agent_id)

        threads = [threading.Thread(target=let_go, args=(each,)) for each in bosses]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert len(refused) == 1
        with db.transaction() as session:
            active = select(func.count()).select_from(Agent).where(Agent.active)
            assert session.scalar(active) == 1


class TestPassword:
    def test_a_new_one_ends_every_sign_in(self, client, session, shop):
        agent = make_agent(session, shop)
        before = agent.password_hash
        service.open_for(session, agent, address="127.0.0.1")
        answer = client.put(f"/api/agents/{agent.id}/password", json={"password": "quite another"})
        assert answer.status_code == 204
        assert count(session, SignIn) == 0
        assert session.get(Agent, agent.id).password_hash != before


class TestRoles:
    def test_an_own_role(self, client, session, shop):
        body = {
            "code": "night",
            "name_zh": "夜班",
            "name_en": "Night shift",
            "permissions": ["conversations:read", "conversations:reply"],
        }
        role = client.post("/api/roles", json=body).json()
        assert role["builtin"] is False
        changed = client.put(f"/api/roles/{role['id']}", json={"permissions": []}).json()
        assert (changed["permissions"], changed["name_zh"]) == ([], "夜班")
        assert client.post("/api/roles", json=body).json()["code"] == "RoleCodeTaken"

    def test_unknown_permissions_are_refused(self, client, session):
        role = session.scalars(select(Role).where(Role.code == "reception")).one()
        before = list(role.permissions)
        answer = client.put(f"/api/roles/{role.id}", json={"permissions": ["no:such"]})
        assert answer.json()["code"] == "UnknownPermission"
        assert session.get(Role, role.id).permissions == before

    def test_nobody_grants_through_a_role_what_they_lack(self, client, acting, lead, session):
        acting["actor"] = lead
        roles = {role["code"]: role for role in client.get("/api/roles").json()["items"]}
        for code, permissions in (("reception", ["shops:manage"]), ("manager", [])):
            answer = client.put(
                f"/api/roles/{roles[code]['id']}", json={"permissions": permissions}
            )
            assert answer.json()["code"] == "MayNotGrant"
        assert {r["code"]: r for r in client.get("/api/roles").json()["items"]} == roles

    def test_the_manager_keeps_every_permission(self, client, session):
        role = session.scalars(select(Role).where(Role.code == "manager")).one()
        answer = client.put(f"/api/roles/{role.id}", json={"permissions": []})
        assert answer.json()["code"] == "LastManager"
        session.execute(update(Role).where(Role.code == "manager").values(permissions=[]))
        service.ensure_builtin_roles(session)
        kept = session.get(Role, role.id, populate_existing=True)
        assert set(kept.permissions) == {permission.value for permission in Permission}

    def test_edited_roles_survive_the_next_start(self, session):
        role = session.scalars(select(Role).where(Role.code == "reception")).one()
        role.permissions = ["orders:read"]
        session.flush()
        service.ensure_builtin_roles(session)
        session.expire_all()
        assert role.permissions == ["orders:read"]

    def test_rights_of_a_newer_version_are_added_once(self, session):
        """What a version before did not know is added at the start; taken away it stays away."""
        lead = session.scalars(select(Role).where(Role.code == "team_lead")).one()
        full = list(lead.permissions)
        assert {"orders:read", "audit:read"} < set(full)
        lead.offered = [each for each in full if each != "audit:read"]  # the version before
        lead.permissions = [each for each in lead.offered if each != "orders:read"]  # a manager
        session.flush()
        service.ensure_builtin_roles(session)
        session.expire_all()
        assert set(lead.permissions) == set(full) - {"orders:read"}
        lead.permissions = [each for each in lead.permissions if each != "audit:read"]
        session.flush()
        service.ensure_builtin_roles(session)
        session.expire_all()
        assert set(lead.permissions) == set(full) - {"orders:read", "audit:read"}

    def test_what_was_offered_before_is_unknown_counts_as_offered(self, session):
        """Nothing is given back to a role that was edited before this was written down."""
        lead = session.scalars(select(Role).where(Role.code == "team_lead")).one()
        lead.offered, lead.permissions = None, ["orders:read"]
        session.flush()
        service.ensure_builtin_roles(session)
        session.expire_all()
        assert lead.permissions == ["orders:read"]
        assert "audit:read" in lead.offered


class TestGroups:
    def test_are_made_renamed_and_listed(self, client):
        group = client.post("/api/groups", json={"name": "售前"}).json()
        client.put(f"/api/groups/{group['id']}", json={"name": "售前组"})
        assert [each["name"] for each in client.get("/api/groups").json()["items"]] == ["售前组"]
        assert (
            client.post("/api/groups", json={"name": "售前组"}).json()["code"] == "GroupNameTaken"
        )
        assert client.post("/api/groups", json={"name": " "}).json()["code"] == "BadName"
        missing = client.put(f"/api/groups/{new_id()}", json={"name": "x"})
        assert missing.json()["code"] == "GroupNotFound"


class TestCandidates:
    def test_are_online_allowed_and_of_the_shop(self, session, shop):
        elsewhere = shops.add(session, system(), code="other", name="别家")
        here = make_agent(session, shop, online=True, max_concurrency=3)
        owner = make_agent(session, None, all_shops=True, roles=["manager"], online=True)
        make_agent(session, shop)
        make_agent(session, elsewhere, online=True)
        make_agent(session, shop, online=True, roles=["warehouse"])
        found = queries.candidates(session, shop_id=shop.id)
        assert [(each.id, each.max_concurrency) for each in found] == [(here.id, 3), (owner.id, 8)]

    @pytest.mark.row("ROL-1")
    def test_by_group_skill_and_role(self, session, shop, count_statements):
        group = service.add_group(session, system(), name="一组")
        chosen = make_agent(
            session,
            shop,
            online=True,
            group_ids=[group.id],
            skills=["英语"],
            roles=["complaint_handler"],
        )
        make_agent(session, shop, online=True)
        for narrowed in ({"group_id": group.id}, {"skill": "英语"}, {"role": "complaint_handler"}):
            with count_statements(session) as seen:
                found = queries.candidates(session, shop_id=shop.id, **narrowed)
            assert [each.id for each in found] == [chosen.id]
            assert len(seen) == 1
        assert queries.candidates(session, shop_id=shop.id, skill="法语") == []

    def test_holders_are_told_even_when_away(self, session, shop):
        lead = make_agent(session, shop, roles=["team_lead"])
        make_agent(session, shop)
        assert queries.holders(
            session, shop_id=shop.id, permission=Permission.CONVERSATIONS_MANAGE
        ) == [lead.id]
