"""Presale goods that do not say so (FM4-1)."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor
from xiaoer.core.shops import must_reach

_UNMARKED = text("""
SELECT id, external_id, title, facts->>'presale_ship_on' AS ship_on,
    title LIKE '%预售%' OR title ILIKE '%presale%' AS labelled
FROM products
WHERE shop_id = :shop AND (facts->>'presale' = 'true' OR facts ? 'presale_ship_on')
    AND (coalesce(facts->>'presale_ship_on', '') !~ '^\\d{4}-\\d\\d-\\d\\d'
        OR NOT (title LIKE '%预售%' OR title ILIKE '%presale%'))
ORDER BY title, id LIMIT 500
""")


def unmarked_presales(session: Session, actor: Actor, shop_id: UUID) -> Sequence[Row[tuple[str]]]:
    """Products sold before they are there that lack the label 预售 or the day they ship: what is
    promised then is the ordinary deadline, and missing it costs."""
    must_reach(actor, shop_id)
    return session.execute(_UNMARKED, {"shop": shop_id}).all()
