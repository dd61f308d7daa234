"""Playbooks: versions nobody can change, runs step by step, and appeals."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "17_playbooks"
down_revision = "16_conversations_unassigned"

REFUSE = """
CREATE FUNCTION playbook_version_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A version of a playbook cannot be changed or deleted.'
        USING ERRCODE = 'restrict_violation';
END $$
"""


def upgrade() -> None:
    op.create_table(
        "playbook_versions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("playbook", sa.String(length=40), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("content", postgresql.JSONB(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_playbook_versions")),
    )
    op.create_index("uq_playbook_versions_hash", "playbook_versions", ["content_hash"], unique=True)
    op.create_table(
        "playbook_runs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("playbook", sa.String(length=40), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("subject_type", sa.String(length=30), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("folders", postgresql.JSONB(), nullable=False),
        sa.Column("facts", postgresql.JSONB(), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=True),
        sa.Column("branch", sa.String(length=20), nullable=True),
        sa.Column("started_by_id", sa.Uuid(), nullable=True),
        sa.Column("started_by_name", sa.String(length=100), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_by_name", sa.String(length=100), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("result", sa.String(length=40), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("cost_cents", sa.BigInteger(), nullable=True),
        sa.Column(
            "ruling",
            sa.Enum("won", "partly", "lost", name="ruling", native_enum=False, length=10),
            nullable=True,
        ),
        sa.Column("ruled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("appeal_until", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "ruling IN ('won', 'partly', 'lost')", name=op.f("ck_playbook_runs_ruling_is_known")
        ),
        sa.CheckConstraint(
            "(finished_at IS NULL) = (result IS NULL)",
            name=op.f("ck_playbook_runs_end_has_a_result"),
        ),
        sa.CheckConstraint(
            "(ruling IS NULL) = (ruled_at IS NULL)", name=op.f("ck_playbook_runs_ruling_has_a_time")
        ),
        sa.CheckConstraint("cost_cents >= 0", name=op.f("ck_playbook_runs_cost_not_below")),
        sa.CheckConstraint(
            "ruling IS NULL OR result IS NOT NULL",
            name=op.f("ck_playbook_runs_ruled_after_the_end"),
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_playbook_runs_shop_id")),
        sa.ForeignKeyConstraint(
            ["version_id"], ["playbook_versions.id"], name=op.f("fk_playbook_runs_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_playbook_runs")),
    )
    op.create_index(
        "ix_playbook_runs_ended",
        "playbook_runs",
        ["shop_id", "playbook", "finished_at"],
        unique=False,
    )
    op.create_index(
        "ix_playbook_runs_subject",
        "playbook_runs",
        ["shop_id", "subject_id", "started_at"],
        unique=False,
    )
    op.create_index("ix_playbook_runs_version_id", "playbook_runs", ["version_id"], unique=False)
    op.create_index(
        "uq_playbook_runs_live",
        "playbook_runs",
        ["shop_id", "subject_id", "playbook"],
        unique=True,
        postgresql_where=sa.text("finished_at IS NULL"),
    )
    op.create_table(
        "appeals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "target",
            sa.Enum(
                "review", "dispute", "penalty", name="appealtarget", native_enum=False, length=10
            ),
            nullable=False,
        ),
        sa.Column("subject_type", sa.String(length=30), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("folders", postgresql.JSONB(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "preparing",
                "submitted",
                "won",
                "lost",
                "dropped",
                name="appealstate",
                native_enum=False,
                length=10,
            ),
            nullable=False,
        ),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("evidence_ids", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("opened_by_name", sa.String(length=100), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_by_name", sa.String(length=100), nullable=True),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "reason",
            sa.Enum(
                "evidence_accepted",
                "evidence_missing",
                "evidence_refused",
                "evidence_late",
                "rules",
                "other",
                name="appealreason",
                native_enum=False,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("result_note", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(state IN ('won', 'lost')) = (reason IS NOT NULL)",
            name=op.f("ck_appeals_end_says_why"),
        ),
        sa.CheckConstraint(
            "(state IN ('won', 'lost', 'dropped')) = (ended_at IS NOT NULL)",
            name=op.f("ck_appeals_end_has_a_time"),
        ),
        sa.CheckConstraint(
            "state IN ('preparing', 'submitted', 'won', 'lost', 'dropped')",
            name=op.f("ck_appeals_state_is_known"),
        ),
        sa.CheckConstraint(
            "state NOT IN ('submitted', 'won', 'lost') OR submitted_at IS NOT NULL",
            name=op.f("ck_appeals_submitted_has_a_time"),
        ),
        sa.CheckConstraint(
            "target IN ('review', 'dispute', 'penalty')", name=op.f("ck_appeals_target_is_known")
        ),
        sa.ForeignKeyConstraint(["run_id"], ["playbook_runs.id"], name=op.f("fk_appeals_run_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_appeals_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appeals")),
    )
    op.create_index("ix_appeals_due", "appeals", ["shop_id", "due_at", "id"], unique=False)
    op.create_index("ix_appeals_run_id", "appeals", ["run_id"], unique=False)
    op.create_index(
        "uq_appeals_live",
        "appeals",
        ["shop_id", "subject_id", "target"],
        unique=True,
        postgresql_where=sa.text("state IN ('preparing', 'submitted')"),
    )
    op.create_index("uq_appeals_number", "appeals", ["shop_id", "number"], unique=True)
    op.create_table(
        "playbook_evidence",
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("item", sa.String(length=40), nullable=False),
        sa.Column("evidence_id", sa.Uuid(), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("actor_name", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence_items.id"], name=op.f("fk_playbook_evidence_evidence_id")
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["playbook_runs.id"], name=op.f("fk_playbook_evidence_run_id")
        ),
        sa.PrimaryKeyConstraint("run_id", "item", "evidence_id", name=op.f("pk_playbook_evidence")),
    )
    op.create_index(
        "ix_playbook_evidence_evidence_id", "playbook_evidence", ["evidence_id"], unique=False
    )
    op.create_table(
        "playbook_steps",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=True),
        sa.Column("by_facts", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("actor_name", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["run_id"], ["playbook_runs.id"], name=op.f("fk_playbook_steps_run_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_playbook_steps")),
    )
    op.create_index(
        "uq_playbook_steps_once",
        "playbook_steps",
        ["run_id", "step"],
        unique=True,
        postgresql_where=sa.text("undone_at IS NULL"),
    )
    op.create_index(
        "uq_playbook_steps_position", "playbook_steps", ["run_id", "position"], unique=True
    )
    op.create_table(
        "playbook_words",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("words", sa.String(length=40), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("actor_name", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id"], ["playbook_runs.id"], name=op.f("fk_playbook_words_run_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_playbook_words")),
    )
    op.create_index("ix_playbook_words_run_id", "playbook_words", ["run_id", "at"], unique=False)
    op.execute(REFUSE)
    op.execute(
        "CREATE TRIGGER playbook_version_is_immutable BEFORE UPDATE OR DELETE ON playbook_versions"
        " FOR EACH ROW EXECUTE FUNCTION playbook_version_is_immutable()"
    )


def downgrade() -> None:
    op.drop_index("ix_playbook_words_run_id", table_name="playbook_words")
    op.drop_table("playbook_words")
    op.drop_index("uq_playbook_steps_position", table_name="playbook_steps")
    op.drop_index(
        "uq_playbook_steps_once",
        table_name="playbook_steps",
        postgresql_where=sa.text("undone_at IS NULL"),
    )
    op.drop_table("playbook_steps")
    op.drop_index("ix_playbook_evidence_evidence_id", table_name="playbook_evidence")
    op.drop_table("playbook_evidence")
    op.drop_index("uq_appeals_number", table_name="appeals")
    op.drop_index(
        "uq_appeals_live",
        table_name="appeals",
        postgresql_where=sa.text("state IN ('preparing', 'submitted')"),
    )
    op.drop_index("ix_appeals_run_id", table_name="appeals")
    op.drop_index("ix_appeals_due", table_name="appeals")
    op.drop_table("appeals")
    op.drop_index(
        "uq_playbook_runs_live",
        table_name="playbook_runs",
        postgresql_where=sa.text("finished_at IS NULL"),
    )
    op.drop_index("ix_playbook_runs_version_id", table_name="playbook_runs")
    op.drop_index("ix_playbook_runs_subject", table_name="playbook_runs")
    op.drop_index("ix_playbook_runs_ended", table_name="playbook_runs")
    op.drop_table("playbook_runs")
    op.drop_index("uq_playbook_versions_hash", table_name="playbook_versions")
    op.drop_table("playbook_versions")
    op.execute("DROP FUNCTION playbook_version_is_immutable()")
