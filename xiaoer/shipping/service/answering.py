"""What a customer wants of a delay is written down, carried out, and its outcome kept (SHP-5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission, system
from xiaoer.orders import service as orders
from xiaoer.orders.models import RemarkType
from xiaoer.shipping.errors import DelayAnswered
from xiaoer.shipping.events import DelayDecided
from xiaoer.shipping.models import DelayAnswer, ShipDelay
from xiaoer.shipping.service import delaying

CARRIED = (DelayAnswer.SWAP, DelayAnswer.REFUND, DelayAnswer.COMPENSATION)
"""What after-sales carries out; the rest is the warehouse's."""
DONE = "done"
WORDS = {DelayAnswer.PARTIAL: "顾客同意先发有货的部分", DelayAnswer.WAIT: "顾客愿意等"}


@dataclass(frozen=True)
class Other:
    """Units of a line that are to be another article."""

    order_line_id: UUID
    qty: int
    sku_id: UUID


def record(
    session: Session,
    actor: Actor,
    *,
    delay_id: UUID,
    answer: DelayAnswer,
    opinion: str = "",
    solution: str = "",
    others: Sequence[Other] = (),
) -> ShipDelay:
    """Write down the customer's answer and have it carried out. They may change their mind until
    it is. Raises `DelayAnswered`."""
    actor.must(Permission.SHIPPING_DELAY)
    delay = delaying.one(session, actor, delay_id)
    if delay.outcome == DONE and delay.answer in CARRIED:
        raise DelayAnswered
    delay.answer, delay.opinion, delay.solution = answer, opinion, solution
    delay.answered_at, delay.answered_by, delay.outcome = clock.now(), actor.name, ""
    if answer not in CARRIED:
        _tell_warehouse(session, actor, delay)
        delay.outcome = DONE
    session.flush()
    told = DelayDecided(
        shop_id=delay.shop_id,
        order_id=delay.order_id,
        delay_id=delay.id,
        answer=answer.value,
        opinion=opinion,
        others=[
            {"order_line_id": str(each.order_line_id), "qty": each.qty, "sku_id": str(each.sku_id)}
            for each in others
        ],
    )
    events.emit(session, actor, told)
    return delay


def _tell_warehouse(session: Session, actor: Actor, delay: ShipDelay) -> None:
    assert delay.answer
    kind = RemarkType.SHIP_TIME if delay.answer is DelayAnswer.WAIT else RemarkType.OTHER
    orders.remark(
        session,
        system(actor.name),
        order_id=delay.order_id,
        type=kind,
        text="；".join(each for each in (WORDS[delay.answer], delay.solution) if each),
        new_value=delay.expected_at.isoformat() if delay.expected_at else WORDS[delay.answer],
    )


def carried_out(
    session: Session,
    delay_id: UUID,
    *,
    outcome: str = DONE,
    case_id: UUID | None = None,
    compensated_cents: int = 0,
) -> None:
    """Those above say what came of it: done, by which case, or why it could not be."""
    delay = session.get_one(ShipDelay, delay_id, with_for_update=True)
    delay.outcome = outcome
    delay.case_id = case_id or delay.case_id
    delay.compensated_cents += compensated_cents
    session.flush()
