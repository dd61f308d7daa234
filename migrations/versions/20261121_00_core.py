"""The tables of core."""

import sqlalchemy as sa
from alembic import op
from pgqueuer.adapters.persistence import schema_ddl
from pgqueuer.domain.settings import DBSettings, Durability
from sqlalchemy.dialects import postgresql

import xiaoer.core.events

revision = "00_core"
down_revision = None


def upgrade() -> None:
    op.execute(schema_ddl.render_install(DBSettings(durability=Durability.durable)))
    op.create_table(
        "events",
        sa.Column(
            "xid",
            xiaoer.core.events.Xid8(),
            server_default=sa.text("pg_current_xact_id()"),
            nullable=False,
        ),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("actor_kind", sa.String(length=10), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("actor_name", sa.String(length=100), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("topics", postgresql.ARRAY(sa.String(length=80)), nullable=False),
        sa.Column("data", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("xid", "id", name=op.f("pk_events")),
    )
    op.create_index("ix_events_shop_kind", "events", ["shop_id", "kind", "at"], unique=False)
    op.create_index("ix_events_subject", "events", ["subject_id", "id"], unique=False)
    op.create_table(
        "idempotency_records",
        sa.Column("scope", sa.String(length=120), nullable=False),
        sa.Column("key", sa.Uuid(), nullable=False),
        sa.Column("content_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("answer", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("scope", "key", name=op.f("pk_idempotency_records")),
    )
    op.create_index(
        op.f("ix_idempotency_records_created_at"),
        "idempotency_records",
        ["created_at"],
        unique=False,
    )
    op.create_table(
        "shop_counters",
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "kind", name=op.f("pk_shop_counters")),
    )
    op.create_table(
        "shops",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("timezone", sa.String(length=60), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("settings", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "code ~ '^[a-z0-9][a-z0-9_-]{0,39}$'", name=op.f("ck_shops_code_is_plain")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shops")),
        sa.UniqueConstraint("code", name=op.f("uq_shops_code")),
    )
    op.create_table(
        "files",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=True),
        sa.Column("sha256", sa.LargeBinary(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("content_type", sa.String(length=60), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("uploader_kind", sa.String(length=10), nullable=False),
        sa.Column("uploader_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("octet_length(sha256) = 32", name=op.f("ck_files_hash_is_whole")),
        sa.CheckConstraint("size > 0", name=op.f("ck_files_not_empty")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_files_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_files")),
    )
    op.create_index("ix_files_shop", "files", ["shop_id", "created_at"], unique=False)


def downgrade() -> None:
    op.execute(schema_ddl.render_uninstall(DBSettings()))
    op.drop_index("ix_files_shop", table_name="files")
    op.drop_table("files")
    op.drop_table("shops")
    op.drop_table("shop_counters")
    op.drop_index(op.f("ix_idempotency_records_created_at"), table_name="idempotency_records")
    op.drop_table("idempotency_records")
    op.drop_index("ix_events_subject", table_name="events")
    op.drop_index("ix_events_shop_kind", table_name="events")
    op.drop_table("events")
