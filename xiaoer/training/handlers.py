"""What training does when the clock tells something."""

from sqlalchemy.orm import Session

from xiaoer.core.events import on
from xiaoer.promises.events import PromiseBroken, PromiseWarned
from xiaoer.training import service


@on(PromiseWarned, when=lambda event: event.kind == service.TEST)
def near(session: Session, event: PromiseWarned) -> None:
    service.tell_near(session, event.subject_id)


@on(PromiseBroken, when=lambda event: event.kind == service.TEST)
def missed(session: Session, event: PromiseBroken) -> None:
    service.tell_missed(session, event.subject_id)
