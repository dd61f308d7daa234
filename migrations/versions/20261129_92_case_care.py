"""Guides and feedback of cases, parcels that were lost, counter offers, stock set aside, and the
language of customers."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20_case_care"
down_revision = "20_scans"


def upgrade() -> None:
    op.add_column("customers", sa.Column("language", sa.String(length=2), nullable=True))
    op.create_check_constraint("language_is_spoken", "customers", "language IN ('zh', 'en')")
    op.create_index(
        "ix_notices_subject",
        "notices",
        ["subject_id", "created_at"],
        postgresql_where=sa.text("subject_id IS NOT NULL"),
    )
    op.add_column("case_parcels", sa.Column("lost_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("case_parcels", sa.Column("claim_task_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(None, "case_parcels", "tasks", ["claim_task_id"], ["id"])
    op.add_column("case_offers", sa.Column("counter_cents", sa.BigInteger(), nullable=True))
    op.add_column(
        "case_offers", sa.Column("answer_words", sa.Text(), server_default="", nullable=False)
    )
    _care()
    _stock()


def _care() -> None:
    op.create_table(
        "case_guides",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("sent_by_id", sa.Uuid(), nullable=True),
        sa.Column("sent_by_name", sa.String(length=100), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "done",
            postgresql.JSONB(),
            server_default=sa.text("'[]'::jsonb"),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("uq_case_guides_code", "case_guides", ["case_id", "code"], unique=True)
    op.create_table(
        "case_feedback",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("solved", sa.Boolean(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("score BETWEEN 1 AND 5", name="score_is_1_to_5"),
        sa.CheckConstraint("(answered_at IS NULL) = (score IS NULL)", name="answer_has_a_score"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"]),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"]),
        sa.PrimaryKeyConstraint("case_id"),
    )


def _stock() -> None:
    op.create_table(
        "stock_holds",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("sku_id", sa.Uuid(), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.Column("subject_type", sa.String(length=30), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("pieces > 0", name="pieces_are_positive"),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"]),
        sa.ForeignKeyConstraint(["sku_id"], ["skus.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("uq_stock_holds_subject", "stock_holds", ["subject_id", "sku_id"], unique=True)
    op.create_index("ix_stock_holds_sku", "stock_holds", ["sku_id"])
