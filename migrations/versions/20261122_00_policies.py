"""The tables of policies, and the versions every shop begins with."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from xiaoer.core.clock import now
from xiaoer.core.ids import new_id
from xiaoer.policies.rules import content, shipped

revision = "13_policies"
down_revision = "12_connectors"

KEEP = """
CREATE FUNCTION keep_policy_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND (NEW.content <> OLD.content OR NEW.content_hash <> OLD.content_hash
      OR NEW.number <> OLD.number OR NEW.policy_id <> OLD.policy_id OR NEW.state = 'draft') THEN
    RAISE EXCEPTION 'a version that is no draft is never changed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_policy_version BEFORE UPDATE ON policy_versions
  FOR EACH ROW EXECUTE FUNCTION keep_policy_version();
"""


def upgrade() -> None:
    op.create_table(
        "automation_switches",
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column(
            "state",
            sa.Enum("on", "off", "killed", name="switchstate", native_enum=False, length=10),
            nullable=False,
        ),
        sa.Column("daily_limit", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("set_by", sa.String(length=100), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state IN ('on', 'off', 'killed')", name=op.f("ck_automation_switches_state_is_known")
        ),
        sa.CheckConstraint(
            "daily_limit > 0", name=op.f("ck_automation_switches_limit_is_positive")
        ),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_automation_switches_shop_id")
        ),
        sa.PrimaryKeyConstraint("shop_id", "code", name=op.f("pk_automation_switches")),
    )
    op.create_table(
        "policies",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("table", sa.String(length=60), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=True),
        sa.Column("category", sa.String(length=100), nullable=True),
        sa.Column("product_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "category IS NULL OR product_id IS NULL", name=op.f("ck_policies_one_scope")
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["products.id"], name=op.f("fk_policies_product_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_policies_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policies")),
    )
    op.create_index(op.f("ix_policies_product_id"), "policies", ["product_id"], unique=False)
    op.create_index(op.f("ix_policies_shop_id"), "policies", ["shop_id"], unique=False)
    op.create_index(
        "uq_policies_scope",
        "policies",
        ["table", "shop_id", "category", "product_id"],
        unique=True,
        postgresql_nulls_not_distinct=True,
    )
    op.create_table(
        "policy_versions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("policy_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "shadow",
                "active",
                "retired",
                name="versionstate",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("content", postgresql.JSONB(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("based_on", sa.Uuid(), nullable=True),
        sa.Column("author_name", sa.String(length=100), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("effective_from", sa.DateTime(timezone=True), nullable=True),
        sa.Column("effective_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_by", sa.String(length=100), nullable=True),
        sa.CheckConstraint(
            "state <> 'active' OR effective_from IS NOT NULL",
            name=op.f("ck_policy_versions_active_since"),
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'shadow', 'active', 'retired')",
            name=op.f("ck_policy_versions_state_is_known"),
        ),
        sa.CheckConstraint(
            "effective_until >= effective_from", name=op.f("ck_policy_versions_until_is_later")
        ),
        sa.ForeignKeyConstraint(
            ["based_on"], ["policy_versions.id"], name=op.f("fk_policy_versions_based_on")
        ),
        sa.ForeignKeyConstraint(
            ["policy_id"], ["policies.id"], name=op.f("fk_policy_versions_policy_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy_versions")),
    )
    op.create_index(
        "uq_policy_versions_number", "policy_versions", ["policy_id", "number"], unique=True
    )
    op.create_index(
        "uq_policy_versions_open_end",
        "policy_versions",
        ["policy_id"],
        unique=True,
        postgresql_where=sa.text("state = 'active' AND effective_until IS NULL"),
    )
    op.create_index(
        "uq_policy_versions_shadow",
        "policy_versions",
        ["policy_id"],
        unique=True,
        postgresql_where=sa.text("state = 'shadow'"),
    )
    op.create_table(
        "policy_decisions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("table", sa.String(length=60), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("subject_type", sa.String(length=30), nullable=True),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("facts", postgresql.JSONB(), nullable=False),
        sa.Column("facts_hash", sa.String(length=64), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "matched", "default", "need_fact", name="outcome", native_enum=False, length=10
            ),
            nullable=False,
        ),
        sa.Column("row", sa.String(length=40), nullable=True),
        sa.Column("outputs", postgresql.JSONB(), nullable=False),
        sa.Column("trace", postgresql.JSONB(), nullable=False),
        sa.Column("actor_kind", sa.String(length=10), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("actor_name", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("override_of", sa.Uuid(), nullable=True),
        sa.Column("override_reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(override_of IS NULL) = (override_reason IS NULL)",
            name=op.f("ck_policy_decisions_override_says_why"),
        ),
        sa.ForeignKeyConstraint(
            ["override_of"], ["policy_decisions.id"], name=op.f("fk_policy_decisions_override_of")
        ),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_policy_decisions_shop_id")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["policy_versions.id"], name=op.f("fk_policy_decisions_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy_decisions")),
    )
    op.create_index(
        "ix_policy_decisions_override_of", "policy_decisions", ["override_of"], unique=False
    )
    op.create_index(
        "ix_policy_decisions_subject_id", "policy_decisions", ["subject_id"], unique=False
    )
    op.create_index(
        "ix_policy_decisions_table",
        "policy_decisions",
        ["shop_id", "table", "at", "id"],
        unique=False,
    )
    op.create_table(
        "policy_edits",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=120), nullable=False),
        sa.Column("before", postgresql.JSONB(), nullable=True),
        sa.Column("after", postgresql.JSONB(), nullable=True),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("actor_name", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["policy_versions.id"], name=op.f("fk_policy_edits_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy_edits")),
    )
    op.create_index(
        "ix_policy_edits_version_id", "policy_edits", ["version_id", "revision"], unique=False
    )
    op.create_table(
        "policy_readings",
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=False),
        sa.Column("agent_name", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["policy_versions.id"], name=op.f("fk_policy_readings_version_id")
        ),
        sa.PrimaryKeyConstraint("version_id", "agent_id", name=op.f("pk_policy_readings")),
    )
    op.create_table(
        "policy_replays",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("content", postgresql.JSONB(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "running",
                "done",
                "failed",
                name="replaystate",
                native_enum=False,
                length=10,
            ),
            nullable=False,
        ),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("report", postgresql.JSONB(), nullable=True),
        sa.Column("changes", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("asked_by", sa.String(length=100), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'running', 'done', 'failed')",
            name=op.f("ck_policy_replays_state_is_known"),
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_policy_replays_shop_id")),
        sa.ForeignKeyConstraint(
            ["version_id"], ["policy_versions.id"], name=op.f("fk_policy_replays_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy_replays")),
    )
    op.create_index("ix_policy_replays_version_id", "policy_replays", ["version_id"], unique=False)
    op.create_table(
        "policy_outcomes",
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("took_sec", sa.Integer(), nullable=False),
        sa.Column("refunded_cents", sa.BigInteger(), nullable=False),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "took_sec >= 0 AND refunded_cents >= 0", name=op.f("ck_policy_outcomes_not_below")
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["policy_decisions.id"], name=op.f("fk_policy_outcomes_decision_id")
        ),
        sa.PrimaryKeyConstraint("decision_id", name=op.f("pk_policy_outcomes")),
    )
    op.create_table(
        "policy_shadow_differences",
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "matched", "default", "need_fact", name="outcome", native_enum=False, length=10
            ),
            nullable=False,
        ),
        sa.Column("row", sa.String(length=40), nullable=True),
        sa.Column("outputs", postgresql.JSONB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["policy_decisions.id"],
            name=op.f("fk_policy_shadow_differences_decision_id"),
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["policy_versions.id"],
            name=op.f("fk_policy_shadow_differences_version_id"),
        ),
        sa.PrimaryKeyConstraint(
            "decision_id", "version_id", name=op.f("pk_policy_shadow_differences")
        ),
    )
    op.create_index(
        op.f("ix_policy_shadow_differences_version_id"),
        "policy_shadow_differences",
        ["version_id"],
        unique=False,
    )
    op.execute(KEEP)
    bring_shipped()


def bring_shipped() -> None:
    """The law, the standard policy and the recommended switches, in force from the beginning."""
    policies = sa.table("policies", *(sa.column(name) for name in ("id", "table", "created_at")))
    names = ("id", "policy_id", "number", "state", "content", "content_hash", "revision")
    names += ("author_name", "created_at", "effective_from", "published_by")
    kinds = {"content": postgresql.JSONB()}
    versions = sa.table("policy_versions", *(sa.column(n, kinds.get(n)) for n in names))
    for brought in shipped.house():
        policy_id, at = new_id(), now()
        op.execute(policies.insert().values(id=policy_id, table=brought["table"], created_at=at))
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


def downgrade() -> None:
    op.execute("DROP TRIGGER keep_policy_version ON policy_versions")
    op.execute("DROP FUNCTION keep_policy_version")
    op.drop_index(
        op.f("ix_policy_shadow_differences_version_id"), table_name="policy_shadow_differences"
    )
    op.drop_table("policy_shadow_differences")
    op.drop_table("policy_outcomes")
    op.drop_index("ix_policy_replays_version_id", table_name="policy_replays")
    op.drop_table("policy_replays")
    op.drop_table("policy_readings")
    op.drop_index("ix_policy_edits_version_id", table_name="policy_edits")
    op.drop_table("policy_edits")
    op.drop_index("ix_policy_decisions_table", table_name="policy_decisions")
    op.drop_index("ix_policy_decisions_subject_id", table_name="policy_decisions")
    op.drop_index("ix_policy_decisions_override_of", table_name="policy_decisions")
    op.drop_table("policy_decisions")
    op.drop_index(
        "uq_policy_versions_shadow",
        table_name="policy_versions",
        postgresql_where=sa.text("state = 'shadow'"),
    )
    op.drop_index(
        "uq_policy_versions_open_end",
        table_name="policy_versions",
        postgresql_where=sa.text("state = 'active' AND effective_until IS NULL"),
    )
    op.drop_index("uq_policy_versions_number", table_name="policy_versions")
    op.drop_table("policy_versions")
    op.drop_index("uq_policies_scope", table_name="policies", postgresql_nulls_not_distinct=True)
    op.drop_index(op.f("ix_policies_shop_id"), table_name="policies")
    op.drop_index(op.f("ix_policies_product_id"), table_name="policies")
    op.drop_table("policies")
    op.drop_table("automation_switches")
