"""What a server does before it serves: migrate; on the first start the demo or an owner link."""

import importlib.util
import sys
from collections.abc import Iterator

from xiaoer.app import migrate
from xiaoer.app.installation import FirstStart, has_shops
from xiaoer.core import db
from xiaoer.core.config import settings


def prepare(url: str, empty: bool) -> None:
    """Bring the database to the present schema and fill it once."""
    pending = migrate.pending(url)
    if pending:
        _say(f"· Migrating the database ({len(pending)} steps)")
    migrate.upgrade(url)
    first = FirstStart(settings().data)
    if first.choice == "" and not has_shops(url):
        first.choose("empty" if empty else "new")
    _ = importlib.util, db


def greeting(url: str, address: str) -> Iterator[str]:
    """The lines a person reads when the server is ready."""
    yield ""
    yield f"小二 Xiaoer  {address}"


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
