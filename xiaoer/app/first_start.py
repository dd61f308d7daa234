"""What a server does before it serves: migrate; on the first start the demo or an owner link."""

import sys
from collections.abc import Iterator

from xiaoer.app import migrate
from xiaoer.app.demo import loading
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
    if first.choice == "":
        if empty or has_shops(url):
            first.choose("empty")
        else:
            say("· Loading the demo shops")
            loading.load(lambda line: say(f"    {line}"))
            first.choose("demo")
    engine.dispose()


def greeting(url: str, address: str) -> Iterator[str]:
    """The lines a person reads when the server is ready."""
    yield ""
    yield f"小二 Xiaoer  {address}"
    engine = db.configure(url)
    with db.transaction() as session:
        token = workforce.make_owner_link(session)
    engine.dispose()
    if FirstStart(settings().data).choice == "demo":
        demo = loading.greeting()
        yield ""
        yield f"Demo logins, all with the password {demo.password}:"
        yield "  " + "  ".join(f"{login} ({name})" for login, name in demo.logins[:5])
        yield "  " + "  ".join(f"{login} ({name})" for login, name in demo.logins[5:])
        yield "A customer's side: " + "  ".join(f"{address}/chat/{c}" for c in demo.shop_codes)
        yield (
            f"  orders to ask about there: {demo.order_nos[0]} to {demo.order_nos[-1][-2:]}, "
            f"phone ending {demo.phone_tail}"
        )
    if token:
        yield ""
        yield "Nobody is at the desk yet. This link, good once, sets up the shop and its owner:"
        yield f"  {address}/setup?token={token}"
    yield ""


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
