"""Knowledge: articles with versions, flags, gaps, counts and votes."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from xiaoer.core.ids import new_id

revision = "20_knowledge"
down_revision = "30_assist"

CATEGORIES = (
    ("product", "商品与使用", "Products and how to use them"),
    ("order", "订单与支付", "Orders and payment"),
    ("shipping", "发货与物流", "Shipping and delivery"),
    ("returns", "退换与退款", "Returns and refunds"),
    ("offers", "优惠与会员", "Offers and membership"),
    ("invoice", "发票与账户", "Invoices and account"),
    ("service", "联系与售后服务", "Contact and service"),
)
"""The list a shop begins with; it may change every one of them."""


def upgrade() -> None:
    op.create_table(
        "article_categories",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=30), nullable=True),
        sa.Column("name_zh", sa.String(length=60), nullable=False),
        sa.Column("name_en", sa.String(length=60), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_categories")),
        sa.UniqueConstraint("code", name=op.f("uq_article_categories_code")),
        sa.UniqueConstraint("name_en", name=op.f("uq_article_categories_name_en")),
        sa.UniqueConstraint("name_zh", name=op.f("uq_article_categories_name_zh")),
    )
    op.create_table(
        "articles",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("product", "policy", "faq", "guide", name="kind", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("category_id", sa.Uuid(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft", "published", "retired", name="articlestate", native_enum=False, length=20
            ),
            nullable=False,
        ),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("product_ids", sa.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("policy_tables", sa.ARRAY(sa.String(length=60)), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("review_days", sa.Integer(), nullable=False),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("review_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "review_reason",
            sa.Enum("overdue", "policy", name="reviewreason", native_enum=False, length=20),
            nullable=True,
        ),
        sa.Column("review_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("effective_from", sa.DateTime(timezone=True), nullable=True),
        sa.Column("effective_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("latest", sa.Integer(), nullable=False),
        sa.Column("published", sa.Integer(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(state = 'draft') = (published IS NULL)",
            name=op.f("ck_articles_published_has_a_version"),
        ),
        sa.CheckConstraint(
            "(review_reason IS NULL) = (review_since IS NULL)",
            name=op.f("ck_articles_review_has_a_time"),
        ),
        sa.CheckConstraint(
            "effective_until > effective_from", name=op.f("ck_articles_effective_for_a_time")
        ),
        sa.CheckConstraint("published <= latest", name=op.f("ck_articles_published_is_written")),
        sa.CheckConstraint(
            "review_days BETWEEN 1 AND 3650", name=op.f("ck_articles_review_cycle_is_sane")
        ),
        sa.ForeignKeyConstraint(
            ["category_id"], ["article_categories.id"], name=op.f("fk_articles_category_id")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["agents.id"], name=op.f("fk_articles_owner_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_articles_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
    )
    op.create_index(
        "ix_articles_policy_tables",
        "articles",
        ["policy_tables"],
        unique=False,
        postgresql_using="gin",
        postgresql_where=sa.text("state = 'published'"),
    )
    op.create_index(
        "ix_articles_product_ids",
        "articles",
        ["product_ids"],
        unique=False,
        postgresql_using="gin",
        postgresql_where=sa.text("state = 'published'"),
    )
    op.create_index(
        "ix_articles_review_due",
        "articles",
        ["review_due_at"],
        unique=False,
        postgresql_where=sa.text("state = 'published' AND review_reason IS NULL"),
    )
    op.create_index("ix_articles_shop_revision", "articles", ["shop_id", "revision"], unique=False)
    op.create_index(
        "ix_articles_shop_updated",
        "articles",
        ["shop_id", sa.literal_column("updated_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index("uq_articles_shop_id_number", "articles", ["shop_id", "number"], unique=True)
    op.create_table(
        "article_versions",
        sa.Column("article_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("title_en", sa.String(length=200), nullable=False),
        sa.Column("body_en", sa.Text(), nullable=False),
        sa.Column("questions", sa.ARRAY(sa.String(length=200)), nullable=False),
        sa.Column("media", postgresql.JSONB(), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("author_name", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_by_name", sa.String(length=100), nullable=True),
        sa.CheckConstraint(
            "length(body) <= 20000", name=op.f("ck_article_versions_body_has_an_end")
        ),
        sa.CheckConstraint(
            "length(body_en) <= 20000", name=op.f("ck_article_versions_english_body_has_an_end")
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_article_versions_article_id")
        ),
        sa.PrimaryKeyConstraint("article_id", "version", name=op.f("pk_article_versions")),
    )
    op.create_table(
        "article_entries",
        sa.Column("article_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.Column("features", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_article_entries_article_id")
        ),
        sa.PrimaryKeyConstraint("article_id", "place", name=op.f("pk_article_entries")),
    )
    op.create_table(
        "article_flags",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("article_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("wrong", "outdated", "unclear", name="flagkind", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("proposed", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("by_name", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "resolution",
            sa.Enum("accepted", "declined", name="resolution", native_enum=False, length=20),
            nullable=True,
        ),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("resolved_by_name", sa.String(length=100), nullable=True),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(resolution IS NULL) = (resolved_at IS NULL)",
            name=op.f("ck_article_flags_resolution_has_a_time"),
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_article_flags_article_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_article_flags_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_flags")),
    )
    op.create_index("ix_article_flags_article_id", "article_flags", ["article_id"], unique=False)
    op.create_index(
        "ix_article_flags_open",
        "article_flags",
        ["shop_id", sa.literal_column("at DESC"), sa.literal_column("id DESC")],
        unique=False,
        postgresql_where=sa.text("resolution IS NULL"),
    )
    op.create_table(
        "article_gaps",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("question", sa.String(length=200), nullable=False),
        sa.Column(
            "source",
            sa.Enum("desk", "faq", "talk", name="gapsource", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("open", "answered", "dismissed", name="gapstate", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("article_id", sa.Uuid(), nullable=True),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(state = 'answered') = (article_id IS NOT NULL)",
            name=op.f("ck_article_gaps_answer_is_named"),
        ),
        sa.CheckConstraint("times > 0", name=op.f("ck_article_gaps_asked_at_least_once")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_article_gaps_article_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_article_gaps_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_gaps")),
    )
    op.create_index(
        "ix_article_gaps_open",
        "article_gaps",
        ["shop_id", sa.literal_column("times DESC"), sa.literal_column("id DESC")],
        unique=False,
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_index("uq_article_gaps_shop_id_key", "article_gaps", ["shop_id", "key"], unique=True)
    op.create_table(
        "article_counts",
        sa.Column("article_id", sa.Uuid(), nullable=False),
        sa.Column("views", sa.Integer(), nullable=False),
        sa.Column("sent", sa.Integer(), nullable=False),
        sa.Column("solved", sa.Integer(), nullable=False),
        sa.Column("unsolved", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_article_counts_article_id")
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_article_counts")),
    )
    op.create_table(
        "article_votes",
        sa.Column("article_id", sa.Uuid(), nullable=False),
        sa.Column("voter", sa.Uuid(), nullable=False),
        sa.Column("solved", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_article_votes_article_id")
        ),
        sa.PrimaryKeyConstraint("article_id", "voter", name=op.f("pk_article_votes")),
    )

    op.bulk_insert(
        sa.table(
            "article_categories",
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
    for table in (
        "article_votes",
        "article_counts",
        "article_gaps",
        "article_flags",
        "article_entries",
        "article_versions",
        "articles",
        "article_categories",
    ):
        op.drop_table(table)
