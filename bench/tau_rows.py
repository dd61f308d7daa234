"""Orders and customers as our API shows them, in the shape of tau_retail's own files."""

import copy
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from bench.tau_shop import Shop
from bench.tau_visit import Visit

REASONS = {"no_longer_needed": "no longer needed", "wrong_order": "ordered by mistake"}
Row = dict[str, Any]


async def differing(visit: Visit, user_id: str) -> tuple[Row, Row]:
    """Orders of a customer and the customer, only where they differ from the start."""
    source = visit.shop.source
    orders = {}
    for number in source.users[user_id]["orders"]:
        now = await order(visit, number)
        if now != source.orders[number]:
            orders[number] = now
    now = await user(visit, user_id)
    return orders, {} if now == source.users[user_id] else {user_id: now}


async def order(visit: Visit, number: str) -> Row:
    """One order, from what staff and its buyer are shown."""
    shop, order_id = visit.shop, visit.shop.orders[number]
    row: Row = copy.deepcopy(shop.source.orders[number])
    shown = await visit.get(f"/api/orders/{order_id}", shop.agent())
    money = await visit.get(f"/api/orders/{order_id}/money", shop.agent())
    own = await visit.get(f"/chat/aftersales/orders/{order_id}", visit.own)
    cases = [
        await visit.get(f"/chat/aftersales/cases/{each['id']}", visit.own) for each in own["cases"]
    ]
    swaps = [each["after"] for each in own["amendments"] if each["kind"] == "swap_items"]
    items = _items_of_lines(row, shown["lines"], swaps)
    row["items"] = _items(shop, row["items"], items, shown["lines"])
    row["address"] = address(own["receiver"]["address"], row["address"])
    row["payment_history"] += _moved(money)
    if swaps:
        row["status"] = "pending (item modified)"
    if shown["status"] == "cancelled" and row["status"].startswith("pending"):
        row["status"] = "cancelled"
        row["cancel_reason"] = REASONS.get(cases[0]["reason"]) if cases else None
    for case in cases:
        _goods(shop, row, case, items)
    return row


def _items_of_lines(row: Row, lines: list[Row], swaps: list[Row]) -> dict[str, str]:
    """By order line the item of the source that it was: one line per distinct item, in the order
    of their first rows, and the lines that were parted from these since."""
    parted = {each["line"]: each["from"] for swap in swaps for each in swap["lines"]}
    whole = [each for each in lines if parted.get(each["id"], each["id"]) == each["id"]]
    items = dict.fromkeys(each["item_id"] for each in row["items"])
    known = {line["id"]: item for item, line in zip(items, whole, strict=True)}
    return known | {line: known[old] for line, old in parted.items() if line not in known}


def _items(shop: Shop, rows: list[Row], items: dict[str, str], lines: list[Row]) -> list[Row]:
    """The rows of the source, each as the line it is in now: parted ones come first."""
    later = sorted(lines, key=lambda each: each["id"] in _first_lines(items))
    units: dict[str, list[Row]] = {}
    for line in later:
        units.setdefault(items[line["id"]], []).extend([line] * (line["quantity"] or 1))
    return [_item(shop, row, units[row["item_id"]].pop(0)) for row in rows]


def _first_lines(items: dict[str, str]) -> set[str]:
    """The lines that stood in the order from the start."""
    first: dict[str, str] = {}
    for line, item in items.items():
        first.setdefault(item, line)
    return set(first.values())


def _item(shop: Shop, before: Row, line: Row) -> Row:
    paid = line["paid_cents"] // (line["quantity"] or 1)
    return before | {
        "name": line["title"],
        "item_id": shop.items[UUID(line["sku_id"])],
        "price": paid / 100,
        "options": dict(part.split(": ", 1) for part in line["spec"].split(", ")),
    }


def address(text: str, before: dict[str, str]) -> dict[str, str]:
    """The address of the source while it stands; else the lines that a customer wrote."""
    if text == _imported(before):
        return before
    address1, address2, city, state, code, country = text.split("\n")
    return {
        "address1": address1,
        "address2": address2,
        "city": city,
        "country": country,
        "state": state,
        "zip": code,
    }


def _street(home: dict[str, str]) -> str:
    return f"{home['address1']}, {home['address2']}".rstrip(", ")


def _imported(home: dict[str, str]) -> str:
    return f"{_street(home)}, {home['country']} {home['state']} {home['city']} {home['zip']}"


def _moved(money: Row) -> list[Row]:
    """Money that moved here; of one change, what came in before what went out."""
    labels = {each["id"]: each["label"] for each in money["instruments"]}
    moved = [each for each in money["movements"] if each["provider"] != "imported"]
    begins: dict[str, int] = {}
    for place, each in enumerate(moved):
        begins.setdefault(each["reason_ref"], place)
    moved.sort(key=lambda each: (begins[each["reason_ref"]], each["direction"] != "in"))
    return [
        {
            "transaction_type": "payment" if each["direction"] == "in" else "refund",
            "amount": each["cents"] / 100,
            "payment_method_id": labels[each["instrument_id"]],
        }
        for each in moved
        if each["state"] != "failed"
    ]


def _goods(shop: Shop, row: Row, case: Row, items: dict[str, str]) -> None:
    """What a return or an exchange that waits for the goods says of its order."""
    if case["kind"] not in ("return_refund", "exchange"):
        return
    old = _sorted((items[each["order_line_id"]], each["qty"]) for each in case["lines"])
    method = shop.methods.get(case["instrument_id"])
    if case["kind"] == "return_refund":
        row["status"] = "return requested"
        row["return_items"], row["return_payment_method_id"] = old, method
        return
    row["status"] = "exchange requested"
    row["exchange_items"] = old
    row["exchange_new_items"] = _sorted(
        (shop.items[UUID(each["replacement_sku_id"])], each["qty"]) for each in case["lines"]
    )
    row["exchange_payment_method_id"] = method
    row["exchange_price_difference"] = case["due_cents"] / 100


def _sorted(counted: Iterable[tuple[str, int]]) -> list[str]:
    return sorted(item for item, count in counted for _ in range(count))


async def user(visit: Visit, user_id: str) -> Row:
    """One customer: balances, and the address they gave last."""
    shop = visit.shop
    row: Row = copy.deepcopy(shop.source.users[user_id])
    path = f"/api/customers/{shop.customers[user_id]}"
    for each in (await visit.get(f"{path}/instruments", shop.agent()))["items"]:
        if each["balance_cents"] is not None:
            method = row["payment_methods"][shop.methods[each["id"]]]
            method["balance"] = each["balance_cents"] / 100
    shown = await visit.ask("POST", f"{path}/exports", who=shop.agent())
    row["address"] = _home(shown.told["addresses"][-1], row["address"])
    return row


def _home(kept: Row, before: dict[str, str]) -> dict[str, str]:
    imported = f"{kept['street']}, {kept['region']} {kept['postal_code']}"
    if imported == _imported(before):
        return before
    address1, _, address2 = kept["street"].partition("\n")
    country, state, city = kept["region"].split(", ", 2)
    lines = (address1, address2, city, state, kept["postal_code"], country)
    return address("\n".join(lines), before)
