"""The writes of a task as calls of our API: by its customer, and an agent where one decides."""

import re
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any
from uuid import UUID, uuid4

from bench.tau_visit import Answer, Visit

REASONS = {"no longer needed": "no_longer_needed", "ordered by mistake": "wrong_order"}
OTHER_REASON = "dislike"
"""A reason of ours that is none for a cancellation."""


@dataclass
class Outcome:
    """What became of one write, and of its copies."""

    accepted: bool
    why: str | None
    repeated: bool = True
    """Every copy of it had the same answer."""
    hidden: bool = True
    """A stranger found nothing."""


@dataclass(frozen=True)
class Call:
    order_id: UUID
    what: str
    body: dict[str, Any]

    @property
    def path(self) -> str:
        return f"/chat/aftersales/orders/{self.order_id}/{self.what}"


async def act(visit: Visit, step: dict[str, Any]) -> Outcome:
    """Do one write as the customer; first as somebody else, then in copies with one key."""
    op, args = step.get("op"), step.get("args")
    if op != "modify_user_address" and op not in CALLS:
        return Outcome(False, "unknown_operation")
    try:
        if op == "modify_user_address":
            return await _profile(visit, args)
        call = await CALLS[op](visit, args)
    except (KeyError, TypeError, AttributeError):
        return Outcome(False, "invalid_request")
    other = await visit.ask("POST", call.path, call.body, who=visit.stranger)
    answers = await visit.copies(call.path, call.body, visit.own, str(uuid4()))
    first = answers[0]
    if first.accepted:
        if call.what == "cases":
            await _decide(visit, first.told)
        await visit.quiet(call.order_id, first.told["id"] if call.what == "cases" else None)
    return Outcome(
        accepted=first.accepted,
        why=_code(first),
        repeated=_alike(answers),
        hidden=other.status == 404,
    )


def _alike(answers: list[Answer]) -> bool:
    told = {(each.status, each.told.get("id"), each.told.get("code")) for each in answers}
    return len(told) == 1


def _code(answer: Answer) -> str | None:
    """Policy's own code where it was policy that refused, else our refusal in the same style."""
    if answer.accepted:
        return None
    detail = answer.told.get("detail")
    said = detail.get("code") if isinstance(detail, dict) else None
    return str(said) if said else snake(str(answer.told.get("code", answer.status)))


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


async def _decide(visit: Visit, case: dict[str, Any]) -> None:
    """What no automation agreed to is agreed to by an agent, beyond their limit by two."""
    path = f"/api/cases/{case['id']}"
    for number in range(len(visit.shop.agents)):
        agent = visit.shop.agent(number)
        now = await visit.get(path, agent)
        if now["state"] != "awaiting_merchant":
            return
        body = {
            "version": now["version"],
            "cents": now["requested_cents"],
            "reasonable": True,
            "conditions_met": True,
        }
        answer = await visit.ask("POST", f"{path}/approval", body, who=agent)
        if not answer.accepted:
            raise RuntimeError(f"{path}: {answer.status} {answer.told}")


async def _profile(visit: Visit, args: dict[str, Any]) -> Outcome:
    """The customer's address is replaced by an agent: the new one is added, the old ones go."""
    path = f"/api/customers/{visit.shop.customers.get(args['user_id'], uuid4())}"
    agent = visit.shop.agent()
    shown = await visit.ask("GET", path, who=agent)
    if not shown.accepted:
        return Outcome(False, _code(shown))
    before = {each["id"] for each in shown.told["addresses"]}
    name = visit.shop.source.users[args["user_id"]]["name"]
    body = {
        "receiver": f"{name['first_name']} {name['last_name']}",
        "region": ", ".join(args[each] for each in ("country", "state", "city")),
        "street": f"{args['address1']}\n{args['address2']}",
        "postal_code": args["zip"],
    }
    answers = await visit.copies(f"{path}/addresses", body, agent, str(uuid4()))
    first = answers[0]
    if first.accepted and {each["id"] for each in first.told["addresses"]} - before:
        for each in before:
            await visit.ask("DELETE", f"{path}/addresses/{each}", who=agent)
    stranger = await visit.ask("POST", f"{path}/addresses", body, who=visit.stranger)
    same = all(each.told == first.told for each in answers)
    return Outcome(first.accepted, _code(first), same, stranger.status in (401, 403, 404))


