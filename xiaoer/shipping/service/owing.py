"""What is owed about shipping is promised: to ship, and to have the courier's scan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core.auth import system
from xiaoer.promises import service as promises
from xiaoer.promises.rules import Terms
from xiaoer.promises.service import Proved
from xiaoer.shipping.models import OPEN_STAGES, Stage
from xiaoer.shipping.service.watched import Watched

SHIP, PICKUP = "ship", "pickup"
KINDS = (SHIP, PICKUP)
SUBJECT = "order"


@dataclass(frozen=True, slots=True)
class Change:
    """A watch as it is now, and the stage it was in (None: it is new)."""

    before: str | None
    now: Watched


def settle(
    session: Session,
    changes: Sequence[Change],
    owners: Mapping[UUID | None, UUID | None],
    now: datetime,
) -> None:
    """Promise what is owed from now on, keep what is done, release what is owed no more.

    Marking an order as shipped keeps the promise to ship; only a scan keeps the one to have it
    picked up. Both by the time it was done, not by when we heard of it. They are owed by the people
    of the order's warehouse (`owners`: its group).
    """
    found = {change.now.order_id: _terms(change.now, owners, now) for change in changes}
    terms = [each for promised in found.values() for each in promised]
    moved = [each for change in changes if change.before for each in found[change.now.order_id]]
    promises.reset_many(session, moved)
    promises.make_many(session, system("shipping"), terms)
    promises.keep_proved(session, [each for change in changes for each in _done(change)])
    off = [change.now for change in changes if change.before and _owes_nothing(change.now)]
    for shop_id in {each.shop_id for each in off}:
        ids = [each.order_id for each in off if each.shop_id == shop_id]
        promises.release_many(session, shop_id=shop_id, subject_ids=ids, kinds=KINDS)


def _terms(
    watched: Watched, owners: Mapping[UUID | None, UUID | None], now: datetime
) -> list[Terms]:
    owed = {
        SHIP: watched.ship_by if watched.stage is Stage.OWED else None,
        PICKUP: watched.pickup_by if watched.stage in OPEN_STAGES else None,
    }
    return [
        Terms(
            shop_id=watched.shop_id,
            kind=kind,
            subject_type=SUBJECT,
            subject_id=watched.order_id,
            due_at=due_at,
            warn_at=_warnings(watched, kind, due_at),
            owner_group_id=owners.get(watched.warehouse_id),
        )
        for kind, due_at in owed.items()
        if due_at is not None and due_at > now
    ]


def _warnings(watched: Watched, kind: str, due_at: datetime) -> list[datetime]:
    """The hours the table gives; shipping also warns when the order counts as overlooked."""
    told = [due_at - timedelta(hours=each) for each in watched.warn_hours]
    return [*told, watched.overlook_at] if kind == SHIP else told


def _done(change: Change) -> list[Proved]:
    watched, done = change.now, dict[str, datetime]()
    if watched.stage not in (Stage.MARKED, Stage.PICKED):
        return []
    at = [each for each in (watched.marked_at, watched.handed_at) if each is not None]
    if at:
        done[SHIP] = min(at)
    if watched.stage is Stage.PICKED and watched.handed_at is not None:
        done[PICKUP] = watched.handed_at
    return [
        Proved(watched.shop_id, watched.order_id, kind, moment) for kind, moment in done.items()
    ]


def _owes_nothing(watched: Watched) -> bool:
    return watched.stage in (Stage.WAITING, Stage.ENDED)
