"""Who is asking. Wires the sessions of `workforce` to the actor of a request."""

from fastapi import Request
from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor
from xiaoer.core.errors import Unauthorized
from xiaoer.core.web import Router

COOKIE = "xiaoer_session"

router = Router(prefix="/api", tags=["session"])


def identify(session: Session, request: Request) -> Actor:
    raise Unauthorized
