"""A closed talk of a real agent, and an inspector."""

from datetime import timedelta

import pytest

from tests.conversations.factories import acting_as, ask, make_agent, make_customer, make_role
from xiaoer.conversations import service
from xiaoer.core import auth
from xiaoer.core.ids import new_id
from xiaoer.quality.models import SheetKind
from xiaoer.quality.rules import sheets

SAID = "您刚才提到壶盖裂了，我马上为您补发。"


@pytest.fixture
def people(session, shop):
    """Two who serve, as actors by name."""
    role = make_role(session)
    made = [make_agent(session, shop, name=name, roles=[role]) for name in ("何小荷", "清河")]
    return {each.name: acting_as(each, shop) for each in made}


@pytest.fixture
def talk(session, shop, people, frozen):
    """A closed talk; its id."""

    def do(by="何小荷", text=SAID):
        said = ask(session, make_customer(session, shop), "壶盖裂了")
        frozen(timedelta(seconds=20))
        service.reply(session, people[by], said.conversation_id, client_id=new_id(), text=text)
        service.close(session, auth.system(), said.conversation_id, reason="solved")
        return said.conversation_id

    return do


def full(kind=SheetKind.TALK, **less):
    """All points of the shipped sheet, but for those given."""
    return {each.code: each.points for each in sheets.shipped(kind)} | less


@pytest.fixture
def score(client):
    def post(subject, kind="talk", remarks=(), points=None):
        body = {"points": full(SheetKind(kind)) if points is None else points}
        return client.post(
            f"/api/quality/work/{kind}/{subject}/score", json=body | {"remarks": list(remarks)}
        )

    return post
