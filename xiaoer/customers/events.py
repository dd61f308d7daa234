"""What happens to what we know of a customer. No event holds personal data."""

from dataclasses import dataclass
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class _AboutCustomer(Event):
    subject_field = "customer_id"

    customer_id: UUID

    def topics(self) -> list[str]:
        return [f"customer:{self.customer_id}"]


@dataclass(frozen=True, kw_only=True)
class CustomerAdded(_AboutCustomer):
    """Somebody new, first known through `channel`."""

    channel: str


@dataclass(frozen=True, kw_only=True)
class CustomersImported(Event):
    """A batch came in from `channel`; one event for all of it."""

    channel: str
    count: int


@dataclass(frozen=True, kw_only=True)
class CustomerChanged(_AboutCustomer):
    """`changed` names the fields, without their values."""

    changed: list[str]


@dataclass(frozen=True, kw_only=True)
class CustomersMerged(_AboutCustomer):
    """`gone_id` turned out to be `customer_id`: whatever names the one now means the other."""

    gone_id: UUID


@dataclass(frozen=True, kw_only=True)
class CustomerRevealed(_AboutCustomer):
    """Somebody looked behind the mask of `field`, for `reason`."""

    field: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class ConsentChanged(_AboutCustomer):
    """A consent of `kind` (service, marketing) was given or withdrawn."""

    kind: str
    given: bool
    source: str


@dataclass(frozen=True, kw_only=True)
class CustomerExported(_AboutCustomer):
    """Somebody handed out everything we know of one person."""


@dataclass(frozen=True, kw_only=True)
class CustomerForgotten(_AboutCustomer):
    """Contact data was erased here; rooms above erase what they hold, and keep the facts of
    transactions that the law wants kept."""
