"""Invoices and installations: each due in time, each somebody's task."""

from collections.abc import Set
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.catalog import queries as catalog
from xiaoer.catalog.models import HintKind, Product, Sku
from xiaoer.core import clock
from xiaoer.core.auth import Actor, Permission, system
from xiaoer.orders import queries
from xiaoer.orders.errors import NotOwed, OwedAlready
from xiaoer.orders.models import Order, OrderLine, OwedKind, OwedService
from xiaoer.orders.service import settings
from xiaoer.tasks import service as tasks
from xiaoer.workforce import queries as workforce

TITLES = {OwedKind.INVOICE: "开发票", OwedKind.INSTALLATION: "上门安装"}
PREFIX = "owed_"


def ask_invoice(
    session: Session, actor: Actor, *, order_id: UUID, title: str, tax_no: str = ""
) -> OwedService:
    """The buyer wants an invoice: it is due within the shop's days (FM5-2)."""
    actor.must(Permission.ORDERS_REMARK)
    order = queries.get(session, actor, order_id)
    hours = settings.of(session, order.shop_id).invoice_hours
    due_at = clock.now() + timedelta(hours=hours)
    if _standing(session, order_id, OwedKind.INVOICE):
        raise OwedAlready
    return _owe(session, actor, order, OwedKind.INVOICE, title, due_at, tax_no)


def owe_installations(session: Session, order_ids: Set[UUID]) -> None:
    """What is signed for is to be installed within the hours its buyer was told (FM5-3)."""
    query = (
        select(OrderLine.order_id, Product)
        .join(Sku, Sku.product_id == Product.id)
        .join(OrderLine, OrderLine.sku_id == Sku.id)
        .where(OrderLine.order_id.in_(order_ids))
    )
    bought = session.execute(query).unique().all()
    hints = catalog.hints(session, [product for _, product in bought])
    found = [
        (order_id, hint.within_hours, product.title)
        for order_id, product in bought
        for hint in hints[product.id]
        if hint.kind is HintKind.INSTALLATION and hint.within_hours
    ]
    # of several in one order the first one due is told
    for order_id, hours, title in sorted(found):
        if not _standing(session, order_id, OwedKind.INSTALLATION):
            order, due_at = session.get_one(Order, order_id), clock.now() + timedelta(hours=hours)
            _owe(session, system("orders"), order, OwedKind.INSTALLATION, title, due_at)


def done(session: Session, actor: Actor, owed_id: UUID, *, result: str) -> OwedService:
    """The invoice is sent, or it is installed; its task is done with it."""
    actor.must(Permission.ORDERS_REMARK)
    found = session.get(OwedService, owed_id, with_for_update=True)
    if found is None or not actor.reaches(found.shop_id) or found.done_at is not None:
        raise NotOwed
    found.done_at, found.done_by, found.result = clock.now(), actor.name, result
    session.flush()
    tasks.complete(session, system("orders"), found.task_id, result=result)
    return found


def _standing(session: Session, order_id: UUID, kind: OwedKind) -> bool:
    query = select(OwedService.id).where(OwedService.order_id == order_id, OwedService.kind == kind)
    return session.scalar(query) is not None


def _owe(
    session: Session,
    actor: Actor,
    order: Order,
    kind: OwedKind,
    title: str,
    due_at: datetime,
    tax_no: str = "",
) -> OwedService:
    permission = Permission.ORDERS_EDIT
    owner = workforce.owner(session, shop_id=order.shop_id, permission=permission)
    task = tasks.open_task(
        session,
        system("orders"),
        title=f"{TITLES[kind]}：{title} · {order.order_no}"[:200],
        kind=f"{PREFIX}{kind}",
        due_at=due_at,
        shop_id=order.shop_id,
        subject_type="order",
        subject_id=order.id,
        group_id=owner.group_id,
        agent_id=owner.agent_id,
    )
    found = OwedService(
        shop_id=order.shop_id,
        order_id=order.id,
        kind=kind,
        title=title,
        tax_no=tax_no,
        asked_by=actor.name,
        due_at=due_at,
        task_id=task.id,
    )
    session.add(found)
    session.flush()
    return found
