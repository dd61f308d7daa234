"""Going through a playbook: every step, by whom and when."""

import pytest
from sqlalchemy import func, select

from tests.playbooks.factories import ON, make_run, make_subject
from xiaoer.core import auth, shops
from xiaoer.core.auth import Actor, ActorKind
from xiaoer.core.errors import MissingPermission
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.playbooks import queries, service
from xiaoer.playbooks.errors import (
    AnswerNeeded,
    AnswerUnknown,
    RunFinished,
    RunNotFound,
    StepPassed,
    StepUnknown,
    SubjectNotFound,
    WordsUnknown,
)
from xiaoer.playbooks.models import PlaybookRun


def told(session, run):
    query = select(EventRow.kind, EventRow.data).where(EventRow.subject_id == run.subject_id)
    return [(kind, data) for kind, data in session.execute(query.order_by(EventRow.id))]


def path(session, run):
    taken = queries.steps(session, run.id)
    return [(each.step, each.answer, each.by_facts) for each in taken]


class TestStart:
    def test_questions_that_facts_answer_are_passed(self, session, shop, actor):
        run = make_run(session, shop.id, actor, facts=ON["1.1"])
        assert path(session, run) == [
            ("goods", "not_received", True),
            ("shipped", "before", True),
            ("why_unreceived", "transit", True),
        ]
        assert (run.step, run.branch, run.started_by_name) == ("transit", "1.1", "周掌柜")
        events = told(session, run)
        assert [kind for kind, _ in events] == ["PlaybookStarted", *["PlaybookStepTaken"] * 3]
        assert events[0][1]["branch"] == "1.1"

    def test_the_one_that_goes_on_stands_as_it_is(self, session, shop, actor):
        subject = make_subject(shop.id)
        first = make_run(session, shop.id, actor, subject=subject)
        again = make_run(session, shop.id, actor, subject=subject, facts=ON["1.1"])
        assert again.id == first.id
        assert again.branch == "3.2"
        assert [kind for kind, _ in told(session, first)].count("PlaybookStarted") == 1

    def test_after_the_end_another_may_begin(self, session, shop, actor):
        subject = make_subject(shop.id)
        first = make_run(session, shop.id, actor, subject=subject)
        service.finish(session, actor, first.id, result="agree")
        assert make_run(session, shop.id, actor, subject=subject).id != first.id

    def test_another_shop_s_subject_is_a_stranger_s(self, session, shop, actor):
        other = shops.add(session, auth.system(), code="other", name="另一家")
        with pytest.raises(SubjectNotFound):
            make_run(session, other.id, actor)
        assert session.scalar(select(func.count()).select_from(PlaybookRun)) == 0

    def test_it_needs_the_permission(self, session, shop):
        nobody = Actor(kind=ActorKind.AGENT, id=new_id(), shop_ids=frozenset({shop.id}))
        with pytest.raises(MissingPermission):
            make_run(session, shop.id, nobody)
        assert session.scalar(select(func.count()).select_from(PlaybookRun)) == 0


class TestTakeStep:
    def test_the_answer_chooses_the_branch(self, session, shop, actor):
        run = make_run(session, shop.id, actor, facts={})
        assert (run.step, run.branch) == ("goods", None)
        service.take_step(session, actor, run.id, step="goods", answer="returned", note="仓库已收")
        assert (run.step, run.branch) == ("back", "3")
        kind, data = told(session, run)[-1]
        assert kind == "PlaybookStepTaken"
        assert (data["step"], data["answer"], data["by_facts"]) == ("goods", "returned", False)
        assert data["note"] == "仓库已收"

    def test_known_facts_answer_what_follows(self, session, shop, actor):
        run = make_run(session, shop.id, actor, facts={"returned_condition": "sound"})
        service.take_step(session, actor, run.id, step="goods", answer="returned")
        assert (run.step, run.branch) == ("refund_now", "3.1")

    @pytest.mark.parametrize(
        ("step", "answer", "refusal"),
        [
            ("goods", None, AnswerNeeded),
            ("goods", "moon", AnswerUnknown),
            ("back", "sound", StepPassed),
        ],
    )
    def test_what_is_refused_changes_nothing(self, session, shop, actor, step, answer, refusal):
        run = make_run(session, shop.id, actor, facts={})
        before = told(session, run)
        with pytest.raises(refusal):
            service.take_step(session, actor, run.id, step=step, answer=answer)
        assert (run.step, run.branch, path(session, run)) == ("goods", None, [])
        assert told(session, run) == before

    def test_after_the_end_nothing_is_taken(self, session, shop, actor):
        run = make_run(session, shop.id, actor)
        service.finish(session, actor, run.id, result="agree")
        before = path(session, run)
        with pytest.raises(RunFinished):
            service.take_step(session, actor, run.id, step="refuse_back")
        assert path(session, run) == before

    def test_strangers_find_nothing(self, session, shop, actor):
        run = make_run(session, shop.id, actor)
        other = shops.add(session, auth.system(), code="other", name="另一家")
        stranger = Actor(
            kind=ActorKind.AGENT,
            id=new_id(),
            permissions=actor.permissions,
            shop_ids=frozenset({other.id}),
        )
        with pytest.raises(RunNotFound):
            service.take_step(session, stranger, run.id, step="refuse_back")
        assert run.step == "refuse_back"


class TestLearn:
    def test_news_pass_questions_and_move_the_branch(self, session, shop, actor):
        run = make_run(session, shop.id, actor, facts={"goods_state": "returned"})
        service.learn(session, actor, run.id, {"returned_condition": "sound"})
        assert (run.step, run.branch) == ("refund_now", "3.1")
        kind, data = told(session, run)[-1]
        assert (kind, data["facts"]) == ("PlaybookFactsLearnt", {"returned_condition": "sound"})

    def test_no_news_is_no_event(self, session, shop, actor):
        run = make_run(session, shop.id, actor)
        before = told(session, run)
        service.learn(session, actor, run.id, ON["3.2"])
        assert told(session, run) == before


class TestTakeBack:
    def test_what_followed_is_undone_and_stays_in_the_record(self, session, shop, actor):
        run = make_run(session, shop.id, actor, facts={})
        service.take_step(session, actor, run.id, step="goods", answer="returned")
        service.take_step(session, actor, run.id, step="back", answer="sound")
        service.take_back(session, actor, run.id, step="goods")
        assert (run.step, run.branch, path(session, run)) == ("goods", None, [])
        record = queries.steps(session, run.id, undone=True)
        assert [each.undone_at is not None for each in record] == [True, True]
        service.take_step(session, actor, run.id, step="goods", answer="received")
        assert run.branch == "2"

    def test_a_step_never_taken_cannot_be(self, session, shop, actor):
        run = make_run(session, shop.id, actor)
        with pytest.raises(StepUnknown):
            service.take_back(session, actor, run.id, step="judge")
        assert run.step == "refuse_back"


class TestUseWords:
    def test_what_was_said_is_told(self, session, shop, actor):
        run = make_run(session, shop.id, actor, facts=ON["1.1"])
        service.use_words(session, actor, run.id, step="transit", words="refuse")
        kind, data = told(session, run)[-1]
        assert (kind, data["words"]) == ("PlaybookWordsUsed", "refuse")
        assert [each.actor_name for each in queries.words(session, run.id)] == ["周掌柜"]

    def test_words_that_are_not_there(self, session, shop, actor):
        run = make_run(session, shop.id, actor, facts=ON["1.1"])
        with pytest.raises(WordsUnknown):
            service.use_words(session, actor, run.id, step="transit", words="moon")
        assert queries.words(session, run.id) == []
