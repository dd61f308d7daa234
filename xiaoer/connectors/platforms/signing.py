"""What a platform signs with: a key of its own for each shop, drawn from the installation's."""

import hashlib
import hmac
from uuid import UUID

from xiaoer.aftersales.rules import PLATFORMS
from xiaoer.connectors.platforms.errors import PlatformNotFound
from xiaoer.core.config import settings


def key_of(shop_id: UUID, platform: str) -> bytes:
    """Raises `PlatformNotFound`. It opens no other shop's door, nor another platform's."""
    if platform not in PLATFORMS:
        raise PlatformNotFound
    purpose = f"platform:{platform}:{shop_id}".encode()
    return hmac.new(settings().secret.encode(), purpose, hashlib.sha256).digest()
