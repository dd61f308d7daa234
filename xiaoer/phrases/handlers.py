"""What phrases do when something they repeat has changed."""

from sqlalchemy.orm import Session

from xiaoer.catalog.events import ProductsChanged
from xiaoer.core import auth
from xiaoer.core.events import on
from xiaoer.phrases.models import Changing
from xiaoer.phrases.rules.care import Change
from xiaoer.phrases.service import caring
from xiaoer.policies.events import PolicyActivated, PolicyRetired


@on(ProductsChanged)
def follow_products(session: Session, event: ProductsChanged) -> None:
    """Phrases about them are looked at again (QP-10)."""
    caring.mark_changed(
        session,
        auth.system("catalog"),
        shop_id=event.shop_id,
        kind=Changing.PRODUCT,
        refs=[str(each) for each in event.product_ids],
        change=Change("商品信息有更新", "The product was updated"),
    )


@on(PolicyActivated)
def follow_policy(session: Session, event: PolicyActivated) -> None:
    """Phrases that repeat it are looked at again (QP-7)."""
    change = Change(
        f"政策启用第 {event.number} 版", f"Version {event.number} of the policy is in force"
    )
    _policy(session, event, change)


@on(PolicyRetired)
def follow_retired_policy(session: Session, event: PolicyRetired) -> None:
    _policy(session, event, Change("政策已停用", "The policy was retired"))


def _policy(session: Session, event: PolicyActivated | PolicyRetired, change: Change) -> None:
    caring.mark_changed(
        session,
        auth.system("policies"),
        shop_id=event.shop_id,
        kind=Changing.POLICY,
        refs=[event.table],
        change=change,
    )
