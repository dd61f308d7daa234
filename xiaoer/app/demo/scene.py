"""A case of the demo while it comes about: who is there, and what they can show."""

import random
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from xiaoer.aftersales.models import Case, EvidenceKind
from xiaoer.aftersales.service import Proof
from xiaoer.app.demo import proofs
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.files import service as files
from xiaoer.core.shops import Shop


@dataclass
class Scene:
    """One case of the demo while it comes about."""

    session: Session
    chance: random.Random
    now: datetime
    shop: Shop
    staff: dict[str, Actor]
    buyer: Actor
    case: Case

    def by(self, login: str) -> Actor:
        return self.staff[login]

    def proof(self, kind: EvidenceKind, actor: Actor) -> Proof:
        content = proofs.photo(self.chance, kind.value)
        stored = files.keep_upload(
            self.session,
            replace(actor, permissions=actor.permissions | {Permission.FILES_STORE}),
            content=content,
            name=f"{kind.value}.jpg",
            shop_id=self.shop.id,
        )
        return Proof(kind, [stored.id])
