"""The tables of payments."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "14_payments"
down_revision = "13_policies"

STAY = """
CREATE FUNCTION ledger_entries_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'An entry of the ledger stays as it was written.'
        USING ERRCODE = 'restrict_violation';
END $$
"""


def upgrade() -> None:
    op.create_table(
        "provider_events",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("provider", sa.String(length=30), nullable=False),
        sa.Column("provider_ref", sa.String(length=120), nullable=False),
        sa.Column("type", sa.String(length=20), nullable=False),
        sa.Column("movement_id", sa.Uuid(), nullable=True),
        sa.Column("body", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provider_events")),
        sa.UniqueConstraint(
            "provider",
            "provider_ref",
            "type",
            name=op.f("uq_provider_events_provider_provider_ref_type"),
        ),
    )
    op.create_index("ix_provider_events_movement", "provider_events", ["movement_id"], unique=False)
    op.create_table(
        "instruments",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "card",
                "wallet",
                "bank",
                "gift_card",
                "balance",
                "source",
                name="instrumentkind",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("external_id", sa.String(length=120), nullable=False),
        sa.Column("label", sa.String(length=100), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("balance_cents", sa.BigInteger(), nullable=True),
        sa.Column("told", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(balance_cents IS NOT NULL) = (kind IN ('gift_card', 'balance'))",
            name=op.f("ck_instruments_stored_value_has_a_balance"),
        ),
        sa.CheckConstraint(
            "kind IN ('card', 'wallet', 'bank', 'gift_card', 'balance', 'source')",
            name=op.f("ck_instruments_kind_is_known"),
        ),
        sa.CheckConstraint(
            "balance_cents >= 0", name=op.f("ck_instruments_balance_is_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_instruments_customer_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_instruments_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instruments")),
        sa.UniqueConstraint(
            "shop_id",
            "customer_id",
            "external_id",
            name=op.f("uq_instruments_shop_id_customer_id_external_id"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_index("ix_instruments_customer", "instruments", ["customer_id"], unique=False)
    op.create_table(
        "order_accounts",
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column(
            "drain",
            sa.Enum("stored_last", "stored_first", name="drain", native_enum=False, length=20),
            nullable=True,
        ),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_order_accounts_order_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_order_accounts_shop_id")),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_order_accounts")),
    )
    op.create_table(
        "payments",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("instrument_id", sa.Uuid(), nullable=False),
        sa.Column("provider", sa.String(length=30), nullable=False),
        sa.Column("provider_ref", sa.String(length=120), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("captured_cents", sa.BigInteger(), nullable=False),
        sa.Column("reserved_cents", sa.BigInteger(), nullable=False),
        sa.Column("settled_cents", sa.BigInteger(), nullable=False),
        sa.Column("imported", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "captured_cents >= 0 AND reserved_cents >= 0 AND settled_cents >= 0",
            name=op.f("ck_payments_amounts_are_not_negative"),
        ),
        sa.CheckConstraint(
            "reserved_cents + settled_cents <= captured_cents", name=op.f("ck_payments_cap_holds")
        ),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instruments.id"], name=op.f("fk_payments_instrument_id")
        ),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_payments_order_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_payments_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payments")),
        sa.UniqueConstraint(
            "id", "order_id", "currency", name=op.f("uq_payments_id_order_id_currency")
        ),
    )
    op.create_index("ix_payments_order", "payments", ["order_id", "id"], unique=False)
    op.create_index(
        "ix_payments_provider_ref", "payments", ["provider", "provider_ref"], unique=False
    )
    op.create_table(
        "payouts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("reason_ref", sa.Uuid(), nullable=False),
        sa.Column(
            "purpose",
            sa.Enum(
                "payment",
                "top_up",
                "refund",
                "price_difference",
                "compensation",
                "freight_reimburse",
                "chargeback",
                name="purpose",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("gross_cents", sa.BigInteger(), nullable=False),
        sa.Column("cents", sa.BigInteger(), nullable=False),
        sa.Column(
            "deductions",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'[]'::jsonb"),
            nullable=False,
        ),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "cents > 0 AND cents <= gross_cents", name=op.f("ck_payouts_amounts_make_sense")
        ),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_payouts_order_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_payouts_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payouts")),
    )
    op.create_index("ix_payouts_order", "payouts", ["order_id", "id"], unique=False)
    op.create_index("ix_payouts_reason", "payouts", ["reason_ref"], unique=False)
    op.create_table(
        "money_movements",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("payout_id", sa.Uuid(), nullable=True),
        sa.Column("payment_id", sa.Uuid(), nullable=True),
        sa.Column("instrument_id", sa.Uuid(), nullable=False),
        sa.Column(
            "direction",
            sa.Enum("out", "in", name="direction", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column(
            "purpose",
            sa.Enum(
                "payment",
                "top_up",
                "refund",
                "price_difference",
                "compensation",
                "freight_reimburse",
                "chargeback",
                name="purpose",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("cents", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "reserved",
                "submitted",
                "unknown",
                "settled",
                "failed",
                "released",
                "reversed",
                name="movementstate",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("reason_ref", sa.Uuid(), nullable=False),
        sa.Column(
            "drain",
            sa.Enum("stored_last", "stored_first", name="drain", native_enum=False, length=20),
            nullable=True,
        ),
        sa.Column("provider", sa.String(length=30), nullable=False),
        sa.Column("provider_ref", sa.String(length=120), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_check_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("people_by", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failure", sa.String(length=60), nullable=False),
        sa.Column("conflict", sa.String(length=60), nullable=False),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expected_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(state IN ('settled', 'failed', 'released', 'reversed')) = (ended_at IS NOT NULL)",
            name=op.f("ck_money_movements_ended_has_a_time"),
        ),
        sa.CheckConstraint(
            "direction IN ('out', 'in')", name=op.f("ck_money_movements_direction_is_known")
        ),
        sa.CheckConstraint(
            "payment_id IS NOT NULL OR direction = 'in' OR purpose IN ('compensation', 'freight_reimburse', 'chargeback')",
            name=op.f("ck_money_movements_refunds_draw_a_payment"),
        ),
        sa.CheckConstraint(
            "purpose IN ('payment', 'top_up', 'refund', 'price_difference', 'compensation', 'freight_reimburse', 'chargeback')",
            name=op.f("ck_money_movements_purpose_is_known"),
        ),
        sa.CheckConstraint(
            "state IN ('reserved', 'submitted', 'unknown', 'settled', 'failed', 'released', 'reversed')",
            name=op.f("ck_money_movements_state_is_known"),
        ),
        sa.CheckConstraint("cents > 0", name=op.f("ck_money_movements_cents_are_positive")),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instruments.id"], name=op.f("fk_money_movements_instrument_id")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_money_movements_order_id")
        ),
        sa.ForeignKeyConstraint(
            ["payment_id", "order_id", "currency"],
            ["payments.id", "payments.order_id", "payments.currency"],
            name=op.f("fk_money_movements_payment_id_order_id_currency"),
        ),
        sa.ForeignKeyConstraint(
            ["payout_id"], ["payouts.id"], name=op.f("fk_money_movements_payout_id")
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["money_movements.id"], name=op.f("fk_money_movements_replaces_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_money_movements_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_money_movements")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_money_movements_replaces_id")),
    )
    op.create_index(
        "ix_money_movements_for_people",
        "money_movements",
        ["shop_id", "people_by", "id"],
        unique=False,
        postgresql_where=sa.text("people_by IS NOT NULL"),
    )
    op.create_index(
        "ix_money_movements_next_check",
        "money_movements",
        ["next_check_at"],
        unique=False,
        postgresql_where=sa.text("next_check_at IS NOT NULL"),
    )
    op.create_index("ix_money_movements_order", "money_movements", ["order_id", "id"], unique=False)
    op.create_index("ix_money_movements_payment", "money_movements", ["payment_id"], unique=False)
    op.create_index("ix_money_movements_payout", "money_movements", ["payout_id"], unique=False)
    op.create_index("ix_money_movements_reason", "money_movements", ["reason_ref"], unique=False)
    op.create_index(
        "uq_money_movements_provider_ref",
        "money_movements",
        ["provider", "provider_ref"],
        unique=True,
        postgresql_where=sa.text("provider_ref <> ''"),
    )
    op.create_table(
        "payout_shares",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("payout_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("order_line_id", sa.Uuid(), nullable=True),
        sa.Column("unit", sa.Integer(), nullable=True),
        sa.Column("cents", sa.BigInteger(), nullable=False),
        sa.Column("released", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.CheckConstraint(
            "(order_line_id IS NULL) = (unit IS NULL)", name=op.f("ck_payout_shares_unit_of_a_line")
        ),
        sa.CheckConstraint("cents > 0", name=op.f("ck_payout_shares_cents_are_positive")),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_payout_shares_order_id")
        ),
        sa.ForeignKeyConstraint(
            ["payout_id"], ["payouts.id"], name=op.f("fk_payout_shares_payout_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payout_shares")),
    )
    op.create_index(
        "ix_payout_shares_order",
        "payout_shares",
        ["order_id"],
        unique=False,
        postgresql_where=sa.text("NOT released"),
    )
    op.create_index("ix_payout_shares_payout", "payout_shares", ["payout_id"], unique=False)
    op.create_table(
        "interventions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("movement_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "reroute",
                "offline",
                "confirm_settled",
                "confirm_failed",
                name="interventionkind",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("instrument_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("four_eyes", sa.Boolean(), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=True),
        sa.Column("asked_name", sa.String(length=100), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("approved_by", sa.Uuid(), nullable=True),
        sa.Column("approved_name", sa.String(length=100), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("refused_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "kind IN ('reroute', 'offline', 'confirm_settled', 'confirm_failed')",
            name=op.f("ck_interventions_kind_is_known"),
        ),
        sa.CheckConstraint("approved_by <> asked_by", name=op.f("ck_interventions_two_people")),
        sa.CheckConstraint(
            "done_at IS NULL OR refused_at IS NULL", name=op.f("ck_interventions_one_end")
        ),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instruments.id"], name=op.f("fk_interventions_instrument_id")
        ),
        sa.ForeignKeyConstraint(
            ["movement_id"], ["money_movements.id"], name=op.f("fk_interventions_movement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interventions")),
    )
    op.create_index("ix_interventions_movement", "interventions", ["movement_id"], unique=False)
    op.create_index(
        "uq_interventions_open",
        "interventions",
        ["movement_id"],
        unique=True,
        postgresql_where=sa.text("done_at IS NULL AND refused_at IS NULL"),
    )
    op.create_table(
        "ledger_entries",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=True),
        sa.Column("payment_id", sa.Uuid(), nullable=True),
        sa.Column("movement_id", sa.Uuid(), nullable=True),
        sa.Column("instrument_id", sa.Uuid(), nullable=True),
        sa.Column(
            "debit",
            sa.Enum(
                "opening",
                "sales",
                "clearing",
                "stored_value",
                "cash",
                "owed",
                "goodwill",
                "losses",
                name="account",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "credit",
            sa.Enum(
                "opening",
                "sales",
                "clearing",
                "stored_value",
                "cash",
                "owed",
                "goodwill",
                "losses",
                name="account",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("cents", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("memo", sa.String(length=40), nullable=False),
        sa.CheckConstraint(
            "credit IN ('opening', 'sales', 'clearing', 'stored_value', 'cash', 'owed', 'goodwill', 'losses')",
            name=op.f("ck_ledger_entries_credit_is_known"),
        ),
        sa.CheckConstraint(
            "debit IN ('opening', 'sales', 'clearing', 'stored_value', 'cash', 'owed', 'goodwill', 'losses')",
            name=op.f("ck_ledger_entries_debit_is_known"),
        ),
        sa.CheckConstraint("cents > 0", name=op.f("ck_ledger_entries_cents_are_positive")),
        sa.CheckConstraint("debit <> credit", name=op.f("ck_ledger_entries_two_accounts")),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instruments.id"], name=op.f("fk_ledger_entries_instrument_id")
        ),
        sa.ForeignKeyConstraint(
            ["movement_id"], ["money_movements.id"], name=op.f("fk_ledger_entries_movement_id")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_ledger_entries_order_id")
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payments.id"], name=op.f("fk_ledger_entries_payment_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_ledger_entries_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_entries")),
    )
    op.create_index(
        "ix_ledger_entries_instrument", "ledger_entries", ["instrument_id"], unique=False
    )
    op.create_index("ix_ledger_entries_order", "ledger_entries", ["order_id", "id"], unique=False)
    op.execute(STAY)
    op.execute("""
        CREATE TRIGGER ledger_entries_stay BEFORE UPDATE OR DELETE ON ledger_entries
        FOR EACH ROW EXECUTE FUNCTION ledger_entries_stay()
    """)


def downgrade() -> None:
    op.execute("DROP TRIGGER ledger_entries_stay ON ledger_entries")
    op.execute("DROP FUNCTION ledger_entries_stay")
    op.drop_index("ix_ledger_entries_order", table_name="ledger_entries")
    op.drop_index("ix_ledger_entries_instrument", table_name="ledger_entries")
    op.drop_table("ledger_entries")
    op.drop_index(
        "uq_interventions_open",
        table_name="interventions",
        postgresql_where=sa.text("done_at IS NULL AND refused_at IS NULL"),
    )
    op.drop_index("ix_interventions_movement", table_name="interventions")
    op.drop_table("interventions")
    op.drop_index("ix_payout_shares_payout", table_name="payout_shares")
    op.drop_index(
        "ix_payout_shares_order",
        table_name="payout_shares",
        postgresql_where=sa.text("NOT released"),
    )
    op.drop_table("payout_shares")
    op.drop_index(
        "uq_money_movements_provider_ref",
        table_name="money_movements",
        postgresql_where=sa.text("provider_ref <> ''"),
    )
    op.drop_index("ix_money_movements_reason", table_name="money_movements")
    op.drop_index("ix_money_movements_payout", table_name="money_movements")
    op.drop_index("ix_money_movements_payment", table_name="money_movements")
    op.drop_index("ix_money_movements_order", table_name="money_movements")
    op.drop_index(
        "ix_money_movements_next_check",
        table_name="money_movements",
        postgresql_where=sa.text("next_check_at IS NOT NULL"),
    )
    op.drop_index(
        "ix_money_movements_for_people",
        table_name="money_movements",
        postgresql_where=sa.text("people_by IS NOT NULL"),
    )
    op.drop_table("money_movements")
    op.drop_index("ix_payouts_reason", table_name="payouts")
    op.drop_index("ix_payouts_order", table_name="payouts")
    op.drop_table("payouts")
    op.drop_index("ix_payments_provider_ref", table_name="payments")
    op.drop_index("ix_payments_order", table_name="payments")
    op.drop_table("payments")
    op.drop_table("order_accounts")
    op.drop_index("ix_instruments_customer", table_name="instruments")
    op.drop_table("instruments")
    op.drop_index("ix_provider_events_movement", table_name="provider_events")
    op.drop_table("provider_events")
