"""The writes of a task as calls of our API: by its customer, and an agent where one decides."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any
from uuid import uuid4

from bench.tau_shop import Shop, work

REASONS = {"no longer needed": "no_longer_needed", "ordered by mistake": "wrong_order"}
MANY = 8


@dataclass
class Outcome:
    """What became of one write, and of its copies."""

    accepted: bool
    why: str | None
    repeated: bool
    """Every copy of it had the same answer."""
    hidden: bool
    """A stranger found nothing."""


@dataclass(frozen=True)
class Call:
    path: str
    body: dict[str, Any]


def act(shop: Shop, user_id: str, stranger: str, step: dict[str, Any], *, many: bool) -> Outcome:
    """Do one write as the customer; first as somebody else, then in copies with one key."""
    if step["op"] == "modify_user_address":
        return _profile(shop, step["args"])
    call = CALLS[step["op"]](shop, user_id, step["args"])
    other = _post(shop, call, shop.customer(stranger), str(uuid4()))
    key, own = str(uuid4()), shop.customer(user_id)

    def send(_copy: int) -> Any:
        return _post(shop, call, own, key)

    if many:
        with ThreadPoolExecutor(MANY) as pool:
            answers = list(pool.map(send, range(MANY)))
    else:
        answers = [send(0), send(1)]
    first = answers[0]
    told = [(each.status_code, each.json().get("id"), each.json().get("code")) for each in answers]
    accepted = first.status_code == 201
    if accepted and call.path.endswith("/cases"):
        _decide(shop, first.json())
    if accepted:
        work()
    return Outcome(
        accepted=accepted,
        why=None if accepted else _code(first.json()),
        repeated=len(set(told)) == 1,
        hidden=other.status_code == 404,
    )


def _post(shop: Shop, call: Call, who: dict[str, str], key: str) -> Any:
    return shop.api.post(call.path, json=call.body, headers=who | {"Idempotency-Key": key})


def _code(refusal: dict[str, Any]) -> str:
    """Policy's own code where it was policy that refused."""
    detail = refusal.get("detail")
    said = detail.get("code") if isinstance(detail, dict) else None
    return str(said or refusal.get("code"))


def _decide(shop: Shop, case: dict[str, Any]) -> None:
    """What no automation agreed to is agreed to by an agent, beyond their limit by two."""
    for agent in range(len(shop.agents)):
        path = f"/api/cases/{case['id']}"
        now = shop.api.get(path, headers=shop.agent(agent)).json()
        if now["state"] != "awaiting_merchant":
            return
        body = {
            "version": now["version"],
            "cents": now["requested_cents"],
            "reasonable": True,
            "conditions_met": True,
        }
        answer = shop.api.post(f"{path}/approval", json=body, headers=shop.agent(agent))
        if answer.status_code != 200:
            raise RuntimeError(f"{path}: {answer.text[:300]}")


def _profile(shop: Shop, args: dict[str, Any]) -> Outcome:
    """The customer's address is replaced by an agent: the new one is added, the old ones go."""
    path = f"/api/customers/{shop.customers[args['user_id']]}"
    shown = shop.api.get(path, headers=shop.agent()).json()
    before = {each["id"] for each in shown["addresses"]}
    user = shop.source.users[args["user_id"]]["name"]
    body = {
        "receiver": f"{user['first_name']} {user['last_name']}",
        "region": f"{args['country']} {args['state']} {args['city']}",
        "street": _street(args),
        "postal_code": args["zip"],
    }
    answers = [
        shop.api.post(f"{path}/addresses", json=body, headers=shop.agent()) for _ in range(2)
    ]
    after = {each["id"] for each in answers[0].json()["addresses"]}
    if after - before:
        for each in before:
            shop.api.delete(f"{path}/addresses/{each}", headers=shop.agent())
    stranger = shop.api.post(f"{path}/addresses", json=body, headers=shop.customer(args["user_id"]))
    same = answers[0].json()["addresses"] == answers[1].json()["addresses"]
    accepted = answers[0].status_code == 201
    return Outcome(accepted, None if accepted else "refused", same, stranger.status_code >= 400)


