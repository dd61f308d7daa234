"""The tables of customers."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "02_customers"
down_revision = "01_workforce"


def upgrade() -> None:
    op.create_table(
        "customers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("email", sa.String(length=200), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("tags", postgresql.ARRAY(sa.String(length=40)), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("merged_into_id", sa.Uuid(), nullable=True),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "name_words",
            postgresql.TSVECTOR(),
            sa.Computed(
                "to_tsvector('simple', regexp_replace(name, '([⺀-鿿豈-\ufaff])', ' \\1 ', 'g'))",
                persisted=True,
            ),
            nullable=False,
        ),
        sa.CheckConstraint(
            "erased_at IS NULL OR (phone IS NULL AND email IS NULL)",
            name=op.f("ck_customers_erased_is_empty"),
        ),
        sa.CheckConstraint("merged_into_id <> id", name=op.f("ck_customers_merged_into_another")),
        sa.ForeignKeyConstraint(
            ["merged_into_id"], ["customers.id"], name=op.f("fk_customers_merged_into_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_customers_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customers")),
    )
    op.create_index(
        op.f("ix_customers_merged_into_id"), "customers", ["merged_into_id"], unique=False
    )
    op.create_index(
        "ix_customers_name_words", "customers", ["name_words"], unique=False, postgresql_using="gin"
    )
    op.create_index("ix_customers_shop_id", "customers", ["shop_id", "id"], unique=False)
    op.create_index(
        "ix_customers_shop_id_email",
        "customers",
        ["shop_id", sa.literal_column("lower(email)").label("email_start")],
        unique=False,
        postgresql_ops={"email_start": "text_pattern_ops"},
        postgresql_where=sa.text("email IS NOT NULL"),
    )
    op.create_index(
        "ix_customers_shop_id_phone",
        "customers",
        ["shop_id", sa.literal_column("reverse(phone)").label("phone_end")],
        unique=False,
        postgresql_ops={"phone_end": "text_pattern_ops"},
        postgresql_where=sa.text("phone IS NOT NULL"),
    )
    op.create_table(
        "customer_addresses",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("receiver", sa.String(length=100), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("region", sa.String(length=200), nullable=False),
        sa.Column("street", sa.String(length=300), nullable=False),
        sa.Column("postal_code", sa.String(length=20), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_customer_addresses_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_customer_addresses_shop_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_addresses")),
        sa.UniqueConstraint(
            "customer_id", "fingerprint", name=op.f("uq_customer_addresses_customer_id_fingerprint")
        ),
    )
    op.create_table(
        "customer_consents",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("source", sa.String(length=100), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "kind IN ('service', 'marketing')", name=op.f("ck_customer_consents_kind_is_known")
        ),
        sa.CheckConstraint(
            "withdrawn_at >= given_at", name=op.f("ck_customer_consents_withdrawn_after_given")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_customer_consents_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_customer_consents_shop_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_consents")),
    )
    op.create_index(
        "ix_customer_consents_customer_id",
        "customer_consents",
        ["customer_id", "given_at"],
        unique=False,
    )
    op.create_index(
        "uq_customer_consents_standing",
        "customer_consents",
        ["customer_id", "kind"],
        unique=True,
        postgresql_where=sa.text("withdrawn_at IS NULL"),
    )
    op.create_table(
        "customer_identities",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("external_id", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_customer_identities_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_customer_identities_shop_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_identities")),
        sa.UniqueConstraint(
            "shop_id",
            "channel",
            "external_id",
            name=op.f("uq_customer_identities_shop_id_channel_external_id"),
        ),
    )
    op.create_index(
        op.f("ix_customer_identities_customer_id"),
        "customer_identities",
        ["customer_id"],
        unique=False,
    )
    op.create_table(
        "customer_reveals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=True),
        sa.Column("field", sa.String(length=10), nullable=False),
        sa.Column("address_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(reason) > 0", name=op.f("ck_customer_reveals_reason_is_given")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_customer_reveals_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_customer_reveals_shop_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_reveals")),
    )
    op.create_index(
        "ix_customer_reveals_agent_id", "customer_reveals", ["agent_id", "at"], unique=False
    )
    op.create_index(
        "ix_customer_reveals_customer_id", "customer_reveals", ["customer_id", "at"], unique=False
    )


def downgrade() -> None:
    op.drop_index("ix_customer_reveals_customer_id", table_name="customer_reveals")
    op.drop_index("ix_customer_reveals_agent_id", table_name="customer_reveals")
    op.drop_table("customer_reveals")
    op.drop_index(op.f("ix_customer_identities_customer_id"), table_name="customer_identities")
    op.drop_table("customer_identities")
    op.drop_index(
        "uq_customer_consents_standing",
        table_name="customer_consents",
        postgresql_where=sa.text("withdrawn_at IS NULL"),
    )
    op.drop_index("ix_customer_consents_customer_id", table_name="customer_consents")
    op.drop_table("customer_consents")
    op.drop_table("customer_addresses")
    op.drop_index(
        "ix_customers_shop_id_phone",
        table_name="customers",
        postgresql_ops={"phone_end": "text_pattern_ops"},
        postgresql_where=sa.text("phone IS NOT NULL"),
    )
    op.drop_index(
        "ix_customers_shop_id_email",
        table_name="customers",
        postgresql_ops={"email_start": "text_pattern_ops"},
        postgresql_where=sa.text("email IS NOT NULL"),
    )
    op.drop_index("ix_customers_shop_id", table_name="customers")
    op.drop_index("ix_customers_name_words", table_name="customers", postgresql_using="gin")
    op.drop_index(op.f("ix_customers_merged_into_id"), table_name="customers")
    op.drop_table("customers")
