"""Which shopper is asking: the bearer of a visit's token, with the rights over their own orders."""

from dataclasses import replace

from fastapi import Request
from sqlalchemy.orm import Session

from xiaoer.channels.webchat import service, visitors
from xiaoer.channels.webchat.errors import VisitorUnknown
from xiaoer.core.auth import Actor, Permission

RIGHTS = frozenset({Permission.AFTERSALES_ASK, Permission.AFTERSALES_READ, Permission.FILES_STORE})


def identify(session: Session, request: Request) -> Actor:
    """The customer behind the token. Whom the shop vouches for has all orders in their name;
    others have those they proved to know. Raises `VisitorUnknown` (401)."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        raise VisitorUnknown
    visitor = visitors.bearer_of(token)
    guest = service.known_guest(session, visitor)
    if guest is None:
        raise VisitorUnknown
    vouched = {Permission.AFTERSALES_VOUCHED} if guest.verified else set()
    return replace(guest.actor, permissions=RIGHTS | vouched)
