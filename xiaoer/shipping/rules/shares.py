"""Which courier takes the next parcel: by share, and by the others when one has stopped. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Offer:
    """A courier's weight, and whether it takes parcels now."""

    share: int
    stopped: bool


def choose(offers: Mapping[str, Offer], taken: Mapping[str, int]) -> str | None:
    """The courier that is furthest behind its share of what was `taken` today.

    Couriers of share 0 step in when all others have stopped; None when nobody takes anything.
    """
    ready = {code: offer for code, offer in offers.items() if not offer.stopped}
    sharing = {code: offer for code, offer in ready.items() if offer.share > 0} or ready
    if not sharing:
        return None
    weight = sum(max(offer.share, 1) for offer in sharing.values())
    total = sum(taken.get(code, 0) for code in sharing) + 1

    def behind(code: str) -> float:
        return total * max(sharing[code].share, 1) / weight - taken.get(code, 0)

    return max(sorted(sharing), key=behind)
