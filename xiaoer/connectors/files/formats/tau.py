"""The retail shop of tau-bench: orders.json, users.json and products.json in one folder."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from xiaoer.catalog.service import ProductRow, SkuRow
from xiaoer.connectors.files.errors import FileNotReadable
from xiaoer.connectors.files.formats import values
from xiaoer.connectors.files.formats.drafts import Draft, Rows, Staged, Verdict, refused
from xiaoer.connectors.files.models import MAIN
from xiaoer.customers.service import AddressRow, CustomerRow
from xiaoer.orders.models import OrderStatus
from xiaoer.orders.service import LineRow, OrderRow

FORMAT = "tau_retail"
CURRENCY = "USD"
CHANNEL = "tau"

_STATUSES = {
    "pending": OrderStatus.PAID,
    "processed": OrderStatus.SHIPPED,
    "delivered": OrderStatus.SIGNED,
    "cancelled": OrderStatus.CLOSED,
}


class Tau:
    """Whole JSON documents; a row is an entry of orders.json, counted from 1."""

    def __init__(self, orders: Path) -> None:
        self.orders, self.folder = orders, orders.parent
        self.format, self.headings = FORMAT, ["order_id", "user_id", "status", "items"]
        self.mapping: dict[str, str] = {}
        self._users = self._document("users.json")

    def _document(self, name: str) -> dict[str, Any]:
        path = self.folder / name
        if not path.is_file():
            return {}
        try:
            found = orjson.loads(path.read_bytes())
        except orjson.JSONDecodeError as error:
            raise FileNotReadable(name=name, problem=str(error)) from error
        if not isinstance(found, dict):
            raise FileNotReadable(name=name, problem="{…}?")
        return found

    def parts(self) -> Iterator[tuple[str, Iterator[Staged]]]:
        yield MAIN, self._staged()

    def _staged(self) -> Iterator[Staged]:
        for line, (number, order) in enumerate(self._document(self.orders.name).items(), start=1):
            if not number or not isinstance(order, dict):
                yield Staged(line, "", {}, {"code": "NoOrderNumber"})
            else:
                yield Staged(line, number, order)

    def customers(self) -> Iterator[CustomerRow]:
        return (_customer(user_id, user) for user_id, user in self._users.items())

    def catalog(self) -> tuple[list[ProductRow], list[SkuRow]]:
        products, skus = [], []
        for product in self._document("products.json").values():
            products.append(ProductRow(external_id=product["product_id"], title=product["name"]))
            skus += [
                SkuRow(
                    product_external_id=product["product_id"],
                    external_id=variant["item_id"],
                    spec=_spec(variant["options"]),
                    price_cents=_cents(variant["price"]),
                    on_sale=variant["available"],
                )
                for variant in product["variants"].values()
            ]
        return products, skus

    def draft(self, key: str, rows: Rows) -> Draft:
        row = rows[MAIN][-1]
        try:
            return self._draft(key, row)
        except (KeyError, TypeError, AttributeError, IndexError) as error:
            return refused(rows, MAIN, {"code": "BrokenRow", "problem": f"{error!r}"[:200]})
        except values.Unclear as problem:
            return refused(rows, MAIN, {"code": problem.code, "value": problem.value})

    def _draft(self, key: str, row: Staged) -> Draft:
        order, user_id = row.data, row.data["user_id"]
        verdicts: dict[tuple[str, int], Verdict] = {}
        user = self._users.get(user_id)
        if user is None:
            problem = {"code": "NoCustomer", "key": user_id}
            verdicts[MAIN, row.line] = Verdict(problems=[problem])
        money = Counter[str]()
        for step in order["payment_history"]:
            money[step["transaction_type"]] += _cents(step["amount"])
        counts = Counter(item["item_id"] for item in order["items"])
        items = {item["item_id"]: item for item in order["items"]}
        tracking = [number for each in order["fulfillments"] for number in each["tracking_id"]]
        address = order["address"]
        return Draft(
            OrderRow(
                order_no=key,
                source=FORMAT,
                status=_STATUSES[order["status"]],
                currency=CURRENCY,
                lines=[_line(item, counts[item_id]) for item_id, item in items.items()],
                payable_cents=money["payment"],
                paid_cents=money["payment"],
                refunded_cents=money["refund"],
                receiver_name=_name(user) if user else "",
                receiver_address=f"{_street(address)}, {_region(address)} {address['zip']}",
                tracking_no=",".join(tracking)[:120],
                facts={"status": order["status"], "payment_history": order["payment_history"]},
            ),
            CustomerRow(channel=CHANNEL, external_id=user_id),
            list(items),
            verdicts,
        )


def _customer(user_id: str, user: dict[str, Any]) -> CustomerRow:
    address = user["address"]
    home = AddressRow(
        receiver=_name(user),
        region=_region(address),
        street=_street(address),
        postal_code=address["zip"],
    )
    return CustomerRow(
        channel=CHANNEL,
        external_id=user_id,
        name=_name(user),
        email=user["email"],
        addresses=[home],
    )


def _line(item: dict[str, Any], quantity: int) -> LineRow:
    return LineRow(
        title=item["name"],
        spec=_spec(item["options"]),
        list_cents=_cents(item["price"]) * quantity,
        quantity=quantity,
        facts={"item_id": item["item_id"], "product_id": item["product_id"]},
    )


def _cents(amount: float) -> int:
    return values.cents(repr(amount)) or 0


def _name(user: dict[str, Any]) -> str:
    return f"{user['name']['first_name']} {user['name']['last_name']}"


def _spec(options: dict[str, str]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in options.items())


def _street(address: dict[str, str]) -> str:
    return f"{address['address1']}, {address['address2']}".rstrip(", ")


def _region(address: dict[str, str]) -> str:
    return f"{address['country']} {address['state']} {address['city']}"
