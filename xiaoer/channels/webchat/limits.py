"""How often: fleeting limits in the memory of a process, guessing limits in the database.

Flooding is held back per process, which costs no statement on the message path; with several web
processes the bound is that many times higher, and still a bound. Guessing must be counted exactly.
"""

import hashlib
import hmac

from sqlalchemy import text
from sqlalchemy.orm import Session

from xiaoer.channels.webchat import rules
from xiaoer.channels.webchat.errors import TooManyAttempts
from xiaoer.core import clock
from xiaoer.core.config import settings
from xiaoer.core.web.pace import Pace

_COUNT = text(
    "INSERT INTO webchat_attempts AS a (key, window_start, tries)"
    " SELECT k, :now, 1 FROM unnest(CAST(:keys AS text[])) AS k ORDER BY k"
    " ON CONFLICT (key) DO UPDATE SET"
    " tries = CASE WHEN a.window_start < :start THEN 1 ELSE a.tries + 1 END,"
    " window_start = CASE WHEN a.window_start < :start THEN :now ELSE a.window_start END"
    " RETURNING key, tries"
)

_FORGET = text(
    "DELETE FROM webchat_attempts WHERE key IN (SELECT key FROM webchat_attempts"
    " WHERE window_start < :start ORDER BY window_start LIMIT 20 FOR UPDATE SKIP LOCKED)"
)


messages = Pace(settings().visitor_messages, rules.MESSAGE_WINDOW)
uploads = Pace(rules.UPLOADS_PER_WINDOW, rules.UPLOAD_WINDOW)
visits = Pace(rules.VISITS_PER_WINDOW, rules.VISIT_WINDOW)


def count_try(session: Session, *, visitor: str, address: str, order: str) -> None:
    """Count one guess at an order. Counts only what commits; concurrent guesses queue up here.

    Raises `TooManyAttempts` when the visitor, the address or the order had too many.
    """
    limits = {
        _key("visitor", visitor): rules.TRIES_PER_VISITOR,
        _key("address", address): rules.TRIES_PER_ADDRESS,
        _key("order", order): rules.TRIES_PER_ORDER,
    }
    now = clock.now()
    counted = session.execute(
        _COUNT, {"keys": list(limits), "now": now, "start": now - rules.TRY_WINDOW}
    )
    tries = counted.all()
    session.execute(_FORGET, {"start": now - rules.TRY_WINDOW})
    if any(count > limits[key] for key, count in tries):
        raise TooManyAttempts(minutes=int(rules.TRY_WINDOW.total_seconds() // 60))


def _key(kind: str, value: str) -> str:
    digest = hmac.new(settings().secret.encode(), f"{kind}:{value}".encode(), hashlib.sha256)
    return f"{kind}:{digest.hexdigest()[:40]}"
