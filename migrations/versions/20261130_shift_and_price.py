"""What is handed over when a shift ends, and complaints about the price of paying on delivery."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "38_shift_and_price"
down_revision = "37_room_for_scans"


def upgrade() -> None:
    op.create_table(
        "handovers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("from_agent_id", sa.Uuid(), nullable=False),
        sa.Column("to_agent_id", sa.Uuid(), nullable=False),
        sa.Column("note", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("items", postgresql.JSONB(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "from_agent_id <> to_agent_id", name=op.f("ck_handovers_to_somebody_else")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_handovers_shop_id")),
        sa.ForeignKeyConstraint(
            ["from_agent_id"], ["agents.id"], name=op.f("fk_handovers_from_agent_id")
        ),
        sa.ForeignKeyConstraint(
            ["to_agent_id"], ["agents.id"], name=op.f("fk_handovers_to_agent_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handovers")),
    )
    op.create_index(
        "ix_handovers_open",
        "handovers",
        ["to_agent_id"],
        postgresql_where=sa.text("acknowledged_at IS NULL"),
    )
    op.create_index("ix_handovers_shop", "handovers", ["shop_id", "at"])
    op.create_table(
        "cod_complaints",
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("called_before", sa.Boolean(), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("by", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_cod_complaints_order_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_cod_complaints_shop_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_cod_complaints_task_id")),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_cod_complaints")),
    )
    op.create_index("ix_cod_complaints_shop", "cod_complaints", ["shop_id", "at"])


def downgrade() -> None:
    op.drop_table("cod_complaints")
    op.drop_table("handovers")
