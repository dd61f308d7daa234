"""Quality, complaints and figures: sheets and scores, causes, and days rolled up."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "40_quality_and_figures"
down_revision: str | None = "39_training"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "metrics_agent_days",
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=False),
        sa.Column("talks", sa.Integer(), nullable=False),
        sa.Column("served_sec", sa.Float(), nullable=False),
        sa.Column("busy_sec", sa.Float(), nullable=False),
        sa.Column("peak", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_metrics_agent_days_shop_id")
        ),
        sa.PrimaryKeyConstraint("shop_id", "day", "agent_id", name=op.f("pk_metrics_agent_days")),
    )
    op.create_table(
        "metrics_cells",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("hour", sa.SmallInteger(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("topic", sa.String(length=80), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=True),
        sa.Column("rounds", sa.Integer(), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("quick", sa.Integer(), nullable=False),
        sa.Column("first_rounds", sa.Integer(), nullable=False),
        sa.Column("first_answered", sa.Integer(), nullable=False),
        sa.Column("first_seconds", sa.Float(), nullable=False),
        sa.Column("first_quick", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_metrics_cells_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_metrics_cells")),
    )
    op.create_index("ix_metrics_cells_day", "metrics_cells", ["shop_id", "day"], unique=False)
    op.create_table(
        "metrics_preset_days",
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("preset", sa.String(length=40), nullable=False),
        sa.Column("good", sa.Integer(), nullable=False),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_metrics_preset_days_shop_id")
        ),
        sa.PrimaryKeyConstraint("shop_id", "day", "preset", name=op.f("pk_metrics_preset_days")),
    )
    op.create_table(
        "metrics_served",
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_metrics_served_shop_id")),
        sa.PrimaryKeyConstraint("shop_id", "day", "customer_id", name=op.f("pk_metrics_served")),
    )
    op.create_table(
        "metrics_settled",
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_metrics_settled_shop_id")),
        sa.PrimaryKeyConstraint("shop_id", name=op.f("pk_metrics_settled")),
    )
    op.create_table(
        "quality_sheets",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("talk", "call", name="sheetkind", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("criteria", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("made_by", sa.String(length=100), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("version > 0", name=op.f("ck_quality_sheets_version_is_positive")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_quality_sheets_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quality_sheets")),
    )
    op.create_index(
        "uq_quality_sheets_version", "quality_sheets", ["shop_id", "kind", "version"], unique=True
    )
    op.create_table(
        "complaints",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column(
            "subject_type",
            sa.Enum("conversation", "call", "order", name="about", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=True),
        sa.Column("agent_id", sa.Uuid(), nullable=True),
        sa.Column("agent_name", sa.String(length=100), nullable=False),
        sa.Column(
            "cause",
            sa.Enum(
                "misunderstanding",
                "slow_response",
                "attitude",
                "promise_broken",
                "quality",
                "logistics",
                "refund",
                "price",
                "cod_price",
                "other",
                "unsaid",
                name="cause",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("noted_by", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(agent_id IS NULL) = (agent_name = '')", name=op.f("ck_complaints_agent_has_a_name")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_complaints_customer_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_complaints_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaints")),
    )
    op.create_index("ix_complaints_customer_id", "complaints", ["customer_id"], unique=False)
    op.create_index("ix_complaints_recent", "complaints", ["shop_id", "at", "id"], unique=False)
    op.create_index(
        "uq_complaints_subject",
        "complaints",
        ["shop_id", "subject_type", "subject_id"],
        unique=True,
    )
    op.create_table(
        "quality_scores",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("sheet_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("talk", "call", name="sheetkind", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("subject_number", sa.String(length=20), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=False),
        sa.Column("points", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column(
            "remarks",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'[]'"),
            nullable=False,
        ),
        sa.Column("total_bp", sa.Integer(), nullable=False),
        sa.Column("scored_by_id", sa.Uuid(), nullable=True),
        sa.Column("scored_by", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "total_bp BETWEEN 0 AND 10000", name=op.f("ck_quality_scores_total_is_a_share")
        ),
        sa.ForeignKeyConstraint(
            ["agent_id"], ["agents.id"], name=op.f("fk_quality_scores_agent_id")
        ),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["quality_sheets.id"], name=op.f("fk_quality_scores_sheet_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_quality_scores_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quality_scores")),
    )
    op.create_index("ix_quality_scores_agent", "quality_scores", ["agent_id", "at"], unique=False)
    op.create_index("ix_quality_scores_shop", "quality_scores", ["shop_id", "at"], unique=False)
    op.create_index("uq_quality_scores_subject", "quality_scores", ["subject_id"], unique=True)


def downgrade() -> None:
    op.drop_index("uq_quality_scores_subject", table_name="quality_scores")
    op.drop_index("ix_quality_scores_shop", table_name="quality_scores")
    op.drop_index("ix_quality_scores_agent", table_name="quality_scores")
    op.drop_table("quality_scores")
    op.drop_index("uq_complaints_subject", table_name="complaints")
    op.drop_index("ix_complaints_recent", table_name="complaints")
    op.drop_index("ix_complaints_customer_id", table_name="complaints")
    op.drop_table("complaints")
    op.drop_index("uq_quality_sheets_version", table_name="quality_sheets")
    op.drop_table("quality_sheets")
    op.drop_table("metrics_settled")
    op.drop_table("metrics_served")
    op.drop_table("metrics_preset_days")
    op.drop_index("ix_metrics_cells_day", table_name="metrics_cells")
    op.drop_table("metrics_cells")
    op.drop_table("metrics_agent_days")
