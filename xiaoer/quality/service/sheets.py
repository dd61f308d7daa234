"""Writing the sheets that talks and calls are scored by, in versions."""

from collections.abc import Sequence
from dataclasses import asdict
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import events, shops
from xiaoer.core.auth import Actor, Permission, system
from xiaoer.quality.events import SheetWritten
from xiaoer.quality.models import Sheet, SheetKind
from xiaoer.quality.queries import sheets as queries
from xiaoer.quality.rules import sheets as rules
from xiaoer.quality.rules.sheets import Criterion


def current(session: Session, actor: Actor, shop_id: UUID, kind: SheetKind) -> Sheet:
    """The sheet to score by now; a shop that wrote none gets the shipped one as its first."""
    known = queries.newest(session, shop_id, kind)
    return known or _first(session, actor, shop_id, kind)


def _first(session: Session, actor: Actor, shop_id: UUID, kind: SheetKind) -> Sheet:
    shops.held(session, actor, shop_id)  # two who begin at once take turns
    known = queries.newest(session, shop_id, kind)
    return known or _add(session, system("quality"), shop_id, kind, rules.shipped(kind))


def write(
    session: Session,
    actor: Actor,
    shop_id: UUID,
    kind: SheetKind,
    criteria: Sequence[Criterion],
) -> Sheet:
    """A new version; scores that were given stay by theirs. Raises `SheetNotWhole`."""
    actor.must(Permission.QUALITY_MANAGE)
    rules.check(criteria)
    _first(session, actor, shop_id, kind)
    return _add(session, actor, shop_id, kind, criteria)


def _add(
    session: Session, actor: Actor, shop_id: UUID, kind: SheetKind, criteria: Sequence[Criterion]
) -> Sheet:
    known = queries.newest(session, shop_id, kind)
    made = Sheet(
        shop_id=shop_id,
        kind=kind,
        version=known.version + 1 if known else 1,
        criteria=[asdict(each) for each in criteria],
        made_by=actor.name,
    )
    session.add(made)
    session.flush()
    told = SheetWritten(shop_id=shop_id, sheet_id=made.id, kind=kind, version=made.version)
    events.emit(session, actor, told)
    return made
