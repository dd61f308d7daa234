"""Hard talks, a rest after one, and what kinds of consultation a talk has touched."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "33_hard_talks"
down_revision = "32_reception"


def upgrade() -> None:
    op.create_table(
        "assist_cool_downs",
        sa.Column("agent_id", sa.Uuid(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["agent_id"], ["agents.id"], name=op.f("fk_assist_cool_downs_agent_id")
        ),
        sa.PrimaryKeyConstraint("agent_id", name=op.f("pk_assist_cool_downs")),
    )
    op.add_column(
        "assist_readings",
        sa.Column(
            "consultations",
            postgresql.ARRAY(sa.String(length=20)),
            server_default=sa.text("'{}'"),
            nullable=False,
        ),
    )
    op.add_column(
        "assist_readings",
        sa.Column("hardest", sa.Integer(), server_default=sa.text("0"), nullable=False),
    )
    op.execute("UPDATE assist_readings SET hardest = risk WHERE risk > 0")


def downgrade() -> None:
    op.drop_column("assist_readings", "hardest")
    op.drop_column("assist_readings", "consultations")
    op.drop_table("assist_cool_downs")
