"""What a courier, or a service that follows many, must be able to do for us."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from xiaoer.connectors.couriers.errors import CourierNotFound
from xiaoer.shipping.service import Scan


@dataclass(frozen=True)
class Followed:
    """A parcel to be followed."""

    courier: str
    tracking_no: str
    since: datetime | None = None
    """When its label was made; none: now."""


class CourierAway(Exception):
    """It could not be reached, or gave no answer: ask again later."""


class Couriers(Protocol):
    """Tells where parcels are. All verbs are network calls: never in a transaction."""

    def follow(self, parcels: Sequence[Followed]) -> None:
        """Have the scans of these pushed to us from now on; again is no harm.

        Raises `CourierAway`.
        """

    def ask(self, parcel: Followed) -> list[Scan]:
        """All scans of one parcel so far. Raises `CourierAway`."""

    def signed(self, body: bytes, timestamp: str, signature: str) -> bool:
        """Whether it sent these bytes just now."""


DEFAULT = "twin"

_makers: dict[str, Callable[[], Couriers]] = {}


def connect(name: str, make: Callable[[], Couriers]) -> None:
    """Make a courier service known; it is made anew whenever it is asked for."""
    _makers[name] = make


def named(name: str = DEFAULT) -> Couriers:
    if name not in _makers:
        raise CourierNotFound
    return _makers[name]()
