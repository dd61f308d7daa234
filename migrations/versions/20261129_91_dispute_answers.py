"""A dispute keeps whose fault it was judged to be, how the shop answered, and its run."""

import sqlalchemy as sa
from alembic import op

revision = "19_dispute_answers"
down_revision = "18_aftersales"


def upgrade() -> None:
    op.add_column("disputes", sa.Column("run_id", sa.Uuid(), nullable=True))
    op.add_column("disputes", sa.Column("responsible", sa.String(length=20), nullable=True))
    op.add_column("disputes", sa.Column("answer", sa.String(length=20), nullable=True))
    op.add_column("disputes", sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "disputes",
        sa.Column("answered_by_name", sa.String(length=100), server_default="", nullable=False),
    )
    op.create_foreign_key(None, "disputes", "playbook_runs", ["run_id"], ["id"])
    op.create_check_constraint(
        "answer_has_a_time", "disputes", "(answer IS NULL) = (answered_at IS NULL)"
    )
    op.create_index("ix_disputes_case", "disputes", ["case_id"])
