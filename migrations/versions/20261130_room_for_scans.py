"""Rows that scans change have room to change in; parcels that come back have an index of their own."""

import sqlalchemy as sa
from alembic import op

revision = "37_room_for_scans"
down_revision = "36_bot_asking"

CHANGED_OFTEN = ("orders", "parcels", "ship_watches")
COMING_BACK = sa.text("node IN ('refused', 'returning')")


def upgrade() -> None:
    for table in CHANGED_OFTEN:
        op.execute(f"ALTER TABLE {table} SET (fillfactor = 85)")
    op.create_index(
        "ix_parcels_coming_back",
        "parcels",
        ["shop_id", "labelled_at", "id"],
        postgresql_where=COMING_BACK,
    )
    op.drop_index("ix_parcels_shop_node", "parcels")


def downgrade() -> None:
    op.create_index("ix_parcels_shop_node", "parcels", ["shop_id", "node", "last_at"])
    op.drop_index("ix_parcels_coming_back", "parcels")
    for table in CHANGED_OFTEN:
        op.execute(f"ALTER TABLE {table} RESET (fillfactor)")
