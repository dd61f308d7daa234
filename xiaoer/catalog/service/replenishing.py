"""More goods are asked for in time, and what customers ask for is counted (STK-5..9)."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

import orjson
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from xiaoer.catalog import queries
from xiaoer.catalog.errors import (
    AskedAlready,
    ReplenishmentEnded,
    ReplenishmentNotFound,
    SkuNotFound,
)
from xiaoer.catalog.events import ReplenishmentAsked, ReplenishmentMoved
from xiaoer.catalog.models import Product, Replenishing, Replenishment, Sku, StockAsk
from xiaoer.core import clock, events, ids
from xiaoer.core.auth import Actor, Permission, system

LOW = "低于安全库存"

_ASK_LOW = text("""
WITH owed AS (
    SELECT * FROM jsonb_to_recordset(CAST(:owed AS jsonb)) AS r(sku_id uuid, pieces int)
), held AS (
    SELECT sku_id, sum(pieces) AS pieces FROM stock_holds WHERE shop_id = :shop GROUP BY 1
), low AS (
    SELECT s.id, s.product_id, s.spec, s.safety_stock,
        s.actual_stock - coalesce(h.pieces, 0) - coalesce(o.pieces, 0) AS available
    FROM skus s LEFT JOIN owed o ON o.sku_id = s.id LEFT JOIN held h ON h.sku_id = s.id
    WHERE s.shop_id = :shop AND s.safety_stock IS NOT NULL AND s.on_sale
        AND s.actual_stock IS NOT NULL
)
INSERT INTO replenishments (id, shop_id, sku_id, pieces, reason, automatic, state, asked_by,
    asked_at)
SELECT (:ids)[row_number() OVER (ORDER BY l.id)], :shop, l.id,
    greatest(2 * l.safety_stock - l.available, 1), :reason, true, 'asked', :by, :now
FROM low l
WHERE l.available <= l.safety_stock
    AND NOT EXISTS (SELECT FROM replenishments r WHERE r.sku_id = l.id AND r.ended_at IS NULL)
ORDER BY l.id LIMIT :batch
ON CONFLICT DO NOTHING
RETURNING id, sku_id, pieces,
    (SELECT p.title || ' ' || s.spec FROM skus s JOIN products p ON p.id = s.product_id
        WHERE s.id = sku_id) AS title
""")
BATCH = 200


def ask_low(session: Session, shop_id: UUID, owed: Mapping[UUID, int]) -> int:
    """Ask for what has reached its safety stock before there is none (STK-5); how many SKUs.

    `owed`: pieces sold that have not left. Asked again, what is asked for already stays. Enough is
    asked for to stand at twice the safety stock.
    """
    asked = {
        "shop": shop_id,
        "owed": orjson.dumps([{"sku_id": k, "pieces": v} for k, v in owed.items()]).decode(),
        "ids": [ids.new_id() for _ in range(BATCH)],
        "reason": LOW,
        "by": system("catalog").name,
        "now": clock.now(),
        "batch": BATCH,
    }
    rows = session.execute(_ASK_LOW, asked).all()
    told = [
        ReplenishmentAsked(
            shop_id=shop_id,
            replenishment_id=row.id,
            sku_id=row.sku_id,
            title=row.title,
            pieces=row.pieces,
            automatic=True,
        )
        for row in rows
    ]
    events.emit_many(session, system("catalog"), told)
    return len(rows)


def ask_for(
    session: Session, actor: Actor, *, sku_id: UUID, pieces: int, reason: str
) -> Replenishment:
    """Whoever serves customers sees first what runs out, and asks for more."""
    actor.must(Permission.CATALOG_ASK)
    sku = _locked(session, actor, sku_id)
    standing = select(Replenishment.id).where(
        Replenishment.sku_id == sku_id, Replenishment.ended_at.is_(None)
    )
    if session.scalar(standing):
        raise AskedAlready(spec=sku.spec)
    found = Replenishment(
        shop_id=sku.shop_id, sku_id=sku_id, pieces=pieces, reason=reason, asked_by=actor.name
    )
    session.add(found)
    session.flush()
    title = session.get_one(Product, sku.product_id).title
    told = ReplenishmentAsked(
        shop_id=sku.shop_id,
        replenishment_id=found.id,
        sku_id=sku_id,
        title=f"{title} {sku.spec}".strip(),
        pieces=pieces,
        automatic=False,
    )
    events.emit(session, actor, told)
    return found


def expect(
    session: Session, actor: Actor, replenishment_id: UUID, *, on: date, pieces: int | None = None
) -> Replenishment:
    """It is ordered, and comes on that day: agents may tell customers so (STK-6)."""
    found = _open(session, actor, replenishment_id)
    found.expected_on, found.state = on, Replenishing.ORDERED
    found.pieces = pieces or found.pieces
    return _moved(session, actor, found)


def arrived(session: Session, actor: Actor, replenishment_id: UUID) -> Replenishment:
    """The goods are here; how many there are now is the warehouse's next count."""
    return _end(session, actor, replenishment_id, Replenishing.ARRIVED, "")


