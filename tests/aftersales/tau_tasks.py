"""Tasks over the retail data set that its own list does not have: what has to be refused, and
combinations of writes. Each is about customers of its own."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson

Row = dict[str, Any]
ACCEPT, REJECT = "accept", "reject"


class Picker:
    """Chooses customers and orders of the source that no other task is about."""

    def __init__(self, folder: Path, used: set[str]) -> None:
        self.users: Row = orjson.loads((folder / "users.json").read_bytes())
        self.orders: Row = orjson.loads((folder / "orders.json").read_bytes())
        products: Row = orjson.loads((folder / "products.json").read_bytes())
        self.variants = {
            variant["item_id"]: variant | {"product": product["product_id"]}
            for product in products.values()
            for variant in product["variants"].values()
        }
        self.used = used

    def order(self, status: str, fits: Callable[[Row, Row], bool] = lambda *_: True) -> Row:
        for order in self.orders.values():
            user = self.users[order["user_id"]]
            if order["status"] != status or order["user_id"] in self.used:
                continue
            if fits(order, user):
                self.used.add(order["user_id"])
                return order
        raise LookupError(status)

    def variant(self, item_id: str, *, available: bool = True, dearer: bool | None = None) -> str:
        """Another variant of the same product."""
        old = self.variants[item_id]
        return next(
            each["item_id"]
            for each in self.variants.values()
            if each["product"] == old["product"]
            and each["item_id"] != item_id
            and each["available"] is available
            and (dearer is None or (each["price"] > old["price"]) is dearer)
        )

    def variants_of(self, item_id: str, count: int) -> list[str]:
        product = self.variants[item_id]["product"]
        found = [
            each["item_id"]
            for each in self.variants.values()
            if each["product"] == product and each["available"] and each["item_id"] != item_id
        ]
        return found[:count]

    def other_product(self, item_id: str) -> str:
        product = self.variants[item_id]["product"]
        return next(
            each["item_id"]
            for each in self.variants.values()
            if each["product"] != product and each["available"]
        )

    def foreign_method(self, user_id: str) -> str:
        return next(
            name
            for other, user in self.users.items()
            if other != user_id
            for name in user["payment_methods"]
            if name not in self.users[user_id]["payment_methods"]
        )


def method(order: Row) -> str:
    return str(order["payment_history"][0]["payment_method_id"])


def step(op: str, order: Row | str, why: str | None = None, **args: Any) -> Row:
    number = order if isinstance(order, str) else order["order_id"]
    return {
        "op": op,
        "args": {"order_id": number} | args,
        "expect": ACCEPT if why is None else REJECT,
        "why": why,
    }


def task(name: str, user_id: str | None, *steps: Row, **after: Any) -> Row:
    """Where every write is refused, nothing may have changed."""
    refused = all(each["expect"] == REJECT for each in steps)
    unchanged: Row = {"orders_after": {}, "users_after": {}} if refused else {}
    return {"task": name, "user_id": user_id, "steps": list(steps)} | unchanged | after


def refused_cancellations(pick: Picker) -> list[Row]:
    cancel = "cancel_pending_order"
    mine, theirs = pick.order("pending"), pick.order("pending")
    strange, left, twice = pick.order("pending"), pick.order("delivered"), pick.order("pending")
    why = {"reason": "no longer needed"}
    return [
        task("order unknown", mine["user_id"], step(cancel, "#W0", "order_not_found", **why)),
        task(
            "order of somebody else",
            mine["user_id"],
            step(cancel, theirs, "order_not_found", **why),
        ),
        task(
            "reason not in the list",
            strange["user_id"],
            step(cancel, strange, "reason_not_allowed", reason="changed my mind"),
        ),
        task("delivered", left["user_id"], step(cancel, left, "order_not_pending", **why)),
        task(
            "cancelled twice",
            twice["user_id"],
            step(cancel, twice, **why),
            step(cancel, twice, "order_has_no_cases", **why),
        ),
    ]


def refused_swaps(pick: Picker) -> list[Row]:
    def swap(name: str, why: str, change: Callable[[Row, str], Row]) -> Row:
        order = pick.order("pending", lambda order, _: _single(pick, order["items"][0]["item_id"]))
        item = order["items"][0]["item_id"]
        args = {
            "item_ids": [item],
            "new_item_ids": [pick.variant(item)],
            "payment_method_id": method(order),
        } | change(order, item)
        done = step("modify_pending_order_items", order, why, **args)
        return task(name, order["user_id"], done)

    return [
        swap("another product", "not_the_same_product",
             lambda _, item: {"new_item_ids": [pick.other_product(item)]}),
        swap("no such variant", "not_the_same_product", lambda *_: {"new_item_ids": ["0"]}),
        swap("variant not available", "not_available",
             lambda _, item: {"new_item_ids": [pick.variant(item, available=False)]}),
        swap("somebody else's method", "payment_method_not_owned",
             lambda order, _: {"payment_method_id": pick.foreign_method(order["user_id"])}),
        swap("lists of different length", "unit_unknown",
             lambda _, item: {"new_item_ids": [pick.variant(item), pick.variant(item)]}),
        swap("one new one too few", "unit_unknown",
             lambda _, item: {"item_ids": [item, item]}),
        swap("item not in the order", "unit_unknown",
             lambda _, item: {"item_ids": [pick.other_product(item)]}),
        swap("two equal ids, one row", "unit_unknown",
             lambda _, item: {"item_ids": [item] * 2, "new_item_ids": [pick.variant(item)] * 2}),
    ]  # fmt: skip


def _single(pick: Picker, item: str) -> bool:
    """There are variants of it to be had, and one that is not."""
    try:
        pick.variant(item, available=False)
        pick.variant(item)
    except StopIteration:
        return False
    return True


def later_changes(pick: Picker) -> list[Row]:
    order = pick.order("pending", lambda order, _: len(order["items"]) > 1)
    item = order["items"][0]["item_id"]
    change = {
        "item_ids": [item],
        "new_item_ids": [item if pick.variants[item]["available"] else pick.variant(item)],
        "payment_method_id": method(order),
    }
    place = {
        "address1": "12 Elm, Suite 3", "address2": "", "city": "San Jose", "state": "CA",
        "country": "USA", "zip": "95101",
    }  # fmt: skip
    swap = "modify_pending_order_items"
    moved = pick.order("pending", _has_two_cards)
    cards = [each for each in _methods(pick, moved) if not each.startswith("gift_card")]
    other = next(each for each in cards if each != method(moved))
    pay = "modify_pending_order_payment"
    why = {"reason": "no longer needed"}
    stays = pick.order("pending")
    poor = pick.order("pending", _has_poor_gift_card)
    gift = next(each for each in _methods(pick, poor) if each.startswith("gift_card"))
    foreign = pick.order("pending")
    return [
        task(
            "items changed twice, address after, then cancelled",
            order["user_id"],
            step(swap, order, **change),
            step(swap, order, "order_already_modified", **change),
            step("modify_pending_order_address", order, **place),
            step("cancel_pending_order", order, "order_already_modified", **why),
        ),
        task(
            "payment moved twice",
            moved["user_id"],
            step(pay, moved, payment_method_id=other),
            step(pay, moved, "more_than_one_payment", payment_method_id=method(moved)),
        ),
        task(
            "the same payment",
            stays["user_id"],
            step(pay, stays, "same_payment_method", payment_method_id=method(stays)),
        ),
        task(
            "payment to a poor gift card",
            poor["user_id"],
            step(pay, poor, "gift_card_balance_too_low", payment_method_id=gift),
        ),
        task(
            "payment to somebody else's method",
            foreign["user_id"],
            step(
                pay,
                foreign,
                "payment_method_not_owned",
                payment_method_id=pick.foreign_method(foreign["user_id"]),
            ),
        ),
    ]  # fmt: skip


def _methods(pick: Picker, order: Row) -> Row:
    found: Row = pick.users[order["user_id"]]["payment_methods"]
    return found


def _has_two_cards(order: Row, user: Row) -> bool:
    cards = [each for each in user["payment_methods"] if not each.startswith("gift_card")]
    return len(cards) > 1 and method(order) in cards


def _has_poor_gift_card(order: Row, user: Row) -> bool:
    return any(
        name.startswith("gift_card")
        and name != method(order)
        and each["balance"] < order["payment_history"][0]["amount"]
        for name, each in user["payment_methods"].items()
    )


def returns_and_exchanges(pick: Picker) -> list[Row]:
    back, swap = "return_delivered_order_items", "exchange_delivered_order_items"
    foreign, own = pick.order("delivered"), pick.order("delivered", _has_two_cards)
    other = next(
        each
        for each in _methods(pick, own)
        if not each.startswith("gift_card") and each != method(own)
    )
    early, twice, doubled = pick.order("pending"), _variable(pick), _variable(pick)
    first, then = ([each["items"][0]["item_id"]] for each in (twice, doubled))
    wrong, none, poor = _variable(pick), _variable(pick), _variable(pick)
    uneven = _variable(pick)

    def items(order: Row) -> Row:
        return {
            "item_ids": [order["items"][0]["item_id"]],
            "payment_method_id": method(order),
        }

    def new(order: Row, item: str) -> Row:
        return items(order) | {"new_item_ids": [item]}

    return [
        task(
            "returned to somebody else's method",
            foreign["user_id"],
            step(
                back,
                foreign,
                "destination_not_allowed",
                **items(foreign)
                | {"payment_method_id": pick.foreign_method(foreign["user_id"])},
            ),
        ),
        task(
            "returned to another card",
            own["user_id"],
            step(
                back,
                own,
                "destination_not_allowed",
                **items(own) | {"payment_method_id": other},
            ),
        ),
        task("returned too early", early["user_id"],
             step(back, early, "order_not_delivered", **items(early))),
        task("returned, then exchanged", twice["user_id"],
             step(back, twice, **items(twice)),
             step(swap, twice, "unit_taken", **new(twice, pick.variant(first[0])))),
        task("exchanged, then returned", doubled["user_id"],
             step(swap, doubled, **new(doubled, pick.variant(then[0], dearer=False))),
             step(back, doubled, "unit_taken", **items(doubled))),
        task("exchanged for another product", wrong["user_id"],
             step(swap, wrong, "not_the_same_product",
                  **new(wrong, pick.other_product(wrong["items"][0]["item_id"])))),
        task("exchanged for what is not there", none["user_id"],
             step(swap, none, "not_available",
                  **new(none, pick.variant(none["items"][0]["item_id"], available=False)))),
        task("exchanged with somebody else's money", poor["user_id"],
             step(swap, poor, "payment_method_not_owned",
                  **new(poor, pick.variant(poor["items"][0]["item_id"]))
                  | {"payment_method_id": pick.foreign_method(poor["user_id"])})),
        task("exchanged for more than was given", uneven["user_id"],
             step(swap, uneven, "unit_unknown",
                  **items(uneven)
                  | {"new_item_ids": [pick.variant(uneven["items"][0]["item_id"])] * 2})),
    ]  # fmt: skip


def _variable(pick: Picker) -> Row:
    def fits(order: Row, _user: Row) -> bool:
        item = order["items"][0]["item_id"]
        counts = [each["item_id"] for each in order["items"]]
        cheaper = [
            each
            for each in pick.variants.values()
            if each["product"] == pick.variants[item]["product"]
            and each["available"]
            and each["price"] < pick.variants[item]["price"]
        ]
        return counts.count(item) == 1 and bool(cheaper) and _single(pick, item)

    return pick.order("delivered", fits)


def twins(pick: Picker) -> list[Row]:
    """Two rows of one thing in an order that has not left: one of them, or each, changes."""
    found = []
    for number, count in (("#W9093821", 1), ("#W7208030", 2)):
        order = pick.orders[number]
        pick.used.add(order["user_id"])
        items = [each["item_id"] for each in order["items"]]
        item = next(each for each in items if items.count(each) == 2)
        new = pick.variants_of(item, count)
        card = next(each for each in _methods(pick, order) if not each.startswith("gift_card"))
        args = {"item_ids": [item] * count, "new_item_ids": new, "payment_method_id": card}
        after = _swapped(pick, order, item, new, card)
        done = step("modify_pending_order_items", order, **args)
        found.append(
            task(f"{count} of two twins", order["user_id"], done, orders_after={number: after})
        )
    return found


def _swapped(pick: Picker, order: Row, item: str, new: list[str], card: str) -> Row:
    after = copy.deepcopy(order)
    due = 0
    for each in new:
        row = next(row for row in after["items"] if row["item_id"] == item)
        variant = pick.variants[each]
        due += round(variant["price"] * 100) - round(row["price"] * 100)
        row |= {"item_id": each, "price": variant["price"], "options": variant["options"]}
    if due:
        after["payment_history"].append(
            {
                "transaction_type": "payment" if due > 0 else "refund",
                "amount": abs(due) / 100,
                "payment_method_id": card,
            }
        )
    after["status"] = "pending (item modified)"
    return after


def others(pick: Picker) -> list[Row]:
    who = pick.order("pending")["user_id"]
    home = {
        "address1": "1 Long Road, Rear", "address2": "Flat 2, Left", "city": "New York",
        "state": "New York", "country": "United States", "zip": "10001",
    }  # fmt: skip
    unknown = {"op": "modify_user_address", "args": {"user_id": "nobody_1"} | home}
    moved = copy.deepcopy(pick.users[who]) | {"address": home}
    return [
        task(
            "address of nobody",
            None,
            unknown | {"expect": REJECT, "why": "customer_not_found"},
        ),
        task(
            "an address with commas",
            who,
            unknown | {"args": {"user_id": who} | home, "expect": ACCEPT, "why": None},
            orders_after={},
            users_after={who: moved},
        ),
        task(
            "what nobody offers",
            None,
            {"op": "sing", "args": {}, "expect": REJECT, "why": "unknown_operation"},
            {"op": "cancel_pending_order", "args": {}, "expect": REJECT, "why": "invalid_request"},
        ),
    ]


def payment_moved_then_cancelled(pick: Picker) -> Row:
    """Each method gives back what it holds: the gift card once, not what was refunded before."""
    order = pick.orders["#W6779827"]
    pick.used.add(order["user_id"])
    user = pick.users[order["user_id"]]
    gift = method(order)
    card = next(each for each in user["payment_methods"] if not each.startswith("gift_card"))
    after = copy.deepcopy(order) | {"status": "cancelled", "cancel_reason": "no longer needed"}
    after["payment_history"] += [
        {"transaction_type": kind, "amount": 4079.45, "payment_method_id": name}
        for kind, name in (("payment", card), ("refund", gift), ("refund", card))
    ]
    rich = copy.deepcopy(user)
    rich["payment_methods"][gift]["balance"] = 4128.45
    return task(
        "payment moved, then cancelled",
        order["user_id"],
        step("modify_pending_order_payment", order, payment_method_id=card),
        step("cancel_pending_order", order, reason="no longer needed"),
        orders_after={order["order_id"]: after},
        users_after={order["user_id"]: rich},
    )


def all_of(pick: Picker) -> list[Row]:
    return [
        payment_moved_then_cancelled(pick),
        *twins(pick),
        *refused_cancellations(pick),
        *refused_swaps(pick),
        *later_changes(pick),
        *returns_and_exchanges(pick),
        *others(pick),
    ]
