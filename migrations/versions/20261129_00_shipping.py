"""The watch over shipping, its parcels, and the counts of its board."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from xiaoer.core.clock import now
from xiaoer.core.ids import new_id
from xiaoer.policies.rules import content, shipped

revision = "19_shipping"
down_revision = "19_case_lines"

COUNTED = {
    "ship_watches": (
        "ship_watch_cells",
        "orders",
        "shop_id, warehouse_id, courier, stage, urgency, overlooked, threat IS NOT NULL",
        "shop_id, warehouse_id, courier, stage, urgency, overlooked, threatened",
        "stage IN ('owed', 'marked')",
    ),
    "parcels": (
        "parcel_cells",
        "parcels",
        "shop_id, warehouse_id, courier, node, standstill",
        "shop_id, warehouse_id, courier, node, standstill",
        "node NOT IN ('signed', 'returned', 'lost', 'void')",
    ),
}
"""Table → its cells, the column that counts, what is grouped by, the columns, what is counted."""


def count(table: str) -> None:
    """Each statement on `table` leaves behind what it changed in the counts of the board."""
    cells, counts, groups, columns, counted = COUNTED[table]
    side = (
        f"SELECT {groups}, {{sign}} * count(*) AS n FROM {{rows}} WHERE {counted} GROUP BY {{by}}"
    )
    by = ", ".join(str(number) for number in range(1, len(columns.split(",")) + 1))
    added = side.format(sign="1", rows="became", by=by)
    gone = side.format(sign="-1", rows="was", by=by)
    bodies = {
        "insert": (added, "REFERENCING NEW TABLE AS became"),
        "update": (f"{added} UNION ALL {gone}", "REFERENCING OLD TABLE AS was NEW TABLE AS became"),
        "delete": (gone, "REFERENCING OLD TABLE AS was"),
    }
    for verb, (changes, referencing) in bodies.items():
        op.execute(f"""
CREATE FUNCTION count_{table}_{verb}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO {cells} ({columns}, {counts})
    SELECT {by_name(columns)}, sum(n) FROM ({changes}) AS c({columns}, n)
    GROUP BY {by_name(columns)} HAVING sum(n) <> 0;
    RETURN NULL;
END $$
""")
        op.execute(f"""
