"""Deductions in the ledger, points that go back, and what a lapsed coupon took by unit."""

import sqlalchemy as sa
from alembic import op

revision = "22_parted_amounts"
down_revision = "20_knowledge"

BEFORE = "opening, sales, clearing, stored_value, cash, owed, goodwill, losses"
NOW = "opening, sales, clearing, stored_value, cash, owed, kept, goodwill, losses"


def _accounts(names: str) -> None:
    quoted = ", ".join(f"'{name}'" for name in names.split(", "))
    for side in ("debit", "credit"):
        name = f"ck_ledger_entries_{side}_is_known"
        op.drop_constraint(op.f(name), "ledger_entries", type_="check")
        op.execute(
            f"ALTER TABLE ledger_entries ADD CONSTRAINT {name}"
            f" CHECK ({side} IN ({quoted})) NOT VALID"
        )
        op.execute(f"ALTER TABLE ledger_entries VALIDATE CONSTRAINT {name}")


def upgrade() -> None:
    _accounts(NOW)
    op.add_column(
        "cases", sa.Column("points", sa.BigInteger(), server_default=sa.text("0"), nullable=False)
    )
    op.add_column("cases", sa.Column("points_at", sa.DateTime(timezone=True), nullable=True))
    op.execute(
        "ALTER TABLE cases ADD CONSTRAINT ck_cases_points_are_not_negative"
        " CHECK (points >= 0) NOT VALID"
    )
    op.execute("ALTER TABLE cases VALIDATE CONSTRAINT ck_cases_points_are_not_negative")
    op.create_table(
        "clawbacks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("order_line_id", sa.Uuid(), nullable=False),
        sa.Column("unit", sa.Integer(), nullable=False),
        sa.Column("cents", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("cents > 0", name=op.f("ck_clawbacks_cents_are_positive")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_clawbacks_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clawbacks")),
    )
    op.create_index("ix_clawbacks_case", "clawbacks", ["case_id"])
    op.create_index("ix_clawbacks_unit", "clawbacks", ["order_line_id", "unit"])


def downgrade() -> None:
    op.drop_table("clawbacks")
    op.drop_constraint(op.f("ck_cases_points_are_not_negative"), "cases", type_="check")
    op.drop_column("cases", "points_at")
    op.drop_column("cases", "points")
    _accounts(BEFORE)
