"""A version is checked, tried in shadow, switched on and retired."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, queue, shops
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.policies import queries
from xiaoer.policies.errors import (
    BelowTheLaw,
    CannotMove,
    ChecksFailed,
    LaterVersionWaits,
    OutOfTime,
    StartsInThePast,
    TestsFailed,
    TheLawStays,
)
from xiaoer.policies.events import PolicyActivated, PolicyRead, PolicyRetired, PolicyShadowed
from xiaoer.policies.models import Policy, PolicyReading, PolicyVersion, VersionState
from xiaoer.policies.rules import checking, content, floors, regions, shipped
from xiaoer.policies.rules.checking import Failure, Finding, Undercut
from xiaoer.policies.service import drafting, judging
from xiaoer.policies.service.drafting import told

TURN = "policies.turn"
LAST_YEAR = 2100
NEXT_STATES = {
    VersionState.DRAFT: {VersionState.SHADOW, VersionState.ACTIVE, VersionState.RETIRED},
    VersionState.SHADOW: {VersionState.ACTIVE, VersionState.RETIRED},
    VersionState.ACTIVE: {VersionState.RETIRED},
    VersionState.RETIRED: set[VersionState](),
}


@dataclass(frozen=True)
class Check:
    """What stands in the way of switching a version on."""

    findings: list[Finding]
    failures: list[Failure]
    undercuts: list[Undercut]

    @property
    def passes(self) -> bool:
        return not (self.failures or self.undercuts or any(f.blocks for f in self.findings))


def check(session: Session, actor: Actor, version_id: UUID) -> Check:
    """Static checks, the version's own tests, and the law below it."""
    actor.must(Permission.POLICIES_READ)
    policy, version = queries.version(session, actor, version_id)
    return _check(session, policy, version)


def shadow(session: Session, actor: Actor, version_id: UUID) -> PolicyVersion:
    """Try it beside the version in force; another one in shadow there is retired."""
    policy, version = _to_move(session, actor, version_id, VersionState.SHADOW)
    _must_pass(_check(session, policy, version))
    session.execute(
        update(PolicyVersion)
        .where(PolicyVersion.policy_id == policy.id, PolicyVersion.state == VersionState.SHADOW)
        .values(state=VersionState.RETIRED)
    )
    version.state = VersionState.SHADOW
    session.flush()
    events.emit(session, actor, PolicyShadowed(**told(policy, version)))
    return version


def activate(
    session: Session, actor: Actor, version_id: UUID, *, effective_from: dt.datetime | None = None
) -> PolicyVersion:
    """Let it decide from now on, or from `effective_from`; the one before ends at that moment.

    Raises `ChecksFailed`, `TestsFailed`, `BelowTheLaw` (with the clause), `StartsInThePast`,
    `LaterVersionWaits`.
    """
    policy, version = _to_move(session, actor, version_id, VersionState.ACTIVE)
    now = clock.now()
    start = effective_from or now
    if start < now:
        raise StartsInThePast
    if start.year > LAST_YEAR:
        raise OutOfTime
    _must_pass(_check(session, policy, version))
    before = _open(session, policy)
    if before is not None and before.effective_from and before.effective_from > now:
        raise LaterVersionWaits(number=before.number)
    if before is not None:
        before.effective_until = start
        before.state = VersionState.RETIRED if start <= now else VersionState.ACTIVE
        session.flush()
    version.state, version.effective_from = VersionState.ACTIVE, start
    version.published_by = actor.name
    session.flush()
    if start > now:
        queue.defer(session, TURN, {"policy_id": str(policy.id)}, run_at=start)
    events.emit(
        session,
        actor,
        PolicyActivated(
            **told(policy, version),
            content_hash=version.content_hash,
            effective_from=start.isoformat(),
        ),
    )
    return version


def retire(session: Session, actor: Actor, version_id: UUID) -> PolicyVersion:
    """Let it decide no more. What it replaced on a later day stays in force.

    Raises `TheLawStays` for the statutory version in force.
    """
    policy, version = _to_move(session, actor, version_id, VersionState.RETIRED)
    if policy.statutory and version.state is VersionState.ACTIVE:
        raise TheLawStays
    now = clock.now()
    if version.state is VersionState.ACTIVE and version.effective_from:
        start = version.effective_from
        version.effective_until = max(now, start)
        if start > now:
            _let_go_on(session, policy, start)
    version.state = VersionState.RETIRED
    session.flush()
    events.emit(session, actor, PolicyRetired(**told(policy, version)))
    return version


