"""Imports done by the worker."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.connectors.files import service
from xiaoer.connectors.files.service.preparing import JOB
from xiaoer.core import auth, periodic, queue
from xiaoer.core.errors import DeskError

SWEEP = "connectors.files.sweep"


@queue.task(JOB, own_transactions=True)
def import_orders(_session: Session, payload: queue.Payload) -> None:
    try:
        service.run(UUID(payload["run_id"]))
    except DeskError:
        # The reason is written on the import; trying again would not change it.
        return


@queue.task(SWEEP)
def sweep(session: Session, _payload: queue.Payload) -> None:
    service.sweep(session, auth.system("import"))


loop = periodic.every(timedelta(days=1), SWEEP)