def call_off(session: Session, actor: Actor, replenishment_id: UUID, *, why: str) -> Replenishment:
    return _end(session, actor, replenishment_id, Replenishing.CALLED_OFF, why)


def _end(
    session: Session, actor: Actor, replenishment_id: UUID, state: Replenishing, note: str
) -> Replenishment:
    found = _open(session, actor, replenishment_id)
    found.state, found.ended_at = state, clock.now()
    found.ended_by, found.note = actor.name, note
    return _moved(session, actor, found)


def _open(session: Session, actor: Actor, replenishment_id: UUID) -> Replenishment:
    actor.must(Permission.CATALOG_EDIT)
    found = session.get(Replenishment, replenishment_id, with_for_update=True)
    if found is None or not actor.reaches(found.shop_id):
        raise ReplenishmentNotFound
    if found.ended_at is not None:
        raise ReplenishmentEnded
    return found


def _moved(session: Session, actor: Actor, found: Replenishment) -> Replenishment:
    session.flush()
    told = ReplenishmentMoved(
        shop_id=found.shop_id,
        replenishment_id=found.id,
        sku_id=found.sku_id,
        state=found.state.value,
    )
    events.emit(session, actor, told)
    return found


def set_safety(session: Session, actor: Actor, sku_id: UUID, pieces: int | None) -> Sku:
    """From how many pieces on more are asked for; None: nobody asks."""
    actor.must(Permission.CATALOG_EDIT)
    sku = _locked(session, actor, sku_id)
    sku.safety_stock = pieces
    session.flush()
    return sku


def note_ask(
    session: Session,
    actor: Actor,
    *,
    sku_id: UUID,
    pieces: int = 1,
    lost: bool = False,
    conversation_id: UUID | None = None,
) -> StockAsk:
    """A customer asks for it: it is on today's list. `lost`: there was none for them.

    Asked again in the same talk, it counts once; what was lost stays lost.
    """
    actor.must(Permission.CATALOG_ASK)
    sku = queries.sku(session, actor, sku_id)
    found = queries.asked_in(session, sku_id, conversation_id) if conversation_id else None
    if found is None:
        found = StockAsk(
            shop_id=sku.shop_id,
            sku_id=sku_id,
            conversation_id=conversation_id,
            agent_id=actor.id,
            lost=False,
        )
        session.add(found)
    found.pieces, found.lost = pieces, found.lost or lost
    session.flush()
    return found


def _locked(session: Session, actor: Actor, sku_id: UUID) -> Sku:
    sku = session.scalar(queries.skus_visible_to(actor).where(Sku.id == sku_id).with_for_update())
    if sku is None:
        raise SkuNotFound
    return sku
