"""The sheet a shop scores by now, and earlier versions."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.quality.models import Sheet, SheetKind
from xiaoer.quality.rules import sheets
from xiaoer.quality.rules.sheets import Criterion


def newest(session: Session, shop_id: UUID, kind: SheetKind) -> Sheet | None:
    query = select(Sheet).where(Sheet.shop_id == shop_id, Sheet.kind == kind)
    return session.scalars(query.order_by(Sheet.version.desc()).limit(1)).first()


def criteria(session: Session, shop_id: UUID, kind: SheetKind) -> list[Criterion]:
    """What the shop looks at now; where it wrote nothing, what is shipped."""
    own = newest(session, shop_id, kind)
    return sheets.read(own.criteria) if own else list(sheets.shipped(kind))


def versions(session: Session, ids: Collection[UUID]) -> dict[UUID, tuple[int, list[Criterion]]]:
    """The version and the criteria of each."""
    found = session.scalars(select(Sheet).where(Sheet.id.in_(ids)))
    return {each.id: (each.version, sheets.read(each.criteria)) for each in found}
