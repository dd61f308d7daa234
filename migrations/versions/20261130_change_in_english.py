"""What changed behind a phrase is told in English too."""

import sqlalchemy as sa
from alembic import op

revision = "42_change_in_english"
down_revision = "41_guided_questions"


def upgrade() -> None:
    op.add_column(
        "phrase_links",
        sa.Column("change_en", sa.String(length=200), server_default=sa.text("''"), nullable=False),
    )


def downgrade() -> None:
    op.drop_column("phrase_links", "change_en")
