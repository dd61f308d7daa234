"""Couriers push their scans here. Signed, or they were never here (401)."""

from typing import Annotated, Any

from fastapi import Body, Header
from pydantic import BaseModel, ValidationError

from xiaoer.connectors.couriers import port
from xiaoer.connectors.couriers.errors import NotSigned, ScansNotUnderstood
from xiaoer.connectors.couriers.schemas import PushedIn
from xiaoer.core import auth
from xiaoer.core.web import Db, Router
from xiaoer.payments.sandbox import signing
from xiaoer.shipping import service

router = Router(prefix="/api", tags=["couriers"])


class PushedOut(BaseModel):
    new: int
    known: int
    stray: int


@router.post("/couriers/callbacks/{name}")
def pushed(
    session: Db,
    name: str,
    body: Annotated[dict[str, Any], Body()],
    timestamp: Annotated[str, Header(alias=signing.TIMESTAMP, max_length=20)] = "",
    signature: Annotated[str, Header(alias=signing.SIGNATURE, max_length=128)] = "",
) -> PushedOut:
    """Scans of parcels of any shop; each goes where its number is known."""
    try:
        signed = port.named(name).signed(signing.canonical(body), timestamp, signature)
    except (TypeError, ValueError) as broken:
        raise NotSigned from broken
    if not signed:
        raise NotSigned
    try:
        scans = [each.told() for each in PushedIn.model_validate(body).scans]
    except ValidationError as broken:
        raise ScansNotUnderstood from broken
    taken = service.take_anywhere(session, auth.system(f"courier {name}"), scans=scans)
    return PushedOut(new=taken.new, known=taken.known, stray=taken.stray)
