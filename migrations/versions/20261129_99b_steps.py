"""Logistics cases with couriers, what is asked of customers before shipping, and remarks to be seen."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "29_steps"
down_revision = "28_ship_delays"


def upgrade() -> None:
    op.create_table(
        "buyer_ratings",
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("recommends", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("by", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_buyer_ratings_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_buyer_ratings_order_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_buyer_ratings_shop_id")),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_buyer_ratings")),
    )
    op.create_index("ix_buyer_ratings_shop", "buyer_ratings", ["shop_id", "at"], unique=False)
    op.create_table(
        "cod_refusals",
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column(
            "cause",
            sa.Enum(
                "price_surprise",
                "changed_mind",
                "other",
                name="refusalcause",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("freight_cents", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "freight_cents >= 0", name=op.f("ck_cod_refusals_freight_is_not_negative")
        ),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_cod_refusals_order_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_cod_refusals_shop_id")),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_cod_refusals")),
    )
    op.create_index(op.f("ix_cod_refusals_shop_id"), "cod_refusals", ["shop_id"], unique=False)
    op.create_table(
        "order_checks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("address", "cod", name="checkkind", native_enum=False, length=10),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "confirmed",
                "changed",
                "unanswered",
                "held",
                name="checkstate",
                native_enum=False,
                length=12,
            ),
            nullable=False,
        ),
        sa.Column("several", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("notice_id", sa.Uuid(), nullable=True),
        sa.Column("courier", sa.String(length=40), server_default=sa.text("''"), nullable=False),
        sa.Column("courier_chosen", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column(
            "facts",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "settled_by", sa.String(length=100), server_default=sa.text("''"), nullable=False
        ),
        sa.CheckConstraint(
            "(state IN ('open', 'held')) = (settled_at IS NULL)",
            name=op.f("ck_order_checks_settled_when"),
        ),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("fk_order_checks_notice_id")
        ),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_checks_order_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_order_checks_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_checks")),
    )
    op.create_index(
        "ix_order_checks_open",
        "order_checks",
        ["shop_id", "kind", "due_at", "order_id"],
        unique=False,
        postgresql_where=sa.text("state IN ('open', 'held')"),
    )
    op.create_index("uq_order_checks_order", "order_checks", ["order_id", "kind"], unique=True)
    op.create_table(
        "order_nudges",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("template", sa.String(length=40), nullable=False),
        sa.Column("notice_id", sa.Uuid(), nullable=True),
        sa.Column("agent_id", sa.Uuid(), nullable=True),
        sa.Column("by", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("fk_order_nudges_notice_id")
        ),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_nudges_order_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_order_nudges_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_nudges")),
    )
    op.create_index("ix_order_nudges_order", "order_nudges", ["order_id", "at"], unique=False)
    op.create_index("ix_order_nudges_shop", "order_nudges", ["shop_id", "at"], unique=False)
    op.create_table(
        "unpaid_notes",
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column(
            "why",
            sa.Enum(
                "forgot",
                "impulse",
                "duplicate",
                "unknown",
                name="unpaidwhy",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("said_no", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("by", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_unpaid_notes_order_id")),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_unpaid_notes")),
    )
    op.create_table(
        "logistics_cases",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("parcel_id", sa.Uuid(), nullable=True),
        sa.Column("courier", sa.String(length=40), nullable=False),
        sa.Column("region", sa.String(length=60), server_default=sa.text("''"), nullable=False),
        sa.Column(
            "type",
            sa.Enum(
                "delay",
                "damage",
                "loss",
                "wrong",
                "refused",
                name="troubletype",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=True),
        sa.Column("follow_up_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claim_cents", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("paid_cents", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_by", sa.String(length=100), nullable=False),
        sa.Column(
            "ended",
            sa.Enum(
                "delivered",
                "resent",
                "refunded",
                "claimed",
                name="troubleend",
                native_enum=False,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(ended_at IS NULL) = (ended IS NULL)", name=op.f("ck_logistics_cases_ended_how")
        ),
        sa.CheckConstraint(
            "claim_cents >= 0 AND paid_cents >= 0",
            name=op.f("ck_logistics_cases_claims_are_not_negative"),
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_logistics_cases_order_id")
        ),
        sa.ForeignKeyConstraint(
            ["parcel_id"], ["parcels.id"], name=op.f("fk_logistics_cases_parcel_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_logistics_cases_shop_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_logistics_cases_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_logistics_cases")),
    )
    op.create_index("ix_logistics_cases_order", "logistics_cases", ["order_id"], unique=False)
    op.create_index(
        "ix_logistics_cases_shop",
        "logistics_cases",
        ["shop_id", sa.literal_column("opened_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index(
        "uq_logistics_cases_number", "logistics_cases", ["shop_id", "number"], unique=True
    )
    op.create_index(
        "uq_logistics_cases_parcel",
        "logistics_cases",
        ["parcel_id"],
        unique=True,
        postgresql_where=sa.text("ended_at IS NULL AND parcel_id IS NOT NULL"),
    )
    op.create_table(
        "order_calls",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("check_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "kept",
                "online",
                "unreachable",
                "refused",
                name="calloutcome",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("by", sa.String(length=100), nullable=False),
        sa.CheckConstraint("seconds >= 0", name=op.f("ck_order_calls_seconds_are_not_negative")),
        sa.ForeignKeyConstraint(
            ["check_id"], ["order_checks.id"], name=op.f("fk_order_calls_check_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_calls")),
    )
    op.create_index("ix_order_calls_check", "order_calls", ["check_id", "at"], unique=False)
    op.create_table(
        "remark_duties",
        sa.Column("remark_id", sa.Uuid(), nullable=False),
        sa.Column(
            "party",
            sa.Enum("warehouse", "shipping", "returns", name="party", native_enum=False, length=10),
            nullable=False,
        ),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "acknowledged_by", sa.String(length=100), server_default=sa.text("''"), nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_remark_duties_order_id")
        ),
        sa.ForeignKeyConstraint(
            ["remark_id"], ["order_remarks.id"], name=op.f("fk_remark_duties_remark_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_remark_duties_shop_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_remark_duties_task_id")),
        sa.PrimaryKeyConstraint("remark_id", "party", name=op.f("pk_remark_duties")),
    )
    op.create_index(
        "ix_remark_duties_open",
        "remark_duties",
        ["order_id"],
        unique=False,
        postgresql_where=sa.text("acknowledged_at IS NULL"),
    )
    op.create_index("ix_remark_duties_task", "remark_duties", ["task_id"], unique=False)
    op.create_table(
        "logistics_entries",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("trouble_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "inquiry",
                "answer",
                "milestone",
                "claim",
                "payout",
                name="entrykind",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("cents", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("notice_id", sa.Uuid(), nullable=True),
        sa.Column("by", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("fk_logistics_entries_notice_id")
        ),
        sa.ForeignKeyConstraint(
            ["trouble_id"], ["logistics_cases.id"], name=op.f("fk_logistics_entries_trouble_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_logistics_entries")),
    )
    op.create_index(
        "ix_logistics_entries_case", "logistics_entries", ["trouble_id", "id"], unique=False
    )


def downgrade() -> None:
    op.drop_index("ix_logistics_entries_case", table_name="logistics_entries")
    op.drop_table("logistics_entries")
    op.drop_index("ix_remark_duties_task", table_name="remark_duties")
    op.drop_index(
        "ix_remark_duties_open",
        table_name="remark_duties",
        postgresql_where=sa.text("acknowledged_at IS NULL"),
    )
    op.drop_table("remark_duties")
    op.drop_index("ix_order_calls_check", table_name="order_calls")
    op.drop_table("order_calls")
    op.drop_index(
        "uq_logistics_cases_parcel",
        table_name="logistics_cases",
        postgresql_where=sa.text("ended_at IS NULL AND parcel_id IS NOT NULL"),
    )
    op.drop_index("uq_logistics_cases_number", table_name="logistics_cases")
    op.drop_index("ix_logistics_cases_shop", table_name="logistics_cases")
    op.drop_index("ix_logistics_cases_order", table_name="logistics_cases")
    op.drop_table("logistics_cases")
    op.drop_table("unpaid_notes")
    op.drop_index("ix_order_nudges_shop", table_name="order_nudges")
    op.drop_index("ix_order_nudges_order", table_name="order_nudges")
    op.drop_table("order_nudges")
    op.drop_index("uq_order_checks_order", table_name="order_checks")
    op.drop_index(
        "ix_order_checks_open",
        table_name="order_checks",
        postgresql_where=sa.text("state IN ('open', 'held')"),
    )
    op.drop_table("order_checks")
    op.drop_index(op.f("ix_cod_refusals_shop_id"), table_name="cod_refusals")
    op.drop_table("cod_refusals")
    op.drop_index("ix_buyer_ratings_shop", table_name="buyer_ratings")
    op.drop_table("buyer_ratings")
