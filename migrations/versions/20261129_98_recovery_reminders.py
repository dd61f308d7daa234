"""How often a customer was asked for a fast refund whose goods never came."""

import sqlalchemy as sa
from alembic import op

revision = "26_recovery_reminders"
down_revision = "25_holds"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.add_column(
        "recoveries",
        sa.Column("reminders", sa.Integer(), server_default=sa.text("0"), nullable=False),
    )
    op.add_column("recoveries", sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True))
    op.create_check_constraint(
        op.f("ck_recoveries_reminded_has_a_time"),
        "recoveries",
        "(reminders = 0) = (reminded_at IS NULL)",
    )


def downgrade() -> None:
    op.drop_constraint(op.f("ck_recoveries_reminded_has_a_time"), "recoveries", type_="check")
    op.drop_column("recoveries", "reminded_at")
    op.drop_column("recoveries", "reminders")
