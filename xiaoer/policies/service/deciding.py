"""Cases are decided by the version in force; the decision is kept with its reasons."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.ids import new_id
from xiaoer.core.remembering import keep, remembers
from xiaoer.policies import queries
from xiaoer.policies.errors import NothingDecided, ReasonMissing
from xiaoer.policies.events import DecisionOverridden
from xiaoer.policies.models import (
    Decision,
    DecisionOutcome,
    Outcome,
    PolicyVersion,
    ShadowDifference,
)
from xiaoer.policies.queries import EVERYTHING, Candidate, Scope
from xiaoer.policies.rules import vocabulary
from xiaoer.policies.rules.evaluating import Result
from xiaoer.policies.service import holding, judging
from xiaoer.policies.service.judging import Judged


@dataclass(frozen=True)
class Subject:
    """The thing a decision is about: `Subject("case", case.id)`."""

    type: str
    id: UUID


def evaluate(version: PolicyVersion, facts: Mapping[str, Any]) -> Result:
    """What `version` alone says to `facts`: pure, without the law below, and not kept.

    Raises `UnknownFact` and `WrongFact`.
    """
    return holding.compiled(version.content_hash, version.content)(vocabulary.checked(facts))


def said_by(session: Session, version: Candidate, facts: Mapping[str, Any]) -> Result:
    """The same of a version known by its hash: its table is read and compiled once per process."""
    return holding.loaded(session, version)(vocabulary.checked(facts))


def preview(
    session: Session,
    actor: Actor,
    *,
    table: str,
    shop_id: UUID,
    facts: Mapping[str, Any],
    scope: Scope = EVERYTHING,
    pinned_at: dt.datetime | None = None,
) -> Judged:
    """What `decide` would say now. Nothing is kept."""
    actor.must(Permission.POLICIES_DECIDE)
    return judging.judge(
        session, actor, table=table, shop_id=shop_id, facts=facts, scope=scope, pinned_at=pinned_at
    )


def decide(
    session: Session,
    actor: Actor,
    *,
    table: str,
    shop_id: UUID,
    facts: Mapping[str, Any],
    scope: Scope = EVERYTHING,
    subject: Subject | None = None,
    pinned_at: dt.datetime | None = None,
) -> Decision:
    """Decide by the version of `table` in force for this shop and scope, and keep why.

    A fact that is absent or None is unknown; when a row depends on it the outcome is `need_fact`,
    `decision.needs` names it and nothing was decided. `order.market` is the shop's unless given.
    What the law gives is never taken away by a table. With `pinned_at` (when the order was placed)
    the version of that moment decides if it serves the customer better. The table `automation`
    learns by itself which automations are on. Decisions emit no event: they are rows of record,
    and whoever acts upon one tells of it.

    Raises `NoPolicyInForce`, `UnknownFact`, `WrongFact`.
    """
    actor.must(Permission.POLICIES_DECIDE)
    judged = judging.judge(
        session, actor, table=table, shop_id=shop_id, facts=facts, scope=scope, pinned_at=pinned_at
    )
    return _keep(session, actor, table, shop_id, subject, judged)


def record(
    session: Session,
    actor: Actor,
    judged: Judged,
    *,
    table: str,
    shop_id: UUID,
    subject: Subject | None = None,
) -> Decision:
    """Keep what `preview` has said within this very verb: it is what `decide` would say."""
    actor.must(Permission.POLICIES_DECIDE)
    return _keep(session, actor, table, shop_id, subject, judged)


def override(
    session: Session,
    actor: Actor,
    decision_id: UUID,
    *,
    outputs: Mapping[str, Any],
    reason: str,
) -> Decision:
    """Decide otherwise than policy does, with a reason (POL-2). The first decision stays.

    `outputs` replace those of the same name. Whether this person may go so far in money is the
    caller's to check (table `authority`). Raises `ReasonMissing`, `NothingDecided`, `WrongFact`.
    """
    actor.must(Permission.POLICIES_OVERRIDE)
    first = queries.decision(session, actor, decision_id)
    if not reason.strip():
        raise ReasonMissing
    if first.outcome is Outcome.NEED_FACT:
        raise NothingDecided
    vocabulary.checked_outputs(outputs)
    other = _otherwise(first, actor, outputs, reason.strip())
    session.add(other)
    session.flush()
    events.emit(
        session,
        actor,
        DecisionOverridden(
            shop_id=first.shop_id,
            decision_id=other.id,
            override_of=first.id,
            table=first.table,
            subject_id=first.subject_id,
            reason=reason.strip(),
        ),
    )
    return other


def record_outcome(
    session: Session,
    actor: Actor,
    decision_id: UUID,
    *,
    took_sec: int,
    refunded_cents: int,
    by_hand: bool,
    disputed: bool,
) -> None:
    """How the case of this decision ended, for replays. Told again, it is corrected."""
    actor.must(Permission.POLICIES_DECIDE)
    decision = queries.decision(session, actor, decision_id)
    session.merge(
        DecisionOutcome(
            decision_id=decision.id,
            took_sec=took_sec,
            refunded_cents=refunded_cents,
            by_hand=by_hand,
            disputed=disputed,
        )
    )
    session.flush()


def _keep(
    session: Session,
    actor: Actor,
    table: str,
    shop_id: UUID,
    subject: Subject | None,
    judged: Judged,
) -> Decision:
    decision = Decision(
        id=new_id(),
        shop_id=shop_id,
        table=table,
        version_id=judged.version_id,
        content_hash=judged.content_hash,
        subject_type=subject.type if subject else None,
        subject_id=subject.id if subject else None,
        facts=dict(judged.facts),
        facts_hash=judged.facts_hash,
        outcome=judged.outcome,
        row=judged.result.row,
        outputs=dict(judged.outputs),
        trace=judged.trace(),
        **_by(actor),
    )
    _write(session, decision)
    for version_id, result in judged.shadows:
        if (result.outcome, result.outputs) != (judged.outcome, judged.result.outputs):
            session.add(
                ShadowDifference(
                    decision_id=decision.id,
                    version_id=version_id,
                    outcome=result.outcome,
                    row=result.row,
                    outputs=dict(result.outputs),
                )
            )
    return decision


def _write(session: Session, decision: Decision) -> None:
    session.add(decision)
    if remembers(session):
        keep(session, ("decision", decision.id), decision)  # written with what the verb writes
    else:
        session.flush()


def _otherwise(first: Decision, actor: Actor, outputs: Mapping[str, Any], reason: str) -> Decision:
    return Decision(
        id=new_id(),
        shop_id=first.shop_id,
        table=first.table,
        version_id=first.version_id,
        content_hash=first.content_hash,
        subject_type=first.subject_type,
        subject_id=first.subject_id,
        facts=first.facts,
        facts_hash=first.facts_hash,
        outcome=first.outcome,
        row=first.row,
        outputs={**first.outputs, **outputs},
        trace=first.trace,
        override_of=first.id,
        override_reason=reason,
        **_by(actor),
    )


def _by(actor: Actor) -> dict[str, Any]:
    return {
        "actor_kind": actor.kind.value,
        "actor_id": actor.id,
        "actor_name": actor.name,
        "at": clock.now(),
    }
