"""What the writes of the retail data set do, by its own README: a shop of plain dicts, and random
tasks with the verdicts and end states that follow."""

import copy
import random
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import orjson

Row = dict[str, Any]
ADDRESS = ("address1", "address2", "city", "country", "state", "zip")
REASONS = ("no longer needed", "ordered by mistake")
TOO_LOW = "gift_card_balance_too_low"


class Refused(Exception):
    """Nothing was changed. `why` where the data set has a code for it."""

    def __init__(self, why: str | None = None) -> None:
        super().__init__(why)
        self.why = why


class Truth:
    """Customers and orders, changed by the writes of one task."""

    def __init__(self, folder: Path) -> None:
        self.first_users: Row = orjson.loads((folder / "users.json").read_bytes())
        self.first_orders: Row = orjson.loads((folder / "orders.json").read_bytes())
        products: Row = orjson.loads((folder / "products.json").read_bytes())
        self.variants: Row = {
            variant["item_id"]: variant | {"product": product["product_id"]}
            for product in products.values()
            for variant in product["variants"].values()
        }
        self.reset()

    def reset(self) -> None:
        self.users: Row = {}
        self.orders: Row = {}

    def user(self, user_id: str) -> Row:
        if user_id not in self.first_users:
            raise Refused
        found: Row = self.users.setdefault(user_id, copy.deepcopy(self.first_users[user_id]))
        return found

    def order(self, number: str, own: str) -> Row:
        if number not in self.first_orders or self.first_orders[number]["user_id"] != own:
            raise Refused
        found: Row = self.orders.setdefault(number, copy.deepcopy(self.first_orders[number]))
        return found

    def run(self, task: Row) -> Row:
        """The task with what is expected of it."""
        self.reset()
        steps = [self._step(step, task["user_id"]) for step in task["steps"]]
        return task | {
            "steps": steps,
            "orders_after": self._changed(self.orders, self.first_orders),
            "users_after": self._changed(self.users, self.first_users),
        }

    def _step(self, step: Row, own: str) -> Row:
        kept = copy.deepcopy((self.users, self.orders))
        try:
            getattr(self, step["op"])(own, step["args"])
        except Refused as refused:
            self.users, self.orders = kept
            return step | {"expect": "reject", "why": refused.why}
        return step | {"expect": "accept", "why": None}

    @staticmethod
    def _changed(now: Row, before: Row) -> Row:
        return {name: row for name, row in now.items() if row != before[name]}

    # -- the writes ---------------------------------------------------------------------------

    def cancel_pending_order(self, own: str, args: Row) -> None:
        order = self.order(args["order_id"], own)
        if order["status"] != "pending" or args["reason"] not in REASONS:
            raise Refused
        held: dict[str, int] = {}
        for row in order["payment_history"]:
            sign = 1 if row["transaction_type"] == "payment" else -1
            name = row["payment_method_id"]
            held[name] = held.get(name, 0) + sign * _cents(row["amount"])
        for name, cents in held.items():
            if cents:
                self._move(order, name, -cents)
        order["status"], order["cancel_reason"] = "cancelled", args["reason"]

    def modify_pending_order_address(self, own: str, args: Row) -> None:
        order = self.order(args["order_id"], own)
        if not order["status"].startswith("pending"):
            raise Refused
        order["address"] = {name: args[name] for name in ADDRESS}

    def modify_pending_order_items(self, own: str, args: Row) -> None:
        order = self.order(args["order_id"], own)
        if order["status"] != "pending":
            raise Refused
        difference = self._difference(order, args)
        self._covers(order, args["payment_method_id"], difference)
        if difference:
            self._move(order, args["payment_method_id"], difference)
        for old, new in zip(args["item_ids"], args["new_item_ids"], strict=True):
            row = next(
                each for each in order["items"] if each["item_id"] == old and "was" not in each
            )
            variant = self.variants[new]
            row |= {
                "item_id": new, "price": variant["price"], "options": variant["options"], "was": 1
            }  # fmt: skip
        for row in order["items"]:
            row.pop("was", None)
        order["status"] = "pending (item modified)"

    def modify_pending_order_payment(self, own: str, args: Row) -> None:
        order = self.order(args["order_id"], own)
        history = order["payment_history"]
        if not order["status"].startswith("pending") or len(history) != 1:
            raise Refused
        old, new = history[0]["payment_method_id"], args["payment_method_id"]
        cents = _cents(history[0]["amount"])
        if new == old:
            raise Refused
        self._covers(order, new, cents)
        self._move(order, new, cents)
        self._move(order, old, -cents)

    def modify_user_address(self, _own: str, args: Row) -> None:
        self.user(args["user_id"])["address"] = {name: args[name] for name in ADDRESS}

    def return_delivered_order_items(self, own: str, args: Row) -> None:
        order = self.order(args["order_id"], own)
        self._check_items(order, args["item_ids"])
        method = args["payment_method_id"]
        original = order["payment_history"][0]["payment_method_id"]
        if order["status"] != "delivered" or method not in self.user(own)["payment_methods"]:
            raise Refused
        if method != original and not method.startswith("gift_card"):
            raise Refused
        order["status"] = "return requested"
        order["return_items"] = sorted(args["item_ids"])
        order["return_payment_method_id"] = method

    def exchange_delivered_order_items(self, own: str, args: Row) -> None:
        order = self.order(args["order_id"], own)
        if order["status"] != "delivered":
            raise Refused
        difference = self._difference(order, args)
        self._covers(order, args["payment_method_id"], difference)
        order["status"] = "exchange requested"
        order["exchange_items"] = sorted(args["item_ids"])
        order["exchange_new_items"] = sorted(args["new_item_ids"])
        order["exchange_payment_method_id"] = args["payment_method_id"]
        order["exchange_price_difference"] = difference / 100

    # -- what they share ----------------------------------------------------------------------

    def _check_items(self, order: Row, wanted: list[str]) -> None:
        there = Counter(each["item_id"] for each in order["items"])
        if not wanted or Counter(wanted) - there:
            raise Refused

    def _difference(self, order: Row, args: Row) -> int:
        old, new = args["item_ids"], args["new_item_ids"]
        self._check_items(order, old)
        if len(old) != len(new):
            raise Refused
        prices = {each["item_id"]: _cents(each["price"]) for each in order["items"]}
        for before, after in zip(old, new, strict=True):
            variant = self.variants.get(after)
            if variant is None or not variant["available"]:
                raise Refused
            if variant["product"] != self.variants[before]["product"]:
                raise Refused
        return sum(_cents(self.variants[each]["price"]) for each in new) - sum(
            prices[each] for each in old
        )

    def _covers(self, order: Row, name: str, cents: int) -> None:
        known = self.user(order["user_id"])["payment_methods"].get(name)
        if known is None:
            raise Refused
        if known["source"] == "gift_card" and _cents(known["balance"]) < cents:
            raise Refused(TOO_LOW)

    def _move(self, order: Row, name: str, cents: int) -> None:
        kind = "payment" if cents > 0 else "refund"
        row = {"transaction_type": kind, "amount": abs(cents) / 100, "payment_method_id": name}
        order["payment_history"].append(row)
        known = self.user(order["user_id"])["payment_methods"].get(name, {})
        if known.get("source") == "gift_card":
            known["balance"] = (_cents(known["balance"]) - cents) / 100


