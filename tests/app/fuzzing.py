"""Generated input for every operation of the API, good and bad, from a manager who may do
everything. Whatever the schema allows may be sent: the answer is a sentence, never a 500.
"""

from contextlib import contextmanager

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis import GenerationMode

from tests.nightly import examples
from xiaoer.app.api import create_app
from xiaoer.core import db, shops
from xiaoer.core.auth import Actor, ActorKind, Permission, system
from xiaoer.core.ids import new_id
from xiaoer.core.session import DeskSession

EXAMPLES = examples(4, nightly=25)

app = create_app()
schema = schemathesis.openapi.from_asgi("/api/openapi.json", app)
schema.config.generation.update(modes=[GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
generated = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def signed_in(database):
    """One outer transaction for all examples; each request is a savepoint in it."""
    with db.engine().connect() as connection, connection.begin() as outer:
        session = DeskSession(
            connection, join_transaction_mode="create_savepoint", expire_on_commit=False
        )
        shop = shops.add(session, system(), code="fuzz", name="杂货铺")
        session.flush()

        @contextmanager
        def request_transaction():
            session.expunge_all()
            with session.begin_nested():
                yield session

        app.state.transaction = request_transaction
        app.state.identify = lambda _session, _request: Actor(
            kind=ActorKind.AGENT,
            id=new_id(),
            name="周掌柜",
            permissions=frozenset(Permission),
            shop_ids=frozenset({shop.id}),
        )
        yield
        session.close()
        outer.rollback()
