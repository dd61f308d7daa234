"""Runs for tests, made with only what matters."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import auth
from xiaoer.core.auth import Actor
from xiaoer.core.ids import new_id
from xiaoer.evidence.models import SubjectType
from xiaoer.playbooks import service
from xiaoer.playbooks.models import PlaybookRun
from xiaoer.playbooks.rules.proof import Subject

ON = {
    "1.1": {
        "goods_state": "not_received",
        "shipped_before_request": True,
        "reason": "not_received",
        "parcel_state": "in_transit",
    },
    "2.3": {"goods_state": "received", "reason": "empty_parcel"},
    "3.2": {"goods_state": "returned", "returned_condition": "damaged", "return_signed": "refused"},
    "3.3": {
        "goods_state": "returned",
        "returned_condition": "short",
        "return_signed": "signed",
        "courier_certificate": True,
    },
}
"""Facts that put a case on a branch."""


def make_subject(shop_id: UUID, *folders: tuple[SubjectType, UUID]) -> Subject:
    return Subject(shop_id, "refund", new_id(), folders)


def make_run(
    session: Session, shop_id: UUID, actor: Actor | None = None, **what_matters: Any
) -> PlaybookRun:
    defaults = {"playbook": "dispute", "subject": make_subject(shop_id), "facts": ON["3.2"]}
    return service.start(session, actor or auth.system(), **(defaults | what_matters))
