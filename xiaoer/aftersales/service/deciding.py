"""What policy says about a request: the facts are gathered here, and nowhere else."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import queries
from xiaoer.aftersales.errors import OtherKindNeeded, PolicyRefuses
from xiaoer.aftersales.models import (
    CaseKind,
    Reason,
)
from xiaoer.aftersales.service.gathering import Matter, gather, method_of
from xiaoer.core.auth import Actor
from xiaoer.core.remembering import remembered
from xiaoer.orders.models import OrderLine
from xiaoer.payments.models import Instrument
from xiaoer.policies import service as policies
from xiaoer.policies.models import Decision
from xiaoer.policies.service import EVERYTHING, Judged, Scope, Subject
from xiaoer.policies.service.wording import sentence_of

RETURNS, AUTOMATION, REASONS, INTERCEPTION, FAST, AUTHORITY, RETENTION, ARRIVAL, AMENDMENTS = (
    "returns",
    "automation",
    "reasons",
    "interception",
    "fast_refund",
    "authority",
    "retention",
    "refund_arrival",
    "amendments",
)


def scope_of(session: Session, lines: Sequence[OrderLine]) -> Scope:
    """The narrowest scope all lines share."""
    articles = list(queries.articles(session, lines).values())
    if len(articles) < len(lines) or not articles:
        return EVERYTHING
    products = {each.product_id for each in articles}
    categories = {each.category for each in articles}
    return Scope(
        category=categories.pop() if len(categories) == 1 else None,
        product_id=products.pop() if len(products) == 1 else None,
    )


def judge(session: Session, actor: Actor, matter: Matter) -> Judged:
    """What the policy on returns would say. Nothing is kept."""
    return policies.preview(
        session,
        actor,
        table=RETURNS,
        shop_id=matter.order.shop_id,
        facts=gather(session, matter),
        scope=scope_of(session, matter.lines),
        pinned_at=matter.order.placed_at,
    )


def keep(session: Session, actor: Actor, matter: Matter, said: Judged, case_id: UUID) -> Decision:
    """What `judge` has just said, kept with its reasons."""
    return policies.record(
        session,
        actor,
        said,
        table=RETURNS,
        shop_id=matter.order.shop_id,
        subject=Subject("case", case_id),
    )


REFUSED = {"zh": "按政策不能这样申请。", "en": "The policy does not allow this."}


def check_allowed(session: Session, kind: CaseKind, said: Judged) -> None:
    """Raise `PolicyRefuses` or `OtherKindNeeded`, with the rule and its sentence (I23)."""
    outputs, row = said.outputs, said.result.row
    words = (
        sentence_of(session, version_id=said.version_id, content_hash=said.content_hash, row=row)
        or REFUSED
    )
    detail = {
        "sentence_zh": words["zh"],
        "sentence_en": words["en"],
        "code": outputs.get("code", "refused"),
        "row": row,
        "clauses": list(said.result.clauses),
    }
    kinds = outputs.get("allowed_kinds")
    if kinds and kind.value not in kinds:
        raise OtherKindNeeded(**detail, kinds=", ".join(kinds))
    if outputs.get("decision") == "refuse":
        raise PolicyRefuses(**detail)


def reason_facts(session: Session, actor: Actor, shop_id: UUID, reason: Reason) -> dict[str, Any]:
    """Who is liable by default, whether it is about quality, when it makes sense (RFU-5)."""
    said = policies.preview(
        session, actor, table=REASONS, shop_id=shop_id, facts={"case.reason": reason.value}
    )
    return dict(said.outputs)


def arrival(session: Session, actor: Actor, shop_id: UUID, used: Instrument) -> tuple[int, int]:
    """Hours until a refund to `used` arrives, from and to (RNT-2)."""
    method = method_of(used)
    about: dict[str, Any] = {"table": ARRIVAL, "shop_id": shop_id}
    about["facts"] = {"payment.method": method}
    said = remembered(
        session,
        ("policies", ARRIVAL, shop_id, method),
        lambda: policies.preview(session, actor, **about),
    )
    return int(said.outputs["arrives_from_hours"]), int(said.outputs["arrives_to_hours"])
