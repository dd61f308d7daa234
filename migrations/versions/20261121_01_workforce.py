"""The tables of workforce."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "01_workforce"
down_revision = "00_core"


def upgrade() -> None:
    op.create_table(
        "agent_groups",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agent_groups")),
    )
    op.create_index(
        "uq_agent_groups_name", "agent_groups", [sa.literal_column("lower(name)")], unique=True
    )
    op.create_table(
        "agents",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("login", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("locale", sa.String(length=2), nullable=False),
        sa.Column("theme", sa.String(length=5), nullable=False),
        sa.Column("shortcuts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("preferences", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("max_concurrency", sa.Integer(), nullable=False),
        sa.Column("all_shops", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("presence", sa.String(length=7), nullable=False),
        sa.Column("presence_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("resume_as", sa.String(length=7), nullable=True),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "active OR presence = 'offline'", name=op.f("ck_agents_gone_is_offline")
        ),
        sa.CheckConstraint("locale IN ('zh', 'en')", name=op.f("ck_agents_locale_is_spoken")),
        sa.CheckConstraint(
            "presence IN ('online', 'paused', 'offline')", name=op.f("ck_agents_presence_is_known")
        ),
        sa.CheckConstraint(
            "theme IN ('light', 'dark', 'auto')", name=op.f("ck_agents_theme_is_known")
        ),
        sa.CheckConstraint(
            "max_concurrency BETWEEN 0 AND 200", name=op.f("ck_agents_limit_is_sane")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agents")),
    )
    op.create_index("uq_agents_login", "agents", [sa.literal_column("lower(login)")], unique=True)
    op.create_table(
        "owner_links",
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_owner_links")),
    )
    op.create_table(
        "roles",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name_zh", sa.String(length=100), nullable=False),
        sa.Column("name_en", sa.String(length=100), nullable=False),
        sa.Column("permissions", postgresql.ARRAY(sa.String(length=40)), nullable=False),
        sa.Column("builtin", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roles")),
        sa.UniqueConstraint("code", name=op.f("uq_roles_code")),
    )
    op.create_table(
        "sign_in_failures",
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("source", name=op.f("pk_sign_in_failures")),
    )
    op.create_index(op.f("ix_sign_in_failures_since"), "sign_in_failures", ["since"], unique=False)
    op.create_table(
        "agent_group_members",
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agent_id"],
            ["agents.id"],
            name=op.f("fk_agent_group_members_agent_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["agent_groups.id"], name=op.f("fk_agent_group_members_group_id")
        ),
        sa.PrimaryKeyConstraint("group_id", "agent_id", name=op.f("pk_agent_group_members")),
    )
    op.create_index(
        op.f("ix_agent_group_members_agent_id"), "agent_group_members", ["agent_id"], unique=False
    )
    op.create_table(
        "agent_roles",
        sa.Column("agent_id", sa.Uuid(), nullable=False),
        sa.Column("role_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agent_id"], ["agents.id"], name=op.f("fk_agent_roles_agent_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["role_id"], ["roles.id"], name=op.f("fk_agent_roles_role_id")),
        sa.PrimaryKeyConstraint("agent_id", "role_id", name=op.f("pk_agent_roles")),
    )
    op.create_index(op.f("ix_agent_roles_role_id"), "agent_roles", ["role_id"], unique=False)
    op.create_table(
        "agent_shops",
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agent_id"], ["agents.id"], name=op.f("fk_agent_shops_agent_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_agent_shops_shop_id")),
        sa.PrimaryKeyConstraint("shop_id", "agent_id", name=op.f("pk_agent_shops")),
    )
    op.create_index(op.f("ix_agent_shops_agent_id"), "agent_shops", ["agent_id"], unique=False)
    op.create_table(
        "agent_skills",
        sa.Column("agent_id", sa.Uuid(), nullable=False),
        sa.Column("skill", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(
            ["agent_id"], ["agents.id"], name=op.f("fk_agent_skills_agent_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("agent_id", "skill", name=op.f("pk_agent_skills")),
    )
    op.create_index(op.f("ix_agent_skills_skill"), "agent_skills", ["skill"], unique=False)
    op.create_table(
        "presence_changes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=False),
        sa.Column("before", sa.String(length=7), nullable=False),
        sa.Column("after", sa.String(length=7), nullable=False),
        sa.Column("cause", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["agent_id"],
            ["agents.id"],
            name=op.f("fk_presence_changes_agent_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_presence_changes")),
    )
    op.create_index(
        "ix_presence_changes_agent_id", "presence_changes", ["agent_id", "at"], unique=False
    )
    op.create_table(
        "sign_ins",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("address", sa.String(length=60), nullable=False),
        sa.Column("device", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["agent_id"], ["agents.id"], name=op.f("fk_sign_ins_agent_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_ins")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_ins_token_hash")),
    )
    op.create_index(op.f("ix_sign_ins_agent_id"), "sign_ins", ["agent_id"], unique=False)
    op.create_index(op.f("ix_sign_ins_expires_at"), "sign_ins", ["expires_at"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_sign_ins_expires_at"), table_name="sign_ins")
    op.drop_index(op.f("ix_sign_ins_agent_id"), table_name="sign_ins")
    op.drop_table("sign_ins")
    op.drop_index("ix_presence_changes_agent_id", table_name="presence_changes")
    op.drop_table("presence_changes")
    op.drop_index(op.f("ix_agent_skills_skill"), table_name="agent_skills")
    op.drop_table("agent_skills")
    op.drop_index(op.f("ix_agent_shops_agent_id"), table_name="agent_shops")
    op.drop_table("agent_shops")
    op.drop_index(op.f("ix_agent_roles_role_id"), table_name="agent_roles")
    op.drop_table("agent_roles")
    op.drop_index(op.f("ix_agent_group_members_agent_id"), table_name="agent_group_members")
    op.drop_table("agent_group_members")
    op.drop_index(op.f("ix_sign_in_failures_since"), table_name="sign_in_failures")
    op.drop_table("sign_in_failures")
    op.drop_table("roles")
    op.drop_table("owner_links")
    op.drop_index("uq_agents_login", table_name="agents")
    op.drop_table("agents")
    op.drop_index("uq_agent_groups_name", table_name="agent_groups")
    op.drop_table("agent_groups")
