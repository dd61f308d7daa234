"""Who comes: a visitor of this browser, or a customer the shop vouches for."""

from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.channels.webchat import queries, visitors
from xiaoer.channels.webchat.errors import VisitorUnknown
from xiaoer.channels.webchat.visitors import ANONYMOUS, VOUCHED, Visitor
from xiaoer.conversations import service as conversations
from xiaoer.core import ids
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import Shop
from xiaoer.customers import service as customers


@dataclass(frozen=True)
class Guest:
    """A visitor whose customer is known."""

    shop_id: UUID
    customer_id: UUID
    name: str
    verified: bool

    @property
    def actor(self) -> Actor:
        customer = conversations.as_customer(
            shop_id=self.shop_id, customer_id=self.customer_id, name=self.name
        )
        rights = customer.permissions | {Permission.FILES_STORE}
        return replace(customer, permissions=rights)


@dataclass(frozen=True, kw_only=True)
class Vouched:
    """What the shop's server signed about its customer; `issued_at` in seconds."""

    id: str
    name: str
    issued_at: int
    signature: str
    phone: str | None = None
    email: str | None = None


def visit(
    session: Session, shop: Shop, *, token: str | None, vouched: Vouched | None
) -> tuple[Visitor, Guest | None]:
    """Who the visitor is from now on, and their customer, if they have one already.

    A new visitor becomes a customer with the first thing they say, not by looking at the page.
    Raises `VisitorUnknown` for a token that is not ours or of another shop, `IdentityNotVouched`
    for an identity the shop did not sign a moment ago.
    """
    known = visitors.bearer_of(token) if token else None
    if known is not None and known.shop_id != shop.id:
        raise VisitorUnknown
    if vouched is not None:
        return _vouched(session, shop, known, vouched)
    visitor = known or Visitor(shop.id, ids.new_id().hex, verified=False)
    return visitor, known_guest(session, visitor)


def _vouched(
    session: Session, shop: Shop, known: Visitor | None, vouched: Vouched
) -> tuple[Visitor, Guest]:
    secret = visitors.vouching_secret(
        shop.id, queries.settings_of(session, shop.id).secret_generation
    )
    visitors.check_vouched(
        secret,
        external_id=vouched.id,
        name=vouched.name,
        issued_at=vouched.issued_at,
        signature=vouched.signature,
    )
    visitor = Visitor(shop.id, vouched.id, verified=True)
    if known is not None and not known.verified and known_guest(session, visitor) is None:
        _take_along(session, known, vouched.id)
    customer = customers.resolve(
        session,
        shop_id=shop.id,
        channel=VOUCHED,
        external_id=vouched.id,
        name=vouched.name,
        phone=vouched.phone,
        email=vouched.email,
    )
    return visitor, Guest(shop.id, customer.id, customer.name, verified=True)


def _take_along(session: Session, visitor: Visitor, vouched_id: str) -> None:
    """Whoever wrote before signing in keeps their talk: the same person, now with a name."""
    before = known_guest(session, visitor)
    if before is not None and not queries.is_vouched(session, before.customer_id):
        customers.attach(
            session,
            customer_id=before.customer_id,
            shop_id=visitor.shop_id,
            channel=VOUCHED,
            external_id=vouched_id,
        )


def known_guest(session: Session, visitor: Visitor) -> Guest | None:
    """The visitor's customer, if they have said something before; one statement."""
    found = queries.customer_behind(session, visitor)
    return Guest(visitor.shop_id, *found, visitor.verified) if found else None


def guest_of(session: Session, visitor: Visitor) -> Guest:
    """The visitor's customer, made when this is the first thing they do."""
    known = known_guest(session, visitor)
    if known is not None:
        return known
    if visitor.verified:
        raise VisitorUnknown
    customer = customers.resolve(
        session, shop_id=visitor.shop_id, channel=ANONYMOUS, external_id=visitor.external_id
    )
    return Guest(visitor.shop_id, customer.id, customer.name, verified=False)
