"""Signing in, being known, signing out."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select

from tests.workforce.factories import PASSWORD, make_agent
from xiaoer.app.login import COOKIE, identify_cookie
from xiaoer.core import clock, db, shops
from xiaoer.core.auth import Permission, system
from xiaoer.core.ids import new_id
from xiaoer.workforce import queries, service
from xiaoer.workforce.errors import OwnerLinkUsed
from xiaoer.workforce.models import Agent, SignIn, SignInFailure
from xiaoer.workforce.service import signing

HASHER = signing.hasher
OURS = {"X-Xiaoer": "1"}


@pytest.fixture
def stranger(app, session):
    """The API in the test's own transaction, with nobody signed in."""

    @contextmanager
    def request_transaction():
        session.flush()
        session.expunge_all()
        with session.begin_nested():
            yield session

    app.state.transaction = request_transaction
    return TestClient(app, headers=OURS)


@pytest.fixture
def agent(session, shop):
    return make_agent(session, shop, login="xiaomei", name="小美")


def sign_in(client, login="xiaomei", password=PASSWORD):
    return client.post("/api/session", json={"login": login, "password": password})


class TestSignIn:
    def test_lets_in_and_says_who_is_there(self, stranger, session, agent, shop):
        response = sign_in(stranger)

        assert response.status_code == 201, response.text
        me = response.json()
        assert me["agent"]["name"] == "小美"
        assert me["agent"]["avatar_letter"] == "小"
        assert me["agent"]["presence"] == "online"
        assert me["shops"][0]["id"] == str(shop.id)
        assert "conversations:reply" in me["permissions"]
        cookie = response.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert stranger.get("/api/session").json() == me
        assert session.get(Agent, agent.id).presence == "online"

    @pytest.mark.parametrize(
        ("login", "password"), [("xiaomei", "wrong"), ("nobody", PASSWORD), ("xiaomei", "")]
    )
    def test_says_the_same_for_every_wrong_pair(self, stranger, session, agent, login, password):
        response = sign_in(stranger, login, password)
        assert response.status_code == 401
        assert response.json()["code"] == "WrongPassword"
        assert COOKIE not in response.cookies
        assert session.scalar(select(func.count()).select_from(SignIn)) == 0

    def test_a_login_is_known_in_any_case(self, stranger, agent):
        assert sign_in(stranger, "XiaoMei").status_code == 201

    def test_who_was_let_go_is_not_let_in(self, stranger, session, agent):
        agent.active = False
        session.flush()
        assert sign_in(stranger).status_code == 401

    def test_guessing_ends_even_with_the_right_password(self, stranger, agent, frozen):
        codes = [sign_in(stranger, password=f"guess {n}").status_code for n in range(11)]
        assert codes == [401] * 10 + [429]
        assert sign_in(stranger).status_code == 429
        frozen(timedelta(minutes=15, seconds=1))
        assert sign_in(stranger).status_code == 201

    def test_a_right_password_forgives_earlier_slips(self, stranger, agent):
        for _ in range(3):
            for n in range(5):
                sign_in(stranger, password=f"slip {n}")
            assert sign_in(stranger).status_code == 201

    def test_one_address_cannot_try_many_logins(self, stranger, session, agent):
        session.add(SignInFailure(source="testclient", count=100, since=clock.now()))
        assert sign_in(stranger).status_code == 429

    def test_guesses_at_once_are_counted_too(self, fresh_database):
        with db.transaction() as session:
            shop = shops.add(session, system(), code="s", name="S")
            make_agent(session, shop, login="xiaomei")
        answers = []

        def guess(n):
            with db.transaction() as session:
                answers.append(
                    type(
                        service.sign_in(
                            session, login="xiaomei", password=f"guess {n}", address="1.2.3.4"
                        )
                    ).__name__
                )

        threads = [threading.Thread(target=guess, args=(n,)) for n in range(14)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(answers) == ["TooManySignIns"] * 4 + ["WrongPassword"] * 10

    def test_people_who_sign_in_at_once_do_not_wait_for_each_other(
        self, fresh_database, monkeypatch
    ):
        """Passwords of one login are looked at side by side; all of them are let in."""
        with db.transaction() as session:
            shop = shops.add(session, system(), code="s", name="S")
            make_agent(session, shop, login="xiaomei")
        side_by_side, looked_at = threading.Barrier(4, timeout=20), signing.matches

        def matches(password_hash, password):
            side_by_side.wait()
            return looked_at(password_hash, password)

        monkeypatch.setattr(signing, "matches", matches)

        def come(_n):
            with db.transaction() as session:
                let_in = service.sign_in(
                    session, login="xiaomei", password=PASSWORD, address="1.2.3.4"
                )
                return type(let_in).__name__

        with ThreadPoolExecutor(4) as pool:
            assert list(pool.map(come, range(4))) == ["SignedIn"] * 4

    @pytest.mark.parametrize("login", ["a\0b", "x" * 10_000, "'; DROP TABLE agents; --"])
    def test_odd_logins_are_an_ordinary_no(self, stranger, agent, login):
        assert sign_in(stranger, login).status_code in (401, 422)

    def test_another_origin_cannot_sign_anybody_in(self, stranger, session, agent):
        del stranger.headers["X-Xiaoer"]
        response = sign_in(stranger)
        assert response.json()["code"] == "CrossSite"
        assert session.scalar(select(func.count()).select_from(SignIn)) == 0

    def test_a_hash_of_older_strength_is_made_anew(self, stranger, session, agent):
        before = agent.password_hash
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(signing, "hasher", HASHER)
            assert sign_in(stranger).status_code == 201
        now = session.get(Agent, agent.id).password_hash
        assert now != before
        assert now.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


class TestIdentify:
    def test_takes_one_statement(self, stranger, session, agent, count_statements):
        sign_in(stranger)
        token = stranger.cookies[COOKIE]
        with count_statements(session) as seen:
            known = identify_cookie(session, token)
        assert len(seen) == 1
        assert known.actor.id == agent.id
        assert Permission.CONVERSATIONS_REPLY in known.actor.permissions
        assert Permission.WORKFORCE_MANAGE not in known.actor.permissions

    @pytest.mark.parametrize("token", ["", "forged", "\udcff", "x" * 5000])
    def test_forged_tokens_are_nobody(self, session, token):
        assert identify_cookie(session, token) is None

    def test_only_the_hash_is_kept(self, stranger, session, agent):
        sign_in(stranger)
        token = stranger.cookies[COOKIE]
        kept = session.scalars(select(SignIn)).one()
        assert token.encode() not in kept.token_hash

    def test_a_session_ends_after_its_days(self, stranger, agent, frozen):
        sign_in(stranger)
        frozen(timedelta(days=7, seconds=1))
        answer = stranger.get("/api/session")
        assert answer.status_code == 401
        assert answer.json()["code"] == "Unauthorized"

    def test_the_owner_reaches_every_shop(self, session, shop):
        owner = make_agent(session, None, all_shops=True, roles=["manager"])
        known = queries.actor_of(session, owner.id)
        assert known.actor.shop_ids == {shop.id}
        assert known.actor.reaches(new_id())

    def test_a_write_needs_our_header(self, stranger, session, agent):
        sign_in(stranger)
        del stranger.headers["X-Xiaoer"]
        answer = stranger.put("/api/me/presence", json={"state": "paused"})
        assert answer.status_code == 403
        assert answer.json()["code"] == "CrossSite"
        assert session.get(Agent, agent.id).presence == "online"
        assert stranger.get("/api/session").status_code == 200

    def test_refusals_are_in_the_language_of_the_person(self, stranger, agent):
        sign_in(stranger)
        stranger.put("/api/me/preferences", json={"locale": "en"})
        answer = stranger.get(f"/api/customers/{new_id()}", headers={"Accept-Language": "zh"})
        assert answer.json()["message"] == "There is no such customer."


class TestSignOut:
    def test_ends_this_session_and_leaves_the_desk(self, stranger, session, agent):
        sign_in(stranger)
        token = stranger.cookies[COOKIE]
        assert stranger.delete("/api/session").status_code == 204
        stranger.cookies.set(COOKIE, token)
        assert stranger.get("/api/session").status_code == 401
        assert session.get(Agent, agent.id).presence == "offline"

    def test_another_window_keeps_one_here(self, stranger, session, agent):
        sign_in(stranger)
        sign_in(stranger)
        stranger.delete("/api/session")
        assert session.get(Agent, agent.id).presence == "online"

    def test_everywhere_else(self, stranger, session, agent):
        sign_in(stranger)
        old = stranger.cookies[COOKIE]
        sign_in(stranger)
        assert len(stranger.get("/api/me/sign-ins").json()["items"]) == 2
        assert stranger.delete("/api/me/sign-ins").status_code == 204
        [left] = stranger.get("/api/me/sign-ins").json()["items"]
        assert left["address"] == "testclient"
        assert identify_cookie(session, old) is None

    def test_nobody_ends_the_sign_in_of_another(self, stranger, session, shop, agent):
        other = make_agent(session, shop)
        opened = service.open_for(session, other, address="9.9.9.9")
        sign_in(stranger)
        answer = stranger.delete(f"/api/me/sign-ins/{opened.sign_in_id}")
        assert answer.json()["code"] == "SignInNotFound"
        assert session.get(SignIn, opened.sign_in_id) is not None


class TestPreferences:
    def test_are_merged_and_kept(self, stranger, agent):
        sign_in(stranger)
        stranger.put(
            "/api/me/preferences",
            json={"theme": "dark", "enter_sends": False, "shortcuts": {"next": "j"}},
        )
        me = stranger.put("/api/me/preferences", json={"sound": True, "enter_sends": None}).json()
        assert me["agent"]["theme"] == "dark"
        assert me["shortcuts"] == {"next": "j"}
        assert me["preferences"] == {"sound": True}

    @pytest.mark.parametrize(
        "wrong",
        [
            {f"s{n}": 1 for n in range(101)},
            {"x" * 101: 1},
            {"theme": "pink"},
            {"locale": "fr"},
            {"deep": {"a": 1}},
            {"shortcuts": "none"},
        ],
    )
    def test_nonsense_changes_nothing(self, stranger, agent, wrong):
        sign_in(stranger)
        before = stranger.get("/api/session").json()
        assert stranger.put("/api/me/preferences", json=wrong).status_code == 422
        assert stranger.get("/api/session").json() == before


class TestOwnPassword:
    def test_needs_the_old_one_and_ends_other_sign_ins(self, stranger, session, agent):
        sign_in(stranger)
        sign_in(stranger)
        wrong = stranger.put("/api/me/password", json={"old": "no", "new": "brand new one"})
        assert wrong.json()["code"] == "WrongPassword"
        right = stranger.put("/api/me/password", json={"old": PASSWORD, "new": "brand new one"})
        assert right.status_code == 204
        assert len(stranger.get("/api/me/sign-ins").json()["items"]) == 1
        assert sign_in(stranger, password="brand new one").status_code == 201


class TestSetUp:
    @pytest.fixture
    def body(self, session):
        token = service.make_owner_link(session)
        return {
            "token": token,
            "shop_code": "teahouse",
            "shop_name": "茶楼",
            "name": "周掌柜",
            "login": "owner",
            "password": PASSWORD,
        }

    def test_makes_shop_and_owner_and_signs_in(self, stranger, session, body):
        answer = stranger.post("/api/setup", json=body)
        assert answer.status_code == 201, answer.text
        me = stranger.get("/api/session").json()
        assert [each["code"] for each in me["shops"]] == ["teahouse"]
        assert set(me["permissions"]) == {permission.value for permission in Permission}
        assert service.make_owner_link(session) is None

    def test_works_once(self, stranger, session, body):
        stranger.post("/api/setup", json=body)
        again = body | {"shop_code": "second", "login": "thief"}
        answer = stranger.post("/api/setup", json=again)
        assert answer.json()["code"] == "OwnerLinkUsed"
        assert session.scalar(select(func.count()).select_from(Agent)) == 1

    def test_a_mistake_does_not_use_it_up(self, stranger, session, body):
        weak = stranger.post("/api/setup", json=body | {"password": "short"})
        assert weak.json()["code"] == "WeakPassword"
        zone = stranger.post("/api/setup", json=body | {"timezone": "Mars/Base"})
        assert zone.json()["code"] == "UnknownTimezone"
        assert session.scalar(select(func.count()).select_from(Agent)) == 0
        assert stranger.post("/api/setup", json=body).status_code == 201

    def test_a_guess_makes_nothing(self, stranger, session, body):
        answer = stranger.post("/api/setup", json=body | {"token": "guess"})
        assert answer.status_code == 404
        assert session.scalar(select(func.count()).select_from(Agent)) == 0

    def test_a_newer_link_ends_the_older(self, stranger, session, body):
        service.make_owner_link(session)
        assert stranger.post("/api/setup", json=body).status_code == 404

    def test_two_at_once_make_one_shop(self, fresh_database, body):
        with db.transaction() as session:
            token = service.make_owner_link(session)
        together, made, refused = threading.Barrier(2), [], []

        def set_up(n):
            together.wait()
            try:
                with db.transaction() as session:
                    given = body | {"token": token, "shop_code": f"s{n}", "login": f"owner{n}"}
                    made.append(service.set_up(session, **given).id)
            except OwnerLinkUsed:
                refused.append(n)

        threads = [threading.Thread(target=set_up, args=(n,)) for n in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert (len(made), len(refused)) == (1, 1)