def _cents(amount: float) -> int:
    return int(Decimal(str(amount)) * 100)


class Chance:
    """Random tasks: mostly such as people ask for, now and then what cannot be."""

    def __init__(self, truth: Truth, seed: int) -> None:
        self.truth, self.random = truth, random.Random(seed)

    def task(self, name: str, user_id: str) -> Row:
        steps = [self.step(user_id) for _ in range(self.random.choice((1, 1, 2, 2, 3)))]
        made = self.truth.run({"task": name, "user_id": user_id, "steps": steps})
        for each in made["steps"]:
            if each["expect"] == "reject" and each["why"] is None:
                del each["why"]  # the data set has no code for it
        return made

    def step(self, user_id: str) -> Row:
        pick, user = self.random, self.truth.first_users[user_id]
        if not user["orders"] or pick.random() < 0.05:
            return {"op": "modify_user_address", "args": {"user_id": user_id} | self._place()}
        number = pick.choice(user["orders"])
        order = self.truth.first_orders[number]
        pending = ("cancel_pending_order", "modify_pending_order_items",
                   "modify_pending_order_address", "modify_pending_order_payment")  # fmt: skip
        delivered = ("return_delivered_order_items", "exchange_delivered_order_items")
        fits = {"pending": pending, "delivered": delivered}.get(
            order["status"], pending + delivered
        )
        op = pick.choice(fits if pick.random() < 0.93 else pending + delivered)
        args: Row = {"order_id": self._rarely("#W0000000", self._elses(number))}
        if op == "cancel_pending_order":
            args["reason"] = self._rarely("too slow", pick.choice(REASONS))
        elif op == "modify_pending_order_address":
            args |= self._place()
        elif op == "modify_pending_order_payment":
            args["payment_method_id"] = self._method(user_id, order)
        else:
            args |= self._items(order, swaps=not op.startswith("return"))
            args["payment_method_id"] = self._method(user_id, order)
        return {"op": op, "args": args}

    def _rarely(self, other: str, usual: str) -> str:
        return other if self.random.random() < 0.04 else usual

    def _elses(self, number: str) -> str:
        return self._rarely(self.random.choice(list(self.truth.first_orders)), number)

    def _method(self, user_id: str, order: Row) -> str:
        own = list(self.truth.first_users[user_id]["payment_methods"])
        usual = order["payment_history"][0]["payment_method_id"]
        if self.random.random() < 0.5:
            usual = self.random.choice(own)
        other = self.random.choice(list(self.truth.first_users.values()))
        return self._rarely(self.random.choice(list(other["payment_methods"])), usual)

    def _items(self, order: Row, *, swaps: bool) -> Row:
        pick = self.random
        rows = pick.sample(order["items"], pick.randint(1, min(3, len(order["items"]))))
        old = [self._rarely("0000000000", each["item_id"]) for each in rows]
        if pick.random() < 0.04:
            old.append(old[0])
        if not swaps:
            return {"item_ids": old}
        new = [self._new(each) for each in old]
        return {"item_ids": old, "new_item_ids": new[: len(new) - (pick.random() < 0.04)]}

    def _new(self, item: str) -> str:
        variants = self.truth.variants
        product = variants.get(item, {}).get("product")
        kind = self.random.random()
        among = [
            each["item_id"]
            for each in variants.values()
            if kind > 0.96 or (each["product"] == product and (each["available"] or kind > 0.9))
        ]
        return self.random.choice(among or list(variants))

    def _place(self) -> Row:
        number = self.random.randint(1, 999)
        return {
            "address1": f"{number} Elm Street", "address2": self.random.choice(("", "Suite 3")),
            "city": "San Jose", "state": "CA", "country": "USA", "zip": "95101",
        }  # fmt: skip
