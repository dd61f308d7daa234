"""The call book."""

import sqlalchemy as sa
from alembic import op

revision = "31_calls"
down_revision = "30_quiet_queue"


def upgrade() -> None:
    op.create_table(
        "calls",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("external_id", sa.String(length=100), nullable=True),
        sa.Column(
            "direction",
            sa.Enum("inbound", "outbound", name="calldirection", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=True),
        sa.Column("agent_id", sa.Uuid(), nullable=True),
        sa.Column("agent_name", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "matter",
            sa.Enum(
                "consultation",
                "order",
                "aftersales",
                "complaint",
                "other",
                name="matter",
                native_enum=False,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("recording_url", sa.String(length=500), nullable=False),
        sa.Column("callback_task_id", sa.Uuid(), nullable=True),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(agent_id IS NULL) = (agent_name = '')", name=op.f("ck_calls_agent_has_a_name")
        ),
        sa.CheckConstraint(
            "answered_at >= at AND ended_at >= at", name=op.f("ck_calls_moments_follow")
        ),
        sa.ForeignKeyConstraint(
            ["callback_task_id"], ["tasks.id"], name=op.f("fk_calls_callback_task_id")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_calls_customer_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_calls_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calls")),
    )
    op.create_index("ix_calls_customer_id", "calls", ["customer_id"], unique=False)
    op.create_index("ix_calls_number", "calls", ["shop_id", "number", "at"], unique=False)
    op.create_index("ix_calls_recent", "calls", ["shop_id", "at", "id"], unique=False)
    op.create_index(
        "uq_calls_external_id",
        "calls",
        ["shop_id", "external_id"],
        unique=True,
        postgresql_where=sa.text("external_id IS NOT NULL"),
    )
