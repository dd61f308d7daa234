"""A shop whose orders and cases a browser's test is about."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Self
from uuid import UUID

from sqlalchemy import select

from tests.channels.serving import Served
from tests.customers.factories import make_customer
from tests.orders.factories import make_order
from tests.payments.conftest import paid_by
from xiaoer.aftersales import service as aftersales
from xiaoer.aftersales.models import Case, CaseKind, EvidenceKind, Reason
from xiaoer.aftersales.rules import Wanted
from xiaoer.aftersales.service import Proof, Request
from xiaoer.catalog.models import Product, Sku
from xiaoer.core import clock, db
from xiaoer.core.auth import Actor, Permission, system
from xiaoer.core.ids import new_id
from xiaoer.core.shops import Shop
from xiaoer.orders import queries as orders
from xiaoer.orders.models import Order, OrderStatus
from xiaoer.orders.service import LineRow
from xiaoer.payments.models import InstrumentKind, Movement
from xiaoer.payments.provider import Answer, Verdict
from xiaoer.payments.service import InstrumentRow, instruments, submitting

ORDER_NO, TAIL = "2026112600004711", "5678"


@dataclass
class House:
    """A shop with a return address, an agent with every right, and an order that arrived."""

    url: str
    shop: Shop
    agent: Actor

    @classmethod
    def open(cls, served: Served) -> Self:
        shop, agent = served.new_shop()
        everything = replace(agent, permissions=frozenset(Permission))
        with db.transaction() as session:
            aftersales.set_place(
                session,
                everything,
                shop_id=shop.id,
                name="杭州仓",
                recipient="退货组",
                phone="0571-1234567",
                address="浙江省杭州市余杭区 1 号",
            )
        return cls(served.url, shop, everything)

    def variants(self, *cents: int) -> list[Sku]:
        """Variants of one article at these prices, all in stock."""
        with db.transaction() as session:
            product = Product(shop_id=self.shop.id, external_id="p1", title="盖碗", facts={})
            session.add(product)
            session.flush()
            made = [
                Sku(
                    shop_id=self.shop.id,
                    product_id=product.id,
                    external_id=f"s{number}",
                    spec=f"{number} 号",
                    price_cents=price,
                    currency="CNY",
                    actual_stock=5,
                    actual_synced_at=clock.now(),
                )
                for number, price in enumerate(cents)
            ]
            session.add_all(made)
            session.flush()
            session.expunge_all()
            return made

    def order(
        self, status: OrderStatus = OrderStatus.SIGNED, sku_id: UUID | None = None, **more: Any
    ) -> Order:
        now = clock.now()
        dates: dict[str, Any] = {"placed_at": now - timedelta(days=3)}
        dates |= {"paid_at": now - timedelta(days=3)}
        if status is OrderStatus.SIGNED:
            dates |= {"shipped_at": now - timedelta(days=2), "signed_at": now - timedelta(days=1)}
        with db.transaction() as session:
            buyer = make_customer(session, self.shop, channel="site", external_id="u-1")
            row = InstrumentRow(
                customer_id=buyer.id,
                kind=InstrumentKind.WALLET,
                external_id="wechat_1",
                currency="CNY",
                label="微信支付",
            )
            instruments.load(session, system(), shop_id=self.shop.id, rows=[row])
            usual: dict[str, Any] = {
                "order_no": ORDER_NO,
                "status": status,
                "customer_id": buyer.id,
                "receiver_name": "沈小姐",
                "receiver_phone": f"1381234{TAIL}",
                "receiver_address": "浙江省杭州市西湖区 8 号",
                "lines": [LineRow(title="盖碗", spec="白瓷", list_cents=12800, sku_id=sku_id)],
                "payable_cents": 12800,
                "paid_cents": 12800,
                "facts": paid_by(("wechat_1", 12800)),
                **dates,
            }
            return make_order(session, self.shop, **(usual | more))

    def ask(self, order: Order, **more: Any) -> None:
        """The customer asks for all of the order's money."""
        with db.transaction() as session:
            lines = [
                Wanted(each.id, each.quantity or 1) for each in orders.lines(session, order.id)
            ]
            asked: dict[str, Any] = {"kind": CaseKind.REFUND_ONLY, "reason": Reason.WRONG_ORDER}
            aftersales.open_case(
                session,
                self.agent,
                order_id=order.id,
                request=Request(lines=lines, **(asked | more)),
                key=new_id(),
            )

    def dispute(self, order: Order) -> None:
        """Parts are missing, the shop refuses, the customer does not accept it."""
        proofs = [Proof(EvidenceKind.UNBOXING_VIDEO, (), "开箱"), Proof(EvidenceKind.PACKAGE_PHOTO)]
        self.ask(order, reason=Reason.MISSING_ITEM, proofs=proofs)
        with db.transaction() as session:
            case = self.case()
            aftersales.refuse(
                session,
                self.agent,
                case_id=case.id,
                version=case.version,
                reason="amount_wrong",
                words="不符",
            )
            aftersales.escalate(session, self.agent, case_id=case.id)

    def case(self) -> Case:
        with db.transaction() as session:
            found = session.scalars(select(Case).where(Case.shop_id == self.shop.id)).one()
            session.expunge(found)
            return found

    def approve(self) -> None:
        case = self.case()
        with db.transaction() as session:
            aftersales.approve(
                session,
                self.agent,
                case_id=case.id,
                version=case.version,
                cents=case.requested_cents,
                reasonable=True,
                conditions_met=True,
            )

    def pay(self) -> None:
        """The provider says that the money is there."""
        self._answer(Answer(verdict=Verdict.SETTLED, provider_ref="wx-1"))

    def fail(self) -> None:
        """The provider says that the card is closed."""
        self._answer(Answer(verdict=Verdict.FAILED, failure="card_closed"))

    def _answer(self, answer: Answer) -> None:
        with db.transaction() as session:
            query = select(Movement).where(Movement.shop_id == self.shop.id)
            movement = session.scalars(query.order_by(Movement.id.desc())).first()
            assert movement is not None
            submitting.record(session, system("payments"), movement.id, answer)
        self.follow()

    def follow(self) -> None:
        """The case goes where its money went."""
        with db.transaction() as session:
            aftersales.follow_money(session, self.case().id)
