"""Threads with real commits: two who score the same talk at once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy import select

from tests.conversations.factories import acting_as, ask, make_agent, make_customer, make_role
from tests.quality.conftest import full
from xiaoer.conversations import service as conversations
from xiaoer.core import auth, db, shops
from xiaoer.core.errors import DeskError
from xiaoer.core.ids import new_id
from xiaoer.quality.models import Score, SheetKind
from xiaoer.quality.service import scoring


def test_two_who_score_at_once_leave_one_score(fresh_database):
    with db.transaction() as session:
        shop = shops.add(session, auth.system(), code="teahouse", name="茶楼")
        served = make_agent(session, shop, roles=[make_role(session)])
        talk = ask(session, make_customer(session, shop), "壶盖裂了").conversation_id
        own = acting_as(served, shop)
        conversations.reply(session, own, talk, client_id=new_id(), text="马上补发。")
        conversations.close(session, auth.system(), talk, reason="solved")
    barrier = Barrier(2)

    def scored(empathy: int) -> str:
        barrier.wait()
        try:
            with db.transaction() as session:
                points = full(empathy=empathy)
                scoring.score(session, auth.system(), SheetKind.TALK, talk, points=points)
        except DeskError as refusal:
            return type(refusal).__name__
        return "done"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(scored, (0, 5))) == ["ScoredAlready", "done"]
    with db.transaction() as session:
        assert len(session.scalars(select(Score)).all()) == 1
