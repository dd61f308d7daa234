"""What policy says to some facts: the version in force, the law below it, the shadow beside it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import clock
from xiaoer.core.auth import Actor
from xiaoer.policies.errors import NoPolicyInForce
from xiaoer.policies.models import Outcome, VersionState
from xiaoer.policies.queries import Candidate, Scope
from xiaoer.policies.rules import content, floors, vocabulary
from xiaoer.policies.rules.evaluating import Compiled, Result
from xiaoer.policies.service import switches
from xiaoer.policies.service.holding import candidates, loaded

MARKET = "order.market"


@dataclass(frozen=True)
class Judged:
    """What policy says, not kept anywhere."""

    version_id: UUID
    content_hash: str
    facts: Mapping[str, Any]
    facts_hash: str
    result: Result
    outputs: Mapping[str, Any]
    floor: Mapping[str, Any] | None
    """The law's row and clauses and what it raised, where there is a law below the table."""
    pinned: bool
    """The version of the order's day decided, because it serves the customer better."""
    shadows: tuple[tuple[UUID, Result], ...]

    @property
    def outcome(self) -> Outcome:
        return self.result.outcome

    @property
    def needs(self) -> tuple[str, ...]:
        return self.result.needs

    def trace(self) -> dict[str, Any]:
        """Why: rows, clauses, needs, near misses, the law, the pinned version."""
        return {
            "rows": list(self.result.rows),
            "clauses": list(self.result.clauses),
            "needs": list(self.result.needs),
            "near": [miss.plain() for miss in self.result.near],
            "floor": self.floor,
            "pinned": self.pinned,
        }


def judge(
    session: Session,
    actor: Actor,
    *,
    table: str,
    shop_id: UUID,
    facts: Mapping[str, Any],
    scope: Scope,
    pinned_at: dt.datetime | None,
) -> Judged:
    """Raises `NoPolicyInForce`, `UnknownFact`, `WrongFact`."""
    known = vocabulary.checked(facts)
    if not actor.reaches(shop_id):
        raise NoPolicyInForce(table=table)
    now = clock.now()
    earlier = pinned_at if pinned_at is not None and pinned_at < now else None
    found, then, market = candidates(session, table, shop_id, scope, now, earlier)
    known.setdefault(MARKET, market)
    chosen, law, shadows = _sorted(found, table)
    if chosen is None:
        raise NoPolicyInForce(table=table)
    result = _run(session, shop_id, table, loaded(session, chosen), known)
    before = _sorted(then, table)[0]
    chosen, result, pinned = _better(session, before, chosen, result, known)
    result, outputs, floor = _raised(session, law, result, known)
    return Judged(
        version_id=chosen.version_id,
        content_hash=chosen.content_hash,
        facts=known,
        facts_hash=_alike(loaded(session, chosen), known),
        result=result,
        outputs=outputs,
        floor=floor,
        pinned=pinned,
        shadows=tuple((each.version_id, loaded(session, each)(known)) for each in shadows),
    )


def _alike(run: Compiled, facts: Mapping[str, Any]) -> str:
    """The hash of the facts that the table reads."""
    return content.fingerprint({name: facts.get(name) for name in run.table.facts})


def _run(
    session: Session, shop_id: UUID, table: str, run: Compiled, facts: dict[str, Any]
) -> Result:
    if table == switches.AUTOMATION and switches.ON not in facts:
        return switches.within_limits(session, shop_id, facts, run)
    return run(facts)


def _better(
    session: Session,
    before: Candidate | None,
    chosen: Candidate,
    result: Result,
    facts: Mapping[str, Any],
) -> tuple[Candidate, Result, bool]:
    """The version of the order's day where it serves the customer better, else the present one."""
    earlier = loaded(session, before)(facts) if before else None
    if before is None or earlier is None or earlier.outcome is Outcome.NEED_FACT:
        return chosen, result, False
    if floors.serves_better(earlier.outputs, result.outputs):
        return before, earlier, True
    return chosen, result, False


def _sorted(
    found: list[Candidate], table: str
) -> tuple[Candidate | None, Candidate | None, list[Candidate]]:
    """The version that decides, the law below it, and the shadow that would decide instead."""
    holding = [each for each in found if each.state is not VersionState.SHADOW]
    chosen = next((each for each in holding if each.table == table), None)
    law = next((each for each in holding if each.table != table), None)
    least = chosen.narrowness if chosen else 0
    shadows = [
        each
        for each in found
        if each.state is VersionState.SHADOW and each.table == table and each.narrowness >= least
    ]
    return chosen, law, shadows[:1]


def _raised(
    session: Session, law: Candidate | None, result: Result, facts: Mapping[str, Any]
) -> tuple[Result, Mapping[str, Any], Mapping[str, Any] | None]:
    """`result` with what the law gives at least; its needs are the law's as well."""
    if law is None or result.outcome is Outcome.NEED_FACT:
        return result, result.outputs, None
    least = loaded(session, law)(facts)
    if least.outcome is Outcome.NEED_FACT:
        needing = Result(outcome=Outcome.NEED_FACT, needs=least.needs, nearly=result.nearly)
        return needing, {}, None
    outputs, raised = floors.lift(result.outputs, least.outputs)
    told = {
        "version_id": str(law.version_id),
        "row": least.row,
        "clauses": list(least.clauses),
        "raised": raised,
    }
    return result, outputs, told
