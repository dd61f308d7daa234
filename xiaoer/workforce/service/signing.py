"""Sign-in: passwords, tokens, and a limit to guessing."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from uuid import UUID

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import case, delete, func, select
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, ids
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.config import settings
from xiaoer.workforce import queries, rules
from xiaoer.workforce.errors import SignInNotFound, TooManySignIns, WrongPassword
from xiaoer.workforce.events import AgentSignedIn, AgentSignedOut
from xiaoer.workforce.models import Agent, Presence, SignIn, SignInFailure
from xiaoer.workforce.service import presence

# About 50 ms on a small server: OWASP's least memory, so that many may sign in at once.
hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


@dataclass(frozen=True)
class SignedIn:
    """A browser that was let in. The token is shown once and kept only as a hash."""

    agent: Agent
    token: str
    sign_in_id: UUID


def hash_password(password: str) -> str:
    return hasher.hash(password)


def matches(password_hash: str, password: str) -> bool:
    try:
        return hasher.verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False


def hash_token(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()


@lru_cache
def _nobodys_hash() -> str:
    """Compared with when the login is unknown, so that both answers take equally long."""
    return hash_password(secrets.token_urlsafe())


def sign_in(
    session: Session, *, login: str, password: str, address: str, device: str = ""
) -> SignedIn | WrongPassword | TooManySignIns:
    """Let a person in, or say why not.

    A refusal is returned, not raised: the failed attempt must be committed with it.
    """
    source = f"{login.casefold()}@{address}"[:200]
    refusal = TooManySignIns(minutes=int(rules.SIGN_IN_WINDOW.total_seconds() // 60))
    if _too_many(session, source, address):
        return refusal
    agent = session.scalar(
        select(Agent).where(func.lower(Agent.login) == login.lower(), Agent.active)
    )
    right = matches(agent.password_hash if agent else _nobodys_hash(), password)
    # Counted before the answer is given, right or wrong: of guesses at once no more are answered
    # than of guesses in a row. Not before the password is looked at: that takes 50 ms, and people
    # who sign in at once would wait in a row for this line.
    if _note_try(session, source) > rules.TRIES_PER_LOGIN:
        return refusal
    if agent is None or not right:
        _note_try(session, address)
        return WrongPassword()
    session.execute(delete(SignInFailure).where(SignInFailure.source == source))
    if hasher.check_needs_rehash(agent.password_hash):
        agent.password_hash = hash_password(password)
    return open_for(session, agent, address=address, device=device)


def open_for(session: Session, agent: Agent, *, address: str, device: str = "") -> SignedIn:
    """A new sign-in for somebody whose right to it is proven; who may answer goes online."""
    token, now = secrets.token_urlsafe(32), clock.now()
    opened = SignIn(
        id=ids.new_id(),
        agent_id=agent.id,
        token_hash=hash_token(token),
        address=address[:60],
        device=device[:200],
        created_at=now,
        expires_at=now + timedelta(days=settings().session_days),
    )
    session.add(opened)
    session.flush()
    known = queries.actor_of(session, agent.id)
    assert known is not None
    events.emit(session, known.actor, AgentSignedIn(agent_id=agent.id, sign_in_id=opened.id))
    if agent.presence == Presence.OFFLINE and known.actor.may(Permission.CONVERSATIONS_REPLY):
        presence.move(session, known.actor, agent, Presence.ONLINE, cause="sign_in")
    return SignedIn(agent, token, opened.id)


def sign_out(session: Session, token: str) -> None:
    """End the sign-in of this token; the last one to end leaves the desk."""
    known = queries.by_token(session, hash_token(token))
    if known is None:
        return
    session.execute(delete(SignIn).where(SignIn.token_hash == hash_token(token)))
    _after_end(session, known.actor, ended=1)


def end_one(session: Session, actor: Actor, sign_in_id: UUID) -> None:
    """End another sign-in of one's own, by its place in the list."""
    mine = delete(SignIn).where(SignIn.id == sign_in_id, SignIn.agent_id == actor.id)
    if session.execute(mine.returning(SignIn.id)).scalar() is None:
        raise SignInNotFound
    _after_end(session, actor, ended=1)


def end_all(session: Session, actor: Actor, *, agent_id: UUID, but: str | None = None) -> int:
    """End every sign-in of `agent_id`, except that of the token `but`. Returns how many."""
    ending = delete(SignIn).where(SignIn.agent_id == agent_id)
    if but is not None:
        ending = ending.where(SignIn.token_hash != hash_token(but))
    ended = len(session.execute(ending.returning(SignIn.id)).all())
    if ended:
        events.emit(session, actor, AgentSignedOut(agent_id=agent_id, ended=ended))
    return ended


def forget_old(session: Session) -> None:
    """Sweep out sign-ins that expired and failures whose window is over."""
    now = clock.now()
    session.execute(delete(SignIn).where(SignIn.expires_at <= now))
    session.execute(delete(SignInFailure).where(SignInFailure.since <= now - rules.SIGN_IN_WINDOW))


def _after_end(session: Session, actor: Actor, *, ended: int) -> None:
    assert actor.id is not None
    events.emit(session, actor, AgentSignedOut(agent_id=actor.id, ended=ended))
    agent = session.get(Agent, actor.id)
    if agent is not None and not queries.sign_ins(session, actor.id):
        presence.move(session, actor, agent, Presence.OFFLINE, cause="sign_out")


def _note_try(session: Session, source: str) -> int:
    """Count one attempt; how many there were in this window."""
    now = clock.now()
    over = SignInFailure.since <= now - rules.SIGN_IN_WINDOW
    first = pg_insert(SignInFailure).values(source=source, count=1, since=now)
    counted = first.on_conflict_do_update(
        index_elements=[SignInFailure.source],
        set_={
            "count": case((over, 1), else_=SignInFailure.count + 1),
            "since": case((over, now), else_=SignInFailure.since),
        },
    )
    return session.execute(counted.returning(SignInFailure.count)).scalar_one()


def _too_many(session: Session, source: str, address: str) -> bool:
    """Whether a try is refused unseen."""
    recent = SignInFailure.since > clock.now() - rules.SIGN_IN_WINDOW
    query = select(SignInFailure.source, SignInFailure.count).where(
        SignInFailure.source.in_((source, address)), recent
    )
    tries = dict(session.execute(query).all())
    return (
        tries.get(source, 0) >= rules.TRIES_PER_LOGIN
        or tries.get(address, 0) >= rules.TRIES_PER_ADDRESS
    )
