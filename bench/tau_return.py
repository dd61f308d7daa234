"""A return carried on to its end: sent back, received, refunded, and never more than was paid."""

from typing import Any
from uuid import uuid4

from bench.tau_visit import Visit


async def carry_on(visit: Visit) -> list[list[str]]:
    """Let every return of the customer that waits for its goods come to its end; for each, what
    is wrong with the money afterwards."""
    shown = await visit.get("/chat/aftersales/cases", visit.own)
    return [
        await _finished(visit, case)
        for case in shown["items"]
        if case["kind"] == "return_refund" and case["state"] == "awaiting_buyer_return"
    ]


async def _finished(visit: Visit, case: dict[str, Any]) -> list[str]:
    own, agent = f"/chat/aftersales/cases/{case['id']}", visit.shop.agent()
    sent = {"version": case["version"], "carrier": "UPS", "tracking_no": uuid4().hex[:18]}
    now = (await visit.ask("POST", f"{own}/return", sent, who=visit.own)).told
    found = [
        {"order_line_id": each["order_line_id"], "received": each["qty"], "accepted": each["qty"]}
        for each in now["lines"]
    ]
    receipt = {"version": now["version"], "lines": found}
    answers = await visit.copies(f"/api/cases/{case['id']}/receipt", receipt, agent, str(uuid4()))
    money = await visit.quiet(case["order_id"], case["id"])
    ended = await visit.get(own, visit.own)
    again = await visit.ask(
        "POST",
        f"/chat/aftersales/orders/{case['order_id']}/cases",
        {
            "kind": "return_refund",
            "reason": "no_reason",
            "lines": [
                {"order_line_id": each["order_line_id"], "qty": each["qty"]}
                for each in now["lines"]
            ],
        },
        who=visit.own,
    )
    out = sum(each["cents"] for each in money["movements"] if each["direction"] == "out")
    return [
        what
        for what, is_wrong in {
            "receipt": any(not each.accepted for each in answers),
            "not completed": ended["state"] != "completed",
            "refund": ended["refunded_cents"] != case["requested_cents"]
            or out != ended["refunded_cents"],
            "more than paid": any(each["left_cents"] < 0 for each in money["payments"]),
            "returned twice": again.accepted,
        }.items()
        if is_wrong
    ]