def _order(visit: Visit, args: dict[str, Any]) -> UUID:
    return visit.shop.orders.get(args["order_id"], uuid4())


async def _shown(visit: Visit, args: dict[str, Any]) -> tuple[UUID, list[dict[str, Any]]]:
    """The order, and its lines as its buyer sees them; none of an order that is not theirs."""
    order_id = _order(visit, args)
    shown = await visit.ask("GET", f"/chat/aftersales/orders/{order_id}", who=visit.own)
    return order_id, shown.told.get("lines", [])


def _by_item(visit: Visit, lines: list[dict[str, Any]]) -> dict[str, str]:
    return {
        visit.shop.items.get(UUID(each["sku_id"]), ""): each["order_line_id"]
        for each in reversed(lines)
    }


def _sku(visit: Visit, item_id: str | None) -> str:
    return str(visit.shop.skus.get(item_id or "", uuid4()))


def _pairs(
    visit: Visit, lines: list[dict[str, Any]], args: dict[str, Any], *, together: bool
) -> list[dict[str, Any]]:
    """Which article each unit becomes, in their order; `together`: the same twice is one entry.
    What has no counterpart in the other list is sent as something unknown."""
    known = _by_item(visit, lines)
    pairs = list(zip_longest(args["item_ids"], args["new_item_ids"]))
    counted = Counter(pairs).items() if together else [(pair, 1) for pair in pairs]
    return [
        {
            "order_line_id": known.get(old, str(uuid4())),
            "qty": count,
            "sku_id": _sku(visit, new),
        }
        for (old, new), count in counted
    ]


async def _cancel(visit: Visit, args: dict[str, Any]) -> Call:
    order_id, lines = await _shown(visit, args)
    wanted = [{"order_line_id": each["order_line_id"], "qty": each["quantity"]} for each in lines]
    reason = REASONS.get(args["reason"], OTHER_REASON)
    body = {"kind": "refund_only", "reason": reason, "lines": wanted}
    return Call(order_id, "cases", body)


async def _swap(visit: Visit, args: dict[str, Any]) -> Call:
    order_id, lines = await _shown(visit, args)
    method = visit.shop.instrument(visit.user_id, args["payment_method_id"])
    swaps = _pairs(visit, lines, args, together=False)
    body = {"kind": "swap_items", "swaps": swaps, "instrument_id": method}
    return Call(order_id, "amendments", body)


async def _payment(visit: Visit, args: dict[str, Any]) -> Call:
    method = visit.shop.instrument(visit.user_id, args["payment_method_id"])
    body = {"kind": "change_payment", "instrument_id": method}
    return Call(_order(visit, args), "amendments", body)


ADDRESS = ("address1", "address2", "city", "state", "zip", "country")


async def _address(visit: Visit, args: dict[str, Any]) -> Call:
    whole = "\n".join(args[each] for each in ADDRESS)
    body = {"kind": "change_address", "address": {"address": whole}}
    return Call(_order(visit, args), "amendments", body)


async def _return(visit: Visit, args: dict[str, Any]) -> Call:
    order_id, lines = await _shown(visit, args)
    known = _by_item(visit, lines)
    wanted = [
        {"order_line_id": known.get(item, str(uuid4())), "qty": args["item_ids"].count(item)}
        for item in dict.fromkeys(args["item_ids"])
    ]
    method = visit.shop.instrument(visit.user_id, args["payment_method_id"])
    body = {"kind": "return_refund", "reason": "no_reason", "lines": wanted}
    return Call(order_id, "cases", body | {"instrument_id": method})


async def _exchange(visit: Visit, args: dict[str, Any]) -> Call:
    order_id, lines = await _shown(visit, args)
    method = visit.shop.instrument(visit.user_id, args["payment_method_id"])
    wanted = _pairs(visit, lines, args, together=True)
    body = {"kind": "exchange", "reason": "no_reason", "lines": wanted}
    return Call(order_id, "cases", body | {"instrument_id": method})


CALLS: dict[str, Callable[[Visit, dict[str, Any]], Awaitable[Call]]] = {
    "cancel_pending_order": _cancel,
    "modify_pending_order_items": _swap,
    "modify_pending_order_payment": _payment,
    "modify_pending_order_address": _address,
    "return_delivered_order_items": _return,
    "exchange_delivered_order_items": _exchange,
}
