"""What is looked at after every step: an order with its cases, their lines and all its money."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.aftersales.lives.fickle import Fickle
from xiaoer.aftersales.models import Case, CaseLine, CaseState, UnitClaim
from xiaoer.core.auth import Actor
from xiaoer.orders.models import Order
from xiaoer.payments.models import Drain, Movement


class Seen:
    """Reads it all anew; what must never change is remembered from before."""

    def __init__(
        self,
        session: Session,
        actor: Actor,
        order: Order,
        provider: Fickle,
        limits: Mapping[UUID, int] | None = None,
    ) -> None:
        """`limits`: how much each person of the shop may give away alone, in cents."""
        self.session, self.actor, self.order, self.provider = session, actor, order, provider
        self.limits = limits or {}
        self.ended: dict[UUID, tuple[CaseState, int]] = {}
        self.movements: dict[UUID, tuple[int, UUID]] = {}
        self.decided: set[UUID] = set()
        self.switched: frozenset[str] = frozenset()
        self.drain: Drain | None = None

    def read(self) -> None:
        self.session.flush()
        self.session.expire_all()
        self.cases = list(
            self.session.scalars(
                select(Case).where(Case.order_id == self.order.id).order_by(Case.id)
            )
        )
        self.lines = self._by_case(CaseLine)
        self.claims = self._by_case(UnitClaim)
        self.moved = list(
            self.session.scalars(
                select(Movement).where(Movement.order_id == self.order.id).order_by(Movement.id)
            )
        )

    def _by_case(self, model: Any) -> dict[UUID, list[Any]]:
        ids = [case.id for case in self.cases]
        found: dict[UUID, list[Any]] = {case_id: [] for case_id in ids}
        for row in self.session.scalars(
            select(model).where(model.case_id.in_(ids)).order_by(model.id)
        ):
            found[row.case_id].append(row)
        return found
