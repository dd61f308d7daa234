"""How a shop embeds its chat."""

import pytest

from tests.channels.test_visits import vouched
from xiaoer.channels.webchat.models import WebchatSettings
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.ids import new_id


def path(shop) -> str:
    return f"/api/shops/{shop.id}/webchat"


def test_names_the_sites_that_may_show_the_chat(client, shop):
    body = {"frame_ancestors": ["https://Tea.example/", "https://*.tea.example:8443"]}

    answer = client.put(path(shop), json=body)

    assert answer.json()["frame_ancestors"] == ["https://tea.example", "https://*.tea.example:8443"]
    assert client.get(path(shop)).json() == answer.json()
    assert 'data-shop="teahouse"' in answer.json()["snippet"]


@pytest.mark.parametrize(
    "origin", ["tea.example", "https://x; script-src *", "javascript:alert(1)", "https://a b", "*"]
)
def test_what_is_no_origin_is_refused(client, session, shop, origin):
    answer = client.put(path(shop), json={"frame_ancestors": [origin]})

    assert (answer.status_code, answer.json()["code"]) == (422, "NotAnOrigin")
    assert session.get(WebchatSettings, shop.id) is None


def test_a_new_secret_ends_the_old_one(client, session, shop, shopper):
    old = vouched(session, shop)
    before = client.get(path(shop)).json()["vouching_secret"]

    after = client.post(f"{path(shop)}/secrets").json()["vouching_secret"]

    assert before != after
    assert shopper.try_visit(identity=old).json()["code"] == "IdentityNotVouched"
    assert shopper.try_visit(identity=vouched(session, shop)).status_code == 200


def test_needs_the_permission_and_the_shop(client, session, shop, acting):
    rights = frozenset(Permission)
    acting["actor"] = Actor(kind=ActorKind.AGENT, id=new_id(), shop_ids=frozenset({shop.id}))
    assert client.get(path(shop)).status_code == 403
    acting["actor"] = Actor(kind=ActorKind.AGENT, id=new_id(), permissions=rights)
    assert client.put(path(shop), json={"frame_ancestors": []}).status_code == 404
    assert session.get(WebchatSettings, shop.id) is None
