"""How phrases are kept true: dates, keepers, cycles, what they repeat; ratings and hot questions."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "30_phrase_life"
down_revision = "29_steps"


CHECKS = {
    "valid_for_a_time": "valid_until > valid_from",
    "review_cycle_is_sane": "review_days BETWEEN 1 AND 3650",
    "review_has_a_time": "(review_reason IS NULL) = (review_since IS NULL)",
}


def upgrade() -> None:
    op.create_table(
        "hot_questions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("question", sa.String(length=200), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("open", "covered", "dismissed", name="hotstate", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("phrase_id", sa.Uuid(), nullable=True),
        sa.Column("example_id", sa.Uuid(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mined_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(state = 'covered') = (phrase_id IS NOT NULL)",
            name=op.f("ck_hot_questions_phrase_is_named"),
        ),
        sa.CheckConstraint("times > 0", name=op.f("ck_hot_questions_asked_at_least_once")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_hot_questions_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hot_questions")),
    )
    op.create_index("uq_hot_questions_key", "hot_questions", ["shop_id", "key"], unique=True)
    op.create_table(
        "promotions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("conditions", sa.String(length=300), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_told", sa.Boolean(), nullable=False),
        sa.Column("ended_told", sa.Boolean(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_promotions_lasts_for_a_time")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_promotions_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promotions")),
    )
    op.create_index("ix_promotions_ends", "promotions", ["shop_id", "ends_at"], unique=False)
    op.create_index("uq_promotions_code", "promotions", ["shop_id", "code"], unique=True)
    op.create_table(
        "phrase_links",
        sa.Column("phrase_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "overdue",
                "product",
                "promotion",
                "logistics",
                "policy",
                "article",
                name="changing",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("ref", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("change", sa.String(length=200), nullable=False),
        sa.CheckConstraint("kind <> 'overdue'", name=op.f("ck_phrase_links_links_to_something")),
        sa.ForeignKeyConstraint(
            ["phrase_id"], ["phrases.id"], name=op.f("fk_phrase_links_phrase_id")
        ),
        sa.PrimaryKeyConstraint("phrase_id", "kind", "ref", name=op.f("pk_phrase_links")),
    )
    op.create_index("ix_phrase_links_fact", "phrase_links", ["kind", "ref"], unique=False)
    op.create_table(
        "conversation_ratings",
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=True),
        sa.Column("score", sa.SmallInteger(), nullable=False),
        sa.Column("comment", sa.String(length=500), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "score BETWEEN 1 AND 5", name=op.f("ck_conversation_ratings_score_is_known")
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_conversation_ratings_conversation_id"),
        ),
        sa.PrimaryKeyConstraint("conversation_id", name=op.f("pk_conversation_ratings")),
    )
    op.create_index(
        "ix_conversation_ratings_shop", "conversation_ratings", ["shop_id", "at"], unique=False
    )
    op.add_column(
        "phrase_categories",
        sa.Column("offers", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    )
    op.add_column(
        "phrase_versions",
        sa.Column(
            "variants",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'[]'"),
            nullable=False,
        ),
    )
    op.add_column(
        "phrases",
        sa.Column(
            "variants",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'[]'"),
            nullable=False,
        ),
    )
    op.add_column("phrases", sa.Column("valid_from", sa.DateTime(timezone=True), nullable=True))
    op.add_column("phrases", sa.Column("valid_until", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "phrases", sa.Column("conditions", sa.String(length=300), server_default="", nullable=False)
    )
    op.add_column("phrases", sa.Column("keeper_id", sa.Uuid(), nullable=True))
    op.add_column("phrases", sa.Column("review_days", sa.Integer(), nullable=True))
    op.add_column("phrases", sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("phrases", sa.Column("review_due_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "phrases",
        sa.Column(
            "review_reason",
            sa.Enum(
                "overdue",
                "product",
                "promotion",
                "logistics",
                "policy",
                "article",
                name="changing",
                native_enum=False,
                length=20,
            ),
            nullable=True,
        ),
    )
    op.add_column("phrases", sa.Column("review_since", sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        "ix_phrases_review_due",
        "phrases",
        ["review_due_at"],
        unique=False,
        postgresql_where=sa.text("retired_at IS NULL AND review_reason IS NULL"),
    )
    op.create_foreign_key(op.f("fk_phrases_keeper_id"), "phrases", "agents", ["keeper_id"], ["id"])
    for name, rule in CHECKS.items():
        op.create_check_constraint(op.f(f"ck_phrases_{name}"), "phrases", rule)
    # What is promised in these two states its terms from now on; older words wait for a look.
    op.execute("UPDATE phrase_categories SET offers = true WHERE code IN ('activity', 'discount')")


def downgrade() -> None:
    for name in CHECKS:
        op.drop_constraint(op.f(f"ck_phrases_{name}"), "phrases", type_="check")
    op.drop_constraint(op.f("fk_phrases_keeper_id"), "phrases", type_="foreignkey")
    op.drop_index(
        "ix_phrases_review_due",
        table_name="phrases",
        postgresql_where=sa.text("retired_at IS NULL AND review_reason IS NULL"),
    )
    op.drop_column("phrases", "review_since")
    op.drop_column("phrases", "review_reason")
    op.drop_column("phrases", "review_due_at")
    op.drop_column("phrases", "reviewed_at")
    op.drop_column("phrases", "review_days")
    op.drop_column("phrases", "keeper_id")
    op.drop_column("phrases", "conditions")
    op.drop_column("phrases", "valid_until")
    op.drop_column("phrases", "valid_from")
    op.drop_column("phrases", "variants")
    op.drop_column("phrase_versions", "variants")
    op.drop_column("phrase_categories", "offers")
    op.drop_index("ix_conversation_ratings_shop", table_name="conversation_ratings")
    op.drop_table("conversation_ratings")
    op.drop_index("ix_phrase_links_fact", table_name="phrase_links")
    op.drop_table("phrase_links")
    op.drop_index("uq_promotions_code", table_name="promotions")
    op.drop_index("ix_promotions_ends", table_name="promotions")
    op.drop_table("promotions")
    op.drop_index("uq_hot_questions_key", table_name="hot_questions")
    op.drop_table("hot_questions")
