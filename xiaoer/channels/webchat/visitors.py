"""Who a visitor is: a token of ours for everybody, and the shop's word for its own customers."""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from xiaoer.channels.webchat.errors import IdentityNotVouched, VisitorUnknown
from xiaoer.core import clock
from xiaoer.core.config import settings

ANONYMOUS = "webchat"
"""Channel of the identity of a visitor whom only the browser knows."""
VOUCHED = "site"
"""Channel of the identity of a customer whom the shop's own site vouches for."""
TOKEN_LIFETIME = timedelta(days=180)
VERIFIED_LIFETIME = timedelta(days=1)
"""A shop's word fades: on a shared computer the next person is not the last one."""
VOUCH_WINDOW = timedelta(minutes=5)
MAC_BYTES = 18


@dataclass(frozen=True)
class Visitor:
    """The bearer of a token: an identity in one shop. Whose it is, `customers` knows."""

    shop_id: UUID
    external_id: str
    verified: bool

    @property
    def channel(self) -> str:
        return VOUCHED if self.verified else ANONYMOUS


def token_for(visitor: Visitor) -> str:
    issued = int(clock.now().timestamp())
    kind = b"v" if visitor.verified else b"a"
    body = kind + issued.to_bytes(5, "big") + visitor.shop_id.bytes + visitor.external_id.encode()
    return f"{_encoded(body)}.{_encoded(_mac(body))}"


def bearer_of(token: str) -> Visitor:
    """The visitor who holds `token`. Raises `VisitorUnknown` for anything we did not sign."""
    body_text, _, mac_text = token.partition(".")
    try:
        body, mac = _decoded(body_text), _decoded(mac_text)
    except ValueError as error:
        raise VisitorUnknown from error
    if not hmac.compare_digest(mac, _mac(body)) or body[:1] not in (b"a", b"v"):
        raise VisitorUnknown
    age = clock.now().timestamp() - int.from_bytes(body[1:6], "big")
    verified = body[:1] == b"v"
    lifetime = VERIFIED_LIFETIME if verified else TOKEN_LIFETIME
    if age > lifetime.total_seconds():
        raise VisitorUnknown
    return Visitor(UUID(bytes=body[6:22]), body[22:].decode(), verified)


def vouching_secret(shop_id: UUID, generation: int) -> str:
    """What the shop's server signs with. Made from ours, so the database does not hold it."""
    message = b"vouch:" + shop_id.bytes + b":%d" % generation
    return hmac.new(settings().secret.encode(), message, hashlib.sha256).hexdigest()


def signature_of(secret: str, external_id: str, name: str, issued_at: int) -> str:
    """HMAC-SHA256 over the lines id, name and time (seconds), in hex."""
    message = f"{external_id}\n{name}\n{issued_at}".encode()
    return hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()


def check_vouched(
    secret: str, *, external_id: str, name: str, issued_at: int, signature: str
) -> None:
    """Raise `IdentityNotVouched` unless the shop signed this, within the last minutes."""
    expected = signature_of(secret, external_id, name, issued_at)
    fresh = abs(clock.now().timestamp() - issued_at) <= VOUCH_WINDOW.total_seconds()
    if not fresh or not hmac.compare_digest(expected.encode(), signature.encode()):
        raise IdentityNotVouched


def _mac(body: bytes) -> bytes:
    return hmac.new(settings().secret.encode(), b"visitor:" + body, hashlib.sha256).digest()[
        :MAC_BYTES
    ]


def _encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _decoded(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