def _street(args: dict[str, Any]) -> str:
    return f"{args['address1']}, {args['address2']}".rstrip(", ")


def _order(shop: Shop, args: dict[str, Any]) -> str:
    return f"/chat/aftersales/orders/{shop.orders.get(args['order_id'], uuid4())}"


def _line_ids(shop: Shop, user_id: str, args: dict[str, Any]) -> dict[str, str]:
    """Order lines by item; the buyer sees which line is which article."""
    shown = shop.api.get(_order(shop, args), headers=shop.customer(user_id)).json()
    return {
        shop.items.get(type(shop.id)(each["sku_id"]), ""): each["order_line_id"]
        for each in shown.get("lines", [])
    }


def _sku(shop: Shop, item_id: str | None) -> str:
    return str(shop.skus.get(item_id or "", uuid4()))


def _cancel(shop: Shop, user_id: str, args: dict[str, Any]) -> Call:
    path = _order(shop, args)
    shown = shop.api.get(path, headers=shop.customer(user_id)).json()
    lines = [
        {"order_line_id": each["order_line_id"], "qty": each["quantity"]}
        for each in shown.get("lines", [])
    ]
    reason = REASONS.get(args["reason"], "dislike")
    return Call(f"{path}/cases", {"kind": "refund_only", "reason": reason, "lines": lines})


def _swap(shop: Shop, user_id: str, args: dict[str, Any]) -> Call:
    lines = _line_ids(shop, user_id, args)
    pairs = zip_longest(args["item_ids"], args["new_item_ids"])
    swaps = [
        {"order_line_id": lines.get(old, str(uuid4())), "sku_id": _sku(shop, new)}
        for old, new in pairs
    ]
    method = shop.instrument(user_id, args["payment_method_id"])
    body = {"kind": "swap_items", "swaps": swaps, "instrument_id": method}
    return Call(f"{_order(shop, args)}/amendments", body)


def _payment(shop: Shop, user_id: str, args: dict[str, Any]) -> Call:
    method = shop.instrument(user_id, args["payment_method_id"])
    body = {"kind": "change_payment", "instrument_id": method}
    return Call(f"{_order(shop, args)}/amendments", body)


def _address(shop: Shop, _user_id: str, args: dict[str, Any]) -> Call:
    whole = f"{_street(args)}, {args['country']} {args['state']} {args['city']} {args['zip']}"
    body = {"kind": "change_address", "address": {"address": whole}}
    return Call(f"{_order(shop, args)}/amendments", body)


def _return(shop: Shop, user_id: str, args: dict[str, Any]) -> Call:
    lines = _line_ids(shop, user_id, args)
    wanted = [
        {"order_line_id": lines.get(item, str(uuid4())), "qty": count}
        for item, count in Counter(args["item_ids"]).items()
    ]
    body = {
        "kind": "return_refund",
        "reason": "no_reason",
        "lines": wanted,
        "instrument_id": shop.instrument(user_id, args["payment_method_id"]),
    }
    return Call(f"{_order(shop, args)}/cases", body)


def _exchange(shop: Shop, user_id: str, args: dict[str, Any]) -> Call:
    lines = _line_ids(shop, user_id, args)
    pairs = Counter(zip_longest(args["item_ids"], args["new_item_ids"]))
    wanted = [
        {
            "order_line_id": lines.get(old, str(uuid4())),
            "qty": count,
            "sku_id": _sku(shop, new),
        }
        for (old, new), count in pairs.items()
    ]
    body = {
        "kind": "exchange",
        "reason": "no_reason",
        "lines": wanted,
        "instrument_id": shop.instrument(user_id, args["payment_method_id"]),
    }
    return Call(f"{_order(shop, args)}/cases", body)


CALLS: dict[str, Callable[[Shop, str, dict[str, Any]], Call]] = {
    "cancel_pending_order": _cancel,
    "modify_pending_order_items": _swap,
    "modify_pending_order_payment": _payment,
    "modify_pending_order_address": _address,
    "return_delivered_order_items": _return,
    "exchange_delivered_order_items": _exchange,
}
