"""The generated pages say what the code does."""

import pytest

from xiaoer.app import docs
from xiaoer.core.auth import Permission

AGAIN = "run `python -m xiaoer.app.docs`"

OWN = {
    ("app", "/api/session"),
    ("app", "/api/me/presence"),
    ("app", "/api/me/preferences"),
    ("app", "/api/me/password"),
    ("app", "/api/me/sign-ins"),
    ("app", "/api/me/sign-ins/{sign_in_id}"),
}
"""What everybody who is signed in may do about themselves."""


@pytest.mark.parametrize(("name", "page"), docs.PAGES.items())
def test_the_page_is_up_to_date(name, page):
    written = (docs.FOLDER / name).read_text(encoding="utf-8")
    assert written == page(), f"docs/{name} is out of date: {AGAIN}"


def test_the_permissions_of_verbs_are_found():
    found = {(door.method, door.path): door for door in docs.doors()}
    assert found["POST", "/api/agents"].permissions == (Permission.WORKFORCE_MANAGE,)
    assert found["GET", "/api/customers"].permissions == (Permission.CUSTOMERS_READ,)
    reveal = found["POST", "/api/customers/{customer_id}/reveals"]
    assert reveal.permissions == (Permission.CUSTOMERS_REVEAL,)
    assert found["POST", "/api/session"].caller == "anybody"


def test_every_route_for_agents_asks_for_a_permission():
    open_doors = [
        f"{door.method} {door.path}"
        for door in docs.doors()
        if door.caller == "agent" and not door.permissions and (door.room, door.path) not in OWN
    ]
    assert open_doors == []


def test_every_topic_is_of_a_known_kind():
    known = {
        "me",
        "call",
        "queue",
        "shop",
        "conversation",
        "customer",
        "order",
        "case",
        "task",
        "import",
        "promise",
        "<subject_type>",
    }
    page = docs.events_page()
    topics = [
        topic.strip("` ")
        for line in page.splitlines()
        if line.startswith("- topics: `")
        for topic in line.removeprefix("- topics: ").split(", ")
    ]
    assert {topic.split(":")[0] for topic in topics} <= known
