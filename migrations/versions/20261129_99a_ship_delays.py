"""Delays of orders: told to customers, answered, followed until shipped."""

import sqlalchemy as sa
from alembic import op

revision = "28_ship_delays"
down_revision = "27_reply_checks"


def upgrade() -> None:
    op.create_table(
        "ship_delays",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("warehouse_id", sa.Uuid(), nullable=True),
        sa.Column("courier", sa.String(length=40), server_default=sa.text("''"), nullable=False),
        sa.Column(
            "threat",
            sa.Enum(
                "no_stock",
                "backlog",
                "courier_stopped",
                name="threat",
                native_enum=False,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("missed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("task_id", sa.Uuid(), nullable=True),
        sa.Column(
            "cause",
            sa.Enum(
                "merchant",
                "courier",
                "customer",
                "force_majeure",
                "platform",
                name="cause",
                native_enum=False,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("reason", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("expected_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("notice_id", sa.Uuid(), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_by", sa.String(length=100), server_default=sa.text("''"), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "wait",
                "swap",
                "partial",
                "refund",
                "compensation",
                name="answer",
                native_enum=False,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("opinion", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("solution", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "answered_by", sa.String(length=100), server_default=sa.text("''"), nullable=False
        ),
        sa.Column("outcome", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column(
            "compensated_cents", sa.BigInteger(), server_default=sa.text("0"), nullable=False
        ),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_why", sa.String(length=20), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "(answer IS NULL) = (answered_at IS NULL)", name=op.f("ck_ship_delays_answered_when")
        ),
        sa.CheckConstraint(
            "compensated_cents >= 0", name=op.f("ck_ship_delays_compensation_is_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("fk_ship_delays_notice_id")
        ),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_ship_delays_order_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_ship_delays_shop_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_ship_delays_task_id")),
        sa.ForeignKeyConstraint(
            ["warehouse_id"], ["warehouses.id"], name=op.f("fk_ship_delays_warehouse_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ship_delays")),
    )
    op.create_index("ix_ship_delays_order", "ship_delays", ["order_id"], unique=False)
    op.create_index(
        "ix_ship_delays_shop",
        "ship_delays",
        ["shop_id", sa.literal_column("opened_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index(
        "ix_ship_delays_task",
        "ship_delays",
        ["task_id"],
        unique=False,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "uq_ship_delays_open",
        "ship_delays",
        ["order_id"],
        unique=True,
        postgresql_where=sa.text("ended_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_index(
        "uq_ship_delays_open",
        table_name="ship_delays",
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.drop_index(
        "ix_ship_delays_task",
        table_name="ship_delays",
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.drop_index("ix_ship_delays_shop", table_name="ship_delays")
    op.drop_index("ix_ship_delays_order", table_name="ship_delays")
    op.drop_table("ship_delays")
