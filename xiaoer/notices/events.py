"""What happens to notices. No event holds their words or an address."""

from dataclasses import dataclass
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class NoticeEvent(Event):
    """Common to all facts about a notice; shown on the customer's timeline."""

    subject_field = "customer_id"

    notice_id: UUID
    customer_id: UUID
    subject_type: str | None
    subject_id: UUID | None
    template_code: str
    channel: str

    def topics(self) -> list[str]:
        told = [f"customer:{self.customer_id}"]
        return [*told, f"{self.subject_type}:{self.subject_id}"] if self.subject_id else told


@dataclass(frozen=True, kw_only=True)
class NoticeQueued(NoticeEvent):
    """It is to be sent."""


@dataclass(frozen=True, kw_only=True)
class NoticeSent(NoticeEvent):
    """A carrier has taken it."""


@dataclass(frozen=True, kw_only=True)
class NoticeDelivered(NoticeEvent):
    """It has arrived."""


@dataclass(frozen=True, kw_only=True)
class NoticeFellBack(NoticeEvent):
    """`channel` did not work; it goes by `next_channel`."""

    next_channel: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class NoticeFailed(NoticeEvent):
    """No channel worked: somebody has to tell the customer otherwise."""

    reason: str

    def topics(self) -> list[str]:
        return [*super().topics(), f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class NoticeTemplateWritten(Event):
    """The words of a kind of notice were set."""

    subject_field = "template_id"

    template_id: UUID
    code: str
    locale: str
