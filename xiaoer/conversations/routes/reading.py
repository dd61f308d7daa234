"""Lists, talks, search and story."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query, Response

from xiaoer.conversations import schemas
from xiaoer.conversations.errors import UnknownFilter
from xiaoer.conversations.models import Priority, Stage
from xiaoer.conversations.queries import lists, losses, messages, opening, rows, search, timeline
from xiaoer.conversations.queries.attention import HERE
from xiaoer.conversations.queries.lists import Filters
from xiaoer.conversations.service import views
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.web import Db, Line, Me, Router
from xiaoer.core.web.answering import answer

router = Router(prefix="/api", tags=["conversations"])

After = Annotated[str | None, Query(max_length=600)]
Limit = Annotated[int, Query(ge=1, le=lists.PAGE_LIMIT)]
Seq = Annotated[int | None, Query(ge=0, lt=2**31)]
Asked = Annotated[Line, Query(min_length=1, max_length=100)]


@router.read("/conversations", response_model=schemas.RowPage)
def page(
    session: Db,
    actor: Me,
    view: Annotated[str, Query(max_length=40)] = "all",
    shop_id: UUID | None = None,
    channel: Annotated[str | None, Query(max_length=20)] = None,
    stage: Stage | None = None,
    priority: Priority | None = None,
    customer_id: UUID | None = None,
    assignee_id: UUID | None = None,
    tags: Annotated[list[str] | None, Query(max_length=20)] = None,
    sort: schemas.Sort | None = None,
    after: After = None,
    limit: Limit = 50,
) -> Response:
    """A view or a saved one (its id), narrowed by filters. `sort`: `recent` or `waiting`, whoever
    waits longest first."""
    given = {
        "shop_id": shop_id,
        "channel": channel,
        "stage": stage,
        "priority": priority,
        "customer_id": customer_id,
        "assignee_id": assignee_id,
        "tags": tags,
        "longest_waiting": sort == "waiting" if sort else None,
    }
    filters = _filters(session, actor, view, {k: v for k, v in given.items() if v})
    items, following = lists.page(session, actor, filters, after=after, limit=limit)
    return answer({"items": items, "next": following})


def _filters(session: Db, actor: Actor, view: str, given: dict[str, object]) -> Filters:
    if view in lists.VIEWS:
        return Filters(view=view, **given)  # type: ignore[arg-type]
    try:
        view_id = UUID(view)
    except ValueError as error:
        raise UnknownFilter(name=view) from error
    saved = schemas.ViewFilters.model_validate(views.get(session, actor, view_id).filters)
    kept = saved.model_dump(exclude={"sort"}, exclude_none=True)
    kept["longest_waiting"] = saved.sort == "waiting"
    return Filters(**kept | given)


@router.read("/conversations/counts", response_model=schemas.CountsOut)
def counts(session: Db, actor: Me, shop_id: UUID | None = None) -> Response:
    return answer(lists.counts(session, actor, shop_id=shop_id))


@router.read("/conversations/search", response_model=schemas.HitPage)
def found(
    session: Db,
    actor: Me,
    q: Asked,
    shop_id: UUID | None = None,
    after: After = None,
    limit: Annotated[int, Query(ge=1, le=search.PAGE_LIMIT)] = 20,
) -> Response:
    """Messages that hold all the words, newest first."""
    hits, following = search.messages(session, actor, q, shop_id=shop_id, after=after, limit=limit)
    items = [
        {
            "conversation": hit.conversation,
            "message": messages.wire(hit.message),
            "highlight": hit.highlight,
        }
        for hit in hits
    ]
    return answer({"items": items, "next": following})


@router.get("/conversations/losses", response_model=schemas.LossesOut)
def lost(
    session: Db,
    actor: Me,
    days: Annotated[int, Query(ge=1, le=366)] = 7,
    shop_id: UUID | None = None,
    day: date | None = None,
    hour: Annotated[int | None, Query(ge=0, le=23)] = None,
    never_answered: bool = False,
    order: Literal["left", "waited"] = "left",
    after: After = None,
    limit: Limit = 50,
) -> Response:
    """Customers who left before a person answered, in the last days of the shop (RSP-6).

    The figures are of all of them; `day`, `hour` and `never_answered` choose which are listed.
    """
    within = losses.windows(session, actor, days=days, shop_id=shop_id)
    part = losses.Part(day, hour, never_answered)
    items, following = losses.page(session, within, part, order=order, after=after, limit=limit)
    counted = losses.figures(session, within)
    return answer(
        {
            **vars(counted),
            "by_day": [{"day": of, "count": count} for of, count in counted.by_day],
            "windows": [
                {"timezone": each.timezone, "start": each.start, "end": each.end} for each in within
            ],
            "items": items,
            "next": following,
        }
    )


@router.read("/conversations/{conversation_id}", response_model=schemas.ConversationOut)
def opened(
    session: Db,
    actor: Me,
    conversation_id: UUID,
    messages: Annotated[int, Query(ge=0, le=200)] = 0,
) -> Response:
    """Everything about one talk; with `messages=50` its last fifty too."""
    body = opening.detail(session, actor, conversation_id) | {
        "customer_typing": HERE.customer_types(conversation_id),
        "viewers": HERE.viewers(conversation_id),
    }
    if messages:
        body["messages"] = _message_page(session, conversation_id, limit=messages)
    return answer(body)


def _message_page(
    session: Db,
    conversation_id: UUID,
    *,
    before: int | None = None,
    after: int | None = None,
    limit: int,
) -> dict[str, object]:
    items, more = messages.page(
        session, conversation_id, before=before, after=after, limit=limit, notes=True
    )
    return {"items": [messages.wire(each) for each in items], "more": more}


@router.get("/conversations/{conversation_id}/messages", response_model=schemas.MessagePage)
def message_page(
    session: Db,
    actor: Me,
    conversation_id: UUID,
    before: Seq = None,
    after: Seq = None,
    limit: Annotated[int, Query(ge=1, le=messages.PAGE_LIMIT)] = 50,
) -> Response:
    """Ascending; `more` lies before the first, or after the last when `after` was asked."""
    rows.check(session, actor, conversation_id)
    page_ = _message_page(session, conversation_id, before=before, after=after, limit=limit)
    return answer(page_)


@router.get("/conversations/{conversation_id}/timeline", response_model=schemas.StoryPage)
def story(
    session: Db, actor: Me, conversation_id: UUID, after: After = None, limit: Limit = 50
) -> Response:
    """Who did what, newest first (TKT-7)."""
    actor.must(Permission.CONVERSATIONS_READ)
    items, following = timeline.page(session, actor, conversation_id, after=after, limit=limit)
    return answer({"items": items, "next": following})