def confirm_reading(session: Session, actor: Actor, version_id: UUID) -> None:
    """The actor has read this version (POL-8)."""
    actor.must(Permission.POLICIES_READ)
    policy, version = queries.version(session, actor, version_id)
    if actor.kind is not ActorKind.AGENT or actor.id is None:
        return
    if session.get(PolicyReading, (version.id, actor.id)) is None:
        session.add(PolicyReading(version_id=version.id, agent_id=actor.id, agent_name=actor.name))
        session.flush()
        events.emit(session, actor, PolicyRead(**told(policy, version)))


def apply_profile(
    session: Session, actor: Actor, *, shop_id: UUID, profile: str
) -> list[PolicyVersion]:
    """Let the tables of a profile (`tau_retail`) hold in one shop from now on."""
    actor.must(Permission.POLICIES_PUBLISH)
    made = []
    for text in shipped.profile(profile):
        version = drafting.draft(session, actor, table=text["table"], shop_id=shop_id, content=text)
        made.append(activate(session, actor, version.id))
    return made


def turn(session: Session, policy_id: UUID) -> None:
    """Retire what ended meanwhile: the version that follows is in force."""
    session.execute(
        update(PolicyVersion)
        .where(
            PolicyVersion.policy_id == policy_id,
            PolicyVersion.state == VersionState.ACTIVE,
            PolicyVersion.effective_until <= clock.now(),
        )
        .values(state=VersionState.RETIRED)
    )


def _to_move(
    session: Session, actor: Actor, version_id: UUID, then: VersionState
) -> tuple[Policy, PolicyVersion]:
    actor.must(Permission.POLICIES_PUBLISH)
    policy, version = queries.version(session, actor, version_id, lock=True)
    drafting.check_reach(actor, policy.shop_id)
    if then not in NEXT_STATES[version.state]:
        raise CannotMove(now=version.state.value, then=then.value)
    return policy, version


def _open(session: Session, policy: Policy) -> PolicyVersion | None:
    """The version in force without an end."""
    return session.scalars(
        select(PolicyVersion).where(
            PolicyVersion.policy_id == policy.id,
            PolicyVersion.state == VersionState.ACTIVE,
            PolicyVersion.effective_until.is_(None),
        )
    ).one_or_none()


def _let_go_on(session: Session, policy: Policy, start: dt.datetime) -> None:
    """The version that would have ended at `start` goes on; its successor is taken back."""
    session.flush()
    session.execute(
        update(PolicyVersion)
        .where(
            PolicyVersion.policy_id == policy.id,
            PolicyVersion.state == VersionState.ACTIVE,
            PolicyVersion.effective_from < start,
            PolicyVersion.effective_until == start,
        )
        .values(effective_until=None)
        .execution_options(synchronize_session=False)
    )


def _check(session: Session, policy: Policy, version: PolicyVersion) -> Check:
    table = content.read(version.content)
    findings, undercuts = checking.findings(table), list[Undercut]()
    law = queries.house_table(session, floors.floor_of(policy.table), at=clock.now())
    if law is not None:
        known: dict[str, Any] = {}
        if policy.shop_id is not None:
            market = shops.get(session, policy.shop_id).settings.get("market")
            known = {judging.MARKET: market or queries.HOME_MARKET}
        try:
            undercuts = checking.undercuts(table, content.read(law.content), known)
        except regions.TooLarge:
            findings.append(Finding("law_unchecked"))
    return Check(findings, checking.failures(table), undercuts)


def _must_pass(found: Check) -> None:
    if found.undercuts:
        first = found.undercuts[0]
        raise BelowTheLaw(
            row=first.row,
            clause=first.clause,
            undercuts=[each.plain() for each in found.undercuts],
        )
    blocking = [each.plain() for each in found.findings if each.blocks]
    if blocking:
        raise ChecksFailed(count=len(blocking), findings=blocking)
    if found.failures:
        failed = [each.plain() for each in found.failures]
        raise TestsFailed(count=len(failed), failures=failed)
