"""The tables of evidence."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "06_evidence"
down_revision = "05_tasks"

REFUSE = """
CREATE FUNCTION evidence_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Evidence cannot be changed or deleted; supersede it.'
        USING ERRCODE = 'restrict_violation';
END $$
"""


def upgrade() -> None:
    op.create_table(
        "evidence_items",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "chat_record",
                "review",
                "signature_slip",
                "courier_proof",
                "photo_video",
                "authorisation",
                "inspection_report",
                "page_screenshot",
                "phone_record",
                name="kind",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "subject_type",
            sa.Enum(
                "conversation",
                "order",
                "review",
                "refund",
                "parcel",
                name="subjecttype",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("content", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("files", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column(
            "visibility",
            sa.Enum("internal", "submittable", name="visibility", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("author_kind", sa.String(length=10), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("author_name", sa.String(length=100), nullable=False),
        sa.Column("captured_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("supersedes_id", sa.Uuid(), nullable=True),
        sa.Column("sha256", sa.LargeBinary(length=32), nullable=False),
        sa.Column("chain_hash", sa.LargeBinary(length=32), nullable=False),
        sa.CheckConstraint(
            "octet_length(chain_hash) = 32", name=op.f("ck_evidence_items_chain_is_whole")
        ),
        sa.CheckConstraint(
            "octet_length(sha256) = 32", name=op.f("ck_evidence_items_hash_is_whole")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_evidence_items_shop_id")),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["evidence_items.id"], name=op.f("fk_evidence_items_supersedes_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence_items")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_evidence_items_supersedes_id")),
    )
    op.create_index(
        "ix_evidence_items_subject",
        "evidence_items",
        ["shop_id", "subject_id", "captured_at"],
        unique=False,
    )
    op.create_index(
        "uq_evidence_items_position", "evidence_items", ["shop_id", "position"], unique=True
    )
    op.execute(REFUSE)
    op.execute(
        "CREATE TRIGGER evidence_is_immutable BEFORE UPDATE OR DELETE ON evidence_items"
        " FOR EACH ROW EXECUTE FUNCTION evidence_is_immutable()"
    )
    op.execute(
        "CREATE TRIGGER evidence_is_not_emptied BEFORE TRUNCATE ON evidence_items"
        " FOR EACH STATEMENT EXECUTE FUNCTION evidence_is_immutable()"
    )


def downgrade() -> None:
    op.drop_index("uq_evidence_items_position", table_name="evidence_items")
    op.drop_index("ix_evidence_items_subject", table_name="evidence_items")
    op.drop_table("evidence_items")
    op.execute("DROP FUNCTION evidence_is_immutable()")
