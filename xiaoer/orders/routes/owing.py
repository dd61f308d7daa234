"""Invoices and installations owed to buyers."""

from uuid import UUID

from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.orders import queries, service
from xiaoer.orders.schemas.owing import InvoiceIn, OwedServiceOut, ServiceDoneIn

router = Router(prefix="/api/owed-services", tags=["orders"])


@router.get("")
def owed_services(
    session: Db, actor: Me, shop_id: UUID, done: bool = False, order_id: UUID | None = None
) -> list[OwedServiceOut]:
    actor.must(Permission.ORDERS_READ)
    rows = queries.owed_services(session, actor, shop_id=shop_id, done=done, order_id=order_id)
    return [OwedServiceOut.model_validate(each) for each in rows]


@router.post("/invoices", status_code=204)
def ask_invoice(session: Db, actor: Me, body: InvoiceIn) -> None:
    """The buyer wants an invoice."""
    service.ask_invoice(session, actor, **body.model_dump())


@router.put("/{owed_id}/result", status_code=204)
def done(session: Db, actor: Me, owed_id: UUID, body: ServiceDoneIn) -> None:
    service.owed_done(session, actor, owed_id, result=body.result)
