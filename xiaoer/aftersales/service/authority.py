"""Who may give away how much: the table `authority` decides by the role that rights make."""

from sqlalchemy.orm import Session

from xiaoer.aftersales.errors import AboveYourLimit, SecondPersonMustDiffer
from xiaoer.aftersales.models import Case
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service.deciding import AUTHORITY
from xiaoer.aftersales.service.holding import Held, engine, move
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.policies import service as policies

RANKS = {"agent": 0, "team_lead": 1, "manager": 2}


def role_of(actor: Actor) -> str:
    """The role of the table, told by the rights the person holds."""
    if actor.may(Permission.POLICIES_PUBLISH):
        return "manager"
    return "team_lead" if actor.may(Permission.AFTERSALES_OVERRIDE) else "agent"


def needed(
    session: Session, actor: Actor, case: Case, act: str, cents: int
) -> tuple[bool, str, bool]:
    """Whether the actor may do it alone, else which role has to agree, and as a second person."""
    said = policies.preview(
        session,
        engine(actor),
        table=AUTHORITY,
        shop_id=case.shop_id,
        facts={"action.kind": act, "action.cents": cents, "actor.role": role_of(actor)},
    )
    alone = said.outputs.get("decision") == "approve" and not said.outputs.get("four_eyes")
    role = str(said.outputs.get("approver_role", "manager"))
    return alone, role, bool(said.outputs.get("four_eyes"))


def enough(session: Session, actor: Actor, held: Held, act: str, cents: int) -> bool:
    """Whether it can be done now. Otherwise the case waits for a second person (I24).

    Who asks first cannot agree as the second: `SecondPersonMustDiffer`. Raises `AboveYourLimit`
    for a second person whose role does not reach.
    """
    if actor.kind is ActorKind.SYSTEM or cents <= 0:
        return True
    case = held.case
    alone, role, _ = needed(session, actor, case, act, cents)
    if alone:
        return True
    if case.asked_by is None or case.asked_cents != cents:
        case.asked_by, case.asked_cents, case.asked_role = actor.id, cents, role
        move(session, actor, held, Command.ASK_APPROVAL, role=role, cents=cents)
        return False
    if case.asked_by == actor.id:
        raise SecondPersonMustDiffer
    if RANKS[role_of(actor)] < RANKS.get(case.asked_role, 2):
        raise AboveYourLimit(cents=cents, role=case.asked_role)
    return True


def must_suffice(session: Session, actor: Actor, case: Case, act: str, cents: int) -> None:
    """Raise `AboveYourLimit` unless the actor may do it alone."""
    alone, role, _ = needed(session, actor, case, act, cents)
    if cents > 0 and not alone:
        raise AboveYourLimit(cents=cents, role=role)
