"""More goods asked for in time, what is said before a purchase, invoices and installations."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "34_stock_and_presale"
down_revision = "33_hard_talks"


def upgrade() -> None:
    op.create_table(
        "product_cards",
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("features", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("functions", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("precautions", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("advantages", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("usage", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("policies", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "updated_by", sa.String(length=100), server_default=sa.text("''"), nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["products.id"], name=op.f("fk_product_cards_product_id")
        ),
        sa.PrimaryKeyConstraint("product_id", name=op.f("pk_product_cards")),
    )
    op.create_table(
        "risk_hints",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=True),
        sa.Column("category", sa.String(length=100), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "not_returnable",
                "colour",
                "installation",
                "presale",
                "other",
                name="hintkind",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("text", sa.String(length=300), nullable=False),
        sa.Column("fee_cents", sa.Integer(), nullable=True),
        sa.Column("within_hours", sa.Integer(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(product_id IS NULL) <> (category IS NULL)",
            name=op.f("ck_risk_hints_of_one_or_the_other"),
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["products.id"], name=op.f("fk_risk_hints_product_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_risk_hints_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_hints")),
    )
    op.create_index(
        "ix_risk_hints_shop",
        "risk_hints",
        ["shop_id"],
        unique=False,
        postgresql_where=sa.text("active"),
    )
    op.create_table(
        "hints_told",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=True),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("hint_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("text", sa.String(length=300), nullable=False),
        sa.Column("by", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_hints_told_customer_id")
        ),
        sa.ForeignKeyConstraint(["hint_id"], ["risk_hints.id"], name=op.f("fk_hints_told_hint_id")),
        sa.ForeignKeyConstraint(
            ["product_id"], ["products.id"], name=op.f("fk_hints_told_product_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_hints_told_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hints_told")),
    )
    op.create_index(
        "ix_hints_told_customer", "hints_told", ["customer_id", "product_id", "at"], unique=False
    )
    op.create_table(
        "owed_services",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("invoice", "installation", name="owedkind", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("tax_no", sa.String(length=40), server_default=sa.text("''"), nullable=False),
        sa.Column("asked_by", sa.String(length=100), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by", sa.String(length=100), server_default=sa.text("''"), nullable=False),
        sa.Column("result", sa.String(length=200), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint("due_at > asked_at", name=op.f("ck_owed_services_there_is_time")),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_owed_services_order_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_owed_services_shop_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_owed_services_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_owed_services")),
    )
    op.create_index(
        "ix_owed_services_open",
        "owed_services",
        ["shop_id", "kind", "due_at"],
        unique=False,
        postgresql_where=sa.text("done_at IS NULL"),
    )
    op.create_index("uq_owed_services", "owed_services", ["order_id", "kind"], unique=True)
    op.create_table(
        "preconfirmations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=True),
        sa.Column("sku_id", sa.Uuid(), nullable=False),
        sa.Column("model", sa.String(length=300), nullable=False),
        sa.Column("spec", sa.String(length=300), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("price_cents", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("fields", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("sent_by", sa.String(length=100), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "answer",
            sa.Enum("confirmed", "corrected", name="cardanswer", native_enum=False, length=10),
            nullable=True,
        ),
        sa.Column("words", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(answer IS NULL) = (answered_at IS NULL)",
            name=op.f("ck_preconfirmations_answered_when"),
        ),
        sa.CheckConstraint(
            "price_cents >= 0", name=op.f("ck_preconfirmations_price_is_not_negative")
        ),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_preconfirmations_quantity_is_positive")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_preconfirmations_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_preconfirmations_shop_id")
        ),
        sa.ForeignKeyConstraint(["sku_id"], ["skus.id"], name=op.f("fk_preconfirmations_sku_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_preconfirmations")),
    )
    op.create_index(
        "ix_preconfirmations_conversation", "preconfirmations", ["conversation_id"], unique=False
    )
    op.create_index(
        "ix_preconfirmations_customer",
        "preconfirmations",
        ["customer_id", "sku_id", "sent_at"],
        unique=False,
    )
    op.create_table(
        "recommendations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=True),
        sa.Column("sku_id", sa.Uuid(), nullable=False),
        sa.Column("need", sa.String(length=300), server_default=sa.text("''"), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=True),
        sa.Column("by", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_recommendations_customer_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_recommendations_shop_id")),
        sa.ForeignKeyConstraint(["sku_id"], ["skus.id"], name=op.f("fk_recommendations_sku_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendations")),
    )
    op.create_index("ix_recommendations_shop", "recommendations", ["shop_id", "at"], unique=False)
    op.create_table(
        "replenishments",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("sku_id", sa.Uuid(), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("automatic", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "asked",
                "ordered",
                "arrived",
                "called_off",
                name="replenishing",
                native_enum=False,
                length=20,
            ),
            server_default=sa.text("'asked'"),
            nullable=False,
        ),
        sa.Column("asked_by", sa.String(length=100), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expected_on", sa.Date(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.String(length=100), server_default=sa.text("''"), nullable=False),
        sa.Column("note", sa.String(length=200), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "(state IN ('arrived', 'called_off')) = (ended_at IS NOT NULL)",
            name=op.f("ck_replenishments_ended_when"),
        ),
        sa.CheckConstraint("pieces > 0", name=op.f("ck_replenishments_pieces_are_positive")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_replenishments_shop_id")),
        sa.ForeignKeyConstraint(["sku_id"], ["skus.id"], name=op.f("fk_replenishments_sku_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_replenishments")),
    )
    op.create_index(
        "ix_replenishments_shop",
        "replenishments",
        ["shop_id", sa.literal_column("asked_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index(
        "uq_replenishments_open",
        "replenishments",
        ["sku_id"],
        unique=True,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "stock_asks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("sku_id", sa.Uuid(), nullable=False),
        sa.Column("pieces", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("lost", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=True),
        sa.Column("agent_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("pieces > 0", name=op.f("ck_stock_asks_pieces_are_positive")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_stock_asks_shop_id")),
        sa.ForeignKeyConstraint(["sku_id"], ["skus.id"], name=op.f("fk_stock_asks_sku_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_asks")),
    )
    op.create_index("ix_stock_asks_shop", "stock_asks", ["shop_id", "at"], unique=False)
    op.add_column("skus", sa.Column("safety_stock", sa.Integer(), nullable=True))
    op.create_index(
        "ix_skus_safety",
        "skus",
        ["shop_id"],
        unique=False,
        postgresql_where=sa.text("safety_stock IS NOT NULL"),
    )
    op.create_check_constraint(op.f("ck_skus_safety_is_not_negative"), "skus", "safety_stock >= 0")


def downgrade() -> None:
    op.drop_index(
        "ix_skus_safety", table_name="skus", postgresql_where=sa.text("safety_stock IS NOT NULL")
    )
    op.drop_column("skus", "safety_stock")
    op.drop_index("ix_stock_asks_shop", table_name="stock_asks")
    op.drop_table("stock_asks")
    op.drop_index(
        "uq_replenishments_open",
        table_name="replenishments",
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.drop_index("ix_replenishments_shop", table_name="replenishments")
    op.drop_table("replenishments")
    op.drop_index("ix_recommendations_shop", table_name="recommendations")
    op.drop_table("recommendations")
    op.drop_index("ix_preconfirmations_customer", table_name="preconfirmations")
    op.drop_index("ix_preconfirmations_conversation", table_name="preconfirmations")
    op.drop_table("preconfirmations")
    op.drop_index("uq_owed_services", table_name="owed_services")
    op.drop_index(
        "ix_owed_services_open",
        table_name="owed_services",
        postgresql_where=sa.text("done_at IS NULL"),
    )
    op.drop_table("owed_services")
    op.drop_index("ix_hints_told_customer", table_name="hints_told")
    op.drop_table("hints_told")
    op.drop_index("ix_risk_hints_shop", table_name="risk_hints", postgresql_where=sa.text("active"))
    op.drop_table("risk_hints")
    op.drop_table("product_cards")
