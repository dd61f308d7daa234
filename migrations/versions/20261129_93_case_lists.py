"""Cases that wait for a second person, and interceptions by when they were answered."""

import sqlalchemy as sa
from alembic import op

revision = "21_case_lists"
down_revision = "20_knowledge"


def upgrade() -> None:
    op.create_index(
        "ix_cases_second",
        "cases",
        ["shop_id", "deadline_at", "id"],
        unique=False,
        postgresql_where=sa.text("asked_by IS NOT NULL AND ended_at IS NULL"),
    )
    op.create_index(
        "ix_interceptions_answered",
        "interceptions",
        ["answered_at"],
        unique=False,
        postgresql_where=sa.text("answered_at IS NOT NULL"),
    )
