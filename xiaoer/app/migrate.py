"""Bring a database to the present schema."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, pool

from xiaoer.core.db import driver_url

ROOT = Path(__file__).resolve().parents[2]


def config(url: str) -> Config:
    made = Config(str(ROOT / "alembic.ini"))
    made.set_main_option("script_location", str(ROOT / "migrations"))
    made.attributes["url"] = url
    return made


def upgrade(url: str) -> None:
    """Apply what is missing. Safe to call from several processes at once."""
    command.upgrade(config(url), "head")


def pending(url: str) -> list[str]:
    """Names of the migrations this database still lacks, oldest first."""
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
