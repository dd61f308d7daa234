"""Orders and customers as our API shows them, in the shape of tau_retail's own files."""

import copy
from typing import Any

from bench.tau_shop import Shop

REASONS = {"no_longer_needed": "no longer needed", "wrong_order": "ordered by mistake"}


def get(shop: Shop, path: str, headers: dict[str, str]) -> Any:
    answer = shop.api.get(path, headers=headers)
    if answer.status_code != 200:
        raise RuntimeError(f"GET {path}: {answer.status_code} {answer.text[:300]}")
    return answer.json()


def order(shop: Shop, user_id: str, number: str) -> dict[str, Any]:
    """One order, from what staff and its buyer are shown."""
    order_id = shop.orders[number]
    row: dict[str, Any] = copy.deepcopy(shop.source.orders[number])
    shown = get(shop, f"/api/orders/{order_id}", shop.agent())
    money = get(shop, f"/api/orders/{order_id}/money", shop.agent())
    own = get(shop, f"/chat/aftersales/orders/{order_id}", shop.customer(user_id))
    cases = [
        get(shop, f"/chat/aftersales/cases/{each['id']}", shop.customer(user_id))
        for each in own["cases"]
    ]
    lines = _lines(row, shown["lines"])
    row["items"] = [_item(shop, each, lines[each["item_id"]]) for each in row["items"]]
    row["address"] = _address(own["receiver"]["address"])
    row["payment_history"] += _moved(money)
    if any(each["kind"] == "swap_items" for each in own["amendments"]):
        row["status"] = "pending (item modified)"
    if shown["status"] == "cancelled" and row["status"].startswith("pending"):
        row["status"] = "cancelled"
        row["cancel_reason"] = REASONS.get(cases[0]["reason"]) if cases else None
    for case in cases:
        _goods(shop, row, case, lines)
    return row


def _lines(row: dict[str, Any], lines: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """By the item of the source: one line per distinct item, in the order of their first rows."""
    items = dict.fromkeys(each["item_id"] for each in row["items"])
    return dict(zip(items, lines, strict=True))


def _item(shop: Shop, before: dict[str, Any], line: dict[str, Any]) -> dict[str, Any]:
    item_id = shop.items[_uuid(shop, line["sku_id"])]
    paid = line["paid_cents"] // (line["quantity"] or 1)
    options = dict(part.split(": ", 1) for part in line["spec"].split(", "))
    return before | {
        "name": line["title"],
        "item_id": item_id,
        "price": paid / 100,
        "options": options,
    }


def _uuid(shop: Shop, text: str) -> Any:
    return type(shop.id)(text)


def _address(text: str) -> dict[str, str]:
    first, *second, rest = text.split(", ")
    country, state, *city, code = rest.split(" ")
    return {
        "address1": first,
        "address2": ", ".join(second),
        "city": " ".join(city),
        "country": country,
        "state": state,
        "zip": code,
    }


def _moved(money: dict[str, Any]) -> list[dict[str, Any]]:
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


def _goods(
    shop: Shop,
    row: dict[str, Any],
    case: dict[str, Any],
    lines: dict[str, dict[str, Any]],
) -> None:
    """What a return or an exchange that waits for the goods says of its order."""
    if case["kind"] not in ("return_refund", "exchange"):
        return
    items = {line["id"]: item_id for item_id, line in lines.items()}
    of_case = [(items[each["order_line_id"]], each) for each in case["lines"]]
    old = sorted(item for item, each in of_case for _ in range(each["qty"]))
    names = {str(each): name for (_, name), each in shop.instruments.items()}
    method = names.get(case["instrument_id"])
    if case["kind"] == "return_refund":
        row["status"] = "return requested"
        row["return_items"], row["return_payment_method_id"] = old, method
        return
    row["status"] = "exchange requested"
    row["exchange_items"] = old
    row["exchange_new_items"] = sorted(
        shop.items[_uuid(shop, each["replacement_sku_id"])]
        for _, each in of_case
        for _ in range(each["qty"])
    )
    row["exchange_payment_method_id"] = method
    row["exchange_price_difference"] = case["due_cents"] / 100


def user(shop: Shop, user_id: str) -> dict[str, Any]:
    """One customer: balances, and the address they gave last."""
    row: dict[str, Any] = copy.deepcopy(shop.source.users[user_id])
    customer_id = shop.customers[user_id]
    names = {str(each): name for (_, name), each in shop.instruments.items()}
    path = f"/api/customers/{customer_id}"
    for each in get(shop, f"{path}/instruments", shop.agent())["items"]:
        if each["balance_cents"] is not None:
            method = row["payment_methods"][names[each["id"]]]
            method["balance"] = each["balance_cents"] / 100
    answer = shop.api.post(f"{path}/exports", headers=shop.agent())
    home = answer.json()["addresses"][-1]
    row["address"] = _address(f"{home['street']}, {home['region']} {home['postal_code']}")
    return row


def differing(shop: Shop, user_id: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Orders and the customer, only where they differ from the start."""
    source = shop.source
    orders = {
        number: now
        for number in source.users[user_id]["orders"]
        if (now := order(shop, user_id, number)) != source.orders[number]
    }
    now = user(shop, user_id)
    return orders, {} if now == source.users[user_id] else {user_id: now}
