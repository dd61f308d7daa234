"""The tables of promises."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "04_promises"
down_revision = "03_catalog"


def upgrade() -> None:
    op.create_table(
        "promises",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("subject_type", sa.String(length=30), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("owner_agent_id", sa.Uuid(), nullable=True),
        sa.Column("owner_group_id", sa.Uuid(), nullable=True),
        sa.Column("calendar_id", sa.Uuid(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "paused",
                "kept",
                "late",
                "broken",
                "released",
                name="promisestate",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("warn_at", postgresql.ARRAY(sa.DateTime(timezone=True)), nullable=False),
        sa.Column("warned", sa.Integer(), nullable=False),
        sa.Column("next_fire_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("remaining_sec", sa.Double(), nullable=True),
        sa.Column("paused_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("broken_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.CheckConstraint(
            "(state = 'open') = (next_fire_at IS NOT NULL)",
            name=op.f("ck_promises_only_open_fires"),
        ),
        sa.CheckConstraint(
            "(state = 'paused') = (remaining_sec IS NOT NULL)",
            name=op.f("ck_promises_paused_keeps_rest"),
        ),
        sa.CheckConstraint(
            "(state IN ('kept', 'late')) = (kept_at IS NOT NULL)",
            name=op.f("ck_promises_done_has_a_time"),
        ),
        sa.CheckConstraint(
            "state = 'broken' OR (state IN ('open', 'paused')) = (ended_at IS NULL)",
            name=op.f("ck_promises_owed_or_ended"),
        ),
        sa.CheckConstraint(
            "state IN ('open', 'paused', 'kept', 'late', 'broken', 'released')",
            name=op.f("ck_promises_state_is_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promises")),
        postgresql_with={"autovacuum_vacuum_scale_factor": "0.02"},
    )
    op.create_index(
        "ix_promises_next_fire_at",
        "promises",
        ["next_fire_at"],
        unique=False,
        postgresql_where=sa.text("next_fire_at IS NOT NULL"),
    )
    op.create_index(
        "ix_promises_owed",
        "promises",
        ["shop_id", "due_at", "id"],
        unique=False,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "ix_promises_subject", "promises", ["shop_id", "subject_id", "made_at"], unique=False
    )
    op.create_index(
        "uq_promises_live",
        "promises",
        ["shop_id", "subject_id", "kind"],
        unique=True,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "business_calendars",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("timezone", sa.String(length=60), nullable=False),
        sa.Column("week", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_business_calendars_shop_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_business_calendars")),
    )
    op.create_index(
        op.f("ix_business_calendars_shop_id"), "business_calendars", ["shop_id"], unique=False
    )
    op.create_table(
        "calendar_days",
        sa.Column("calendar_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("hours", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(
            ["calendar_id"], ["business_calendars.id"], name=op.f("fk_calendar_days_calendar_id")
        ),
        sa.PrimaryKeyConstraint("calendar_id", "day", name=op.f("pk_calendar_days")),
    )


def downgrade() -> None:
    op.drop_table("calendar_days")
    op.drop_index(op.f("ix_business_calendars_shop_id"), table_name="business_calendars")
    op.drop_table("business_calendars")
    op.drop_index(
        "uq_promises_live", table_name="promises", postgresql_where=sa.text("ended_at IS NULL")
    )
    op.drop_index("ix_promises_subject", table_name="promises")
    op.drop_index(
        "ix_promises_owed", table_name="promises", postgresql_where=sa.text("ended_at IS NULL")
    )
    op.drop_index(
        "ix_promises_next_fire_at",
        table_name="promises",
        postgresql_where=sa.text("next_fire_at IS NOT NULL"),
    )
    op.drop_table("promises")
