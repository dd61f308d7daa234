"""What a buyer does, and what somebody does who is not the buyer."""

from dataclasses import replace

from tests.aftersales.factories import lines_of, request
from tests.aftersales.lives.steps import Steps
from xiaoer.aftersales import service
from xiaoer.aftersales.models import (
    AmendmentKind,
    CaseKind,
    EvidenceKind,
    Reason,
    ReturnMethod,
)
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import Becomes, Change, Proof
from xiaoer.core.ids import new_id

PHOTO = Proof(EvidenceKind.ITEM_PHOTO, note="照片")
PROOFS = (
    PHOTO,
    Proof(EvidenceKind.PACKAGE_PHOTO, note="包裹"),
    Proof(EvidenceKind.PRICE_SCREENSHOT, note="降价"),
)
ARRIVED = {
    CaseKind.RETURN_REFUND: (Reason.NO_REASON, Reason.DISLIKE, Reason.QUALITY_DEFECT),
    CaseKind.EXCHANGE: (Reason.DISLIKE, Reason.QUALITY_DEFECT),
    CaseKind.REFUND_ONLY: (Reason.QUALITY_DEFECT, Reason.DAMAGED_IN_TRANSIT),
    CaseKind.RESHIP: (Reason.MISSING_ITEM, Reason.MISSING_PARTS),
    CaseKind.REPAIR: (Reason.WARRANTY_FAULT, Reason.QUALITY_DEFECT),
    CaseKind.PRICE_ADJUST: (Reason.PRICE_DROP,),
}
"""What a buyer who has the goods asks for each kind of case."""


class Asking(Steps):
    def open(self, pick: int, cents: int) -> None:
        kinds = list(ARRIVED)
        kind = kinds[pick % len(kinds)]
        if cents % 8 and self.order.shipped_at is None:
            kind = CaseKind.REFUND_ONLY
        why = ARRIVED[kind]
        if self.order.signed_at is None:
            why = (Reason.NO_LONGER_NEEDED, Reason.NOT_RECEIVED)
        count = len(lines_of(self.session, self.order))
        qty = [(pick + place * cents) % 3 for place in range(count)]
        wanted = request(
            self.session,
            self.order,
            *(qty if any(qty) else [1]),
            kind=kind,
            reason=why[pick // 2 % len(why)],
            cents=cents if cents % 3 == 0 or kind is CaseKind.PRICE_ADJUST else None,
            sku_id=self.skus[cents % 3].id if kind is CaseKind.EXCHANGE else None,
            instrument_id=self.card.id if pick % 2 else None,
            condition=("intact", "intact", "worn", None)[cents % 4],
            return_method=ReturnMethod.PICK_UP if cents % 5 == 0 else None,
            proofs=PROOFS,
        )
        key = new_id()
        case = service.open_case(
            self.session, self.buyer, order_id=self.order.id, request=wanted, key=key
        )
        self.keys.append((key, wanted, case.id))

    def all_of_it(self, pick: int, _cents: int) -> None:
        """Everything that is left, back for everything that is left."""
        delivered = self.order.signed_at is not None
        wanted = request(
            self.session,
            self.order,
            kind=CaseKind.RETURN_REFUND if delivered else CaseKind.REFUND_ONLY,
            reason=Reason.NO_REASON if delivered else Reason.NO_LONGER_NEEDED,
            condition="intact",
        )
        key = new_id()
        case = service.open_case(
            self.session, self.buyer, order_id=self.order.id, request=wanted, key=key
        )
        self.keys.append((key, wanted, case.id))

    def again(self, pick: int, cents: int) -> None:
        """I9, I10: a key that was used opens nothing new."""
        if not self.keys:
            return
        key, wanted, case_id = self.keys[pick % len(self.keys)]
        if cents % 2:
            wanted = replace(wanted, text="别的内容")
        found = service.open_case(
            self.session, self.buyer, order_id=self.order.id, request=wanted, key=key
        )
        assert found.id == case_id
        assert not cents % 2, "another content under a used key"

    def stranger(self, pick: int, _cents: int) -> None:
        """I25."""
        if case := self._case(pick):
            stranger = replace(self.buyer, id=new_id())
            service.withdraw(self.session, stranger, case_id=case.id, version=case.version)
            raise AssertionError("a stranger was let in")

    def accept(self, pick: int, _cents: int) -> None:
        self._act(service.accept, self.buyer, pick, Command.ACCEPT)

    def decline(self, pick: int, cents: int) -> None:
        counter = {"counter_cents": cents} if cents % 2 else {}
        self._act(service.decline, self.buyer, pick, Command.DECLINE, **counter)

    def revise(self, pick: int, cents: int) -> None:
        self._act(service.revise, self.buyer, pick, Command.REVISE, cents=cents)

    def withdraw(self, pick: int, _cents: int) -> None:
        self._act(service.withdraw, self.buyer, pick)

    def escalate(self, pick: int, _cents: int) -> None:
        self._act(service.escalate, self.buyer, pick, Command.ESCALATE, words="请平台评理")

    def prove(self, pick: int, _cents: int) -> None:
        self._tell(service.add_evidence, self.buyer, pick, Command.ADD_EVIDENCE, proof=PHOTO)

    def choose(self, pick: int, _cents: int) -> None:
        """What to do about a parcel that cannot be stopped."""
        choice = ("refuse", "wait")[pick % 2]
        self._act(service.choose, self.buyer, pick, Command.APPROVE, choice=choice)

    def pick_up(self, pick: int, _cents: int) -> None:
        told = {"window": "明天 9–12 点", "courier": "顺丰"}
        self._act(service.arrange_pickup, self.buyer, pick, Command.SHIP_BACK, pickup=told)

    def ship_back(self, pick: int, _cents: int) -> None:
        number = {"carrier": "圆通", "tracking_no": f"YT{new_id().hex[-10:]}"}
        self._act(service.ship_back, self.buyer, pick, Command.SHIP_BACK, **number)

    def confirm(self, pick: int, _cents: int) -> None:
        self._act(service.confirm, self.buyer, pick, Command.CONFIRM)

    def pay(self, pick: int, _cents: int) -> None:
        self._act(service.pay, self.buyer, pick, Command.TOP_UP, instrument_id=self.card.id)

    def amend(self, pick: int, cents: int) -> None:
        line = lines_of(self.session, self.order)[0]
        swaps = [Becomes(line.id, self.skus[cents % 3].id, 1 if pick % 2 else None)]
        change = (
            Change(AmendmentKind.SWAP_ITEMS, swaps=swaps, instrument_id=self.card.id)
            if pick % 3
            else Change(AmendmentKind.CHANGE_PAYMENT, instrument_id=self.card.id)
        )
        service.amend(self.session, self.buyer, order_id=self.order.id, change=change, key=new_id())
