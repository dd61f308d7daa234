"""The list of talks that nobody serves is one range of an index of its own."""

import sqlalchemy as sa
from alembic import op

revision = "16_conversations_unassigned"
down_revision = "15_files"


def upgrade() -> None:
    op.create_index(
        "ix_conversations_unassigned",
        "conversations",
        ["shop_id", "activity_at", "id"],
        postgresql_where=sa.text("state = 'open' AND assignee_id IS NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_conversations_unassigned", "conversations")
