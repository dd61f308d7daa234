"""The tables of phrases."""

import sqlalchemy as sa
from alembic import op

from xiaoer.core.ids import new_id

revision = "07_phrases"
down_revision = "06_evidence"

CATEGORIES = (
    ("welcome", "欢迎语", "Welcome"),
    ("product", "产品信息", "Product information"),
    ("activity", "活动信息", "Activities"),
    ("discount", "优惠赠品策略", "Discounts and gifts"),
    ("logistics", "物流问题", "Logistics"),
    ("aftersales", "售后问题", "After-sales"),
    ("closing", "结束语", "Closing"),
)
"""The list a shop begins with; it may change every one of them."""


def upgrade() -> None:
    op.create_table(
        "phrase_categories",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=30), nullable=True),
        sa.Column("name_zh", sa.String(length=60), nullable=False),
        sa.Column("name_en", sa.String(length=60), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phrase_categories")),
        sa.UniqueConstraint("code", name=op.f("uq_phrase_categories_code")),
        sa.UniqueConstraint("name_en", name=op.f("uq_phrase_categories_name_en")),
        sa.UniqueConstraint("name_zh", name=op.f("uq_phrase_categories_name_zh")),
    )
    op.create_table(
        "phrases",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=True),
        sa.Column("owner_agent_id", sa.Uuid(), nullable=True),
        sa.Column("category_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column("initials", sa.String(length=100), nullable=False),
        sa.Column("shortcut", sa.String(length=30), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(owner_agent_id IS NULL) = (shop_id IS NOT NULL)",
            name=op.f("ck_phrases_shared_or_own"),
        ),
        sa.CheckConstraint(
            "length(text) BETWEEN 1 AND 2000", name=op.f("ck_phrases_text_has_a_length")
        ),
        sa.ForeignKeyConstraint(
            ["category_id"], ["phrase_categories.id"], name=op.f("fk_phrases_category_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_phrases_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phrases")),
    )
    op.create_index("ix_phrases_category_id", "phrases", ["category_id"], unique=False)
    op.create_index(
        "uq_phrases_own_shortcut",
        "phrases",
        ["owner_agent_id", "shortcut"],
        unique=True,
        postgresql_where=sa.text("owner_agent_id IS NOT NULL AND retired_at IS NULL"),
    )
    op.create_index(
        "uq_phrases_shared_shortcut",
        "phrases",
        ["shop_id", "shortcut"],
        unique=True,
        postgresql_where=sa.text("shop_id IS NOT NULL AND retired_at IS NULL"),
    )
    op.create_table(
        "phrase_versions",
        sa.Column("phrase_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("author_name", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["phrase_id"], ["phrases.id"], name=op.f("fk_phrase_versions_phrase_id")
        ),
        sa.PrimaryKeyConstraint("phrase_id", "version", name=op.f("pk_phrase_versions")),
    )
    op.bulk_insert(
        sa.table(
            "phrase_categories",
            sa.column("id", sa.Uuid()),
            sa.column("code", sa.String()),
            sa.column("name_zh", sa.String()),
            sa.column("name_en", sa.String()),
            sa.column("position", sa.Integer()),
            sa.column("active", sa.Boolean()),
        ),
        [
            {
                "id": new_id(),
                "code": code,
                "name_zh": zh,
                "name_en": en,
                "position": n,
                "active": True,
            }
            for n, (code, zh, en) in enumerate(CATEGORIES, start=1)
        ],
    )


def downgrade() -> None:
    op.drop_table("phrase_versions")
    op.drop_index(
        "uq_phrases_shared_shortcut",
        table_name="phrases",
        postgresql_where=sa.text("shop_id IS NOT NULL AND retired_at IS NULL"),
    )
    op.drop_index(
        "uq_phrases_own_shortcut",
        table_name="phrases",
        postgresql_where=sa.text("owner_agent_id IS NOT NULL AND retired_at IS NULL"),
    )
    op.drop_index("ix_phrases_category_id", table_name="phrases")
    op.drop_table("phrases")
    op.drop_table("phrase_categories")
