"""Bring a database to the present schema.

Alembic is 25 MB: only the process that migrates carries it, none of those that then serve.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, pool

from xiaoer.core.db import driver_url

if TYPE_CHECKING:
    from alembic.config import Config

ROOT = Path(__file__).resolve().parents[2]


def config(url: str) -> "Config":
    from alembic.config import Config

    made = Config(str(ROOT / "alembic.ini"))
    made.set_main_option("script_location", str(ROOT / "migrations"))
    made.attributes["url"] = url
    return made


def upgrade(url: str) -> None:
    """Apply what is missing. Safe to call from several processes at once."""
    from alembic import command

    command.upgrade(config(url), "head")


def pending(url: str) -> list[str]:
    """Names of the migrations this database still lacks, oldest first."""
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    script = ScriptDirectory.from_config(config(url))
    engine = create_engine(driver_url(url), poolclass=pool.NullPool)
    with engine.connect() as connection:
        done = set(MigrationContext.configure(connection).get_current_heads())
    engine.dispose()
    lacking = []
    for revision in script.walk_revisions():
        if revision.revision in done:
            break
        lacking.append(revision.revision)
    return lacking[::-1]
