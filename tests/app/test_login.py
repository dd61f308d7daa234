"""Signing in, being known, signing out."""

from contextlib import contextmanager

import pytest
from fastapi.testclient import TestClient

from tests.workforce.factories import PASSWORD, make_agent
from xiaoer.app.api import create_app
from xiaoer.workforce.models import Agent

OURS = {"X-Xiaoer": "1"}


@pytest.fixture
def stranger(session):
    """The API in the test's own transaction, with nobody signed in."""
    app = create_app()

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
