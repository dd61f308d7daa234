"""What many customers ask is found in the talks, and which of it no phrase answers (QP-2)."""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from xiaoer.conversations.errors import HotQuestionNotFound
from xiaoer.conversations.events import HotQuestionsFound
from xiaoer.conversations.models import HotQuestion, HotState
from xiaoer.conversations.queries import hot
from xiaoer.conversations.queries.hot import Asked
from xiaoer.conversations.rules.asking import asks
from xiaoer.core import clock, events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.knowledge import ranking
from xiaoer.knowledge import service as knowledge
from xiaoer.knowledge.models import GapSource
from xiaoer.knowledge.rules import gap_key
from xiaoer.phrases import queries as phrases
from xiaoer.phrases.models import Phrase

PERIOD = timedelta(days=30)
KEPT = 50
WORDINGS = 400
SHORTEST = 4
ALIKE = 0.62
ANSWERS = 0.38
"""How near two wordings of one question, and a phrase that answers it, are to each other (0–1)."""


@dataclass
class _Group:
    """Wordings of one question."""

    wordings: Counter[str] = field(default_factory=Counter)
    last: Asked | None = None

    def add(self, said: Sequence[Asked]) -> None:
        for each in said:
            self.wordings[each.text] += 1
            if self.last is None or each.at > self.last.at:
                self.last = each


def mine(session: Session, actor: Actor, shop_id: UUID) -> int:
    """Look over the last `PERIOD` anew; how many hot questions no phrase answers. What somebody
    dismissed or gave a phrase stays so."""
    actor.must(Permission.PHRASES_EDIT)
    shops.must_reach(actor, shop_id)
    groups = _grouped(hot.asked_since(session, shop_id, clock.now() - PERIOD))
    # without questions nothing is compared, and the encoder (100 MB) is not loaded
    offered = phrases.offered(session, actor, shop_id=shop_id, limit=500)[0] if groups else []
    covering = _Covering(offered)
    known = {each.key: each for each in hot.known(session, shop_id)}
    now = clock.now()
    for key, group in groups.items():
        _keep(session, shop_id, key, group, known.get(key), covering, now)
    stale = delete(HotQuestion).where(
        HotQuestion.shop_id == shop_id,
        HotQuestion.mined_at < now,
        HotQuestion.state == HotState.OPEN,
    )
    session.execute(stale.execution_options(synchronize_session=False))
    session.flush()
    _note_gaps(session, actor, shop_id, now)
    left = hot.count_open(session, shop_id)
    events.emit(session, actor, HotQuestionsFound(shop_id=shop_id, open=left))
    return left


def _note_gaps(session: Session, actor: Actor, shop_id: UUID, now: datetime) -> None:
    """What neither a phrase nor an article answers is missing knowledge (KB-4, FAQ-2)."""
    for each in hot.known(session, shop_id):
        if each.state is HotState.OPEN and each.mined_at == now:
            found = knowledge.search(session, actor, each.question, shop_id=shop_id, limit=1)
            if not (found and found[0].answers):
                knowledge.note_gap(
                    session, actor, shop_id=shop_id, question=each.question, source=GapSource.TALK
                )


def _keep(
    session: Session,
    shop_id: UUID,
    key: str,
    group: _Group,
    row: HotQuestion | None,
    covering: "_Covering",
    now: datetime,
) -> None:
    assert group.last is not None
    if row is None:
        row = HotQuestion(shop_id=shop_id, key=key, state=HotState.OPEN)
        session.add(row)
    row.question = group.wordings.most_common(1)[0][0]
    row.times = group.wordings.total()
    row.example_id, row.last_at, row.mined_at = group.last.conversation_id, group.last.at, now
    if row.state is HotState.OPEN and (found := covering.of(row.question)) is not None:
        row.state, row.phrase_id = HotState.COVERED, found


def _grouped(asked: Sequence[Asked]) -> dict[str, _Group]:
    """Questions by their wording, alike ones together, the most frequent first. What asks nothing
    (`谢谢小二`) is none."""
    by_key: dict[str, list[Asked]] = {}
    for each in asked:
        key = gap_key(each.text)
        if len(key) >= SHORTEST:
            by_key.setdefault(key, []).append(each)
    wordings = sorted(by_key.items(), key=lambda one: -len(one[1]))
    asking = (one for one in wordings if asks(one[1][0].text))
    often = list(itertools.islice(asking, WORDINGS))
    features = ranking.read_many([(said[0].text, "") for _, said in often])
    groups: dict[str, _Group] = {}
    index = ranking.Index.of([ranking.Entry(n, each) for n, each in enumerate(features)])
    head: dict[int, str] = {}
    for place, (key, said) in enumerate(often):
        near = index.search(features[place], limit=8)
        mine = next(
            (head[one.owner] for one in near if one.owner in head and one.score >= ALIKE), key
        )
        head[place] = mine
        groups.setdefault(mine, _Group()).add(said)
    hottest = sorted(groups.items(), key=lambda one: -one[1].wordings.total())
    return {key: group for key, group in hottest[:KEPT] if group.wordings.total() > 1}


class _Covering:
    """Which phrase answers a question."""

    def __init__(self, known: Sequence[Phrase]) -> None:
        self._known = known
        features = ranking.read_many([(each.title, each.text) for each in known])
        self._index = ranking.Index.of([ranking.Entry(n, each) for n, each in enumerate(features)])

    def of(self, question: str) -> UUID | None:
        found = self._index.search(ranking.read(question), limit=1)
        return self._known[found[0].owner].id if found and found[0].score >= ANSWERS else None


def dismiss(session: Session, actor: Actor, hot_id: UUID) -> HotQuestion:
    """It needs no phrase."""
    found = _open(session, actor, hot_id)
    found.state = HotState.DISMISSED
    session.flush()
    return found


def cover(session: Session, actor: Actor, hot_id: UUID, *, phrase_id: UUID) -> HotQuestion:
    """This phrase answers it."""
    found = _open(session, actor, hot_id)
    found.state, found.phrase_id = HotState.COVERED, phrases.get(session, actor, phrase_id).id
    session.flush()
    return found


def _open(session: Session, actor: Actor, hot_id: UUID) -> HotQuestion:
    actor.must(Permission.PHRASES_EDIT)
    found = session.scalar(select(HotQuestion).where(HotQuestion.id == hot_id).with_for_update())
    if found is None or not actor.reaches(found.shop_id):
        raise HotQuestionNotFound
    return found
