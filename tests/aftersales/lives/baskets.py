"""Orders as random as they come: gifts, kits, coupons of both sides, points, several payments."""

from typing import Any
from uuid import UUID

from hypothesis import strategies as st
from sqlalchemy.orm import Session

from tests.aftersales.conftest import facts_of
from tests.orders.factories import make_order
from tests.payments.conftest import paid_by
from xiaoer.catalog.models import Product, Sku
from xiaoer.core import clock
from xiaoer.core.ids import new_id
from xiaoer.core.money import allocate
from xiaoer.core.shops import Shop
from xiaoer.orders.models import Order, OrderStatus
from xiaoer.orders.service import LineRow

PRICES = (5000, 6200, 3100)
"""Today's, of the three variants that things are exchanged for."""
PARTS = [{"title": "茶壶", "qty": 1, "weight": 61}, {"title": "茶杯", "qty": 4, "weight": 39}]
METHODS = ("credit_card", "paypal", "gift_card", "balance")

LINES = st.lists(
    st.tuples(
        st.sampled_from([0, 1, 999, 5000, 7333, 60000]),
        st.integers(1, 3),
        st.sampled_from(["article", "article", "article", "kit", "gift"]),
    ),
    min_size=1,
    max_size=4,
).filter(lambda lines: any(cents and kind != "gift" for cents, _, kind in lines))
"""List price of one, how many, and what it is; a gift costs nothing and has that value."""
COUPONS = st.lists(
    st.tuples(
        st.sampled_from(["merchant", "merchant", "platform"]),
        st.sampled_from([40, 80, 100]),
        st.sampled_from([1, 7, 15]),
    ),
    max_size=2,
)
"""Who gives it, from how much of the goods on it holds, and how much it takes off, in percent."""
BASKETS = st.fixed_dictionaries(
    {
        "lines": LINES,
        "off": st.integers(0, 30),
        "coupons": COUPONS,
        "points": st.sampled_from([0, 0, 1, 333]),
        "freight": st.sampled_from([0, 1, 800]),
        "paid": st.lists(st.integers(0, 4), min_size=4, max_size=4).filter(any),
        "refunded": st.sampled_from([0, 0, 0, 10]),
        "status": st.sampled_from([OrderStatus.PAID, OrderStatus.SHIPPED, OrderStatus.SIGNED]),
        "terms": st.sampled_from(["house", "house", "lapsing", "strict"]),
    }
)
"""`off`: percent that the shop gives by itself; `points`: spent, a cent each; `paid`: the shares of
`METHODS`; `refunded`: percent that went back where the order comes from; `terms`: of the shop."""


class Shelf:
    """What the shop sells: three variants of one thing, and a kit."""

    def __init__(self, session: Session, shop: Shop) -> None:
        self.session, self.shop = session, shop
        thing = self._product("衬衫", {})
        self.skus = [self._sku(thing, number, cents) for number, cents in enumerate(PRICES)]
        self.kit = self._sku(self._product("茶具", {"components": PARTS}), 0, 10000)

    def _product(self, title: str, facts: dict[str, Any]) -> Product:
        made = Product(shop_id=self.shop.id, external_id=new_id().hex, title=title, facts=facts)
        self.session.add(made)
        self.session.flush()
        return made

    def _sku(self, product: Product, number: int, cents: int) -> Sku:
        made = Sku(
            shop_id=self.shop.id,
            product_id=product.id,
            external_id=new_id().hex,
            spec=f"{number} 号",
            price_cents=cents,
            currency="CNY",
            actual_stock=5,
            actual_synced_at=clock.now(),
        )
        self.session.add(made)
        self.session.flush()
        return made

    def line(self, number: int, cents: int, qty: int, kind: str) -> LineRow:
        sku_id = {"kit": self.kit.id, "article": self.skus[0].id}.get(kind)
        if kind != "gift":
            return LineRow(
                title=f"商品 {number}", list_cents=cents * qty, quantity=qty, sku_id=sku_id
            )
        told = {"flags": ["gift"], "value_cents": cents}
        return LineRow(title=f"赠品 {number}", list_cents=0, quantity=qty, facts=told)


def buy(shelf: Shelf, buyer_id: UUID, told: dict[str, Any]) -> Order:
    """The order of a basket, as its source would tell of it."""
    lines = [shelf.line(number, *each) for number, each in enumerate(told["lines"])]
    listed = sum(line.list_cents for line in lines)
    coupons = [
        {
            "code": f"C{number}",
            "by": by,
            "threshold_cents": listed * start // 100,
            "off_cents": listed * off // 100,
        }
        for number, (by, start, off) in enumerate(told["coupons"])
    ]
    platform = sum(each["off_cents"] for each in coupons if each["by"] == "platform")
    off = listed * told["off"] // 100 + sum(each["off_cents"] for each in coupons) - platform
    points = min(told["points"], listed - platform - off)
    total = listed - platform - off - points + told["freight"]
    refunded = total * told["refunded"] // 100
    names = [f"{kind}_{new_id().hex[-6:]}" for kind in METHODS]
    ways = zip(names, allocate(total, told["paid"]), strict=True)
    return make_order(
        shelf.session,
        shelf.shop,
        lines=lines,
        payable_cents=total,
        paid_cents=total,
        refunded_cents=refunded,
        platform_discount_cents=platform,
        freight_cents=told["freight"],
        status=told["status"],
        facts=paid_by(*((name, cents) for name, cents in ways if cents))
        | {"coupons": coupons, "points": {"used": points}},
        customer_id=buyer_id,
        **facts_of(told["status"]),
    )
