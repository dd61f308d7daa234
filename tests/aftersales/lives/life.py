"""One order and its buyer, and everything that people, clocks and providers do to them."""

from typing import Any

from sqlalchemy import select

from tests.aftersales.factories import Desk, put_terms
from tests.aftersales.lives.asking import Asking
from tests.aftersales.lives.baskets import Shelf, buy
from tests.aftersales.lives.deciding import LIMITS, Deciding, ranked
from tests.aftersales.lives.fickle import Fickle
from tests.aftersales.lives.watch import Watch
from tests.aftersales.lives.world import World
from tests.payments.conftest import make_card
from xiaoer.aftersales.models import Case, CaseState
from xiaoer.core.auth import Actor
from xiaoer.core.errors import DeskError
from xiaoer.orders.models import Order

LAPSING = (("A1", "B8", "B11"), {"coupon_after_return": "clawback"})
TERMS: dict[str, list[tuple[tuple[str, ...], dict[str, Any]]]] = {
    "lapsing": [LAPSING],
    "strict": [LAPSING, (("B9",), {"restocking_bp": 1000, "return_freight_cents": 1200})],
}
"""Shops that take a coupon back, and that keep something of what comes back worn."""


class Life(Asking, Deciding, World):
    """Each step is done, or refused with a sentence and no effect."""

    def __init__(
        self, desk: Desk, buyer: Actor, fickle: Fickle, told: dict[str, Any] | Order
    ) -> None:
        self.desk, self.buyer, self.fickle = desk, buyer, fickle
        self.session, self.keys = desk.session, []
        shelf = Shelf(self.session, desk.shop)
        self.skus = shelf.skus
        for rows, then in TERMS.get(told["terms"] if isinstance(told, dict) else "house", []):
            put_terms(self.session, desk.actor, desk.shop, *rows, **then)
        self.card = make_card(self.session, desk.shop, buyer.id, cents=2000)
        self.order = told if isinstance(told, Order) else buy(shelf, buyer.id, told)
        self.staff = [ranked(desk.actor, role) for role in LIMITS]
        limits = {each.id: cents for each, cents in zip(self.staff, LIMITS.values(), strict=True)}
        self.watch = Watch(self.session, desk.actor, self.order, fickle, limits)
        self.watch.look()

    def go_on(self, pick: int, cents: int) -> None:
        """What comes next for a case, as its state has it."""
        open_ = select(Case.state).where(Case.order_id == self.order.id, Case.ended_at.is_(None))
        found = self.session.scalars(open_.order_by(Case.id)).all()
        names = NEXT[found[pick % len(found)]] if found else ("open",)
        getattr(self, names[cents % len(names)])(pick, cents)

    def step(self, name: str, pick: int, cents: int) -> bool:
        """Whether it was done."""
        refused = None
        try:
            with self.session.begin_nested():
                getattr(self, name)(pick, cents)
        except DeskError as refusal:
            refused = refusal
            self.session.expire_all()
        assert refused is None or (refused.sentence("zh") and refused.sentence("en"))
        self.watch.look()
        return refused is None


NEXT: dict[CaseState, tuple[str, ...]] = {
    CaseState.AWAITING_MERCHANT: ("approve", "approve", "approve", "refuse", "propose", "retain"),
    CaseState.AWAITING_BUYER_CONFIRM: ("accept", "accept", "decline"),
    CaseState.MERCHANT_REFUSED: ("revise", "escalate"),
    CaseState.AWAITING_BUYER_RETURN: ("ship_back",),
    CaseState.AWAITING_MERCHANT_RECEIPT: ("receive", "receive", "receive", "refuse_receipt"),
    CaseState.RECEIPT_REFUSED: ("revise", "escalate", "propose"),
    CaseState.AWAITING_PAYMENT: ("pay", "wait"),
    CaseState.AWAITING_REPLACEMENT_SHIP: ("ship_replacement",),
    CaseState.AWAITING_BUYER_RECEIPT: ("confirm",),
    CaseState.AWAITING_REFUND: ("work",),
    CaseState.REFUND_PROCESSING: ("work", "ask"),
    CaseState.REFUND_FAILED: ("retry", "by_hand"),
    CaseState.DISPUTED: ("judge", "answer", "rule", "settle"),
}
STEPS = (
    *("go_on",) * 14,
    *("open",) * 4, "all_of_it", "again", "stranger", "accept", "accept", "decline", "revise",
    "withdraw", "escalate", "prove", "choose", "pick_up", "ship_back", "ship_back", "confirm",
    "pay", "amend",
    *("approve",) * 4, "approve_what_changed", "open_against", "override", "refuse", "propose",
    "retain", "judge", "answer", "rule", "settle", "reopen", "compensate", "fast_refund",
    "get_back", "intercept", "stopped", "parcel_back", "receive", "receive", "refuse_receipt",
    "ship_replacement", "ship_replacement", "convert", "ship", "ship_instead",
    "mood", "work", "work", "ask", "call_back", "retry", "by_hand", "second_person", "scanned",
    "wait", "wait",
)  # fmt: skip
"""What can happen; what leads on comes more often."""
