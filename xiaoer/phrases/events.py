"""What happens to phrases and their categories."""

from dataclasses import dataclass
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class PhraseEvent(Event):
    """Common to all facts about a phrase; personal ones name their owner instead of a shop."""

    subject_field = "phrase_id"

    phrase_id: UUID
    owner_agent_id: UUID | None
    version: int

    def topics(self) -> list[str]:
        return [f"me:{self.owner_agent_id}" if self.owner_agent_id else f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class PhraseWritten(PhraseEvent):
    """A new phrase; `copied_from` names the shared one it began as."""

    copied_from: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class PhraseChanged(PhraseEvent):
    """Everybody says the new version from now on."""


@dataclass(frozen=True, kw_only=True)
class PhraseRetired(PhraseEvent):
    """Nobody is offered it any more."""


@dataclass(frozen=True, kw_only=True)
class PhraseRestored(PhraseEvent):
    """It is offered again."""


@dataclass(frozen=True, kw_only=True)
class PhraseCared(PhraseEvent):
    """Its dates, its keeper, its cycle or what it repeats were set."""


@dataclass(frozen=True, kw_only=True)
class PhraseReviewed(PhraseEvent):
    """Somebody looked and says that it still holds."""


@dataclass(frozen=True, kw_only=True)
class PhraseReviewNeeded(PhraseEvent):
    """It is to be looked at: its cycle ran out, or what it repeats has changed."""

    reason: str
    keeper_id: UUID | None

    def topics(self) -> list[str]:
        return [*super().topics(), *([f"me:{self.keeper_id}"] if self.keeper_id else [])]


@dataclass(frozen=True, kw_only=True)
class PromotionChanged(Event):
    """A promotion was set, began or ended (`what`)."""

    subject_field = "promotion_id"

    promotion_id: UUID
    name: str
    what: str

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class PhraseCategoriesChanged(Event):
    """A category was added, renamed, moved, disabled or enabled."""

    category_ids: list[UUID]


@dataclass(frozen=True, kw_only=True)
class ReplyChecksChanged(Event):
    """What a shop watches for in replies has changed: a word, or the settings."""

    what: str

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]
