"""Kits: sold as one line, kept as the parts they consist of, so that one part can come back.

The price of a kit, and every discount on it, is split by the weights the catalogue had on the day
the order was written (aftersales.md A.6 e). The lines keep them: what the catalogue says later
changes no order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.catalog import queries as catalog
from xiaoer.catalog.queries import Part
from xiaoer.core.money import allocate
from xiaoer.orders import rules
from xiaoer.orders.models import OrderLine
from xiaoer.orders.rules import Share
from xiaoer.orders.service.rows import LineRow, OrderRow

KIT = "kit"
Place = tuple[UUID, int]
"""An order, and which of the lines its source tells of, from 0."""


def parts_of(
    session: Session, rows: Sequence[OrderRow], ids: Mapping[str, UUID], known: set[UUID]
) -> dict[Place, list[Part]]:
    """The parts of every kit in these orders: of a new one as the catalogue has them, of one that
    is `known` as they were when it was written."""
    new = [(ids[row.order_no], row) for row in rows if ids[row.order_no] not in known]
    skus = {line.sku_id for _, row in new for line in row.lines if line.sku_id}
    sold = catalog.kits(session, skus) if skus else {}
    found = {
        (order_id, place): sold[line.sku_id]
        for order_id, row in new
        for place, line in enumerate(row.lines)
        if line.sku_id in sold
    }
    before = [ids[row.order_no] for row in rows if ids[row.order_no] in known]
    return found | (_kept(session, before) if before else {})


def _kept(session: Session, order_ids: Sequence[UUID]) -> dict[Place, list[Part]]:
    rows = session.execute(
        select(OrderLine.order_id, OrderLine.facts[KIT])
        .where(OrderLine.order_id.in_(order_ids), OrderLine.facts.has_key(KIT))
        .order_by(OrderLine.order_id, OrderLine.position)
    )
    found: dict[Place, list[Part]] = {}
    for order_id, told in rows:
        found.setdefault((order_id, int(told["place"])), []).append(catalog.part(told["part"]))
    return found


def unfold(
    order_id: UUID,
    lines: Sequence[LineRow],
    shares: Sequence[Share],
    parts: Mapping[Place, Sequence[Part]],
) -> list[tuple[LineRow, Share]]:
    """The lines with their amounts, kits replaced by their parts; the sums stay what they were."""
    found: list[tuple[LineRow, Share]] = []
    for place, (line, share) in enumerate(zip(lines, shares, strict=True)):
        consists_of = parts.get((order_id, place), ())
        if consists_of:
            found += _taken_apart(place, line, share, consists_of)
        else:
            found.append((line, share))
    return found


def _taken_apart(
    place: int, line: LineRow, share: Share, parts: Sequence[Part]
) -> list[tuple[LineRow, Share]]:
    weights = [each.weight for each in parts]
    listed, taxes = allocate(share.list_cents, weights), allocate(line.tax_cents, weights)
    split = rules.split(listed, goods_cents=share.paid_cents, platform_cents=share.platform_cents)
    return [
        (
            replace(
                line,
                title=each.title,
                spec=each.spec,
                list_cents=amounts.list_cents,
                tax_cents=tax,
                quantity=(line.quantity or 1) * each.qty,
                sku_id=each.sku_id,
                facts=line.facts | {KIT: {"of": line.title, "place": place, "part": _told(each)}},
            ),
            amounts,
        )
        for each, amounts, tax in zip(parts, split, taxes, strict=True)
    ]


def _told(part: Part) -> dict[str, Any]:
    sku_id = str(part.sku_id) if part.sku_id else None
    names = ("title", "spec", "qty", "weight")
    return {name: getattr(part, name) for name in names} | {"sku_id": sku_id}
