"""The tables of conversations."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "10_conversations"
down_revision = "09_orders"


REASONS = (
    ("solved", "问题已解决", "Solved"),
    ("no_reply", "顾客未再回复", "The customer stopped answering"),
    ("consulted", "咨询完毕", "Question answered"),
    ("handed_on", "已转其他部门", "Handed to another team"),
    ("duplicate", "重复咨询", "Duplicate"),
    ("spam", "骚扰或广告", "Spam"),
    ("left", "顾客已离开", "The customer left"),
    ("other", "其他", "Other"),
)
EVENTS_STAY_AS_THEY_WERE = """
CREATE FUNCTION events_stay_as_they_were() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Events are never changed or deleted.' USING ERRCODE = 'restrict_violation';
END $$
"""


def upgrade() -> None:
    op.create_table(
        "closing_reasons",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name_zh", sa.String(length=60), nullable=False),
        sa.Column("name_en", sa.String(length=60), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_closing_reasons")),
    )
    op.create_table(
        "conversation_views",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("scope", sa.String(length=10), nullable=False),
        sa.Column("filters", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation_views")),
    )
    op.create_index(
        op.f("ix_conversation_views_agent_id"), "conversation_views", ["agent_id"], unique=False
    )
    op.create_table(
        "channel_settings",
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("open_hours", sa.Uuid(), nullable=True),
        sa.Column("first_response_target_sec", sa.Integer(), nullable=False),
        sa.Column("response_target_sec", sa.Integer(), nullable=False),
        sa.Column("amber_ratio", sa.Double(), nullable=False),
        sa.Column("requeue_after_sec", sa.Integer(), nullable=True),
        sa.Column("skill", sa.String(length=40), nullable=True),
        sa.Column("signature_zh", sa.String(length=200), nullable=False),
        sa.Column("signature_en", sa.String(length=200), nullable=False),
        sa.Column("welcome_text", sa.String(length=1000), nullable=False),
        sa.Column("offline_text", sa.String(length=1000), nullable=False),
        sa.CheckConstraint(
            "amber_ratio > 0 AND amber_ratio <= 1",
            name=op.f("ck_channel_settings_amber_before_red"),
        ),
        sa.CheckConstraint(
            "first_response_target_sec > 0",
            name=op.f("ck_channel_settings_first_target_is_positive"),
        ),
        sa.CheckConstraint(
            "response_target_sec > 0", name=op.f("ck_channel_settings_target_is_positive")
        ),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_channel_settings_shop_id")
        ),
        sa.PrimaryKeyConstraint("shop_id", "channel", name=op.f("pk_channel_settings")),
    )
    op.create_table(
        "conversations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("stage", sa.String(length=10), nullable=True),
        sa.Column("priority", sa.String(length=10), nullable=False),
        sa.Column("assignee_id", sa.Uuid(), nullable=True),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("skill", sa.String(length=40), nullable=True),
        sa.Column("last_agent_id", sa.Uuid(), nullable=True),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("waiting_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("waiting_seq", sa.Integer(), nullable=True),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.Column("last_from", sa.String(length=10), nullable=True),
        sa.Column("last_kind", sa.String(length=10), nullable=True),
        sa.Column("last_text", sa.String(length=120), nullable=True),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("unread", sa.Integer(), nullable=False),
        sa.Column("staff_read_seq", sa.Integer(), nullable=False),
        sa.Column("staff_delivered_seq", sa.Integer(), nullable=False),
        sa.Column("customer_read_seq", sa.Integer(), nullable=False),
        sa.Column("customer_delivered_seq", sa.Integer(), nullable=False),
        sa.Column("first_response_sec", sa.Double(), nullable=True),
        sa.Column("responses", sa.Integer(), nullable=False),
        sa.Column("response_total_sec", sa.Double(), nullable=False),
        sa.Column("snoozed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_reason", sa.String(length=40), nullable=True),
        sa.Column("left_unanswered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("left_waited_sec", sa.Double(), nullable=True),
        sa.Column("order_no", sa.String(length=60), nullable=True),
        sa.Column("tags", postgresql.ARRAY(sa.String(length=40)), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("activity_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "(state = 'closed') = (closed_at IS NOT NULL)",
            name=op.f("ck_conversations_closed_has_a_time"),
        ),
        sa.CheckConstraint(
            "(state = 'open' AND assignee_id IS NULL) = (queued_at IS NOT NULL)",
            name=op.f("ck_conversations_queued_when_nobody_serves"),
        ),
        sa.CheckConstraint(
            "(state = 'snoozed') = (snoozed_until IS NOT NULL)",
            name=op.f("ck_conversations_snoozed_has_an_end"),
        ),
        sa.ForeignKeyConstraint(
            ["assignee_id"], ["agents.id"], name=op.f("fk_conversations_assignee_id")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_conversations_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["agent_groups.id"], name=op.f("fk_conversations_group_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_conversations_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversations")),
        sa.UniqueConstraint("shop_id", "number", name=op.f("uq_conversations_shop_id_number")),
    )
    op.create_index(
        "ix_conversations_all",
        "conversations",
        ["shop_id", "activity_at", "id"],
        unique=False,
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_index(
        "ix_conversations_closed",
        "conversations",
        ["shop_id", "activity_at", "id"],
        unique=False,
        postgresql_where=sa.text("state = 'closed'"),
    )
    op.create_index(
        "ix_conversations_customer", "conversations", ["shop_id", "customer_id", "id"], unique=False
    )
    op.create_index(
        "ix_conversations_left",
        "conversations",
        ["shop_id", "left_unanswered_at", "id"],
        unique=False,
        postgresql_where=sa.text("left_unanswered_at IS NOT NULL"),
    )
    op.create_index(
        "ix_conversations_mine",
        "conversations",
        ["assignee_id", "shop_id", "activity_at", "id"],
        unique=False,
        postgresql_where=sa.text("state = 'open' AND assignee_id IS NOT NULL"),
    )
    op.create_index(
        "ix_conversations_queue",
        "conversations",
        ["shop_id", "queued_at", "id"],
        unique=False,
        postgresql_where=sa.text("state = 'open' AND assignee_id IS NULL"),
    )
    op.create_index(
        "ix_conversations_snoozed",
        "conversations",
        ["shop_id", "activity_at", "id"],
        unique=False,
        postgresql_where=sa.text("state = 'snoozed'"),
    )
    op.create_index(
        "ix_conversations_stage",
        "conversations",
        ["shop_id", "stage", "activity_at", "id"],
        unique=False,
        postgresql_where=sa.text("state = 'open' AND stage IS NOT NULL"),
    )
    op.create_index(
        "ix_conversations_waiting",
        "conversations",
        ["shop_id", "waiting_since", "id"],
        unique=False,
        postgresql_where=sa.text("state = 'open' AND waiting_since IS NOT NULL"),
    )
    op.create_index(
        "uq_conversations_one_open",
        "conversations",
        ["shop_id", "customer_id", "channel"],
        unique=True,
        postgresql_where=sa.text("state <> 'closed'"),
    )
    op.create_table(
        "drafts",
        sa.Column("agent_id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_drafts_conversation_id")
        ),
        sa.PrimaryKeyConstraint("agent_id", "conversation_id", name=op.f("pk_drafts")),
    )
    op.create_table(
        "messages",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("author", sa.String(length=10), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("author_name", sa.String(length=100), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("attachments", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("card", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("system", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("auto", sa.Boolean(), nullable=False),
        sa.Column("phrase_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("search", postgresql.TSVECTOR(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_messages_conversation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_messages")),
        sa.UniqueConstraint(
            "conversation_id", "client_id", name=op.f("uq_messages_conversation_id_client_id")
        ),
        sa.UniqueConstraint("conversation_id", "seq", name=op.f("uq_messages_conversation_id_seq")),
    )
    op.create_index(
        "ix_messages_search",
        "messages",
        ["search"],
        unique=False,
        postgresql_using="gin",
        postgresql_with={"fastupdate": "on", "gin_pending_list_limit": "256"},
    )
    op.create_table(
        "turns",
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("question_seq", sa.Integer(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer_seq", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("agent_id", sa.Uuid(), nullable=True),
        sa.Column("seconds", sa.Double(), nullable=True),
        sa.Column("dropped_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(answer_seq IS NULL) = (answered_at IS NULL)",
            name=op.f("ck_turns_answered_has_a_time"),
        ),
        sa.CheckConstraint(
            "answered_at IS NULL OR dropped_at IS NULL", name=op.f("ck_turns_answered_or_dropped")
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_turns_conversation_id")
        ),
        sa.PrimaryKeyConstraint("conversation_id", "question_seq", name=op.f("pk_turns")),
    )
    op.create_index("ix_turns_shop", "turns", ["shop_id", "asked_at"], unique=False)
    op.bulk_insert(
        sa.table(
            "closing_reasons",
            sa.column("code"),
            sa.column("name_zh"),
            sa.column("name_en"),
            sa.column("position"),
            sa.column("active"),
        ),
        [
            {"code": code, "name_zh": zh, "name_en": en, "position": position, "active": True}
            for position, (code, zh, en) in enumerate(REASONS)
        ],
    )
    op.execute(EVENTS_STAY_AS_THEY_WERE)
    op.execute(
        "CREATE TRIGGER events_are_immutable BEFORE UPDATE OR DELETE ON events"
        " FOR EACH ROW EXECUTE FUNCTION events_stay_as_they_were()"
    )


def downgrade() -> None:
    op.execute("DROP TRIGGER events_are_immutable ON events")
    op.execute("DROP FUNCTION events_stay_as_they_were")
    op.drop_index("ix_turns_shop", table_name="turns")
    op.drop_table("turns")
    op.drop_index(
        "ix_messages_search",
        table_name="messages",
        postgresql_using="gin",
        postgresql_with={"fastupdate": "on", "gin_pending_list_limit": "256"},
    )
    op.drop_table("messages")
    op.drop_table("drafts")
    op.drop_index(
        "uq_conversations_one_open",
        table_name="conversations",
        postgresql_where=sa.text("state <> 'closed'"),
    )
    op.drop_index(
        "ix_conversations_waiting",
        table_name="conversations",
        postgresql_where=sa.text("state = 'open' AND waiting_since IS NOT NULL"),
    )
    op.drop_index(
        "ix_conversations_stage",
        table_name="conversations",
        postgresql_where=sa.text("state = 'open' AND stage IS NOT NULL"),
    )
    op.drop_index(
        "ix_conversations_snoozed",
        table_name="conversations",
        postgresql_where=sa.text("state = 'snoozed'"),
    )
    op.drop_index(
        "ix_conversations_queue",
        table_name="conversations",
        postgresql_where=sa.text("state = 'open' AND assignee_id IS NULL"),
    )
    op.drop_index(
        "ix_conversations_mine",
        table_name="conversations",
        postgresql_where=sa.text("state = 'open' AND assignee_id IS NOT NULL"),
    )
    op.drop_index(
        "ix_conversations_left",
        table_name="conversations",
        postgresql_where=sa.text("left_unanswered_at IS NOT NULL"),
    )
    op.drop_index("ix_conversations_customer", table_name="conversations")
    op.drop_index(
        "ix_conversations_closed",
        table_name="conversations",
        postgresql_where=sa.text("state = 'closed'"),
    )
    op.drop_index(
        "ix_conversations_all",
        table_name="conversations",
        postgresql_where=sa.text("state = 'open'"),
    )
    op.drop_table("conversations")
    op.drop_table("channel_settings")
    op.drop_index(op.f("ix_conversation_views_agent_id"), table_name="conversation_views")
    op.drop_table("conversation_views")
    op.drop_table("closing_reasons")
