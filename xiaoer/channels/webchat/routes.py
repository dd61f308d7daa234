"""The shopper's side of the wire. A visitor is known by the bearer token of their visit."""

from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

import anyio.to_thread
from fastapi import Query, Request, Response, UploadFile
from fastapi.responses import FileResponse, JSONResponse
from sqlalchemy.orm import Session

from xiaoer.channels.webchat import limits, reading, service, showing, visitors
from xiaoer.channels.webchat.errors import NothingSaidYet, TooManyVisits, VisitorUnknown
from xiaoer.channels.webchat.models import WebchatSettings
from xiaoer.channels.webchat.schemas import (
    AttachmentOut,
    ClaimIn,
    ClaimOut,
    CurrentOut,
    MessageIn,
    MessageOut,
    OrdersOut,
    PageOut,
    RatingIn,
    ReadIn,
    SettingsIn,
    SettingsOut,
    VisitIn,
    VisitOut,
)
from xiaoer.channels.webchat.service import Vouched, embedding
from xiaoer.channels.webchat.visitors import Visitor
from xiaoer.conversations.service import Further, Received, rating
from xiaoer.core import db, i18n, shops
from xiaoer.core.config import settings
from xiaoer.core.files import links, responses
from xiaoer.core.files import service as files
from xiaoer.core.files.errors import StoredFileNotFound
from xiaoer.core.files.models import StoredFile
from xiaoer.core.gathering import Gathering
from xiaoer.core.web import Db, FromRequest, Me, Router, refusals
from xiaoer.core.web.answering import answer
from xiaoer.customers import service as customers
from xiaoer.orders.errors import OrderNotMatched

router = Router(tags=["shopper"])

BYTES: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/octet-stream": {}}, "description": "The bytes."}
}
Seq = Annotated[int, Query(ge=0, lt=2**31)]


def _visitor(request: Request) -> Visitor:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        raise VisitorUnknown
    return visitors.bearer_of(token)


Bearer = Annotated[Visitor, FromRequest(lambda _session, request: _visitor(request))]


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


@router.post("/chat/{shop_code}/visits", response_model=VisitOut)
def visit(session: Db, request: Request, shop_code: str, body: VisitIn) -> dict[str, Any]:
    """Begin or continue: with the token of the last visit, or with the shop's word."""
    if limits.visits.wait_for(_address(request)):
        raise TooManyVisits
    i18n.reader.set(body.locale)
    shop = shops.by_code(session, shop_code)
    vouched = Vouched(**body.identity.model_dump()) if body.identity else None
    visitor, guest = service.visit(session, shop, token=body.visitor_token, vouched=vouched)
    if guest:
        customers.speaks(session, guest.customer_id, body.locale)
    return {
        "visitor_token": visitors.token_for(visitor),
        "customer": {"name": guest.name if guest else "", "verified": visitor.verified},
        "shop": reading.shop_front(session, shop, body.locale),
        "conversation": reading.talk_with_messages(session, guest) if guest else None,
    }


@router.get("/chat/talk", response_model=CurrentOut, response_model_exclude_unset=True)
def current(session: Db, visitor: Bearer) -> dict[str, Any]:
    """The head of the talk, with its place in the queue."""
    guest = service.known_guest(session, visitor)
    return {"conversation": reading.talk(session, guest) if guest else None}


@router.direct(
    "POST", "/chat/messages", MessageIn, status_code=201, responses={201: {"model": MessageOut}}
)
async def say(request: Request, body: MessageIn) -> Response:
    """Say something; the first message begins the talk."""
    visitor = _visitor(request)
    service.keep_pace(visitor)
    received = None
    if not (body.attachment_ids or body.order_no):
        further = service.further(visitor, client_id=body.client_id, text=body.text)
        received = await _together.do(further) if further else None
    if received is None:
        received = await anyio.to_thread.run_sync(_say, request, visitor, body)
    # Written by hand: a second validation of what we made ourselves costs as much as a statement.
    return answer(showing.message(received.message), 200 if received.again else 201)


def _say(request: Request, visitor: Visitor, body: MessageIn) -> Received:
    with request.app.state.transaction() as session:
        return service.say(
            session,
            visitor,
            client_id=body.client_id,
            text=body.text,
            attachment_ids=body.attachment_ids,
            order_no=body.order_no or None,
        )


def _say_together(said: Sequence[Further]) -> list[Received | None]:
    with db.transaction() as session:
        return service.say_further(session, said)


_together = Gathering(_say_together, thing=lambda said: said.talk.conversation_id)


