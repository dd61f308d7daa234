"""What was read out of talks, what shops switched, what agents taught.

Revision ID: 30_assist
Revises: 20_case_care
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "30_assist"
down_revision = "21_reminders"


def upgrade() -> None:
    op.create_table(
        "assist_place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("xid", sa.BigInteger(), nullable=False),
        sa.Column("event_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assist_place")),
    )
    op.create_table(
        "assist_switches",
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("feature", sa.String(length=20), nullable=False),
        sa.Column("on", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_assist_switches_shop_id")),
        sa.PrimaryKeyConstraint("shop_id", "feature", name=op.f("pk_assist_switches")),
    )
    op.create_table(
        "assist_taught",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("task", sa.String(length=10), nullable=False),
        sa.Column("label", sa.String(length=80), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_assist_taught_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assist_taught")),
    )
    op.create_index("ix_assist_taught_shop", "assist_taught", ["shop_id", "id"], unique=False)
    op.create_table(
        "assist_readings",
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(length=80), nullable=True),
        sa.Column("topic_share", sa.Float(), nullable=False),
        sa.Column("topic_by", sa.Uuid(), nullable=True),
        sa.Column("moods", postgresql.ARRAY(sa.String(length=20)), nullable=False),
        sa.Column("mood_words", postgresql.ARRAY(sa.String(length=40)), nullable=False),
        sa.Column("mood_seq", sa.Integer(), nullable=True),
        sa.Column("risk", sa.Integer(), nullable=False),
        sa.Column("urges", sa.Integer(), nullable=False),
        sa.Column("order_nos", postgresql.ARRAY(sa.String(length=60)), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("risk BETWEEN 0 AND 3", name=op.f("ck_assist_readings_risk_is_known")),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_assist_readings_conversation_id"),
        ),
        sa.PrimaryKeyConstraint("conversation_id", name=op.f("pk_assist_readings")),
    )
    op.create_index(
        "ix_assist_readings_tense",
        "assist_readings",
        ["shop_id", "read_at"],
        unique=False,
        postgresql_where=sa.text("risk >= 2"),
    )


def downgrade() -> None:
    op.drop_index(
        "ix_assist_readings_tense",
        table_name="assist_readings",
        postgresql_where=sa.text("risk >= 2"),
    )
    op.drop_table("assist_readings")
    op.drop_index("ix_assist_taught_shop", table_name="assist_taught")
    op.drop_table("assist_taught")
    op.drop_table("assist_switches")
    op.drop_table("assist_place")
