"""Holds: what is checked for a customer, and by when they were promised to hear of it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "25_holds"
down_revision = "24_tax"


def upgrade() -> None:
    op.create_table(
        "hold_promises",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=False),
        sa.Column("checking", sa.String(200), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("extensions", sa.Integer(), nullable=False),
        sa.Column("late_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer_seq", sa.Integer(), nullable=True),
        sa.Column("as_hoped", sa.Boolean(), nullable=True),
        sa.Column("reason", sa.String(500), nullable=False),
        sa.Column("alternatives", postgresql.ARRAY(sa.String(500)), nullable=False),
        sa.CheckConstraint("due_at > started_at", name=op.f("ck_hold_promises_promised_ahead")),
        sa.CheckConstraint(
            "state <> 'kept' OR ended_at IS NOT NULL", name=op.f("ck_hold_promises_kept_has_ended")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_hold_promises_shop_id")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_hold_promises_conversation_id")
        ),
        sa.ForeignKeyConstraint(
            ["agent_id"], ["agents.id"], name=op.f("fk_hold_promises_agent_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold_promises")),
    )
    op.create_index(
        "uq_hold_promises_one_live",
        "hold_promises",
        ["conversation_id"],
        unique=True,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index("ix_hold_promises_shop_started", "hold_promises", ["shop_id", "started_at"])
    op.create_index(
        "ix_hold_promises_live",
        "hold_promises",
        ["shop_id", "due_at"],
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.add_column(
        "conversations", sa.Column("hold_until", sa.DateTime(timezone=True), nullable=True)
    )
    op.add_column(
        "conversations",
        sa.Column("hold_late", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    )
    for name, usual, kind in (
        ("hold_contact_ratio", "0.5", sa.Float()),
        ("hold_alert_sec", "60", sa.Integer()),
        ("hold_lookup_sec", "60", sa.Integer()),
    ):
        column = sa.Column(name, kind, server_default=sa.text(usual), nullable=False)
        op.add_column("channel_settings", column)
        op.alter_column("channel_settings", name, server_default=None)
    op.execute(
        "ALTER TABLE channel_settings ADD CONSTRAINT ck_channel_settings_contact_before_due"
        " CHECK (hold_contact_ratio > 0 AND hold_contact_ratio <= 1) NOT VALID"
    )
    op.execute(
        "ALTER TABLE channel_settings VALIDATE CONSTRAINT ck_channel_settings_contact_before_due"
    )


def downgrade() -> None:
    op.drop_constraint(op.f("ck_channel_settings_contact_before_due"), "channel_settings")
    for name in ("hold_lookup_sec", "hold_alert_sec", "hold_contact_ratio"):
        op.drop_column("channel_settings", name)
    op.drop_column("conversations", "hold_late")
    op.drop_column("conversations", "hold_until")
    op.drop_table("hold_promises")
