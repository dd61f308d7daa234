"""The tables of catalog."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "03_catalog"
down_revision = "02_customers"


def upgrade() -> None:
    op.create_table(
        "products",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("external_id", sa.String(length=100), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("category", sa.String(length=100), nullable=True),
        sa.Column("image_url", sa.Text(), nullable=True),
        sa.Column("page_url", sa.Text(), nullable=True),
        sa.Column(
            "facts",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_products_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_products")),
    )
    op.create_index("ix_products_shop_title", "products", ["shop_id", "title", "id"], unique=False)
    op.create_index(
        "uq_products_shop_id_external_id", "products", ["shop_id", "external_id"], unique=True
    )
    op.create_table(
        "skus",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("external_id", sa.String(length=100), nullable=False),
        sa.Column("code", sa.String(length=100), nullable=True),
        sa.Column("spec", sa.String(length=300), nullable=False),
        sa.Column("price_cents", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("image_url", sa.Text(), nullable=True),
        sa.Column("on_sale", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("page_stock", sa.Integer(), nullable=True),
        sa.Column("page_synced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("actual_stock", sa.Integer(), nullable=True),
        sa.Column("actual_synced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "stock_difference",
            sa.Integer(),
            sa.Computed("page_stock - actual_stock", persisted=True),
            nullable=True,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(actual_stock IS NULL) = (actual_synced_at IS NULL)",
            name=op.f("ck_skus_actual_count_has_a_time"),
        ),
        sa.CheckConstraint(
            "(page_stock IS NULL) = (page_synced_at IS NULL)",
            name=op.f("ck_skus_page_count_has_a_time"),
        ),
        sa.CheckConstraint("price_cents >= 0", name=op.f("ck_skus_price_is_not_negative")),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_skus_product_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_skus_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skus")),
    )
    op.create_index("ix_skus_product_id", "skus", ["product_id"], unique=False)
    op.create_index("ix_skus_shop_code", "skus", ["shop_id", "code"], unique=False)
    op.create_index(
        "ix_skus_shop_difference",
        "skus",
        ["shop_id", sa.literal_column("abs(stock_difference) DESC"), "id"],
        unique=False,
        postgresql_where=sa.text("stock_difference <> 0"),
    )
    op.create_index("uq_skus_shop_id_external_id", "skus", ["shop_id", "external_id"], unique=True)


def downgrade() -> None:
    op.drop_index("uq_skus_shop_id_external_id", table_name="skus")
    op.drop_index(
        "ix_skus_shop_difference",
        table_name="skus",
        postgresql_where=sa.text("stock_difference <> 0"),
    )
    op.drop_index("ix_skus_shop_code", table_name="skus")
    op.drop_index("ix_skus_product_id", table_name="skus")
    op.drop_table("skus")
    op.drop_index("uq_products_shop_id_external_id", table_name="products")
    op.drop_index("ix_products_shop_title", table_name="products")
    op.drop_table("products")
