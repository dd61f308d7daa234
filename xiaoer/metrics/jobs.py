"""Work by the clock: days that no longer change are rolled up."""

from datetime import timedelta

from sqlalchemy.orm import Session

from xiaoer.core import auth, db, periodic, queue, shops
from xiaoer.metrics.service import settling

SETTLING = "metrics.settle"


@queue.task(SETTLING, own_transactions=True)
def settle(_session: Session, _payload: queue.Payload) -> None:
    """Each shop in a transaction of its own for every month of days; twice is harmless."""
    with db.transaction() as session:
        found = shops.visible_to(session, auth.system("metrics"))
    for shop in found:
        more = True
        while more:
            with db.transaction() as session:
                more = settling.settle(session, shop) == settling.AT_ONCE


loop = periodic.every(timedelta(hours=1), SETTLING)
