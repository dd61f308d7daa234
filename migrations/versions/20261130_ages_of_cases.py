"""How old the cases of a queue are is read off an index."""

import sqlalchemy as sa
from alembic import op

revision = "35_ages_of_cases"
down_revision = "34_stock_and_presale"


def upgrade() -> None:
    op.create_index(
        "ix_cases_age",
        "cases",
        ["shop_id", "queue", "opened_at"],
        unique=False,
        postgresql_where=sa.text("ended_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_cases_age", table_name="cases")
