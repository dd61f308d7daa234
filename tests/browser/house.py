"""A shop whose orders and cases a browser's test is about."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Self

from sqlalchemy import select

from tests.channels.serving import Served
from tests.customers.factories import make_customer
from tests.orders.factories import make_order
from tests.payments.conftest import paid_by
from xiaoer.aftersales import service as aftersales
from xiaoer.aftersales.models import Case
from xiaoer.core import clock, db
from xiaoer.core.auth import Actor, Permission, system
from xiaoer.core.shops import Shop
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

    def order(self, status: OrderStatus = OrderStatus.SIGNED, **more: Any) -> Order:
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
                "lines": [LineRow(title="盖碗", spec="白瓷", list_cents=12800)],
                "payable_cents": 12800,
                "paid_cents": 12800,
                "facts": paid_by(("wechat_1", 12800)),
                **dates,
            }
            return make_order(session, self.shop, **(usual | more))

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
        with db.transaction() as session:
            movement = session.scalars(select(Movement).where(Movement.shop_id == self.shop.id))
            answer = Answer(verdict=Verdict.SETTLED, provider_ref="wx-1")
            submitting.record(session, system("payments"), movement.one().id, answer)
            aftersales.follow_money(session, self.case().id)
