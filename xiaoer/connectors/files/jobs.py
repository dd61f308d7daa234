"""Imports done by the worker."""

from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.connectors.files import service
from xiaoer.connectors.files.service.preparing import JOB
from xiaoer.core import queue
from xiaoer.core.errors import DeskError


@queue.task(JOB, own_transactions=True)
def import_orders(_session: Session, payload: queue.Payload) -> None:
    try:
        service.run(UUID(payload["run_id"]))
    except DeskError:
        # The reason is written on the import; trying again would not change it.
        return
