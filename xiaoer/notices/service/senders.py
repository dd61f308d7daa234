"""The port to whoever carries notices, and the twin that makes demos and tests run."""

import logging
import time
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Outgoing:
    """A notice on its way out. A carrier takes one `key` once."""

    notice_id: UUID
    number: int
    key: str
    channel: str
    address: str = field(repr=False)
    text: str = field(repr=False)
    shop_id: UUID
    customer_id: UUID
    about: tuple[str, UUID] | None = None
    """What it tells of, as the type and id of a subject."""


@dataclass(frozen=True)
class Receipt:
    """The carrier's answer; `reason` when it refused."""

    accepted: bool
    external_id: str | None = None
    reason: str = ""


@dataclass(frozen=True)
class DeliveryReport:
    """Later news of a notice, by the key it was handed over with. May come twice, and before
    the answer to the handing over."""

    key: str
    delivered: bool
    reason: str = ""


class SenderUnreachable(Exception):
    """No answer came; the notice may have been taken all the same."""


class Sender(Protocol):
    """Carries notices of one channel. Called outside of transactions; may be slow."""

    def send(self, outgoing: Outgoing) -> Receipt:
        """Hand it over. Raises `SenderUnreachable`."""

    def reports(self) -> list[DeliveryReport]:
        """What has become of earlier ones since this was asked last."""


@dataclass
class TwinSender:
    """Carries nothing and remembers all. Can be slow, refuse, be away, answer late or twice."""

    channel: str
    slow_sec: float = 0.0
    refuse: str = ""
    """A reason to refuse everything for."""
    away: int = 0
    """So many next calls get no answer and are not taken."""
    lose_answers: int = 0
    """So many next calls are taken, and their answer is lost."""
    undeliverable: str = ""
    """A reason why accepted ones do not arrive."""
    answers: int = 1
    """How often each delivery is reported."""
    outbox: dict[str, Outgoing] = field(default_factory=dict)
    """By key: what was taken, each once."""
    calls: int = 0
    _news: list[DeliveryReport] = field(default_factory=list)

    def send(self, outgoing: Outgoing) -> Receipt:
        self.calls += 1
        time.sleep(self.slow_sec)
        if self.away > 0:
            self.away -= 1
            raise SenderUnreachable(f"{self.channel} is away")
        if self.refuse:
            return Receipt(False, reason=self.refuse)
        self._take(outgoing)
        if self.lose_answers > 0:
            self.lose_answers -= 1
            raise SenderUnreachable(f"{self.channel} did not answer in time")
        return Receipt(True, external_id=f"{self.channel}-{len(self.outbox)}")

    def reports(self) -> list[DeliveryReport]:
        news, self._news = self._news, []
        return news

    def _take(self, outgoing: Outgoing) -> None:
        if outgoing.key in self.outbox:
            return
        self.outbox[outgoing.key] = outgoing
        logger.info("Notice %s went out by %s.", outgoing.notice_id, self.channel)
        told = DeliveryReport(outgoing.key, not self.undeliverable, self.undeliverable)
        self._news += [told] * self.answers


_senders: dict[str, Sender] = {}


_by_customer: set[str] = set()


def register(channel: str, sender: Sender, *, by_customer: bool = False) -> None:
    """Let `sender` carry what goes by `channel` in this process.

    `by_customer`: it finds the customer by our own id and needs no phone or mailbox.
    """
    _senders[channel] = sender
    if by_customer:
        _by_customer.add(channel)


def finds_by_customer(channel: str) -> bool:
    return channel in _by_customer


def sender_of(channel: str) -> Sender | None:
    return _senders.get(channel)


for _channel in ("sms", "email"):
    register(_channel, TwinSender(_channel))
