"""From which payments money goes back, and whether it may go there."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from xiaoer.payments.errors import AboveCap, DestinationNotAllowed
from xiaoer.payments.models import STORED_VALUE, Drain, Instrument


@dataclass(frozen=True)
class Source:
    """A payment with what it may still give back."""

    payment_id: UUID
    instrument_id: UUID
    left_cents: int
    stored_value: bool


def drain(
    cents: int, sources: Sequence[Source], order: Drain, *, first: UUID | None = None
) -> list[tuple[Source, int]]:
    """Draw `cents` from `sources`, one after the other; each gives at most what it paid (I8).

    What came from instrument `first` goes before all else, the rest in the given order.

    Raises `AboveCap` when they do not hold so much together.
    """
    left = sum(source.left_cents for source in sources)
    if cents > left:
        raise AboveCap(left_cents=left, asked_cents=cents)
    stored_last = order is Drain.STORED_LAST
    found = []
    for source in sorted(
        sources,
        key=lambda each: (each.instrument_id != first, each.stored_value is stored_last),
    ):
        part = min(cents, source.left_cents)
        if part:
            found.append((source, part))
            cents -= part
    return found


def may_receive(
    to: Instrument,
    *,
    sources: Sequence[Source],
    shop_id: UUID,
    customer_id: UUID | None,
    currency: str,
    any_own: bool,
) -> list[Source]:
    """The payments that may be drawn for `to`; raises `DestinationNotAllowed` when none may (I7).

    An original instrument gets back what it paid. Stored value of the same buyer may take the
    place of any. Another instrument of the buyer only when policy says so (`any_own`).
    """
    if to.shop_id != shop_id or to.currency != currency:
        raise DestinationNotAllowed
    same_buyer = customer_id is not None and to.customer_id == customer_id
    if same_buyer and (any_own or to.kind in STORED_VALUE):
        return list(sources)
    own = [source for source in sources if source.instrument_id == to.id]
    if not own:
        raise DestinationNotAllowed
    return own
