"""What a payment provider must be able to do for us; a real one is connected here."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from xiaoer.payments.errors import ProviderNotFound


class Verdict(StrEnum):
    """What the provider says of a movement."""

    SETTLED = "settled"
    FAILED = "failed"
    """Refused for good."""
    PENDING = "pending"
    """Taken; it will be told later."""
    ABSENT = "absent"
    """Never heard of: it may be sent (again), under the same key."""


@dataclass(frozen=True)
class Order:
    """One transfer to carry out. `key` names it: sent twice, it happens once."""

    key: UUID
    kind: str
    """`refund` of a charge, `payout` without one, or `charge`."""
    cents: int
    currency: str
    instrument: str
    """The provider's name of the card or wallet."""
    charge_ref: str = ""
    charge_cents: int = 0
    """What was captured under `charge_ref`: the provider keeps a cap of its own."""


@dataclass(frozen=True)
class Answer:
    verdict: Verdict
    provider_ref: str = ""
    failure: str = ""
    """The provider's code of a refusal."""


class ProviderSilent(Exception):
    """No answer came: it may or may not have happened."""


class ProviderAway(Exception):
    """It could not be reached at all: nothing was sent."""


class Provider(Protocol):
    """Carries out transfers. Both verbs are network calls: never under a lock."""

    def carry_out(self, order: Order) -> Answer:
        """Do it, once per key. Raises `ProviderSilent` or `ProviderAway`."""

    def ask(self, key: UUID) -> Answer:
        """What became of a key. Raises `ProviderSilent` or `ProviderAway`."""

    def signed(self, body: bytes, timestamp: str, signature: str) -> bool:
        """Whether this provider sent these bytes just now."""


DEFAULT = "sandbox"

_makers: dict[str, Callable[[], Provider]] = {}


def connect(name: str, make: Callable[[], Provider]) -> None:
    """Make a provider known; it is made anew whenever it is asked for, so `make` may keep one."""
    _makers[name] = make


def named(name: str) -> Provider:
    if name not in _makers:
        raise ProviderNotFound
    return _makers[name]()


def of_shop(_shop_id: UUID) -> str:
    """Whom a shop's cards and wallets go through."""
    return DEFAULT
