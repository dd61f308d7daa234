"""Reactions to what happens below."""

from sqlalchemy import text
from sqlalchemy.orm import Session

from xiaoer.core.events import on
from xiaoer.customers.events import CustomerForgotten

_FORGET = text("""
UPDATE quality_scores SET remarks = (
    SELECT coalesce(jsonb_agg(each || '{"quote": ""}'), '[]')
    FROM jsonb_array_elements(remarks) each
)
WHERE shop_id = :shop AND subject_id IN (
    SELECT id FROM conversations WHERE shop_id = :shop AND customer_id = :customer
)
""")


@on(CustomerForgotten)
def forget_quotes(session: Session, event: CustomerForgotten) -> None:
    """How their talks were scored stays; what was said in them goes."""
    session.execute(_FORGET, {"shop": event.shop_id, "customer": event.customer_id})
