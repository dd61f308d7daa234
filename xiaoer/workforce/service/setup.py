"""The first start: a link that makes the shop and its owner, once."""

import secrets

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, shops
from xiaoer.core.auth import system
from xiaoer.workforce import rules
from xiaoer.workforce.errors import OwnerLinkUsed
from xiaoer.workforce.events import ShopSetUp
from xiaoer.workforce.models import Agent, OwnerLink
from xiaoer.workforce.service import agents, roles
from xiaoer.workforce.service.signing import hash_token


def make_owner_link(session: Session) -> str | None:
    """The token of a new link; older ones end. None when somebody is at the desk already."""
    if session.scalar(select(Agent.id).limit(1)) is not None:
        return None
    session.execute(delete(OwnerLink))
    token = secrets.token_urlsafe(32)
    session.add(OwnerLink(token_hash=hash_token(token), created_at=clock.now()))
    session.flush()
    return token


def set_up(
    session: Session,
    *,
    token: str,
    shop_code: str,
    shop_name: str,
    name: str,
    login: str,
    password: str,
    timezone: str = "Asia/Shanghai",
    currency: str = "CNY",
    locale: str = "zh",
) -> Agent:
    """Make the first shop and its owner, who reaches everything. The link is used up."""
    rules.check_login(login)
    rules.check_password(password, login=login)
    _use_up(session, token)
    actor = system("setup")
    shop = shops.add(
        session, actor, code=shop_code, name=shop_name, timezone=timezone, currency=currency
    )
    roles.ensure_builtin_roles(session)
    owner = agents.add_agent(
        session,
        actor,
        login=login,
        name=name,
        password=password,
        roles=[rules.MANAGER],
        all_shops=True,
        locale=locale,
    )
    events.emit(session, actor, ShopSetUp(shop_id=shop.id, owner_id=owner.id))
    return owner


def _use_up(session: Session, token: str) -> None:
    used = (
        update(OwnerLink)
        .where(OwnerLink.token_hash == hash_token(token), OwnerLink.used_at.is_(None))
        .values(used_at=clock.now())
        .returning(OwnerLink.created_at)
    )
    if session.execute(used).scalar() is None:
        raise OwnerLinkUsed
