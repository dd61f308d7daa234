"""Tax within what was paid for a line, and within what goes back of it."""

import sqlalchemy as sa
from alembic import op

revision = "24_tax"
down_revision = "23_together"

TABLES = ("order_lines", "case_lines")


def upgrade() -> None:
    for table in TABLES:
        tax = sa.Column("tax_cents", sa.BigInteger(), server_default=sa.text("0"), nullable=False)
        op.add_column(table, tax)
    op.create_check_constraint(
        op.f("ck_order_lines_tax_is_not_negative"), "order_lines", "tax_cents >= 0"
    )


def downgrade() -> None:
    op.drop_constraint(op.f("ck_order_lines_tax_is_not_negative"), "order_lines", type_="check")
    for table in TABLES:
        op.drop_column(table, "tax_cents")