CREATE TRIGGER count_{verb} AFTER {verb} ON {table} {referencing}
FOR EACH STATEMENT EXECUTE FUNCTION count_{table}_{verb}()
""")


def by_name(columns: str) -> str:
    return ", ".join(f"c.{name.strip()}" for name in columns.split(","))


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
    op.create_table(
        "parcel_cells",
        sa.Column("id", sa.BigInteger(), autoincrement=True, nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("warehouse_id", sa.Uuid(), nullable=True),
        sa.Column("courier", sa.String(length=40), nullable=False),
        sa.Column(
            "node",
            sa.Enum(
                "labelled",
                "picked",
                "in_transit",
                "out_for_delivery",
                "at_point",
                "signed",
                "trouble",
                "refused",
                "returning",
                "returned",
                "lost",
                "void",
                name="node",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "standstill",
            sa.Enum(
                "unscanned", "no_trace", "stalled", name="standstill", native_enum=False, length=20
            ),
            nullable=True,
        ),
        sa.Column("parcels", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parcel_cells")),
    )
    op.create_index("ix_parcel_cells_shop", "parcel_cells", ["shop_id"], unique=False)
    op.create_table(
        "ship_watch_cells",
        sa.Column("id", sa.BigInteger(), autoincrement=True, nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("warehouse_id", sa.Uuid(), nullable=True),
        sa.Column("courier", sa.String(length=40), nullable=False),
        sa.Column(
            "stage",
            sa.Enum(
                "waiting",
                "owed",
                "marked",
                "picked",
                "ended",
                name="stage",
                native_enum=False,
                length=10,
            ),
            nullable=False,
        ),
        sa.Column(
            "urgency",
            sa.Enum(
                "calm", "soon", "near", "last", "over", name="urgency", native_enum=False, length=10
            ),
            nullable=False,
        ),
        sa.Column("overlooked", sa.Boolean(), nullable=False),
        sa.Column("threatened", sa.Boolean(), nullable=False),
        sa.Column("orders", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ship_watch_cells")),
    )
    op.create_index("ix_ship_watch_cells_shop", "ship_watch_cells", ["shop_id"], unique=False)
    op.create_table(
        "ship_suspensions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.String(length=30), nullable=True),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("announced_by", sa.String(length=100), nullable=False),
        sa.Column("announced_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_ship_suspensions_takes_time")),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_ship_suspensions_shop_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ship_suspensions")),
    )
    op.create_index(
        "ix_ship_suspensions_shop", "ship_suspensions", ["shop_id", "starts_at"], unique=False
    )
    op.create_table(
        "stray_tracking_events",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("courier", sa.String(length=40), nullable=False),
        sa.Column("tracking_no", sa.String(length=60), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("place", sa.String(length=100), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_stray_tracking_events_shop_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stray_tracking_events")),
    )
    op.create_index(
        "uq_stray_tracking_events",
        "stray_tracking_events",
        ["shop_id", "tracking_no", "courier", "at", "code", "place"],
        unique=True,
    )
    op.create_table(
        "warehouses",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("lead_id", sa.Uuid(), nullable=True),
        sa.Column("usual", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["agent_groups.id"], name=op.f("fk_warehouses_group_id")
        ),
        sa.ForeignKeyConstraint(["lead_id"], ["agents.id"], name=op.f("fk_warehouses_lead_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_warehouses_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_warehouses")),
    )
    op.create_index("uq_warehouses_code", "warehouses", ["shop_id", "code"], unique=True)
    op.create_index(
        "uq_warehouses_usual",
        "warehouses",
        ["shop_id"],
        unique=True,
        postgresql_where=sa.text("usual AND active"),
    )
    op.create_table(
        "parcels",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("courier", sa.String(length=40), nullable=False),
        sa.Column("tracking_no", sa.String(length=60), nullable=False),
        sa.Column("warehouse_id", sa.Uuid(), nullable=True),
        sa.Column(
            "node",
            sa.Enum(
                "labelled",
                "picked",
                "in_transit",
                "out_for_delivery",
                "at_point",
                "signed",
                "trouble",
                "refused",
                "returning",
                "returned",
                "lost",
                "void",
                name="node",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("code", sa.String(length=8), server_default=sa.text("''"), nullable=False),
        sa.Column("text", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("place", sa.String(length=100), server_default=sa.text("''"), nullable=False),
        sa.Column("region", sa.String(length=60), server_default=sa.text("''"), nullable=False),
        sa.Column("labelled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("picked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("scans", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("delivery_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("look_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "standstill",
            sa.Enum(
                "unscanned", "no_trace", "stalled", name="standstill", native_enum=False, length=20
            ),
            nullable=True,
        ),
        sa.Column("standing_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "doubts",
            postgresql.ARRAY(sa.String(length=30)),
            server_default=sa.text("'{}'"),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_parcels_order_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_parcels_shop_id")),
        sa.ForeignKeyConstraint(
            ["warehouse_id"], ["warehouses.id"], name=op.f("fk_parcels_warehouse_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parcels")),
    )
    op.create_index(
        "ix_parcels_look",
        "parcels",
        ["look_at"],
        unique=False,
        postgresql_where=sa.text("look_at IS NOT NULL"),
    )
    op.create_index("ix_parcels_number", "parcels", ["tracking_no", "courier"], unique=False)
    op.create_index("ix_parcels_shop_node", "parcels", ["shop_id", "node", "last_at"], unique=False)
    op.create_index(
        "ix_parcels_standstill",
        "parcels",
        ["shop_id", "standstill", "standing_since"],
        unique=False,
        postgresql_where=sa.text("standstill IS NOT NULL"),
    )
    op.create_index(
        "uq_parcels_order_number", "parcels", ["order_id", "courier", "tracking_no"], unique=True
    )
    op.create_table(
        "ship_watches",
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("order_version", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=30), nullable=False),
        sa.Column("warehouse_id", sa.Uuid(), nullable=True),
        sa.Column("courier", sa.String(length=40), server_default=sa.text("''"), nullable=False),
        sa.Column(
            "stage",
            sa.Enum(
                "waiting",
                "owed",
                "marked",
                "picked",
                "ended",
                name="stage",
                native_enum=False,
                length=10,
            ),
            nullable=False,
        ),
        sa.Column(
            "urgency",
            sa.Enum(
                "calm", "soon", "near", "last", "over", name="urgency", native_enum=False, length=10
            ),
            nullable=False,
        ),
        sa.Column("overlooked", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("paid_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ship_by", sa.DateTime(timezone=True), nullable=False),
        sa.Column("pickup_by", sa.DateTime(timezone=True), nullable=False),
        sa.Column("overlook_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("warn_hours", postgresql.ARRAY(sa.Integer()), nullable=False),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("handed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("held_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("held_sec", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("rule_row", sa.String(length=40), nullable=False),
        sa.Column("rule_version_id", sa.Uuid(), nullable=True),
        sa.Column("complaint", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column(
            "compensation_cents", sa.BigInteger(), server_default=sa.text("0"), nullable=False
        ),
        sa.Column(
            "compensation_form", sa.String(length=20), server_default=sa.text("''"), nullable=False
        ),
        sa.Column(
            "threat",
            sa.Enum(
                "no_stock",
                "backlog",
                "courier_stopped",
                name="threat",
                native_enum=False,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("expected_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "cause",
            sa.Enum(
                "merchant",
                "courier",
                "customer",
                "force_majeure",
                "platform",
                name="cause",
                native_enum=False,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(stage = 'picked') <= (handed_at IS NOT NULL)",
            name=op.f("ck_ship_watches_picked_when"),
        ),
        sa.CheckConstraint(
            "cardinality(warn_hours) <= 3", name=op.f("ck_ship_watches_three_warnings")
        ),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_ship_watches_order_id")),
        sa.ForeignKeyConstraint(
            ["rule_version_id"],
            ["policy_versions.id"],
            name=op.f("fk_ship_watches_rule_version_id"),
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_ship_watches_shop_id")),
        sa.ForeignKeyConstraint(
            ["warehouse_id"], ["warehouses.id"], name=op.f("fk_ship_watches_warehouse_id")
        ),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_ship_watches")),
    )
    op.create_index(
        "ix_ship_watches_due",
        "ship_watches",
        ["shop_id", "due_at", "order_id"],
        unique=False,
        postgresql_where=sa.text("stage IN ('owed', 'marked')"),
    )
    op.create_index(
        "ix_ship_watches_marked",
        "ship_watches",
        ["shop_id", "due_at", "order_id"],
        unique=False,
        postgresql_where=sa.text("stage = 'marked'"),
    )
    op.create_index(
        "ix_ship_watches_overlooked",
        "ship_watches",
        ["shop_id", "due_at", "order_id"],
        unique=False,
        postgresql_where=sa.text("overlooked"),
    )
    op.create_index("ix_ship_watches_paid", "ship_watches", ["shop_id", "paid_at"], unique=False)
    op.create_index(
        "ix_ship_watches_threat",
        "ship_watches",
        ["shop_id", "due_at", "order_id"],
        unique=False,
        postgresql_where=sa.text("threat IS NOT NULL"),
    )
    op.create_index(
        "ix_ship_watches_urgency",
        "ship_watches",
        ["shop_id", "urgency", "due_at", "order_id"],
        unique=False,
        postgresql_where=sa.text("stage IN ('owed', 'marked')"),
    )
    op.create_table(
        "tracking_events",
        sa.Column("parcel_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("place", sa.String(length=100), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["parcel_id"], ["parcels.id"], name=op.f("fk_tracking_events_parcel_id")
        ),
        sa.PrimaryKeyConstraint(
            "parcel_id", "at", "code", "place", name=op.f("pk_tracking_events")
        ),
    )
    op.add_column("orders", sa.Column("collected_at", sa.DateTime(timezone=True), nullable=True))
    count("ship_watches")
    count("parcels")
    bring("ship_deadlines")


def downgrade() -> None:
    for table in COUNTED:
        for verb in ("insert", "update", "delete"):
            op.execute(f"DROP TRIGGER count_{verb} ON {table}")
            op.execute(f"DROP FUNCTION count_{table}_{verb}")
    op.drop_column("orders", "collected_at")
    op.drop_table("tracking_events")
    op.drop_index(
        "ix_ship_watches_urgency",
        table_name="ship_watches",
        postgresql_where=sa.text("stage IN ('owed', 'marked')"),
    )
    op.drop_index(
        "ix_ship_watches_threat",
        table_name="ship_watches",
        postgresql_where=sa.text("threat IS NOT NULL"),
    )
    op.drop_index("ix_ship_watches_paid", table_name="ship_watches")
    op.drop_index(
        "ix_ship_watches_overlooked",
        table_name="ship_watches",
        postgresql_where=sa.text("overlooked"),
    )
    op.drop_index(
        "ix_ship_watches_marked",
        table_name="ship_watches",
        postgresql_where=sa.text("stage = 'marked'"),
    )
    op.drop_index(
        "ix_ship_watches_due",
        table_name="ship_watches",
        postgresql_where=sa.text("stage IN ('owed', 'marked')"),
    )
    op.drop_table("ship_watches")
    op.drop_index("uq_parcels_order_number", table_name="parcels")
    op.drop_index(
        "ix_parcels_standstill",
        table_name="parcels",
        postgresql_where=sa.text("standstill IS NOT NULL"),
    )
    op.drop_index("ix_parcels_shop_node", table_name="parcels")
    op.drop_index("ix_parcels_number", table_name="parcels")
    op.drop_index(
        "ix_parcels_look", table_name="parcels", postgresql_where=sa.text("look_at IS NOT NULL")
    )
    op.drop_table("parcels")
    op.drop_index(
        "uq_warehouses_usual", table_name="warehouses", postgresql_where=sa.text("usual AND active")
    )
    op.drop_index("uq_warehouses_code", table_name="warehouses")
    op.drop_table("warehouses")
    op.drop_index("uq_stray_tracking_events", table_name="stray_tracking_events")
    op.drop_table("stray_tracking_events")
    op.drop_index("ix_ship_suspensions_shop", table_name="ship_suspensions")
    op.drop_table("ship_suspensions")
    op.drop_index("ix_ship_watch_cells_shop", table_name="ship_watch_cells")
    op.drop_table("ship_watch_cells")
    op.drop_index("ix_parcel_cells_shop", table_name="parcel_cells")
    op.drop_table("parcel_cells")
