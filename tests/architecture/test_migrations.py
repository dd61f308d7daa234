"""The migrated schema is the models' schema, and every migration can be found in one line."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from xiaoer.app import migrate
from xiaoer.core import db
from xiaoer.core.db import Model


def test_models_and_migrations_agree(database):
    with db.engine().connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_object": lambda _thing, name, kind, _reflected, _other: (
                    name in Model.metadata.tables if kind == "table" else True
                )
            },
        )
        assert compare_metadata(context, Model.metadata) == []


def test_there_is_one_head(database):
    assert len(ScriptDirectory.from_config(migrate.config(database)).get_heads()) == 1
    assert migrate.pending(database) == []
