"""A payment provider with its own truth that breaks off, stays silent, refuses and calls back."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from xiaoer.payments.provider import Answer, Order, ProviderAway, ProviderSilent, Verdict
from xiaoer.payments.service import Told


class Mood(StrEnum):
    """What happens to the next order."""

    OBLIGES = "obliges"
    REFUSES = "refuses"
    DONE_UNSAID = "done_unsaid"
    """The money moves, the answer is lost."""
    LOST = "lost"
    """The order never arrives, and nobody says so."""
    AWAY = "away"
    LATER = "later"
    """Pending; a callback tells."""


@dataclass
class Fickle:
    """Under one key it does a thing once, and says the same ever after."""

    mood: Mood = Mood.OBLIGES
    orders: dict[UUID, Order] = field(default_factory=dict)
    ended: dict[UUID, Verdict] = field(default_factory=dict)

    def carry_out(self, order: Order) -> Answer:
        if self.mood is Mood.AWAY:
            raise ProviderAway("away")
        if self.mood is Mood.LOST and order.key not in self.orders:
            raise ProviderSilent("lost")
        if order.key in self.orders:
            assert self.orders[order.key] == order, "one key, two orders"
            return self.ask(order.key)
        self.orders[order.key] = order
        if self.mood is Mood.LATER:
            return Answer(Verdict.PENDING)
        self.ended[order.key] = Verdict.FAILED if self.mood is Mood.REFUSES else Verdict.SETTLED
        if self.mood is Mood.DONE_UNSAID:
            raise ProviderSilent("done")
        return self.ask(order.key)

    def ask(self, key: UUID) -> Answer:
        if self.mood is Mood.AWAY:
            raise ProviderAway("away")
        if key not in self.orders:
            return Answer(Verdict.ABSENT)
        verdict = self.ended.get(key, Verdict.PENDING)
        failure = "card_closed" if verdict is Verdict.FAILED else ""
        ref = f"ref-{key}" if verdict is Verdict.SETTLED else ""
        return Answer(verdict, provider_ref=ref, failure=failure)

    def signed(self, body: bytes, timestamp: str, signature: str) -> bool:
        return True

    def call(self, key: UUID, *, settles: bool) -> Told:
        """The callback about an order; one that was pending ends with it."""
        verdict = self.ended.setdefault(key, Verdict.SETTLED if settles else Verdict.FAILED)
        order = self.orders[key]
        settled = verdict is Verdict.SETTLED
        return Told(
            event="settled" if settled else "failed",
            key=str(key),
            provider_ref=f"ref-{key}",
            charge_ref=order.charge_ref,
            cents=order.cents,
            currency=order.currency,
            failure="" if settled else "card_closed",
        )
