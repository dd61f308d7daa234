"""The wire of the call book, and the door of telephone systems."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import Header, Query
from sqlalchemy.orm import Session

from xiaoer.channels.phone import queries, schemas, service
from xiaoer.channels.phone.errors import HookNotKnown
from xiaoer.channels.phone.models import Call, CallDirection, Matter
from xiaoer.core import auth, clock, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.once import once
from xiaoer.core.web import Db, Me, Router
from xiaoer.customers import queries as customers

router = Router(prefix="/api", tags=["calls"])


@router.get("/calls", response_model=schemas.CallPage)
def listed(
    session: Db,
    actor: Me,
    shop_id: UUID | None = None,
    shown: queries.CallsShown = queries.CallsShown.ALL,
    direction: CallDirection | None = None,
    matter: Matter | None = None,
    customer_id: UUID | None = None,
    after: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """The call book, the newest first (CHN-2)."""
    actor.must(Permission.CONVERSATIONS_READ)
    calls, following = queries.listed(
        session,
        actor,
        shop_id=shop_id,
        shown=shown,
        direction=direction,
        matter=matter,
        customer_id=customer_id,
        after=after,
        limit=limit,
    )
    return {"items": _shown(session, calls), "next": following}


@router.get("/calls/figures", response_model=schemas.CallFigures)
def figures(
    session: Db, actor: Me, shop_id: UUID, days: Annotated[int, Query(ge=1, le=90)] = 7
) -> dict[str, Any]:
    """The call book of the last days in numbers."""
    actor.must(Permission.CONVERSATIONS_READ)
    _reached(session, actor, shop_id)
    since = clock.now() - timedelta(days=days)
    found = queries.figures(session, shop_id, since=since, now=clock.now())
    return {**vars(found), "since": since}


@router.post("/calls", response_model=schemas.CallOut, status_code=201)
def log_call(
    session: Db,
    actor: Me,
    body: schemas.LoggedCall,
    idempotency_key: Annotated[UUID | None, Header()] = None,
) -> dict[str, Any]:
    def do() -> dict[str, Any]:
        call = service.log_call(
            session,
            actor,
            shop_id=body.shop_id,
            number=body.number,
            direction=body.direction,
            at=body.at,
            seconds=body.seconds,
            notes=body.notes(),
        )
        return schemas.CallOut(**_one(session, call)).model_dump(mode="json")

    return once(
        session,
        scope=f"call:{actor.id}",
        key=idempotency_key,
        content=body.model_dump(mode="json"),
        do=do,
    )


@router.get("/calls/{call_id}", response_model=schemas.CallDetail)
def get(session: Db, actor: Me, call_id: UUID) -> dict[str, Any]:
    """The call with who it may be (RCP-2)."""
    actor.must(Permission.CONVERSATIONS_READ)
    call = queries.one(session, actor, call_id)
    asks = call.customer_id is None and actor.may(Permission.CUSTOMERS_READ)
    callers = customers.with_phone(session, call.shop_id, call.number) if asks else []
    return {
        **_one(session, call),
        "callers": [{"id": one.id, "name": one.name, "tags": one.tags} for one in callers],
        "earlier": len(queries.before(session, call)) if call.number else 0,
    }


@router.put("/calls/{call_id}/taker", response_model=schemas.CallOut)
def pick_up(session: Db, actor: Me, call_id: UUID) -> dict[str, Any]:
    return _one(session, service.pick_up(session, actor, call_id))


@router.put("/calls/{call_id}/notes", response_model=schemas.CallOut)
def write_up(session: Db, actor: Me, call_id: UUID, body: schemas.NotesIn) -> dict[str, Any]:
    return _one(session, service.write_up(session, actor, call_id, body.notes()))


@router.post("/calls/{call_id}/callback", response_model=schemas.CallOut)
def call_back(session: Db, actor: Me, call_id: UUID, body: schemas.CallbackIn) -> dict[str, Any]:
    """Promise a call by a time (RCP-4)."""
    call = service.call_back(session, actor, call_id, due_at=body.due_at, note=body.note)
    return _one(session, call)


@router.post("/calls/{call_id}/number")
def show_number(session: Db, actor: Me, call_id: UUID) -> schemas.NumberOut:
    """The whole number, to call it; who saw it is kept."""
    return schemas.NumberOut(number=service.show_number(session, actor, call_id))


@router.get("/phone/key")
def key(session: Db, actor: Me, shop_id: UUID) -> schemas.PhoneKey:
    """What the shop's telephone system has to show at `/api/phone/calls`."""
    actor.must(Permission.CHANNELS_MANAGE)
    _reached(session, actor, shop_id)
    return schemas.PhoneKey(key=service.key_of(shop_id))


@router.post("/phone/calls")
def heard(
    session: Db,
    body: schemas.NewsIn,
    shop_id: UUID,
    authorization: Annotated[str, Header(max_length=200)] = "",
) -> schemas.Heard:
    """A telephone system tells one piece of a call, with `Authorization: Bearer KEY`."""
    if not service.known_key(shop_id, authorization.removeprefix("Bearer ").strip()):
        raise HookNotKnown
    shops.get(session, shop_id)
    news = service.News(
        ref=body.call,
        piece=body.event,
        at=body.at,
        number=body.number,
        direction=body.direction,
        agent_login=body.agent,
        recording_url=str(body.recording_url or ""),
    )
    call = service.hear(session, auth.system("phone"), shop_id=shop_id, news=news)
    return schemas.Heard(call_id=call.id, state=call.state)


def _reached(session: Session, actor: Actor, shop_id: UUID) -> None:
    shops.must_reach(actor, shop_id)
    shops.get(session, shop_id)


def _one(session: Session, call: Call) -> dict[str, Any]:
    return _shown(session, [call])[0]


def _shown(session: Session, calls: Sequence[Call]) -> list[dict[str, Any]]:
    """Two statements, however many calls."""
    names = customers.names(session, {each.customer_id for each in calls if each.customer_id})
    promised = {each.callback_task_id for each in calls if each.callback_task_id}
    tasks = queries.callbacks(session, promised)
    return [schemas.shown(each, names, tasks) for each in calls]
