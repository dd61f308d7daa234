"""Deductions in the ledger, points that go back, what a lapsed coupon took by unit; talks in
which a customer was abusive; the clocks of the house call operations after ten minutes."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from xiaoer.core.clock import now
from xiaoer.core.ids import new_id
from xiaoer.policies.rules import content, shipped

revision = "22_parted_amounts"
down_revision = "21_case_lists"

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


def _renew(table: str) -> None:
    """The house's table as it is shipped now, where an installation has an earlier text of it."""
    brought = next(each for each in shipped.house() if each["table"] == table)
    standing = sa.text(
        "SELECT v.id, v.policy_id, v.number, v.content_hash FROM policy_versions v"
        " JOIN policies p ON p.id = v.policy_id"
        ' WHERE p."table" = :table AND p.shop_id IS NULL'
        " AND v.state = 'active' AND v.effective_until IS NULL"
    )
    before = op.get_bind().execute(standing, {"table": table}).one_or_none()
    if before is None or before.content_hash == content.fingerprint(brought):
        return
    at = now()
    retire = sa.text(
        "UPDATE policy_versions SET state = 'retired', effective_until = :at WHERE id = :id"
    )
    op.get_bind().execute(retire, {"at": at, "id": before.id})
    names = ("id", "policy_id", "number", "state", "content", "content_hash", "revision")
    names += ("author_name", "created_at", "effective_from", "published_by")
    kinds = {"content": postgresql.JSONB()}
    versions = sa.table("policy_versions", *(sa.column(n, kinds.get(n)) for n in names))
    op.execute(
        versions.insert().values(
            id=new_id(),
            policy_id=before.policy_id,
            number=before.number + 1,
            state="active",
            content=brought,
            content_hash=content.fingerprint(brought),
            revision=1,
            author_name="Xiaoer",
            created_at=at,
            effective_from=at,
            published_by="Xiaoer",
        )
    )


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
    op.create_table(
        "customer_conduct",
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_customer_conduct_conversation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_customer_conduct_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_customer_conduct_shop_id")
        ),
        sa.PrimaryKeyConstraint("conversation_id", name=op.f("pk_customer_conduct")),
    )
    op.create_index("ix_customer_conduct_customer", "customer_conduct", ["customer_id", "at"])
    _renew("deadlines")


def downgrade() -> None:
    op.drop_table("customer_conduct")
    op.drop_table("clawbacks")
    op.drop_constraint(op.f("ck_cases_points_are_not_negative"), "cases", type_="check")
    op.drop_column("cases", "points_at")
    op.drop_column("cases", "points")
    _accounts(BEFORE)
