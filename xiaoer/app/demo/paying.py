"""How the demo's customers pay."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core.auth import system
from xiaoer.core.shops import Shop
from xiaoer.customers.service import CustomerRow
from xiaoer.payments.models import InstrumentKind
from xiaoer.payments.service import InstrumentRow
from xiaoer.payments.service import instruments as payments

PAYMENTS = (
    ("wechat", InstrumentKind.WALLET, "微信支付"),
    ("alipay", InstrumentKind.WALLET, "支付宝"),
    ("credit_card", InstrumentKind.CARD, "招商银行信用卡 尾号 {tail}"),
)


def _usual(buyer: CustomerRow) -> tuple[str, InstrumentKind, str]:
    """How a customer pays: the name at the provider, the kind, and what they call it."""
    number = int(buyer.external_id.rpartition("-")[2])
    word, kind, label = PAYMENTS[number % len(PAYMENTS)]
    return f"{word}_{1000 + number}", kind, label.format(tail=f"{6000 + number}")


def paid_with(buyer: CustomerRow, paid: int) -> dict[str, Any]:
    if not paid:
        return {}
    step = {"transaction_type": "payment", "amount": paid / 100}
    return {"payment_history": [step | {"payment_method_id": _usual(buyer)[0]}]}


def add_payments(session: Session, shop: Shop, buyers: list[tuple[UUID, CustomerRow]]) -> None:
    """Each customer's own means of payment; every twentieth has a gift card of the shop, too."""
    rows = []
    for n, (customer_id, buyer) in enumerate(buyers):
        name, kind, label = _usual(buyer)
        common: dict[str, Any] = {"customer_id": customer_id, "currency": shop.currency}
        rows.append(InstrumentRow(kind=kind, external_id=name, label=label, **common))
        if n % 20 == 0:
            card = InstrumentKind.GIFT_CARD
            named: dict[str, Any] = {
                "external_id": f"gift_card_{9000 + n}",
                "label": f"{shop.name}礼品卡",
            }
            rows.append(InstrumentRow(kind=card, balance_cents=20_000, **named, **common))
    payments.load(session, system("demo"), shop_id=shop.id, rows=rows)
