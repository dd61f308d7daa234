"""Fast refunds: the money goes before the goods are here (FST)."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import rules
from xiaoer.aftersales.errors import (
    CaseCannotMove,
    ReasonNeeded,
)
from xiaoer.aftersales.models import (
    Case,
    CaseKind,
    CaseState,
    Money,
)
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import (
    deciding,
    gathering,
    refunding,
)
from xiaoer.aftersales.service.holding import (
    Held,
    check_ours,
    hold,
    move,
    robot,
)
from xiaoer.core.auth import Actor, Permission
from xiaoer.policies import service as policies


def consider_fast_refund(session: Session, held: Held) -> None:
    """Ask the table of fast refunds: done at once where an automation may, else proposed (FST)."""
    case = held.case
    wanted = (
        case.kind is CaseKind.RETURN_REFUND and case.state is CaseState.AWAITING_MERCHANT_RECEIPT
    )
    if not wanted or case.fast or case.money is not Money.NONE:
        return
    facts = gathering.of_case(session, case, gathering.matter_of(session, case, held.order))
    said = policies.preview(
        session, robot(), table=deciding.FAST, shop_id=case.shop_id, facts=facts
    )
    told = {"effect": said.outputs.get("effect"), "code": said.outputs.get("code")}
    case.notes = case.notes | {"fast": told}
    session.flush()
    if told["effect"] != "auto":
        return
    asked: dict[str, Any] = {
        "table": deciding.AUTOMATION,
        "shop_id": case.shop_id,
        "facts": facts,
    }
    auto = policies.preview(session, robot(), **asked)
    if auto.outputs.get("effect") == "auto" and auto.outputs.get("switch") == "fast_refund":
        policies.decide(session, robot(), **asked, subject=policies.Subject("case", case.id))
        pay_fast(session, robot(), held, str(told["code"]))


def fast_refund(
    session: Session, actor: Actor, *, case_id: UUID, version: int, reason: str
) -> Case:
    """Refund before the goods are here, where policy proposes it; why is kept (FST-4).

    Against the table only with the right to override.
    """
    actor.must(Permission.AFTERSALES_DECIDE)
    if not reason.strip():
        raise ReasonNeeded
    held = hold(session, actor, case_id, version=version)
    case = held.case
    check_ours(case)
    rules.check_before(Command.FAST_REFUND, case.state)
    if case.kind is not CaseKind.RETURN_REFUND or case.money is not Money.NONE:
        raise CaseCannotMove(state=case.state.value, command=Command.FAST_REFUND.value)
    if case.notes.get("fast", {}).get("effect") not in ("propose", "auto"):
        actor.must(Permission.AFTERSALES_OVERRIDE)
    pay_fast(session, actor, held, reason.strip())
    return case


def pay_fast(session: Session, actor: Actor, held: Held, why: str) -> None:
    held.case.fast = True
    move(session, actor, held, Command.FAST_REFUND, why=why)
    refunding.refund(session, actor, held, cents=held.case.approved_cents)
