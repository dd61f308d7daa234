"""A built-in role knows what it has been given, so that a newer version's rights are added once."""

import sqlalchemy as sa
from alembic import op

revision = "43_offered_rights"
down_revision = "42_change_in_english"

# What a role that nobody edited lacks was never offered to it. What an edited one lacks may have
# been taken away: there it stays unknown, and nothing is added for the time before this step.
UNEDITED = """
UPDATE roles SET offered = permissions WHERE builtin AND NOT EXISTS (
    SELECT 1 FROM events
    WHERE kind = 'RoleChanged' AND data ->> 'role_id' = roles.id::text AND actor_kind <> 'system'
)
"""


def upgrade() -> None:
    op.add_column("roles", sa.Column("offered", sa.ARRAY(sa.String(length=40)), nullable=True))
    op.execute(UNEDITED)


def downgrade() -> None:
    op.drop_column("roles", "offered")
