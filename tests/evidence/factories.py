"""Evidence for tests, made with only what matters."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import auth
from xiaoer.core.auth import Actor
from xiaoer.core.ids import new_id
from xiaoer.evidence import service
from xiaoer.evidence.models import EvidenceItem, Kind, SubjectType


def make_evidence(
    session: Session, shop_id: UUID, actor: Actor | None = None, **what_matters: Any
) -> EvidenceItem:
    defaults = {
        "kind": Kind.CHAT_RECORD,
        "subject_type": SubjectType.CONVERSATION,
        "subject_id": new_id(),
        "content": {"messages": [{"seq": 1, "from": "customer", "text": "杯子碎了"}]},
    }
    return service.capture(
        session, actor or auth.system(), shop_id=shop_id, **(defaults | what_matters)
    )
