from sqlalchemy import text
from sqlalchemy.orm import Session

from xiaoer.core import events
from xiaoer.customers.events import CustomersMerged

_FOLLOW = text(
    "INSERT INTO webchat_order_claims (customer_id, order_id, shop_id, claimed_at)"
    " SELECT :kept, order_id, shop_id, claimed_at FROM webchat_order_claims"
    " WHERE customer_id = :gone ON CONFLICT DO NOTHING"
)


@events.on(CustomersMerged)
def claims_follow(session: Session, merged: CustomersMerged) -> None:
    """What a visitor proved to know, the person they turned out to be knows too."""
    session.execute(_FOLLOW, {"kept": merged.customer_id, "gone": merged.gone_id})
