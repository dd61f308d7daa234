"""Which uploads are in use; all that a shop holds so far are taken for used."""

import sqlalchemy as sa
from alembic import op

revision = "15_files"
down_revision = "14_payments"


def upgrade() -> None:
    op.add_column(
        "files", sa.Column("attached", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.execute("UPDATE files SET attached = true WHERE shop_id IS NOT NULL")
    op.create_index(
        "ix_files_loose", "files", ["created_at"], postgresql_where=sa.text("NOT attached")
    )
    op.create_index("ix_files_sha256", "files", ["sha256"])


def downgrade() -> None:
    op.drop_index("ix_files_sha256", "files")
    op.drop_index("ix_files_loose", "files")
    op.drop_column("files", "attached")
