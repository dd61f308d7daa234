"""What a server does before it serves: migrate; on the first start the demo or an owner link."""

import sys
from collections.abc import Iterator

from xiaoer.app import migrate
from xiaoer.app.installation import FirstStart, has_shops
from xiaoer.core import db
from xiaoer.core.config import settings
from xiaoer.workforce import service as workforce


def prepare(url: str, empty: bool) -> None:
    """Bring the database to the present schema and fill it once."""
    pending = migrate.pending(url)
    if pending:
        say(f"· Migrating the database ({len(pending)} steps)")
        migrate.upgrade(url)
    engine = db.configure(url)
    with db.transaction() as session:
        workforce.ensure_builtin_roles(session)
    _ = settings().secret  # made here, before several processes would each make one
    first = FirstStart(settings().data)
    if first.choice == "" and (empty or has_shops(url)):
        first.choose("empty")
    engine.dispose()


def greeting(url: str, address: str) -> Iterator[str]:
    """The lines a person reads when the server is ready."""
    yield ""
    yield f"小二 Xiaoer  {address}"
    engine = db.configure(url)
    with db.transaction() as session:
        token = workforce.make_owner_link(session)
    engine.dispose()
    if token:
        yield ""
        yield "Nobody is at the desk yet. This link, good once, sets up the shop and its owner:"
        yield f"  {address}/setup?token={token}"
    yield ""


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
