"""Idempotency keys: a write from outside happens once, whatever is repeated.

Same key and same content: the stored answer. Same key and other content: 422 `KeyReused`.
"""

import hashlib
from collections.abc import Callable
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import LargeBinary, String, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, Session, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Model, Utc
from xiaoer.core.errors import KeyReused
from xiaoer.core.reading import run
from xiaoer.core.writing import beside


class IdempotencyRecord(Model):
    """What a key was used for, and what was answered."""

    __tablename__ = "idempotency_records"

    scope: Mapped[str] = mapped_column(String(120), primary_key=True)
    key: Mapped[UUID] = mapped_column(primary_key=True)
    content_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    answer: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    created_at: Mapped[Utc] = mapped_column(index=True)


_CLAIM = """
    INSERT INTO idempotency_records (scope, key, content_hash, created_at)
    VALUES (%(scope)s, %(key)s, %(hash)s, %(now)s) ON CONFLICT DO NOTHING RETURNING 1
"""
_ANSWER = """
    UPDATE idempotency_records AS record SET answer = told.answer::jsonb
    FROM json_to_recordset(%s::json) AS told(scope text, key uuid, answer text)
    WHERE record.scope = told.scope AND record.key = told.key
"""


def once(
    session: Session,
    *,
    scope: str,
    key: UUID | None,
    content: Any,
    do: Callable[[], dict[str, Any]],
) -> dict[str, Any]:
    """Run `do` unless `key` was used in `scope` before; then give the answer of that time.

    Two requests with one key at once: the second waits for the first to commit.
    `scope` names the actor and the verb, so that strangers' keys never meet.
    """
    if key is None:
        return do()
    fingerprint = _fingerprint(content)
    claim = {"scope": scope, "key": key, "hash": fingerprint, "now": clock.now()}
    if not run(session, _CLAIM, claim):
        this = (IdempotencyRecord.scope == scope, IdempotencyRecord.key == key)
        record = session.scalars(select(IdempotencyRecord).where(*this)).one()
        if record.content_hash != fingerprint or record.answer is None:
            raise KeyReused
        return record.answer
    answer = do()
    told = orjson.dumps(answer, default=str).decode()
    beside(session, _ANSWER, [{"scope": scope, "key": key, "answer": told}])
    return answer


def noted(session: Session, *, scope: str, key: UUID, content: Any, answer: dict[str, Any]) -> None:
    """The caller knows that nobody can have used `key` before, because what it is about was made
    in this very transaction: note what was done, for whoever comes with it again."""
    session.add(
        IdempotencyRecord(
            scope=scope,
            key=key,
            content_hash=_fingerprint(content),
            answer=orjson.loads(orjson.dumps(answer, default=str)),
            created_at=clock.now(),
        )
    )


def _fingerprint(content: Any) -> bytes:
    packed = orjson.dumps(content, default=str, option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(packed).digest()
