"""Cases that a platform owns: we send it commands with the version we saw, and follow it."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales.errors import NotMirrored, PlatformVersionChanged, PlatformWordUnknown
from xiaoer.aftersales.events import PlatformAsked
from xiaoer.aftersales.models import Case, CaseEvent, CaseState, Closed, Mode, Money
from xiaoer.aftersales.rules import TERMINAL, Command, state_told
from xiaoer.aftersales.service.holding import close, complete, hold, move, told_of
from xiaoer.core import events
from xiaoer.core.auth import Actor, Permission


def ask_platform(session: Session, actor: Actor, case: Case, command: str, cents: int) -> None:
    """Leave a command for the connector; its version is the one we decided upon."""
    told = PlatformAsked(
        **told_of(case),
        command=command,
        cents=cents,
        platform=case.platform,
        platform_ref=case.platform_ref,
        platform_version=case.platform_version,
    )
    events.emit(session, actor, told)


def check_seen(case: Case, platform_version: str | None) -> None:
    """Raise `PlatformVersionChanged` unless the platform's version is the one that was seen."""
    if case.mode is Mode.MIRRORED and platform_version != case.platform_version:
        raise PlatformVersionChanged


def told(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    platform: str,
    platform_ref: str,
    platform_version: str,
    status: str,
    refund: str = "",
    dispute: str = "",
    goods_back: bool = False,
    refunded_cents: int | None = None,
) -> Case:
    """The platform tells in its own words. Raises `PlatformWordUnknown` for one nobody knows."""
    state = state_told(platform, status, refund=refund, dispute=dispute, goods_back=goods_back)
    if state is None:
        raise PlatformWordUnknown(platform=platform, word=status)
    return follow(
        session,
        actor,
        shop_id=shop_id,
        platform=platform,
        platform_ref=platform_ref,
        platform_version=platform_version,
        state=state,
        refunded_cents=refunded_cents,
    )


def adopt(
    session: Session,
    actor: Actor,
    *,
    case_id: UUID,
    platform: str,
    platform_ref: str,
    platform_version: str,
) -> Case:
    """The platform owns this case from now on; money moves there."""
    actor.must(Permission.AFTERSALES_FOLLOW)
    held = hold(session, actor, case_id)
    case = held.case
    case.mode, case.platform = Mode.MIRRORED, platform
    case.platform_ref, case.platform_version = platform_ref, platform_version
    move(session, actor, held, Command.FOLLOW, platform=platform, version=platform_version)
    return case


def known(session: Session, shop_id: UUID, platform: str, platform_ref: str) -> UUID | None:
    """Our case for the platform's, if there is one."""
    return session.scalar(
        select(Case.id).where(
            Case.shop_id == shop_id, Case.platform == platform, Case.platform_ref == platform_ref
        )
    )


def _told_before(session: Session, case: Case, version: str) -> bool:
    """By what the case's own chain says; versions that are numbers only grow."""
    now = case.platform_version
    if version == now:
        return True
    if version.isdecimal() and now.isdecimal() and int(version) < int(now):
        return True
    query = select(CaseEvent.id).where(
        CaseEvent.case_id == case.id,
        CaseEvent.command == Command.FOLLOW.value,
        CaseEvent.data["version"].astext == version,
    )
    return session.scalar(query.limit(1)) is not None


def follow(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    platform: str,
    platform_ref: str,
    platform_version: str,
    state: CaseState,
    refunded_cents: int | None = None,
) -> Case:
    """The platform tells where its case stands. A version that was told before, or is older than
    the one we have, changes nothing: messages come twice, late, and from whoever copied one."""
    actor.must(Permission.AFTERSALES_FOLLOW)
    case_id = known(session, shop_id, platform, platform_ref)
    if case_id is None:
        raise NotMirrored
    held = hold(session, actor, case_id)
    case = held.case
    if case.state in TERMINAL or _told_before(session, case, platform_version):
        return case
    case.platform_version = platform_version
    if refunded_cents is not None:
        case.refunded_cents = refunded_cents
    if state is CaseState.COMPLETED:
        case.money = Money.SETTLED if case.refunded_cents else case.money
        complete(session, actor, held, Command.FOLLOW, version=platform_version)
    elif state is CaseState.CLOSED:
        close(session, actor, held, Command.FOLLOW, Closed.SUPERSEDED, version=platform_version)
    else:
        move(session, actor, held, Command.FOLLOW, state, version=platform_version)
    return case
