"""What units carry besides money, and what weighs on them: points, coupons, gifts, kits."""

from collections import Counter

from sqlalchemy import select

from tests.aftersales.factories import lines_of
from tests.aftersales.lives.seen import Seen
from xiaoer.aftersales import queries
from xiaoer.aftersales.models import CaseState, Clawback
from xiaoer.aftersales.rules import Unit, by_unit, coupons_of
from xiaoer.aftersales.service.restoring import TAKES_UNITS


class ShareWatch(Seen):
    def shares(self) -> None:
        self.gifts()
        self.coupons()
        self.points()

    def gifts(self) -> None:
        """A.6 c and h: who got a gift paid nothing for it."""
        if self.order.list_cents:
            for line in lines_of(self.session, self.order):
                assert line.list_cents or not line.paid_cents

    def coupons(self) -> None:
        """A.6 b: a coupon that lapsed is taken back once, from its units and no others."""
        if not coupons_of(self.order.facts):
            return
        lines = lines_of(self.session, self.order)
        most: Counter[Unit] = Counter()
        for coupon in coupons_of(self.order.facts):
            most.update(by_unit(coupon.off_cents, lines))
        taken: Counter[Unit] = Counter()
        query = select(Clawback).where(Clawback.order_line_id.in_([line.id for line in lines]))
        for each in self.session.scalars(query):
            taken[each.order_line_id, each.unit] += each.cents
        assert all(0 < cents <= most[key] for key, cents in taken.items())

    def points(self) -> None:
        """A.6 d: never more than were spent; all of them with the last unit."""
        used = int(self.order.facts.get("points", {}).get("used", 0))
        if not used:
            assert not any(each.points for each in self.cases)
            return
        back = [each for each in self.cases if each.points_at is not None]
        given = sum(each.points for each in back)
        assert 0 <= given <= used
        done = [
            each
            for each in self.cases
            if each.state is CaseState.COMPLETED and each.kind in TAKES_UNITS
        ]
        assert all(each.points_at is not None for each in done if each.points)
        refunded = {
            (claim.order_line_id, claim.unit) for each in done for claim in self.claims[each.id]
        }
        units = queries.units_of(self.session, self.actor, self.order)
        if units and all(each.key in refunded and not each.left_cents for each in units):
            assert given == used
