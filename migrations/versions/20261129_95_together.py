"""Cases of several orders asked for at once, whose goods may come back in one box."""

import sqlalchemy as sa
from alembic import op

revision = "23_together"
down_revision = "22_parted_amounts"

BACK = sa.text("way = 'back'")
ALONE = sa.text("way = 'back' AND shares_id IS NULL")
NUMBER = ("uq_case_parcels_back", "case_parcels", ["shop_id", "tracking_no"])


def upgrade() -> None:
    op.add_column("cases", sa.Column("together_id", sa.Uuid(), nullable=True))
    op.create_index(
        "ix_cases_together",
        "cases",
        ["together_id"],
        unique=False,
        postgresql_where=sa.text("together_id IS NOT NULL"),
    )
    op.add_column("case_parcels", sa.Column("shares_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        op.f("fk_case_parcels_shares_id"), "case_parcels", "case_parcels", ["shares_id"], ["id"]
    )
    op.create_index(
        "ix_case_parcels_shares",
        "case_parcels",
        ["shares_id"],
        unique=False,
        postgresql_where=sa.text("shares_id IS NOT NULL"),
    )
    op.drop_index("uq_case_parcels_back", table_name="case_parcels", postgresql_where=BACK)
    op.create_index(*NUMBER, unique=True, postgresql_where=ALONE)


def downgrade() -> None:
    op.drop_index("uq_case_parcels_back", table_name="case_parcels", postgresql_where=ALONE)
    op.create_index(*NUMBER, unique=True, postgresql_where=BACK)
    op.drop_index("ix_case_parcels_shares", table_name="case_parcels")
    op.drop_constraint(op.f("fk_case_parcels_shares_id"), "case_parcels", type_="foreignkey")
    op.drop_column("case_parcels", "shares_id")
    op.drop_index("ix_cases_together", table_name="cases")
    op.drop_column("cases", "together_id")
