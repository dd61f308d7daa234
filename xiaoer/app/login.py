"""Who is asking. Wires the sessions of `workforce` to the actor of a request."""

from datetime import datetime, timedelta
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from sqlalchemy.orm import Session

from xiaoer.core import i18n, shops
from xiaoer.core.auth import Actor
from xiaoer.core.config import settings
from xiaoer.core.errors import DeskError, Forbidden, Unauthorized
from xiaoer.core.web import Db, Line, Me, Router, refusals
from xiaoer.workforce import queries, service
from xiaoer.workforce.models import Agent, Presence, Theme

COOKIE = "xiaoer_session"
PROOF = "X-Xiaoer"
"""A header that no page of another origin can send along with our cookie."""
_READING = frozenset({"GET", "HEAD", "OPTIONS"})

router = Router(prefix="/api", tags=["session"])


class CrossSite(Forbidden):
    zh = "这个请求不是从小二的页面发出的。"
    en = "This request does not come from a page of Xiaoer."


def identify(session: Session, request: Request) -> Actor:
    """The signed-in agent of a request, in one statement; their language becomes the reader's."""
    check_origin(request)
    known = identify_cookie(session, request.cookies.get(COOKIE))
    if known is None:
        raise Unauthorized
    locale = i18n.locale_of(known.locale)
    i18n.reader.set(locale)
    request.state.locale = locale
    return known.actor


def identify_cookie(session: Session, token: str | None) -> queries.Known | None:
    """Who signed in with this cookie value; for sockets too, which have no headers of ours."""
    return queries.by_token(session, service.hash_token(token)) if token else None


def check_origin(request: Request) -> None:
    if request.method not in _READING and PROOF not in request.headers:
        raise CrossSite


class Credentials(BaseModel):
    login: Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)]
    password: Annotated[str, StringConstraints(max_length=200)]


class OwnAgent(BaseModel):
    """The signed-in person."""

    id: UUID
    name: str
    login: str
    avatar_letter: str
    locale: Literal["zh", "en"]
    theme: Theme
    presence: Presence
    max_concurrency: int


class ShopOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    code: str
    name: str
    timezone: str
    currency: str


class MeOut(BaseModel):
    """Everything the desk needs to know about whoever is signed in."""

    agent: OwnAgent
    permissions: list[str]
    shops: list[ShopOut]
    shortcuts: dict[str, Any]
    preferences: dict[str, Any]


class PresenceSet(BaseModel):
    state: Presence


class PresenceOut(BaseModel):
    presence: Presence


class PreferencesSet(BaseModel):
    """What is left out stays; own settings beyond the named ones are kept as given."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, bool | int | Line | None] = Field(init=False)

    locale: Literal["zh", "en"] | None = None
    theme: Theme | None = None
    shortcuts: dict[Line, Line | None] | None = Field(default=None, max_length=200)


class OwnPassword(BaseModel):
    old: Annotated[str, StringConstraints(max_length=200)]
    new: Annotated[str, StringConstraints(max_length=200)]


class SignInOut(BaseModel):
    """A browser this person is signed in with."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    address: str
    device: str
    created_at: datetime
    expires_at: datetime


class SignInList(BaseModel):
    items: list[SignInOut]
    next: str | None = None


class SetUp(BaseModel):
    """What the owner tells us on the first start."""

    token: Annotated[str, StringConstraints(max_length=100)]
    shop_code: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
    shop_name: Annotated[Line, Field(min_length=1, max_length=100)]
    name: Annotated[Line, Field(min_length=1, max_length=100)]
    login: Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)]
    password: Annotated[str, StringConstraints(max_length=200)]
    timezone: Annotated[str, StringConstraints(max_length=60)] = "Asia/Shanghai"
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] = "CNY"
    locale: Literal["zh", "en"] = "zh"


