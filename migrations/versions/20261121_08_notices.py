"""The tables of notices."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "08_notices"
down_revision = "07_phrases"


def upgrade() -> None:
    op.create_table(
        "notice_templates",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("locale", sa.String(length=2), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column(
            "purpose",
            sa.Enum("service", "marketing", name="purpose", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "locale IN ('zh', 'en')", name=op.f("ck_notice_templates_locale_is_spoken")
        ),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_notice_templates_shop_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice_templates")),
    )
    op.create_index(
        "uq_notice_templates_code", "notice_templates", ["shop_id", "code", "locale"], unique=True
    )
    op.create_table(
        "notices",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("subject_type", sa.String(length=30), nullable=True),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("template_code", sa.String(length=40), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("channels", postgresql.ARRAY(sa.String(length=20)), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "queued",
                "sent",
                "delivered",
                "failed",
                name="noticestate",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("send_after", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("external_id", sa.String(length=200), nullable=True),
        sa.Column("failure", sa.Text(), nullable=False),
        sa.Column("dedupe_key", sa.String(length=120), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(state = 'delivered') = (delivered_at IS NOT NULL)",
            name=op.f("ck_notices_arrived_when"),
        ),
        sa.CheckConstraint(
            "(state = 'failed') = (failed_at IS NOT NULL)", name=op.f("ck_notices_failed_when")
        ),
        sa.CheckConstraint("cardinality(channels) > 0", name=op.f("ck_notices_has_a_channel")),
        sa.CheckConstraint("channel = ANY (channels)", name=op.f("ck_notices_channel_is_its_own")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_notices_customer_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_notices_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
    )
    op.create_index(
        "ix_notices_customer", "notices", ["shop_id", "customer_id", "created_at"], unique=False
    )
    op.create_index("ix_notices_shop", "notices", ["shop_id", "created_at", "id"], unique=False)
    op.create_index(
        "uq_notices_dedupe",
        "notices",
        ["shop_id", "dedupe_key"],
        unique=True,
        postgresql_where=sa.text("dedupe_key IS NOT NULL"),
    )
    op.create_table(
        "notice_attempts",
        sa.Column("notice_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "under_way",
                "accepted",
                "refused",
                "unreachable",
                name="outcome",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("fk_notice_attempts_notice_id")
        ),
        sa.PrimaryKeyConstraint("notice_id", "number", name=op.f("pk_notice_attempts")),
    )


def downgrade() -> None:
    op.drop_table("notice_attempts")
    op.drop_index(
        "uq_notices_dedupe",
        table_name="notices",
        postgresql_where=sa.text("dedupe_key IS NOT NULL"),
    )
    op.drop_index("ix_notices_shop", table_name="notices")
    op.drop_index("ix_notices_customer", table_name="notices")
    op.drop_table("notices")
    op.drop_index("uq_notice_templates_code", table_name="notice_templates")
    op.drop_table("notice_templates")
