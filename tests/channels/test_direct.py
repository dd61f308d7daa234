"""The direct way to a route and the framework's way answer alike."""

import orjson
import pytest

from xiaoer.core.ids import new_id

GOOD = {"client_id": "018f0000-0000-7000-8000-000000000001", "text": "在吗", "attachment_ids": []}
BODIES = {
    "good": orjson.dumps(GOOD),
    "empty": b"",
    "no json": b'{"client_id": ',
    "a list": b"[]",
    "nothing in it": b"{}",
    "a false id": orjson.dumps(GOOD | {"client_id": "x"}),
    "text of another type": orjson.dumps(GOOD | {"text": 5}),
    "half a character": b'{"client_id":"018f0000-0000-7000-8000-000000000001","text":"\\ud800"}',
    "only spaces": orjson.dumps(GOOD | {"text": "   "}),
    "too long": orjson.dumps(GOOD | {"text": "长" * 5000}),
    "a stranger's file": orjson.dumps(GOOD | {"attachment_ids": [str(new_id())]}),
    "too large": orjson.dumps(GOOD | {"text": "长" * 500_000}),
}


def said(shopper, body, **headers):
    return shopper.client.post("/chat/messages", content=body, headers=shopper.headers | headers)


@pytest.mark.parametrize("name", BODIES)
def test_both_ways_answer_alike(arrived, name):
    """A media type with a parameter is left to the framework."""
    direct = said(arrived, BODIES[name], **{"Content-Type": "application/json"})
    ordinary = said(arrived, BODIES[name], **{"Content-Type": "application/json; charset=utf-8"})

    assert direct.status_code == {"good": 201, "too large": 413}.get(name, direct.status_code)
    assert ordinary.status_code == (200 if name == "good" else direct.status_code)
    if name == "good":
        assert direct.json() == ordinary.json()
    else:
        assert direct.status_code in (404, 413, 422)
        assert direct.json()["code"] == ordinary.json()["code"]
        assert direct.json()["message"] == ordinary.json()["message"]


def test_broken_utf_8_is_malformed(arrived):
    body = b'{"client_id":"018f0000-0000-7000-8000-000000000001","text":"\xff\xfe"}'
    answer = said(arrived, body, **{"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (422, "Malformed")


def test_who_has_no_token_is_told_the_same(arrived):
    for token in ("", "Bearer x", "Basic abc"):
        direct, ordinary = (
            arrived.client.post(
                "/chat/messages",
                content=BODIES["good"],
                headers={"Authorization": token, "Content-Type": kind},
            )
            for kind in ("application/json", "application/json; charset=utf-8")
        )
        assert direct.status_code == ordinary.status_code == 401
        assert direct.json() == ordinary.json()


def test_it_stands_in_the_description(client):
    described = client.get("/api/openapi.json").json()["paths"]["/chat/messages"]["post"]
    assert described["requestBody"]["content"]["application/json"]["schema"]["$ref"].endswith(
        "MessageIn"
    )
