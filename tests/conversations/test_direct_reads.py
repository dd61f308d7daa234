"""The direct way to a read and the framework's way answer alike."""

from contextlib import contextmanager

import pytest
from fastapi.testclient import TestClient

from tests.conversations.factories import ask, make_customer
from xiaoer.app import api
from xiaoer.core.ids import new_id


@pytest.fixture(scope="module")
def without_direct():
    """The same API without the direct way."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(api, "Direct", lambda app, **_: app)
        made = api.create_app()
        made.middleware_stack = made.build_middleware_stack()
    return made


@pytest.fixture
def framework(without_direct, session, acting):
    made = without_direct

    @contextmanager
    def request_transaction():
        with session.begin_nested():
            yield session

    made.state.transaction = request_transaction
    made.state.identify = lambda _session, _request: acting["actor"]
    return TestClient(made)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?view=all&limit=1",
        "?view=all&limit=1&limit=2",
        "?limit=0",
        "?limit=",
        "?limit=many",
        "?view=nobody",
        "?view=all&tags=a&tags=b",
        "?view=all&stage=presale&priority=high&sort=waiting",
        "?stage=never",
        "?shop_id=5",
        "?after=%00",
        "?after=%E5%A5%BD",
        "?after=%FF",
        "?unknown=1&view=unassigned",
        "/counts",
        "/counts?shop_id=018f0000-0000-7000-8000-000000000001",
        "/search",
        "/search?q=",
        "/search?q=%20",
        "/search?q=%E9%BE%99%E4%BA%95",
        "/search?q=a%20b+c&limit=99",
        "/search?q=%00",
        "/018f0000-0000-7000-8000-000000000001",
        "/018f0000-0000-7000-8000-00000000000x",
        "/018f0000-0000-7000-8000-000000000001?messages=-1",
        "/nothing",
    ],
)
def test_both_ways_answer_alike(client, framework, session, shop, query):
    ask(session, make_customer(session, shop), "请问龙井什么时候发货")
    direct, ordinary = (
        each.get(f"/api/conversations{query}", headers={"Accept-Language": "en"})
        for each in (client, framework)
    )
    assert (direct.status_code, direct.json()) == (ordinary.status_code, ordinary.json())
    assert direct.headers["content-type"] == ordinary.headers["content-type"]


def test_an_opened_talk_is_the_same(client, framework, talk):
    path = f"/api/conversations/{talk}?messages=50"
    bodies = [each.get(path).json() for each in (client, framework)]
    for body in bodies:
        body["stats"].pop("waiting_sec")
    assert bodies[0] == bodies[1]
    assert client.get(f"/api/conversations/{new_id()}").status_code == 404


def test_other_methods_are_not_reads(client, framework):
    for each in (client, framework):
        assert each.delete("/api/conversations/counts").status_code == 405
