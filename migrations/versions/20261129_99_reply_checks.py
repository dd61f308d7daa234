"""Words watched for in replies, how strictly, which phrases were sent and what the check said."""

from importlib import resources

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

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
        sa.Column("emoji_abroad", sa.String(20), nullable=False),
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
    emojis = op.create_table(
        "emojis",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=True),
        sa.Column("emoji", sa.String(16), nullable=False),
        sa.Column("use", sa.String(20), nullable=False),
        sa.Column("reply_zh", sa.String(100), nullable=False),
        sa.Column("reply_en", sa.String(100), nullable=False),
        sa.Column("avoid", postgresql.ARRAY(sa.String(8)), nullable=False),
        sa.Column("note_zh", sa.String(200), nullable=False),
        sa.Column("note_en", sa.String(200), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_emojis_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_emojis")),
    )
    op.create_index(
        "uq_emojis_emoji",
        "emojis",
        ["shop_id", "emoji"],
        unique=True,
        postgresql_nulls_not_distinct=True,
    )
    op.bulk_insert(rules, [_word(*line) for line in _lines("words.txt", 4)])
    op.bulk_insert(emojis, [_emoji(*line) for line in _lines("emojis.txt", 7)])


def _lines(name: str, width: int) -> list[list[str]]:
    """The lines of a shipped list; what a line leaves out is empty."""
    text = (resources.files("xiaoer.phrases") / "shipped" / name).read_text("utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return [[*line, *[""] * width][:width] for line in lines]


def _word(kind: str, word: str, instead: str, blocks: str) -> dict[str, object]:
    told = {"kind": kind, "word": word, "alternative": instead, "blocks": blocks == "!"}
    return {"id": new_id(), "shop_id": None, "active": True, **told}


def _emoji(
    emoji: str, use: str, zh: str, en: str, avoid: str, note_zh: str, note_en: str
) -> dict[str, object]:
    told = {"emoji": emoji, "use": use, "reply_zh": zh, "reply_en": en}
    notes = {"avoid": avoid.split(",") if avoid else [], "note_zh": note_zh, "note_en": note_en}
    return {"id": new_id(), "shop_id": None, "active": True, **told, **notes}


def downgrade() -> None:
    for table in ("emojis", "reply_findings", "phrase_uses", "reply_check_settings", "word_rules"):
        op.drop_table(table)