@router.get("/chat/messages", response_model=PageOut)
def messages(
    session: Db,
    visitor: Bearer,
    after: Seq | None = None,
    before: Seq | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = reading.PAGE,
) -> dict[str, Any]:
    """Newer than `after`, or older than `before`, in the order they were said."""
    guest = service.known_guest(session, visitor)
    if guest is None:
        return {"items": [], "more": False}
    return reading.page(session, guest, after=after, before=before, limit=limit)


@router.put("/chat/read", status_code=204)
def read(session: Db, visitor: Bearer, body: ReadIn) -> None:
    guest = service.known_guest(session, visitor)
    talk = reading.last_talk(session, guest) if guest else None
    if guest and talk:
        service.saw(session, guest, talk.id, seq=body.seq, read=True)


@router.put("/chat/rating", status_code=204)
def rate(session: Db, visitor: Bearer, body: RatingIn) -> None:
    """How content the visitor is with the talk; the last word counts."""
    service.keep_pace(visitor)
    guest = service.known_guest(session, visitor)
    talk = reading.last_talk(session, guest) if guest else None
    if guest is None or talk is None:
        raise NothingSaidYet
    rating.rate(session, guest.actor, talk.id, **body.model_dump())


@router.post("/chat/files", status_code=201, response_model=AttachmentOut)
def upload(session: Db, visitor: Bearer, file: UploadFile) -> dict[str, Any]:
    """Keep a file for the message being written."""
    stored = service.keep_file(
        session,
        visitor,
        content=file.file.read(settings().upload_limit_bytes + 1),
        name=file.filename or "",
        declared=file.content_type,
    )
    return showing.attachment(files.described(stored))


@router.get("/chat/files/{file_id}", response_class=FileResponse, responses=BYTES)
def download(session: Db, file_id: UUID, key: str = "") -> FileResponse:
    return responses.send(_opened(session, file_id, key))


@router.get("/chat/files/{file_id}/thumb", response_class=FileResponse, responses=BYTES)
def thumb(session: Db, file_id: UUID, key: str = "") -> FileResponse:
    return responses.send(_opened(session, file_id, key), thumb=True)


def _opened(session: Session, file_id: UUID, key: str) -> StoredFile:
    """The file, for whoever was shown a message that carries it."""
    file = session.get(StoredFile, file_id) if links.opens(file_id, key) else None
    if file is None:
        raise StoredFileNotFound
    return file


@router.post("/chat/order-claims", response_model=ClaimOut)
def claim(
    session: Db, visitor: Bearer, request: Request, body: ClaimIn
) -> dict[str, Any] | JSONResponse:
    """See an order by naming its number and the tail of its phone."""
    shown = service.claim(
        session,
        visitor,
        order_no=body.order_no,
        phone_tail=body.phone_tail,
        address=_address(request),
    )
    if shown is None:
        return refusals.answer(request, OrderNotMatched())
    return {"order": showing.order(shown, i18n.reader.get())}


@router.get("/chat/orders", response_model=OrdersOut)
def orders(session: Db, visitor: Bearer) -> dict[str, Any]:
    shown = service.orders_of(session, visitor)
    return {"items": [showing.order(each, i18n.reader.get()) for each in shown]}


@router.get("/api/shops/{shop_id}/webchat", response_model=SettingsOut, tags=["channels"])
def show_settings(session: Db, actor: Me, request: Request, shop_id: UUID) -> dict[str, Any]:
    """How the shop embeds its chat, with the line to put into its pages."""
    return _settings(session, request, embedding.settings_for(session, actor, shop_id))


@router.put("/api/shops/{shop_id}/webchat", response_model=SettingsOut, tags=["channels"])
def change_settings(
    session: Db, actor: Me, request: Request, shop_id: UUID, body: SettingsIn
) -> dict[str, Any]:
    changed = service.change_settings(session, actor, shop_id, frame_ancestors=body.frame_ancestors)
    return _settings(session, request, changed)


@router.post(
    "/api/shops/{shop_id}/webchat/secrets",
    response_model=SettingsOut,
    status_code=201,
    tags=["channels"],
)
def renew_secret(session: Db, actor: Me, request: Request, shop_id: UUID) -> dict[str, Any]:
    """Make a new vouching secret; the old one stops counting at once."""
    return _settings(session, request, service.renew_secret(session, actor, shop_id))


def _settings(session: Session, request: Request, kept: WebchatSettings) -> dict[str, Any]:
    shop = shops.get(session, kept.shop_id)
    host = settings().public_url or str(request.base_url).rstrip("/")
    return {
        "frame_ancestors": kept.frame_ancestors,
        "vouching_secret": visitors.vouching_secret(shop.id, kept.secret_generation),
        "snippet": f'<script src="{host}/widget.js" data-shop="{shop.code}" async></script>',
    }
