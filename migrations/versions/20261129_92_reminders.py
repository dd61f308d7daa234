"""Reminders to warehouses and couriers, and the people who answer for a courier."""

import sqlalchemy as sa
from alembic import op

revision = "21_reminders"
down_revision = "20_case_care"


def upgrade() -> None:
    op.create_table(
        "courier_desks",
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("courier", sa.String(length=40), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("lead_id", sa.Uuid(), nullable=True),
        sa.Column("share", sa.Integer(), nullable=False),
        sa.Column("stopped_since", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("share >= 0", name=op.f("ck_courier_desks_share_is_not_negative")),
        sa.ForeignKeyConstraint(
            ["group_id"], ["agent_groups.id"], name=op.f("fk_courier_desks_group_id")
        ),
        sa.ForeignKeyConstraint(["lead_id"], ["agents.id"], name=op.f("fk_courier_desks_lead_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_courier_desks_shop_id")),
        sa.PrimaryKeyConstraint("shop_id", "courier", name=op.f("pk_courier_desks")),
    )
    op.create_table(
        "ship_reminders",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column(
            "receiver",
            sa.Enum("warehouse", "courier", name="receiver", native_enum=False, length=10),
            nullable=False,
        ),
        sa.Column("warehouse_id", sa.Uuid(), nullable=True),
        sa.Column("courier", sa.String(length=40), server_default=sa.text("''"), nullable=False),
        sa.Column("note", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("sent_by", sa.String(length=100), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ack_by", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("escalated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("difficulty", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "answered_by", sa.String(length=100), server_default=sa.text("''"), nullable=False
        ),
        sa.Column("plan", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True),
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
        sa.Column("action", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("result", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("lesson", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.String(length=100), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "(receiver = 'warehouse') >= (warehouse_id IS NOT NULL)",
            name=op.f("ck_ship_reminders_one_receiver"),
        ),
        sa.CheckConstraint(
            "(closed_at IS NULL) = (cause IS NULL)", name=op.f("ck_ship_reminders_closed_says_why")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_ship_reminders_shop_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_ship_reminders_task_id")),
        sa.ForeignKeyConstraint(
            ["warehouse_id"], ["warehouses.id"], name=op.f("fk_ship_reminders_warehouse_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ship_reminders")),
    )
    op.create_index(
        "ix_ship_reminders_shop",
        "ship_reminders",
        ["shop_id", "closed_at", sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index("uq_ship_reminders_task", "ship_reminders", ["task_id"], unique=True)
    op.create_table(
        "ship_reminder_orders",
        sa.Column("reminder_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_ship_reminder_orders_order_id")
        ),
        sa.ForeignKeyConstraint(
            ["reminder_id"], ["ship_reminders.id"], name=op.f("fk_ship_reminder_orders_reminder_id")
        ),
        sa.PrimaryKeyConstraint("reminder_id", "order_id", name=op.f("pk_ship_reminder_orders")),
    )
    op.create_index(
        op.f("ix_ship_reminder_orders_order_id"), "ship_reminder_orders", ["order_id"], unique=False
    )
    op.create_index(
        "ix_parcels_shop_labelled", "parcels", ["shop_id", "labelled_at", "courier"], unique=False
    )
    op.create_index(
        "ix_ship_watches_handed",
        "ship_watches",
        ["shop_id", "handed_at"],
        unique=False,
        postgresql_where=sa.text("handed_at IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index(
        "ix_ship_watches_handed",
        table_name="ship_watches",
        postgresql_where=sa.text("handed_at IS NOT NULL"),
    )
    op.drop_index("ix_parcels_shop_labelled", table_name="parcels")
    op.drop_index(op.f("ix_ship_reminder_orders_order_id"), table_name="ship_reminder_orders")
    op.drop_table("ship_reminder_orders")
    op.drop_index("uq_ship_reminders_task", table_name="ship_reminders")
    op.drop_index("ix_ship_reminders_shop", table_name="ship_reminders")
    op.drop_table("ship_reminders")
    op.drop_table("courier_desks")
