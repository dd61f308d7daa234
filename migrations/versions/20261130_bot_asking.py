"""The bot keeps what it showed a customer until they agree."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "36_bot_asking"
down_revision = "35_ages_of_cases"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.add_column(
        "assist_bot_talks",
        sa.Column("asking", postgresql.JSONB(none_as_null=True, astext_type=sa.Text())),
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.drop_column("assist_bot_talks", "asking")
