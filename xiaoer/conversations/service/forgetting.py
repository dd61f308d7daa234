"""A customer is forgotten (PIPL 47): the talk stays as a fact, who wrote it and how to reach them
does not."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

_REACH = (
    r"(?<![0-9])(\+?86[ -]?)?1[3-9][0-9]([ -]?[0-9]{4}){2}(?![0-9])"
    r"|(?<![0-9])0[0-9]{2,3}[ -]?[0-9]{7,8}(?![0-9])"
    r"|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"
)
"""Mobile and fixed numbers and mail addresses; order numbers are longer and stay."""

_MESSAGES = text(
    "UPDATE messages m SET text = regexp_replace(m.text, :reach, '***', 'g'),"
    " search = CASE WHEN m.text ~ :reach THEN NULL ELSE m.search END,"
    " author_name = CASE WHEN m.author = 'customer' THEN '' ELSE m.author_name END"
    " FROM conversations c, customers cu WHERE cu.id = :customer_id AND c.shop_id = cu.shop_id"
    " AND c.customer_id = cu.id AND m.conversation_id = c.id"
    " AND (m.author = 'customer' OR m.text ~ :reach)"
)
_ROWS = text(
    "UPDATE conversations SET last_text = regexp_replace(last_text, :reach, '***', 'g'),"
    " version = version + 1 FROM customers cu WHERE cu.id = :customer_id"
    " AND conversations.shop_id = cu.shop_id AND conversations.customer_id = cu.id"
)

_HOLDS = text(
    "UPDATE hold_promises h SET checking = '', reason = '', alternatives = '{}'"
    " FROM conversations c, customers cu WHERE cu.id = :customer_id AND c.shop_id = cu.shop_id"
    " AND c.customer_id = cu.id AND h.conversation_id = c.id"
)


def forget(session: Session, *, customer_id: UUID) -> None:
    """Take names and ways to reach the customer out of their talks. Again changes nothing more."""
    values = {"reach": _REACH, "customer_id": customer_id}
    session.execute(_MESSAGES, values)
    session.execute(_ROWS, values)
    session.execute(_HOLDS, values)
