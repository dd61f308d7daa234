"""Products and SKUs for tests."""

from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.catalog.models import Product, Sku
from xiaoer.core import clock
from xiaoer.core.ids import new_id
from xiaoer.core.shops import Shop


def make_product(session: Session, shop: Shop, *, title: str = "竹制茶盘") -> Product:
    product = Product(shop_id=shop.id, external_id=new_id().hex, title=title)
    session.add(product)
    session.flush()
    return product


def make_sku(
    session: Session,
    shop: Shop,
    *,
    product: Product | None = None,
    page: int | None = None,
    actual: int | None = None,
    code: str | None = None,
    price_cents: int = 12900,
) -> Sku:
    owner: UUID = (product or make_product(session, shop)).id
    sku = Sku(
        shop_id=shop.id,
        product_id=owner,
        external_id=new_id().hex,
        code=code,
        spec="大号",
        price_cents=price_cents,
        currency=shop.currency,
        page_stock=page,
        page_synced_at=clock.now() if page is not None else None,
        actual_stock=actual,
        actual_synced_at=clock.now() if actual is not None else None,
    )
    session.add(sku)
    session.flush()
    session.refresh(sku)
    return sku
