"""The tables of after-sales."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "18_aftersales"
down_revision = "17_playbooks"

STAY = """
CREATE FUNCTION case_events_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'An event of a case stays as it was written.'
        USING ERRCODE = 'restrict_violation';
END $$
"""


def upgrade() -> None:
    op.create_table(
        "return_places",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("recipient", sa.String(length=100), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("category", sa.String(length=100), nullable=True),
        sa.Column("region", sa.String(length=60), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_return_places_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_return_places")),
    )
    op.create_index("ix_return_places_shop", "return_places", ["shop_id", "id"], unique=False)
    op.create_table(
        "cases",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "refund_only",
                "return_refund",
                "exchange",
                "reship",
                "repair",
                "price_adjust",
                "compensation",
                name="casekind",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "phase",
            sa.Enum(
                "pre_ship",
                "shipped",
                "delivered",
                "completed",
                "closed",
                name="phase",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "awaiting_merchant",
                "awaiting_buyer_confirm",
                "merchant_refused",
                "awaiting_buyer_return",
                "awaiting_merchant_receipt",
                "receipt_refused",
                "awaiting_payment",
                "awaiting_replacement_ship",
                "awaiting_buyer_receipt",
                "awaiting_refund",
                "refund_processing",
                "refund_failed",
                "disputed",
                "completed",
                "closed",
                name="casestate",
                native_enum=False,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column(
            "decided",
            sa.Enum(
                "pending",
                "offered",
                "approved",
                "refused",
                "ruled",
                name="decided",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "goods",
            sa.Enum(
                "not_sent",
                "on_the_way",
                "with_buyer",
                "coming_back",
                "received",
                "refused",
                "replaced",
                "stays",
                name="goods",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "money",
            sa.Enum(
                "none",
                "reserved",
                "submitted",
                "settled",
                "failed",
                "reversed",
                name="money",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "queue",
            sa.Enum(
                "unshipped",
                "shipped",
                "returns",
                "receive",
                "ship_out",
                "customer",
                "money",
                "disputes",
                "failed",
                name="queue",
                native_enum=False,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("chain", sa.LargeBinary(length=32), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("requested_cents", sa.BigInteger(), nullable=False),
        sa.Column("approved_cents", sa.BigInteger(), nullable=False),
        sa.Column("refunded_cents", sa.BigInteger(), nullable=False),
        sa.Column("freight_cents", sa.BigInteger(), nullable=False),
        sa.Column("due_cents", sa.BigInteger(), nullable=False),
        sa.Column("instrument_id", sa.Uuid(), nullable=True),
        sa.Column(
            "reason",
            sa.Enum(
                "no_reason",
                "dislike",
                "no_longer_needed",
                "wrong_order",
                "size_mismatch_desc",
                "color_mismatch_desc",
                "quality_defect",
                "damaged_in_transit",
                "wrong_item",
                "missing_item",
                "missing_parts",
                "empty_parcel",
                "not_received",
                "late_ship",
                "late_delivery",
                "counterfeit",
                "expired_goods",
                "safety",
                "price_drop",
                "overcharge",
                "duplicate_order",
                "warranty_fault",
                "invoice_issue",
                "agreed_with_merchant",
                name="reason",
                native_enum=False,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column(
            "first_reason",
            sa.Enum(
                "no_reason",
                "dislike",
                "no_longer_needed",
                "wrong_order",
                "size_mismatch_desc",
                "color_mismatch_desc",
                "quality_defect",
                "damaged_in_transit",
                "wrong_item",
                "missing_item",
                "missing_parts",
                "empty_parcel",
                "not_received",
                "late_ship",
                "late_delivery",
                "counterfeit",
                "expired_goods",
                "safety",
                "price_drop",
                "overcharge",
                "duplicate_order",
                "warranty_fault",
                "invoice_issue",
                "agreed_with_merchant",
                name="reason",
                native_enum=False,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("reason_text", sa.Text(), nullable=False),
        sa.Column("quality", sa.Boolean(), nullable=False),
        sa.Column("reasonable", sa.Boolean(), nullable=False),
        sa.Column("condition", sa.String(length=20), nullable=True),
        sa.Column("got_goods", sa.String(length=10), nullable=False),
        sa.Column("liability", sa.String(length=10), nullable=False),
        sa.Column("freight_payer", sa.String(length=10), nullable=False),
        sa.Column(
            "return_method",
            sa.Enum("self_ship", "pick_up", name="returnmethod", native_enum=False, length=20),
            nullable=True,
        ),
        sa.Column("place_id", sa.Uuid(), nullable=True),
        sa.Column(
            "pickup",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.Column(
            "terms",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.Column(
            "notes",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.Column("decision_id", sa.Uuid(), nullable=True),
        sa.Column("automation", sa.String(length=60), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("deadline_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("deadline_action", sa.String(length=40), nullable=False),
        sa.Column("silent", sa.String(length=10), nullable=False),
        sa.Column(
            "previous",
            sa.Enum(
                "awaiting_merchant",
                "awaiting_buyer_confirm",
                "merchant_refused",
                "awaiting_buyer_return",
                "awaiting_merchant_receipt",
                "receipt_refused",
                "awaiting_payment",
                "awaiting_replacement_ship",
                "awaiting_buyer_receipt",
                "awaiting_refund",
                "refund_processing",
                "refund_failed",
                "disputed",
                "completed",
                "closed",
                name="casestate",
                native_enum=False,
                length=30,
            ),
            nullable=True,
        ),
        sa.Column("asked_by", sa.Uuid(), nullable=True),
        sa.Column("asked_cents", sa.BigInteger(), nullable=True),
        sa.Column("asked_role", sa.String(length=30), nullable=False),
        sa.Column("payout_id", sa.Uuid(), nullable=True),
        sa.Column("fast", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column(
            "mode",
            sa.Enum("authoritative", "mirrored", name="mode", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("platform", sa.String(length=30), nullable=False),
        sa.Column("platform_ref", sa.String(length=100), nullable=False),
        sa.Column("platform_version", sa.String(length=100), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column(
            "converted_from",
            sa.Enum(
                "refund_only",
                "return_refund",
                "exchange",
                "reship",
                "repair",
                "price_adjust",
                "compensation",
                name="casekind",
                native_enum=False,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column(
            "closed_reason",
            sa.Enum(
                "withdrawn",
                "buyer_timeout",
                "refused_final",
                "ruled_for_merchant",
                "superseded",
                "invalid",
                "shipped_instead",
                "retained",
                name="closed",
                native_enum=False,
                length=30,
            ),
            nullable=True,
        ),
        sa.Column("opened_by", sa.String(length=10), nullable=False),
        sa.Column("opened_by_id", sa.Uuid(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(state = 'closed') = (closed_reason IS NOT NULL)",
            name=op.f("ck_cases_closed_says_why"),
        ),
        sa.CheckConstraint(
            "(state IN ('completed', 'closed')) = (ended_at IS NOT NULL)",
            name=op.f("ck_cases_ended_has_a_time"),
        ),
        sa.CheckConstraint(
            "mode <> 'mirrored' OR platform <> ''", name=op.f("ck_cases_mirrored_has_a_platform")
        ),
        sa.CheckConstraint(
            "(ended_at IS NULL) = (deadline_at IS NOT NULL)",
            name=op.f("ck_cases_open_has_a_deadline"),
        ),
        sa.CheckConstraint(
            "requested_cents >= 0 AND approved_cents >= 0", name=op.f("ck_cases_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_cases_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["policy_decisions.id"], name=op.f("fk_cases_decision_id")
        ),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instruments.id"], name=op.f("fk_cases_instrument_id")
        ),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_cases_order_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["cases.id"], name=op.f("fk_cases_parent_id")),
        sa.ForeignKeyConstraint(["payout_id"], ["payouts.id"], name=op.f("fk_cases_payout_id")),
        sa.ForeignKeyConstraint(["place_id"], ["return_places.id"], name=op.f("fk_cases_place_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_cases_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
        sa.UniqueConstraint("shop_id", "number", name=op.f("uq_cases_shop_id_number")),
    )
    op.create_index("ix_cases_customer", "cases", ["customer_id", "id"], unique=False)
    op.create_index(
        "ix_cases_deadline",
        "cases",
        ["shop_id", "deadline_at", "id"],
        unique=False,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index("ix_cases_order", "cases", ["order_id", "id"], unique=False)
    op.create_index(
        "ix_cases_queue",
        "cases",
        ["shop_id", "queue", "deadline_at", "id"],
        unique=False,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "ix_cases_recent",
        "cases",
        ["shop_id", sa.literal_column("opened_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index(
        "uq_cases_platform",
        "cases",
        ["shop_id", "platform", "platform_ref"],
        unique=True,
        postgresql_where=sa.text("platform_ref <> ''"),
    )
    op.create_table(
        "order_amendments",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "swap_items",
                "change_address",
                "change_payment",
                name="amendmentkind",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("before", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("after", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("due_cents", sa.BigInteger(), nullable=False),
        sa.Column("instrument_id", sa.Uuid(), nullable=True),
        sa.Column("decision_id", sa.Uuid(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("by_name", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["policy_decisions.id"], name=op.f("fk_order_amendments_decision_id")
        ),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instruments.id"], name=op.f("fk_order_amendments_instrument_id")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_order_amendments_order_id")
        ),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_order_amendments_shop_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_amendments")),
    )
    op.create_index(
        "ix_order_amendments_order", "order_amendments", ["order_id", "id"], unique=False
    )
    op.create_table(
        "case_events",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("command", sa.String(length=40), nullable=False),
        sa.Column("before", sa.String(length=30), nullable=False),
        sa.Column("after", sa.String(length=30), nullable=False),
        sa.Column("actor_kind", sa.String(length=10), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("actor_name", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("data", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("prev_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_events_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_events")),
        sa.UniqueConstraint("case_id", "seq", name=op.f("uq_case_events_case_id_seq")),
    )
    op.create_table(
        "case_evidence",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("evidence_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "item_photo",
                "package_photo",
                "unboxing_video",
                "shipping_label_photo",
                "defect_video",
                "chat_excerpt",
                "delivery_proof",
                "weight_record",
                "serial_photo",
                "detection_report",
                "price_screenshot",
                "invoice",
                "authorization_letter",
                "refusal_proof",
                "inspection_photo",
                "carrier_statement",
                "refund_receipt",
                "competitor_page",
                name="evidencekind",
                native_enum=False,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column(
            "party",
            sa.Enum(
                "buyer",
                "merchant",
                "carrier",
                "platform",
                name="party",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_evidence_case_id")),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence_items.id"], name=op.f("fk_case_evidence_evidence_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_evidence")),
        sa.UniqueConstraint("evidence_id", name=op.f("uq_case_evidence_evidence_id")),
    )
    op.create_index("ix_case_evidence_case", "case_evidence", ["case_id", "id"], unique=False)
    op.create_table(
        "case_lines",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("order_line_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("spec", sa.String(length=300), nullable=False),
        sa.Column("qty", sa.Integer(), nullable=False),
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("accepted", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.Column("restocked", sa.Integer(), nullable=False),
        sa.Column("replacement_sku_id", sa.Uuid(), nullable=True),
        sa.Column("quoted_cents", sa.BigInteger(), nullable=True),
        sa.Column("refund_cents", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "accepted >= 0 AND rejected >= 0 AND accepted + rejected <= received AND received <= qty",
            name=op.f("ck_case_lines_counts_fit"),
        ),
        sa.CheckConstraint("qty > 0", name=op.f("ck_case_lines_qty_is_positive")),
        sa.CheckConstraint("refund_cents >= 0", name=op.f("ck_case_lines_refund_is_not_negative")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_lines_case_id")),
        sa.ForeignKeyConstraint(
            ["replacement_sku_id"], ["skus.id"], name=op.f("fk_case_lines_replacement_sku_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_lines")),
        sa.UniqueConstraint(
            "case_id", "order_line_id", name=op.f("uq_case_lines_case_id_order_line_id")
        ),
    )
    op.create_table(
        "case_offers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "proposal",
                "coupon",
                "gift",
                "partial_refund",
                name="offerkind",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "case_kind",
            sa.Enum(
                "refund_only",
                "return_refund",
                "exchange",
                "reship",
                "repair",
                "price_adjust",
                "compensation",
                name="casekind",
                native_enum=False,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("cents", sa.BigInteger(), nullable=False),
        sa.Column("saves_cents", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("valid_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer_by", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "accepted",
                "declined",
                "expired",
                name="offerstate",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("by_name", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(state = 'open') = (answered_at IS NULL)",
            name=op.f("ck_case_offers_answer_has_a_time"),
        ),
        sa.CheckConstraint("cents >= 0", name=op.f("ck_case_offers_cents_are_not_negative")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_offers_case_id")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_case_offers_order_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_case_offers_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_offers")),
    )
    op.create_index("ix_case_offers_order", "case_offers", ["order_id"], unique=False)
    op.create_index("ix_case_offers_report", "case_offers", ["shop_id", "kind", "at"], unique=False)
    op.create_index(
        "uq_case_offers_open",
        "case_offers",
        ["case_id"],
        unique=True,
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_table(
        "case_parcels",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column(
            "way",
            sa.Enum("back", "out", name="parcelway", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("carrier", sa.String(length=60), nullable=False),
        sa.Column("tracking_no", sa.String(length=120), nullable=False),
        sa.Column("node", sa.String(length=20), nullable=False),
        sa.Column("node_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "scans",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'[]'::jsonb"),
            nullable=False,
        ),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_parcels_case_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_case_parcels_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_parcels")),
    )
    op.create_index(
        "ix_case_parcels_awaited",
        "case_parcels",
        ["shop_id", "sent_at"],
        unique=False,
        postgresql_where=sa.text("arrived_at IS NULL AND way = 'back'"),
    )
    op.create_index("ix_case_parcels_case", "case_parcels", ["case_id"], unique=False)
    op.create_index(
        "uq_case_parcels_back",
        "case_parcels",
        ["shop_id", "tracking_no"],
        unique=True,
        postgresql_where=sa.text("way = 'back'"),
    )
    op.create_table(
        "disputes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "evidence",
                "reviewing",
                "ruled",
                "settled",
                "withdrawn",
                name="disputestate",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "opened_by",
            sa.Enum(
                "buyer",
                "merchant",
                "carrier",
                "platform",
                name="party",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("evidence_due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "ruled_for",
            sa.Enum(
                "buyer",
                "merchant",
                "carrier",
                "platform",
                name="party",
                native_enum=False,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("ruling_cents", sa.BigInteger(), nullable=True),
        sa.Column("ruling", sa.Text(), nullable=False),
        sa.Column("return_first", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("ruled_by", sa.Uuid(), nullable=True),
        sa.Column("ruled_by_name", sa.String(length=100), nullable=False),
        sa.Column("ruled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(state = 'ruled') = (ruled_at IS NOT NULL)", name=op.f("ck_disputes_ruling_has_a_time")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_disputes_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disputes")),
    )
    op.create_index(
        "uq_disputes_open",
        "disputes",
        ["case_id"],
        unique=True,
        postgresql_where=sa.text("state IN ('evidence', 'reviewing')"),
    )
    op.create_table(
        "inspections",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("lines", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=False),
        sa.Column("file_ids", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("by_name", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_inspections_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspections")),
    )
    op.create_index("ix_inspections_case", "inspections", ["case_id"], unique=False)
    op.create_table(
        "interceptions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("carrier", sa.String(length=60), nullable=False),
        sa.Column("tracking_no", sa.String(length=120), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "sent",
                "accepted",
                "succeeded",
                "failed",
                name="interceptionstate",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("by_name", sa.String(length=100), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(state IN ('succeeded', 'failed')) = (answered_at IS NOT NULL)",
            name=op.f("ck_interceptions_answer_has_a_time"),
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_interceptions_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interceptions")),
    )
    op.create_index("ix_interceptions_case", "interceptions", ["case_id", "id"], unique=False)
    op.create_index(
        "uq_interceptions_open",
        "interceptions",
        ["case_id"],
        unique=True,
        postgresql_where=sa.text("state IN ('sent', 'accepted')"),
    )
    op.create_table(
        "recoveries",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=True),
        sa.Column("cents", sa.BigInteger(), nullable=False),
        sa.Column("why", sa.String(length=40), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "recovered",
                "written_off",
                name="recoverystate",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(state = 'open') = (ended_at IS NULL)", name=op.f("ck_recoveries_ended_has_a_time")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_recoveries_case_id")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_recoveries_customer_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_recoveries_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recoveries")),
        sa.UniqueConstraint("case_id", name=op.f("uq_recoveries_case_id")),
    )
    op.create_index("ix_recoveries_customer", "recoveries", ["customer_id"], unique=False)
    op.create_index(
        "ix_recoveries_open",
        "recoveries",
        ["shop_id", "at"],
        unique=False,
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_table(
        "replacements",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("order_line_id", sa.Uuid(), nullable=False),
        sa.Column("unit", sa.Integer(), nullable=False),
        sa.Column("sku_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("spec", sa.String(length=300), nullable=False),
        sa.Column("before_cents", sa.BigInteger(), nullable=False),
        sa.Column("paid_cents", sa.BigInteger(), nullable=False),
        sa.Column("adjust_cents", sa.BigInteger(), nullable=False),
        sa.Column(
            "facts",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("paid_cents >= 0", name=op.f("ck_replacements_paid_is_not_negative")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_replacements_case_id")),
        sa.ForeignKeyConstraint(["sku_id"], ["skus.id"], name=op.f("fk_replacements_sku_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_replacements")),
    )
    op.create_index("ix_replacements_case", "replacements", ["case_id"], unique=False)
    op.create_index(
        "ix_replacements_unit", "replacements", ["order_line_id", "unit", "id"], unique=False
    )
    op.create_table(
        "unit_claims",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("order_line_id", sa.Uuid(), nullable=False),
        sa.Column("unit", sa.Integer(), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("consumed", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_unit_claims_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_claims")),
    )
    op.create_index("ix_unit_claims_case", "unit_claims", ["case_id"], unique=False)
    op.create_index(
        "uq_unit_claims_held",
        "unit_claims",
        ["order_line_id", "unit"],
        unique=True,
        postgresql_where=sa.text("held"),
    )
    op.execute(STAY)
    op.execute(
        "CREATE TRIGGER case_events_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON case_events"
        " FOR EACH STATEMENT EXECUTE FUNCTION case_events_stay()"
    )


def downgrade() -> None:
    op.drop_index("uq_unit_claims_held", table_name="unit_claims", postgresql_where=sa.text("held"))
    op.drop_index("ix_unit_claims_case", table_name="unit_claims")
    op.drop_table("unit_claims")
    op.drop_index("ix_replacements_unit", table_name="replacements")
    op.drop_index("ix_replacements_case", table_name="replacements")
    op.drop_table("replacements")
    op.drop_index(
        "ix_recoveries_open", table_name="recoveries", postgresql_where=sa.text("state = 'open'")
    )
    op.drop_index("ix_recoveries_customer", table_name="recoveries")
    op.drop_table("recoveries")
    op.drop_index(
        "uq_interceptions_open",
        table_name="interceptions",
        postgresql_where=sa.text("state IN ('sent', 'accepted')"),
    )
    op.drop_index("ix_interceptions_case", table_name="interceptions")
    op.drop_table("interceptions")
    op.drop_index("ix_inspections_case", table_name="inspections")
    op.drop_table("inspections")
    op.drop_index(
        "uq_disputes_open",
        table_name="disputes",
        postgresql_where=sa.text("state IN ('evidence', 'reviewing')"),
    )
    op.drop_table("disputes")
    op.drop_index(
        "uq_case_parcels_back", table_name="case_parcels", postgresql_where=sa.text("way = 'back'")
    )
    op.drop_index("ix_case_parcels_case", table_name="case_parcels")
    op.drop_index(
        "ix_case_parcels_awaited",
        table_name="case_parcels",
        postgresql_where=sa.text("arrived_at IS NULL AND way = 'back'"),
    )
    op.drop_table("case_parcels")
    op.drop_index(
        "uq_case_offers_open", table_name="case_offers", postgresql_where=sa.text("state = 'open'")
    )
    op.drop_index("ix_case_offers_report", table_name="case_offers")
    op.drop_index("ix_case_offers_order", table_name="case_offers")
    op.drop_table("case_offers")
    op.drop_table("case_lines")
    op.drop_index("ix_case_evidence_case", table_name="case_evidence")
    op.drop_table("case_evidence")
    op.drop_table("case_events")
    op.drop_index("ix_order_amendments_order", table_name="order_amendments")
    op.drop_table("order_amendments")
    op.drop_index(
        "uq_cases_platform", table_name="cases", postgresql_where=sa.text("platform_ref <> ''")
    )
    op.drop_index("ix_cases_recent", table_name="cases")
    op.drop_index(
        "ix_cases_queue", table_name="cases", postgresql_where=sa.text("ended_at IS NULL")
    )
    op.drop_index("ix_cases_order", table_name="cases")
    op.drop_index(
        "ix_cases_deadline", table_name="cases", postgresql_where=sa.text("ended_at IS NULL")
    )
    op.drop_index("ix_cases_customer", table_name="cases")
    op.drop_table("cases")
    op.drop_index("ix_return_places_shop", table_name="return_places")
    op.drop_table("return_places")
    op.execute("DROP FUNCTION case_events_stay()")
