"""What every step has at hand: the desk, the buyer, their order, and a case that may do it."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.aftersales.factories import Desk
from tests.aftersales.lives.fickle import Fickle
from xiaoer.aftersales.models import Case
from xiaoer.aftersales.rules import MOVES, Command
from xiaoer.catalog.models import Sku
from xiaoer.core.auth import Actor
from xiaoer.orders.models import Order
from xiaoer.payments.models import Instrument


class Steps:
    """Each step takes a choice and an amount, whatever they are good for."""

    desk: Desk
    buyer: Actor
    staff: list[Actor]
    fickle: Fickle
    session: Session
    order: Order
    skus: list[Sku]
    card: Instrument
    keys: list[tuple[UUID, Any, UUID]]
    """Of requests: the key, what was asked, and the case it became."""

    def _case(self, pick: int, *commands: Command) -> Case | None:
        """A case that may do it if there is one; else any: it will be refused."""
        query = select(Case).where(Case.order_id == self.order.id).order_by(Case.id)
        found = list(self.session.scalars(query))
        able = [case for case in found if any(case.state in MOVES[c].before for c in commands)]
        chosen = able or found
        return chosen[pick % len(chosen)] if chosen else None

    def _act(self, verb: Any, by: Actor, pick: int, *commands: Command, **what: Any) -> None:
        if case := self._case(pick, *commands):
            verb(self.session, by, case_id=case.id, version=case.version, **what)

    def _tell(self, verb: Any, by: Actor, pick: int, *commands: Command, **what: Any) -> None:
        """The same for what needs no version: facts, whoever saw what."""
        if case := self._case(pick, *commands):
            verb(self.session, by, case_id=case.id, **what)
