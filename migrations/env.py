"""Migrations run in one transaction, with a lock timeout: a busy table fails them early."""

from alembic import context
from sqlalchemy import create_engine, pool, text

from xiaoer.app import rooms  # noqa: F401  every model is known to the metadata
from xiaoer.core.db import Model, driver_url

LOCK_TIMEOUT = "5s"
OURS = set(Model.metadata.tables)


def ours(_: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
    """Leave the queue's own tables alone."""
    return name in OURS if kind == "table" else True


def run() -> None:
    engine = create_engine(driver_url(context.config.attributes["url"]), poolclass=pool.NullPool)
    with engine.begin() as connection:
        connection.execute(text(f"SET lock_timeout = '{LOCK_TIMEOUT}'"))
        # Two processes that start at once take turns.
        connection.execute(text("SELECT pg_advisory_xact_lock(7202611)"))
        context.configure(
            connection=connection,
            target_metadata=Model.metadata,
            include_object=ours,
            compare_type=True,
        )
        with context.begin_transaction():
            context.run_migrations()
    engine.dispose()


run()
