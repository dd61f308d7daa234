"""Automatic replies, help by a lead, the bot; words for listening, calming and asking."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from xiaoer.core.ids import new_id

revision = "32_reception"
down_revision = "31_calls"

CATEGORIES = (
    ("empathy", "共情", "Empathy"),
    ("calming", "安抚", "Calming"),
    ("question", "引导提问", "Guided questions"),
)


def upgrade() -> None:
    op.create_table(
        "auto_replies",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column(
            "occasion",
            sa.Enum(
                "off_duty",
                "peak",
                "queued",
                "keyword",
                name="occasion",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("channel", sa.String(length=20), nullable=True),
        sa.Column("keywords", postgresql.ARRAY(sa.String(length=40)), nullable=False),
        sa.Column("queue_over", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=1000), nullable=False),
        sa.Column("window_min", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(occasion = 'keyword') = (cardinality(keywords) > 0)",
            name=op.f("ck_auto_replies_keywords_of_keyword"),
        ),
        sa.CheckConstraint(
            "window_min BETWEEN 1 AND 10080", name=op.f("ck_auto_replies_window_is_sane")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_auto_replies_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_auto_replies")),
    )
    op.create_index("ix_auto_replies_shop", "auto_replies", ["shop_id", "position"], unique=False)
    op.create_table(
        "auto_reply_sendings",
        sa.Column("auto_reply_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["auto_reply_id"],
            ["auto_replies.id"],
            name=op.f("fk_auto_reply_sendings_auto_reply_id"),
        ),
        sa.PrimaryKeyConstraint(
            "auto_reply_id", "customer_id", name=op.f("pk_auto_reply_sendings")
        ),
    )
    op.create_table(
        "assist_bot_talks",
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("failed", sa.Integer(), nullable=False),
        sa.Column("handed_over", sa.String(length=20), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_assist_bot_talks_conversation_id"),
        ),
        sa.PrimaryKeyConstraint("conversation_id", name=op.f("pk_assist_bot_talks")),
    )
    op.create_table(
        "help_requests",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=False),
        sa.Column(
            "way",
            sa.Enum("whisper", "take_over", name="helpway", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "answer",
            sa.Enum("whisper", "take_over", name="helpway", native_enum=False, length=20),
            nullable=True,
        ),
        sa.Column("answered_by", sa.Uuid(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(answer IS NULL) = (answered_at IS NULL)",
            name=op.f("ck_help_requests_answered_has_a_time"),
        ),
        sa.ForeignKeyConstraint(
            ["agent_id"], ["agents.id"], name=op.f("fk_help_requests_agent_id")
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_help_requests_conversation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_requests")),
    )
    op.create_index(
        "ix_help_requests_open",
        "help_requests",
        ["shop_id", "at"],
        unique=False,
        postgresql_where=sa.text("answered_at IS NULL"),
    )
    op.create_index(
        "uq_help_requests_one_open",
        "help_requests",
        ["conversation_id"],
        unique=True,
        postgresql_where=sa.text("answered_at IS NULL"),
    )
    for code, zh, en in CATEGORIES:
        op.execute(
            sa.text(
                "INSERT INTO phrase_categories (id, code, name_zh, name_en, position, active)"
                " SELECT :id, :code, :zh, :en, coalesce(max(position), 0) + 1, true"
                " FROM phrase_categories ON CONFLICT DO NOTHING"
            ).bindparams(id=new_id(), code=code, zh=zh, en=en)
        )


def downgrade() -> None:
    op.drop_index(
        "uq_help_requests_one_open",
        table_name="help_requests",
        postgresql_where=sa.text("answered_at IS NULL"),
    )
    op.drop_index(
        "ix_help_requests_open",
        table_name="help_requests",
        postgresql_where=sa.text("answered_at IS NULL"),
    )
    op.drop_table("help_requests")
    op.drop_table("assist_bot_talks")
    op.drop_table("auto_reply_sendings")
    op.drop_index("ix_auto_replies_shop", table_name="auto_replies")
    op.drop_table("auto_replies")
