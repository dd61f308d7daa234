"""Words watched for in replies, how strictly, which phrases were sent and what the check said."""

from importlib import resources

import sqlalchemy as sa
from alembic import op

from xiaoer.core.ids import new_id

revision = "27_reply_checks"
down_revision = "26_recovery_reminders"


def _moment(name: str) -> "sa.Column[object]":
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def upgrade() -> None:
    rules = op.create_table(
        "word_rules",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("word", sa.String(60), nullable=False),
        sa.Column("alternative", sa.String(200), nullable=False),
        sa.Column("blocks", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_word_rules_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_word_rules")),
    )
    op.create_index(
        "uq_word_rules_word",
        "word_rules",
        ["shop_id", "kind", "word"],
        unique=True,
        postgresql_nulls_not_distinct=True,
    )
    op.create_table(
        "reply_check_settings",
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("checks_on", sa.Boolean(), nullable=False),
        sa.Column("emojis_per_message", sa.Integer(), nullable=False),
        sa.Column("emoji_every", sa.Integer(), nullable=False),
        sa.Column("emoji_blocks", sa.Boolean(), nullable=False),
        sa.Column("emoji_mixed_warns", sa.Boolean(), nullable=False),
        sa.Column("emoji_repeat_warns", sa.Boolean(), nullable=False),
        sa.Column("phrases_in_a_row", sa.Integer(), nullable=False),
        sa.Column("longest_sentence", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_reply_check_settings_shop_id")
        ),
        sa.PrimaryKeyConstraint("shop_id", name=op.f("pk_reply_check_settings")),
    )
    op.create_table(
        "phrase_uses",
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("phrase_id", sa.Uuid(), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=True),
        sa.Column("edited", sa.Boolean(), nullable=False),
        _moment("at"),
        sa.PrimaryKeyConstraint("message_id", name=op.f("pk_phrase_uses")),
    )
    op.create_index("ix_phrase_uses_talk", "phrase_uses", ["conversation_id", "at"])
    op.create_index("ix_phrase_uses_phrase", "phrase_uses", ["phrase_id", "at"])
    op.create_table(
        "reply_findings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("word", sa.String(60), nullable=False),
        _moment("at"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply_findings")),
    )
    op.create_index("ix_reply_findings_shop", "reply_findings", ["shop_id", "at"])
    op.bulk_insert(rules, list(_shipped()))


def _shipped() -> list[dict[str, object]]:
    text = (resources.files("xiaoer.phrases") / "shipped" / "words.txt").read_text("utf-8")
    found = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kind, word, instead, *blocks = (*line.split("\t"), "", "")[:4]
            found.append(
                {
                    "id": new_id(),
                    "shop_id": None,
                    "kind": kind,
                    "word": word,
                    "alternative": instead,
                    "blocks": blocks == ["!"],
                    "active": True,
                }
            )
    return found


def downgrade() -> None:
    for table in ("reply_findings", "phrase_uses", "reply_check_settings", "word_rules"):
        op.drop_table(table)
