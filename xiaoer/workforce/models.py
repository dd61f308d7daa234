"""Agents, roles, groups, skills, presence and sign-in."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    DateTime,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc

MAX_CONCURRENCY = 200


class Presence(StrEnum):
    ONLINE = "online"
    PAUSED = "paused"
    """At the desk, takes nothing new (挂起)."""
    OFFLINE = "offline"


class Theme(StrEnum):
    LIGHT = "light"
    DARK = "dark"
    AUTO = "auto"


class Agent(Model):
    """A person who works at the desk."""

    __tablename__ = "agents"
    __table_args__ = (
        Index("uq_agents_login", text("lower(login)"), unique=True),
        CheckConstraint(f"max_concurrency BETWEEN 0 AND {MAX_CONCURRENCY}", name="limit_is_sane"),
        CheckConstraint("locale IN ('zh', 'en')", name="locale_is_spoken"),
        CheckConstraint("theme IN ('light', 'dark', 'auto')", name="theme_is_known"),
        CheckConstraint("presence IN ('online', 'paused', 'offline')", name="presence_is_known"),
        CheckConstraint("active OR presence = 'offline'", name="gone_is_offline"),
    )

    id: Mapped[Id]
    login: Mapped[str] = mapped_column(String(60))
    name: Mapped[str] = mapped_column(String(100))
    password_hash: Mapped[str] = mapped_column(String(200))
    locale: Mapped[str] = mapped_column(String(2), default="zh")
    theme: Mapped[Theme] = mapped_column(String(5), default=Theme.AUTO)
    shortcuts: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)
    preferences: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)
    max_concurrency: Mapped[int] = mapped_column(default=8)
    """Conversations this person may serve at once (接待上限)."""
    all_shops: Mapped[bool] = mapped_column(default=False)
    """Reaches every shop, also those still to come."""
    active: Mapped[bool] = mapped_column(default=True)
    presence: Mapped[Presence] = mapped_column(String(7), default=Presence.OFFLINE)
    presence_since: Mapped[Utc] = mapped_column(default=clock.now)
    resume_as: Mapped[Presence | None] = mapped_column(String(7))
    """What a person was when the connection was lost; taken up again with the next beat."""
    last_seen_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    created_at: Mapped[Utc] = mapped_column(default=clock.now)


class Role(Model):
    """A named set of permissions. A person may hold several."""

    __tablename__ = "roles"

    id: Mapped[Id]
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name_zh: Mapped[str] = mapped_column(String(100))
    name_en: Mapped[str] = mapped_column(String(100))
    permissions: Mapped[list[str]] = mapped_column(ARRAY(String(40)), default=list)
    builtin: Mapped[bool] = mapped_column(default=False)
    offered: Mapped[list[str] | None] = mapped_column(ARRAY(String(40)))
    """Of a built-in role: what it has been given by any version so far. What a later version adds
    is given once; what a manager took away is in here and stays away."""


class AgentRole(Model):
    __tablename__ = "agent_roles"

    agent_id: Mapped[UUID] = mapped_column(
        ForeignKey("agents.id", ondelete="CASCADE"), primary_key=True
    )
    role_id: Mapped[UUID] = mapped_column(ForeignKey("roles.id"), primary_key=True, index=True)


class AgentShop(Model):
    __tablename__ = "agent_shops"

    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"), primary_key=True)
    agent_id: Mapped[UUID] = mapped_column(
        ForeignKey("agents.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class Group(Model):
    """A unit that work is routed to and reported by (客服组)."""

    __tablename__ = "agent_groups"
    __table_args__ = (Index("uq_agent_groups_name", text("lower(name)"), unique=True),)

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(100))
    created_at: Mapped[Utc] = mapped_column(default=clock.now)


class GroupMember(Model):
    __tablename__ = "agent_group_members"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("agent_groups.id"), primary_key=True)
    agent_id: Mapped[UUID] = mapped_column(
        ForeignKey("agents.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class AgentSkill(Model):
    __tablename__ = "agent_skills"

    agent_id: Mapped[UUID] = mapped_column(
        ForeignKey("agents.id", ondelete="CASCADE"), primary_key=True
    )
    skill: Mapped[str] = mapped_column(String(60), primary_key=True, index=True)


class PresenceChange(Model):
    """The history of who was here: attendance and loads are read from it."""

    __tablename__ = "presence_changes"
    __table_args__ = (Index("ix_presence_changes_agent_id", "agent_id", "at"),)

    id: Mapped[Id]
    agent_id: Mapped[UUID] = mapped_column(ForeignKey("agents.id", ondelete="CASCADE"))
    before: Mapped[Presence] = mapped_column(String(7))
    after: Mapped[Presence] = mapped_column(String(7))
    cause: Mapped[str] = mapped_column(String(20))
    at: Mapped[Utc]


class SignIn(Model):
    """One signed-in browser. Only the hash of its token is kept."""

    __tablename__ = "sign_ins"

    id: Mapped[Id]
    agent_id: Mapped[UUID] = mapped_column(ForeignKey("agents.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    address: Mapped[str] = mapped_column(String(60))
    device: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[Utc]
    expires_at: Mapped[Utc] = mapped_column(index=True)


class SignInFailure(Model):
    """Failed attempts of one source within the present window."""

    __tablename__ = "sign_in_failures"

    source: Mapped[str] = mapped_column(String(200), primary_key=True)
    count: Mapped[int]
    since: Mapped[Utc] = mapped_column(index=True)


class OwnerLink(Model):
    """The link of the first start: whoever holds it sets up the first shop, once."""

    __tablename__ = "owner_links"

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    created_at: Mapped[Utc]
    used_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
