"""Articles are listed, written, published and reviewed."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query
from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor, Permission
from xiaoer.core.web import Db, Line, Me, Router
from xiaoer.knowledge import queries, schemas, service
from xiaoer.knowledge.models import Article, ArticleState, Kind
from xiaoer.knowledge.routes import showing
from xiaoer.knowledge.service.writing import Frame, Words

router = Router(prefix="/api/articles", tags=["knowledge"])

Limit = Annotated[int, Query(ge=1, le=200)]
_FRAME = set(Frame.__dataclass_fields__)
_WORDS = set(Words.__dataclass_fields__)


def _parts(body: schemas.ArticleIn) -> tuple[Frame, Words]:
    frame, words = body.model_dump(include=_FRAME), body.model_dump(include=_WORDS, mode="json")
    return Frame(**frame), Words(**words)


def _shown(session: Session, article: Article, number: int | None = None) -> dict[str, Any]:
    version = queries.version(session, article, number)
    counts = queries.counts(session, article)
    flags = queries.open_flags(session, article)
    return showing.articles(session, [queries.Shown(article, version, counts, flags)])[0]


@router.get("", response_model=schemas.ArticleList)
def articles(
    session: Db,
    actor: Me,
    q: Line = "",
    shop_id: UUID | None = None,
    state: ArticleState | None = None,
    kind: Kind | None = None,
    category: UUID | None = None,
    product_id: UUID | None = None,
    due: bool = False,
    flagged: bool = False,
    after: str | None = None,
    limit: Limit = 50,
) -> dict[str, Any]:
    actor.must(Permission.KNOWLEDGE_READ)
    wanted = queries.Wanted(
        q=q,
        shop_id=shop_id,
        state=state,
        kind=kind,
        category_id=category,
        product_id=product_id,
        due=due,
        flagged=flagged,
    )
    found, following = queries.articles(session, actor, wanted, after=after, limit=limit)
    return {"items": showing.briefs(session, found), "next": following}


@router.post("", response_model=schemas.ArticleOut, status_code=201)
def write(session: Db, actor: Me, body: schemas.NewArticle) -> dict[str, Any]:
    frame, words = _parts(body)
    made = service.write(session, actor, shop_id=body.shop_id, frame=frame, words=words)
    return _shown(session, made)


@router.get("/{article_id}", response_model=schemas.ArticleOut)
def get(session: Db, actor: Me, article_id: UUID, version: int | None = None) -> dict[str, Any]:
    """The latest words, or those of a version."""
    actor.must(Permission.KNOWLEDGE_READ)
    return _shown(session, queries.article(session, actor, article_id), version)


@router.put("/{article_id}", response_model=schemas.ArticleOut)
def change(
    session: Db, actor: Me, article_id: UUID, body: schemas.ChangedArticle
) -> dict[str, Any]:
    frame, words = _parts(body)
    changed = service.change(
        session, actor, article_id, frame=frame, words=words, expected_version=body.version
    )
    return _shown(session, changed)


@router.get("/{article_id}/versions", response_model=schemas.VersionList)
def versions(session: Db, actor: Me, article_id: UUID) -> dict[str, Any]:
    actor.must(Permission.KNOWLEDGE_READ)
    return {"items": queries.versions(session, queries.article(session, actor, article_id))}


@router.post("/{article_id}/publication", response_model=schemas.ArticleOut)
def publish(session: Db, actor: Me, article_id: UUID, body: schemas.WhichVersion) -> dict[str, Any]:
    return _shown(session, service.publish(session, actor, article_id, version=body.version))


@router.delete("/{article_id}/publication", response_model=schemas.ArticleOut)
def retire(session: Db, actor: Me, article_id: UUID) -> dict[str, Any]:
    return _shown(session, service.retire(session, actor, article_id))


@router.post("/{article_id}/reviews", response_model=schemas.ArticleOut)
def review(session: Db, actor: Me, article_id: UUID) -> dict[str, Any]:
    return _shown(session, service.review(session, actor, article_id))


@router.post("/{article_id}/views", status_code=204)
def view(session: Db, actor: Me, article_id: UUID) -> None:
    """Somebody at the desk opened it."""
    _count(session, actor, article_id)


def _count(session: Session, actor: Actor, article_id: UUID) -> None:
    actor.must(Permission.KNOWLEDGE_READ)
    service.count_view(session, queries.article(session, actor, article_id).id)


@router.post("/{article_id}/sendings", status_code=204)
def sent(session: Db, actor: Me, article_id: UUID) -> None:
    """An agent put it into a reply."""
    service.count_sent(session, actor, article_id)


@router.put("/{article_id}/vote", status_code=204)
def vote(session: Db, actor: Me, article_id: UUID, body: schemas.VoteIn) -> None:
    """Whether it helped, as an agent sees it."""
    service.vote_as_agent(session, actor, article_id, solved=body.solved)
