"""The tables of channels."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "11_channels"
down_revision = "10_conversations"


def upgrade() -> None:
    op.create_table(
        "webchat_attempts",
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("window_start", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.CheckConstraint("tries > 0", name=op.f("ck_webchat_attempts_tries_are_counted")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_webchat_attempts")),
    )
    op.create_index(
        op.f("ix_webchat_attempts_window_start"), "webchat_attempts", ["window_start"], unique=False
    )
    op.create_table(
        "webchat_settings",
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("frame_ancestors", postgresql.ARRAY(sa.String(length=200)), nullable=False),
        sa.Column("secret_generation", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_webchat_settings_shop_id")
        ),
        sa.PrimaryKeyConstraint("shop_id", name=op.f("pk_webchat_settings")),
    )
    op.create_table(
        "wechat_twin_messages",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("open_id", sa.String(length=100), nullable=False),
        sa.Column("from_shop", sa.Boolean(), nullable=False),
        sa.Column("message_key", sa.String(length=100), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_wechat_twin_messages_shop_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wechat_twin_messages")),
    )
    op.create_index(
        "ix_wechat_twin_messages_phone",
        "wechat_twin_messages",
        ["shop_id", "open_id", "id"],
        unique=False,
    )
    op.create_index(
        "uq_wechat_twin_messages_key",
        "wechat_twin_messages",
        ["shop_id", "message_key"],
        unique=True,
    )
    op.create_table(
        "wechat_twins",
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("mood", sa.String(length=10), nullable=False),
        sa.CheckConstraint(
            "mood IN ('well', 'slow', 'away', 'forgetful')",
            name=op.f("ck_wechat_twins_mood_is_known"),
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_wechat_twins_shop_id")),
        sa.PrimaryKeyConstraint("shop_id", name=op.f("pk_wechat_twins")),
    )
    op.create_table(
        "webchat_presence",
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_webchat_presence_customer_id")
        ),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_webchat_presence")),
    )
    op.create_table(
        "webchat_order_claims",
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_webchat_order_claims_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_webchat_order_claims_order_id")
        ),
        sa.PrimaryKeyConstraint("customer_id", "order_id", name=op.f("pk_webchat_order_claims")),
    )


def downgrade() -> None:
    op.drop_table("webchat_order_claims")
    op.drop_table("webchat_presence")
    op.drop_table("wechat_twins")
    op.drop_index("uq_wechat_twin_messages_key", table_name="wechat_twin_messages")
    op.drop_index("ix_wechat_twin_messages_phone", table_name="wechat_twin_messages")
    op.drop_table("wechat_twin_messages")
    op.drop_table("webchat_settings")
    op.drop_index(op.f("ix_webchat_attempts_window_start"), table_name="webchat_attempts")
    op.drop_table("webchat_attempts")
