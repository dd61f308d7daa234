"""Scans keep the node their code was read as; a missed deadline is announced once."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from xiaoer.core.clock import now
from xiaoer.core.ids import new_id
from xiaoer.policies.rules import content, shipped

revision = "20_scans"
down_revision = "19_shipping"


def bring(table: str) -> None:
    """A house table that came later: installations from before do not have it yet."""
    brought = next(each for each in shipped.house() if each["table"] == table)
    known = sa.text('SELECT 1 FROM policies WHERE "table" = :table AND shop_id IS NULL')
    if op.get_bind().scalar(known, {"table": table}):
        return
    policies = sa.table("policies", *(sa.column(name) for name in ("id", "table", "created_at")))
    names = ("id", "policy_id", "number", "state", "content", "content_hash", "revision")
    names += ("author_name", "created_at", "effective_from", "published_by")
    kinds = {"content": postgresql.JSONB()}
    versions = sa.table("policy_versions", *(sa.column(n, kinds.get(n)) for n in names))
    policy_id, at = new_id(), now()
    op.execute(policies.insert().values(id=policy_id, table=table, created_at=at))
    op.execute(
        versions.insert().values(
            id=new_id(),
            policy_id=policy_id,
            number=1,
            state="active",
            content=brought,
            content_hash=content.fingerprint(brought),
            revision=1,
            author_name="Xiaoer",
            created_at=at,
            effective_from=sa.literal(shipped.SINCE),
            published_by="Xiaoer",
        )
    )


def upgrade() -> None:
    for table in ("tracking_events", "stray_tracking_events"):
        op.add_column(table, sa.Column("node", sa.String(length=20), nullable=False))
    op.add_column(
        "ship_watches",
        sa.Column(
            "missed_told",
            postgresql.ARRAY(sa.String(length=10)),
            server_default=sa.text("'{}'"),
            nullable=False,
        ),
    )
    bring("tracking_silence")


def downgrade() -> None:
    op.drop_column("ship_watches", "missed_told")
    for table in ("stray_tracking_events", "tracking_events"):
        op.drop_column(table, "node")
