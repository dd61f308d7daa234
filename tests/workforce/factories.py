"""Agents for tests, made with only what matters."""

from typing import Any

from sqlalchemy.orm import Session

from xiaoer.core.auth import system
from xiaoer.core.shops import Shop
from xiaoer.workforce import service
from xiaoer.workforce.models import Agent, Presence
from xiaoer.workforce.service import presence

PASSWORD = "a long secret"

_made = iter(range(1, 1_000_000))


def make_agent(
    session: Session, shop: Shop | None, *, online: bool = False, **only_what_matters: Any
) -> Agent:
    """An agent of `shop`; receptionist by default."""
    service.ensure_builtin_roles(session)
    number = next(_made)
    given = {
        "login": f"agent{number}",
        "name": f"客服{number}",
        "password": PASSWORD,
        "shop_ids": [shop.id] if shop else [],
    }
    agent = service.add_agent(session, system(), **(given | only_what_matters))
    if online:
        presence.move(session, system(), agent, Presence.ONLINE, cause="own")
    return agent
