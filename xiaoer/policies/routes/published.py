"""What customers may read: the policies of a shop, always the versions in force (POL-6)."""

from typing import Any

from xiaoer.core import clock, shops
from xiaoer.core.web import Db, Router
from xiaoer.policies import queries, schemas

router = Router(tags=["shopper"])


@router.get("/chat/{shop_code}/policies", response_model=schemas.Published)
def published(session: Db, shop_code: str) -> dict[str, Any]:
    """Period, conditions and process of every public policy, with its clauses. Open to anybody."""
    shop = shops.by_code(session, shop_code)
    now = clock.now()
    return {
        "shop": shop.name,
        "at": now,
        "tables": [
            {
                "table": held.content["table"],
                "number": held.number,
                "since": held.effective_from,
                "title": held.content["title"],
                "about": held.content.get("about"),
                "example": held.content.get("example", False),
                "as_of": held.content.get("as_of"),
                "clauses": held.content.get("clauses", []),
            }
            for held in queries.in_force(session, shop_id=shop.id, at=now)
            if held.content.get("public", False)
        ],
    }