@router.post("/session", status_code=201, response_model=MeOut)
def sign_in(session: Db, request: Request, body: Credentials) -> Response:
    check_origin(request)
    let_in = service.sign_in(
        session,
        login=body.login,
        password=body.password,
        address=_address(request),
        device=request.headers.get("user-agent", ""),
    )
    if isinstance(let_in, DeskError):
        return refusals.refused(request, let_in)
    return _welcome(session, let_in)


@router.get("/session", response_model=MeOut)
def whoami(session: Db, actor: Me) -> MeOut:
    return _me(session, actor)


@router.delete("/session", status_code=204)
def sign_out(session: Db, request: Request) -> Response:
    check_origin(request)
    service.sign_out(session, request.cookies.get(COOKIE, ""))
    answer = Response(status_code=204)
    answer.delete_cookie(COOKIE, path="/")
    return answer


@router.put("/me/presence")
def set_presence(session: Db, actor: Me, body: PresenceSet) -> PresenceOut:
    return PresenceOut(presence=service.set_mine(session, actor, body.state).presence)


@router.put("/me/preferences")
def set_preferences(session: Db, actor: Me, body: PreferencesSet) -> MeOut:
    service.change_preferences(
        session,
        actor,
        locale=body.locale,
        theme=body.theme,
        shortcuts=body.shortcuts,
        others=body.__pydantic_extra__,
    )
    return _me(session, actor)


@router.put("/me/password", status_code=204)
def change_password(session: Db, actor: Me, request: Request, body: OwnPassword) -> None:
    token = request.cookies.get(COOKIE)
    service.change_my_password(session, actor, old=body.old, new=body.new, token=token)


@router.get("/me/sign-ins")
def list_sign_ins(session: Db, actor: Me) -> SignInList:
    found = queries.sign_ins(session, actor.id) if actor.id else []
    return SignInList(items=[SignInOut.model_validate(each) for each in found])


@router.delete("/me/sign-ins", status_code=204)
def end_other_sign_ins(session: Db, actor: Me, request: Request) -> None:
    """Sign out everywhere but here."""
    if actor.id is not None:
        token = request.cookies.get(COOKIE)
        service.end_all(session, actor, agent_id=actor.id, but=token)


@router.delete("/me/sign-ins/{sign_in_id}", status_code=204)
def end_sign_in(session: Db, actor: Me, sign_in_id: UUID) -> None:
    service.end_one(session, actor, sign_in_id)


@router.post("/setup", status_code=201, response_model=MeOut)
def set_up(session: Db, request: Request, body: SetUp) -> Response:
    """The one-time link of the first start: the shop, its owner, and the owner signed in."""
    check_origin(request)
    owner = service.set_up(session, **body.model_dump())
    device = request.headers.get("user-agent", "")
    return _welcome(
        session, service.open_for(session, owner, address=_address(request), device=device)
    )


def _welcome(session: Session, let_in: service.SignedIn) -> Response:
    known = queries.by_token(session, service.hash_token(let_in.token))
    assert known is not None
    answer = JSONResponse(_me(session, known.actor).model_dump(mode="json"), 201)
    answer.set_cookie(
        COOKIE,
        let_in.token,
        max_age=int(timedelta(days=settings().session_days).total_seconds()),
        path="/",
        httponly=True,
        samesite="lax",
        secure=settings().secure_cookies,
    )
    return answer


def _me(session: Session, actor: Actor) -> MeOut:
    agent = session.get(Agent, actor.id) if actor.id else None
    if agent is None:
        raise Unauthorized
    return MeOut(
        agent=OwnAgent(
            id=agent.id,
            name=agent.name,
            login=agent.login,
            avatar_letter=agent.name[:1].upper(),
            locale=agent.locale,
            theme=agent.theme,
            presence=agent.presence,
            max_concurrency=agent.max_concurrency,
        ),
        permissions=sorted(permission.value for permission in actor.permissions),
        shops=[ShopOut.model_validate(shop) for shop in shops.visible_to(session, actor)],
        shortcuts=agent.shortcuts,
        preferences=agent.preferences,
    )


def _address(request: Request) -> str:
    return request.client.host if request.client else "unknown"
