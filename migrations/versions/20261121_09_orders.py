"""The tables of orders."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "09_orders"
down_revision = "08_notices"


def upgrade() -> None:
    op.create_table(
        "orders",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("order_no", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=30), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=True),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("list_cents", sa.BigInteger(), nullable=False),
        sa.Column("merchant_discount_cents", sa.BigInteger(), nullable=False),
        sa.Column("platform_discount_cents", sa.BigInteger(), nullable=False),
        sa.Column("freight_cents", sa.BigInteger(), nullable=False),
        sa.Column("paid_cents", sa.BigInteger(), nullable=False),
        sa.Column("refunded_cents", sa.BigInteger(), nullable=False),
        sa.Column("amounts_known", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("item_count", sa.Integer(), nullable=False),
        sa.Column("placed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paid_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("shipped_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("completed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("promised_ship_by", sa.DateTime(timezone=True), nullable=True),
        sa.Column("promised_arrival", sa.DateTime(timezone=True), nullable=True),
        sa.Column("receiver_name", sa.String(length=100), nullable=False),
        sa.Column("receiver_phone", sa.String(length=40), nullable=False),
        sa.Column(
            "phone_tail",
            sa.String(length=4),
            sa.Computed("right(regexp_replace(receiver_phone, '\\D', '', 'g'), 4)", persisted=True),
            nullable=False,
        ),
        sa.Column("receiver_address", sa.Text(), nullable=False),
        sa.Column("courier", sa.String(length=60), nullable=False),
        sa.Column("tracking_no", sa.String(length=120), nullable=False),
        sa.Column("parcel_text", sa.Text(), nullable=False),
        sa.Column("parcel_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("buyer_message", sa.Text(), nullable=False),
        sa.Column("flag", sa.String(length=10), nullable=True),
        sa.Column(
            "facts",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.Column("content_hash", sa.LargeBinary(length=16), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "recency",
            sa.DateTime(timezone=True),
            sa.Computed("coalesce(placed_at, created_at)", persisted=True),
            nullable=False,
        ),
        sa.CheckConstraint(
            "flag IN ('red', 'yellow', 'green', 'blue', 'purple')",
            name=op.f("ck_orders_flag_is_known"),
        ),
        sa.CheckConstraint(
            "status IN ('unpaid', 'paid', 'held', 'part_shipped', 'shipped', 'in_transit', 'signed', 'completed', 'refunding', 'closed', 'cancelled')",
            name=op.f("ck_orders_status_is_known"),
        ),
        sa.CheckConstraint("freight_cents >= 0", name=op.f("ck_orders_freight_is_not_negative")),
        sa.CheckConstraint(
            "refunded_cents BETWEEN 0 AND paid_cents",
            name=op.f("ck_orders_refunds_fit_the_payment"),
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_orders_customer_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_orders_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_orders")),
        sa.UniqueConstraint("shop_id", "order_no", name=op.f("uq_orders_shop_id_order_no")),
    )
    op.create_index(
        "ix_orders_customer_recent",
        "orders",
        ["customer_id", sa.literal_column("recency DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index(
        "ix_orders_order_no_words",
        "orders",
        ["shop_id", "order_no"],
        unique=False,
        postgresql_ops={"order_no": "text_pattern_ops"},
    )
    op.create_index(
        "ix_orders_phone_tail",
        "orders",
        ["shop_id", "phone_tail", sa.literal_column("recency DESC")],
        unique=False,
        postgresql_where=sa.text("phone_tail <> ''"),
    )
    op.create_index(
        "ix_orders_shop_recent",
        "orders",
        ["shop_id", sa.literal_column("recency DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index(
        "ix_orders_shop_status_recent",
        "orders",
        ["shop_id", "status", sa.literal_column("recency DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index(
        "ix_orders_tracking",
        "orders",
        ["tracking_no"],
        unique=False,
        postgresql_where=sa.text("tracking_no <> ''"),
    )
    op.create_table(
        "order_lines",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sku_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("spec", sa.String(length=300), nullable=False),
        sa.Column("image_url", sa.Text(), nullable=True),
        sa.Column("quantity", sa.Integer(), nullable=True),
        sa.Column("list_cents", sa.BigInteger(), nullable=False),
        sa.Column("merchant_discount_cents", sa.BigInteger(), nullable=False),
        sa.Column("platform_discount_cents", sa.BigInteger(), nullable=False),
        sa.Column("paid_cents", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column(
            "facts",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "status IN ('normal', 'refunding', 'refunded', 'repair_asked', 'refused')",
            name=op.f("ck_order_lines_status_is_known"),
        ),
        sa.CheckConstraint(
            "paid_cents = list_cents - merchant_discount_cents - platform_discount_cents",
            name=op.f("ck_order_lines_amounts_add_up"),
        ),
        sa.CheckConstraint(
            "quantity IS NULL OR quantity > 0", name=op.f("ck_order_lines_quantity_is_positive")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_order_lines_order_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["sku_id"], ["skus.id"], name=op.f("fk_order_lines_sku_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_lines")),
        sa.UniqueConstraint("order_id", "position", name=op.f("uq_order_lines_order_id_position")),
    )
    op.create_index("ix_order_lines_sku_id", "order_lines", ["sku_id"], unique=False)
    op.create_table(
        "order_remarks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("type", sa.String(length=20), nullable=False),
        sa.Column("old_value", sa.Text(), nullable=True),
        sa.Column("new_value", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("flag", sa.String(length=10), nullable=True),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("author_name", sa.String(length=100), nullable=False),
        sa.Column("source_message_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "flag IN ('red', 'yellow', 'green', 'blue', 'purple')",
            name=op.f("ck_order_remarks_flag_is_known"),
        ),
        sa.CheckConstraint(
            "type IN ('address', 'receiver', 'sku', 'quantity', 'ship_time', 'invoice', 'gift', 'price', 'packaging', 'other')",
            name=op.f("ck_order_remarks_type_is_known"),
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_order_remarks_order_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_order_remarks_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_remarks")),
    )
    op.create_index(
        "ix_order_remarks_order",
        "order_remarks",
        ["order_id", sa.literal_column("id DESC")],
        unique=False,
    )
    op.execute("""
        CREATE FUNCTION order_remarks_stay() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'A remark stays as it was written.'; END $$
    """)
    op.execute("""
        CREATE TRIGGER order_remarks_stay BEFORE UPDATE OR DELETE ON order_remarks
        FOR EACH ROW EXECUTE FUNCTION order_remarks_stay()
    """)


def downgrade() -> None:
    op.execute("DROP TRIGGER order_remarks_stay ON order_remarks")
    op.execute("DROP FUNCTION order_remarks_stay")
    op.drop_index("ix_order_remarks_order", table_name="order_remarks")
    op.drop_table("order_remarks")
    op.drop_index("ix_order_lines_sku_id", table_name="order_lines")
    op.drop_table("order_lines")
    op.drop_index(
        "ix_orders_tracking", table_name="orders", postgresql_where=sa.text("tracking_no <> ''")
    )
    op.drop_index("ix_orders_shop_status_recent", table_name="orders")
    op.drop_index("ix_orders_shop_recent", table_name="orders")
    op.drop_index(
        "ix_orders_phone_tail", table_name="orders", postgresql_where=sa.text("phone_tail <> ''")
    )
    op.drop_index(
        "ix_orders_order_no_words",
        table_name="orders",
        postgresql_ops={"order_no": "text_pattern_ops"},
    )
    op.drop_index("ix_orders_customer_recent", table_name="orders")
    op.drop_table("orders")
