"""Cases over HTTP in short words: the desk at one door, the buyer at the other."""

from dataclasses import dataclass
from typing import Any

from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from tests.aftersales.factories import Desk, lines_of
from xiaoer.core.ids import new_id
from xiaoer.orders.models import Order

DESK, BUYER = "/api", "/chat/aftersales"


@dataclass
class Wire:
    """Every word is one request with a key of its own, and the version just read."""

    client: TestClient
    session: Session
    desk: Desk

    def post(self, path: str, body: Any = None) -> Any:
        return self.client.post(path, json=body, headers={"Idempotency-Key": str(new_id())})

    def body(self, order: Order, *qty: int, **more: Any) -> dict[str, Any]:
        lines = lines_of(self.session, order)
        wanted = zip(lines, qty or [line.quantity for line in lines], strict=False)
        more.setdefault("kind", "refund_only")
        more.setdefault("reason", "no_longer_needed")
        sku = {"sku_id": more.pop("sku_id")} if "sku_id" in more else {}
        told = [{"order_line_id": str(line.id), "qty": count} | sku for line, count in wanted]
        return {"lines": [each for each in told if each["qty"]]} | more

    def ask(self, order: Order, *qty: int, door: str = BUYER, **more: Any) -> dict[str, Any]:
        answer = self.post(f"{door}/orders/{order.id}/cases", self.body(order, *qty, **more))
        assert answer.status_code == 201, answer.text
        return self.case(answer.json()["id"])

    def case(self, case: Any) -> dict[str, Any]:
        """As the desk sees it."""
        found: dict[str, Any] = self.client.get(f"/api/cases/{id_of(case)}").json()
        return found

    def listed(self, what: str) -> list[dict[str, Any]]:
        answer = self.client.get(f"/api/{what}", params={"shop_id": str(self.desk.shop.id)})
        found: list[dict[str, Any]] = answer.json()["items"]
        return found

    def try_to(self, what: str, case: Any, *, door: str = DESK, **more: Any) -> Any:
        version = self.case(case)["version"]
        return self.post(f"{door}/cases/{id_of(case)}/{what}", {"version": version} | more)

    def act(self, what: str, case: Any, *, door: str = DESK, **more: Any) -> dict[str, Any]:
        answer = self.try_to(what, case, door=door, **more)
        assert answer.status_code in (200, 201), answer.text
        return self.case(case)

    def refused(self, code: str, what: str, case: Any, **more: Any) -> Any:
        """It is refused with this code."""
        answer = self.try_to(what, case, **more)
        assert (answer.status_code // 100, answer.json()["code"]) == (4, code), answer.text
        return answer.json()

    def approve(self, case: Any, **more: Any) -> dict[str, Any]:
        cents = self.case(case)["requested_cents"]
        return self.act("approval", case, **({"cents": cents} | more))

    def agree(self, case: Any) -> dict[str, Any]:
        """The audit of a return, with both of its findings."""
        return self.approve(case, reasonable=True, conditions_met=True)

    def send(self, what: str, case: Any, *, door: str = DESK) -> dict[str, Any]:
        """A parcel of the buyer's (`return`) or of ours (`replacement`)."""
        return self.act(
            what, case, door=door, carrier="圆通", tracking_no=f"YT{new_id().hex[-10:]}"
        )

    def receive(self, case: Any, accepted: int | None = None, **more: Any) -> dict[str, Any]:
        """What came is accepted, or so many of each line."""
        lines = [
            {
                "order_line_id": each["order_line_id"],
                "received": each["qty"],
                "accepted": each["qty"] if accepted is None else accepted,
            }
            for each in self.case(case)["lines"]
        ]
        return self.act("receipt", case, lines=lines, **more)

    def paid(self, case: Any) -> dict[str, Any]:
        """The worker has done its work."""
        self.desk.work()
        return self.case(case)


def id_of(case: Any) -> str:
    return str(case["id"] if isinstance(case, dict) else case)
