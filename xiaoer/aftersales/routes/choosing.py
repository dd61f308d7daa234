"""A shop's settings for after-sales: what they are, who changed them, and changing them."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules, service
from xiaoer.aftersales.schemas.choosing import CaseSettingsOut, ChoicesIn
from xiaoer.aftersales.service import clocks
from xiaoer.core import shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.web import Db, Me, Router

router = Router(prefix="/api", tags=["aftersales"])


@router.get("/aftersales-settings", response_model=CaseSettingsOut)
def settings(session: Db, actor: Me, shop_id: UUID) -> dict[str, Any]:
    """What the shop chose, and who changed it."""
    actor.must(Permission.AFTERSALES_MANAGE)
    return _told(session, actor, shop_id)


@router.put("/aftersales-settings", response_model=CaseSettingsOut)
def change(session: Db, actor: Me, body: ChoicesIn) -> dict[str, Any]:
    """Change what is sent; the rest stays."""
    service.choose_settings(session, actor, shop_id=body.shop_id, changes=body.named())
    return _told(session, actor, body.shop_id)


def _told(session: Session, actor: Actor, shop_id: UUID) -> dict[str, Any]:
    shops.must_reach(actor, shop_id)
    return {
        "choices": clocks.choices(session, shop_id),
        "currency": shops.get(session, shop_id).currency,
        "retention_spent_cents": queries.retention_spent(session, shop_id),
        "bounds": {name: [least, most] for name, (_, _, least, most) in rules.BOUNDS.items()},
        "changes": [
            {"at": each.at, "by": each.actor_name, "changes": each.data["changes"]}
            for each in queries.changes(session, shop_id)
        ],
    }
