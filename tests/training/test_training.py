"""PRD-7: knowledge is tested again and again, and each agent's results are on record."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.training.factories import choices, make_course, make_exam, sitting_of
from tests.workforce.factories import make_agent
from xiaoer.core import clock
from xiaoer.core.auth import Actor, ActorKind, Permission, system
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.promises.models import Promise, PromiseState
from xiaoer.promises.service import fire_due
from xiaoer.tasks.models import Task, TaskState
from xiaoer.training import service
from xiaoer.training.models import Attempt, Course, Exam, Question, Sitting, SittingState
from xiaoer.workforce import service as workforce


@pytest.fixture
def lead(session, shop):
    return make_agent(session, shop, name="林组长", roles=["team_lead"])


@pytest.fixture
def agent(session, shop):
    return make_agent(session, shop, name="小荷", roles=["reception"])


def as_actor(agent, shop, *permissions):
    rights = frozenset(permissions or {Permission.TRAINING_SIT})
    return Actor(ActorKind.AGENT, agent.id, agent.name, rights, frozenset({shop.id}))


def rows(session, model):
    return session.scalar(select(func.count()).select_from(model))


def events_of(session, kind):
    return session.scalars(select(EventRow).where(EventRow.kind == kind)).all()


@pytest.mark.row("PRD-7")
class TestRounds:
    def test_a_round_gives_everybody_of_the_group_a_task_with_a_clock(
        self, session, shop, lead, agent, frozen
    ):
        group = workforce.add_group(session, system(), name="售前组")
        member = make_agent(session, shop, roles=["reception"], group_ids=[group.id])
        exam = make_exam(session, shop.id, group_id=group.id)
        assert service.begin_due(session) == 1
        sitting = sitting_of(session, exam, member.id)
        task = session.get_one(Task, sitting.task_id)
        promise = session.scalars(select(Promise).where(Promise.kind == service.TEST)).one()
        assert (task.assignee_agent_id, task.due_at) == (member.id, sitting.due_at)
        assert (promise.owner_agent_id, promise.subject_id) == (member.id, sitting.id)
        assert [sitting.due_at - each for each in promise.warn_at] == [
            timedelta(days=3),
            timedelta(days=1),
        ]
        assert exam.next_on - exam.round_on == timedelta(days=90)

    def test_it_comes_again_after_its_period_and_the_history_stays(
        self, session, shop, agent, frozen
    ):
        exam = make_exam(session, shop.id, role="reception", period_days=90)
        assert service.begin_due(session) == 1
        first = sitting_of(session, exam, agent.id)
        me = as_actor(agent, shop)
        service.hand_in(session, me, first.id, chosen=choices(session, exam, right=True))
        frozen(timedelta(days=89))
        assert service.begin_due(session) == 0
        frozen(timedelta(days=1))
        assert service.begin_due(session) == 1
        frozen(timedelta(days=90))
        assert service.begin_due(session) == 1
        states = session.scalars(select(Sitting.state).order_by(Sitting.round_on)).all()
        assert states == [SittingState.PASSED, SittingState.MISSED, SittingState.DUE]
        assert len(events_of(session, "SittingMissed")) == 1

    def test_begun_twice_it_is_begun_once_and_who_joins_is_asked_too(
        self, session, shop, agent, frozen
    ):
        exam = make_exam(session, shop.id, role="reception")
        assert [service.begin_due(session), service.begin_due(session)] == [1, 0]
        frozen(timedelta(days=2))
        joined = make_agent(session, shop, roles=["reception"])
        assert service.begin_due(session) == 1
        late = sitting_of(session, exam, joined.id)
        assert late.due_at - sitting_of(session, exam, agent.id).due_at == timedelta(days=2)

    def test_who_has_left_need_not_take_it(self, session, shop, agent, frozen):
        exam = make_exam(session, shop.id, role="reception")
        service.begin_due(session)
        agent.active = False
        session.flush()
        assert service.excuse_gone(session) == 1
        sitting = sitting_of(session, exam, agent.id)
        assert sitting.state is SittingState.EXCUSED
        assert session.get_one(Task, sitting.task_id).state is TaskState.CANCELLED
        promise = session.scalars(select(Promise).where(Promise.kind == service.TEST)).one()
        assert promise.state is PromiseState.RELEASED


@pytest.mark.row("PRD-7")
class TestWarnings:
    def test_the_agent_and_the_lead_are_told_before_and_the_lead_follows_up_after(
        self, session, shop, lead, agent, frozen, run_jobs
    ):
        exam = make_exam(session, shop.id, role="reception")
        service.begin_due(session)
        sitting = sitting_of(session, exam, agent.id)
        run_jobs()
        clock.advance(sitting.due_at - timedelta(hours=23) - clock.now())
        fire_due(session)
        run_jobs()
        (near,) = events_of(session, "SittingNear")
        assert {f"me:{agent.id}", f"me:{lead.id}"} <= set(near.topics)
        clock.advance(sitting.due_at + timedelta(minutes=1) - clock.now())
        for _ in range(2):
            fire_due(session)
            run_jobs()
        follow = session.scalars(select(Task).where(Task.kind == "training_follow_up")).one()
        assert follow.assignee_agent_id == lead.id
        assert "小荷" in follow.title

    def test_who_has_passed_is_left_alone(self, session, shop, lead, agent, frozen, run_jobs):
        exam = make_exam(session, shop.id, role="reception")
        service.begin_due(session)
        sitting = sitting_of(session, exam, agent.id)
        chosen = choices(session, exam, right=True)
        service.hand_in(session, as_actor(agent, shop), sitting.id, chosen=chosen)
        frozen(timedelta(days=9))
        fire_due(session)
        run_jobs()
        assert not events_of(session, "SittingNear")
        assert not session.scalars(select(Task).where(Task.kind == "training_follow_up")).all()


@pytest.mark.row("PRD-7")
class TestTaking:
    @pytest.fixture
    def exam(self, session, shop, lead, agent, frozen):
        exam = make_exam(session, shop.id, role="reception")
        service.begin_due(session)
        return exam

    @pytest.fixture
    def path(self, session, exam, agent):
        return f"/api/training/sittings/{sitting_of(session, exam, agent.id).id}"

    def body(self, session, exam, *, right):
        chosen = choices(session, exam, right=right)
        return {"answers": [{"question_id": str(q), "chosen": c} for q, c in chosen.items()]}

    def test_the_paper_does_not_tell_the_answers(self, client, shop, acting, agent, path):
        acting["actor"] = as_actor(agent, shop)
        paper = client.get(path).json()
        assert [set(each) for each in paper["questions"]] == [{"id", "kind", "text", "options"}] * 2
        assert [each["title"] for each in paper["course"]["lessons"]] == ["龙井"]

    def test_a_pass_ends_it_and_is_on_record(
        self, client, session, shop, acting, agent, exam, path
    ):
        acting["actor"] = as_actor(agent, shop)
        wrong = client.post(f"{path}/attempts", json=self.body(session, exam, right=False)).json()
        assert (wrong["state"], wrong["best_percent"]) == ("due", 50)
        assert [(each["right"], each["answer"]) for each in wrong["answers"]] == [
            (False, None),
            (True, None),
        ]
        done = client.post(f"{path}/attempts", json=self.body(session, exam, right=True)).json()
        assert (done["state"], done["best_percent"], done["taken"]) == ("passed", 100, 2)
        assert [each["percent"] for each in done["attempts"]] == [50, 100]
        assert done["answers"][0]["why"] == "水太热会烫熟。"
        sitting = sitting_of(session, exam, agent.id)
        session.refresh(sitting)
        assert session.get_one(Task, sitting.task_id).state is TaskState.DONE
        promise = session.scalars(select(Promise).where(Promise.kind == service.TEST)).one()
        assert promise.state is PromiseState.KEPT
        mine = client.get("/api/training/mine").json()
        assert [(each["title"], each["state"]) for each in mine] == [("茶叶知识", "passed")]

    def test_the_last_try_fails_it_and_a_lead_is_asked(
        self, client, session, shop, acting, agent, lead, exam, path
    ):
        acting["actor"] = as_actor(agent, shop)
        for _ in range(2):
            last = client.post(f"{path}/attempts", json=self.body(session, exam, right=False))
        assert last.json()["state"] == "failed"
        follow = session.scalars(select(Task).where(Task.kind == "training_follow_up")).one()
        assert follow.assignee_agent_id == lead.id
        again = client.post(f"{path}/attempts", json=self.body(session, exam, right=True))
        assert (again.status_code, again.json()["code"]) == (409, "SittingEnded")
        assert rows(session, Attempt) == 2

    def test_sent_twice_it_is_one_paper(self, client, session, shop, acting, agent, exam, path):
        acting["actor"] = as_actor(agent, shop)
        key = {"Idempotency-Key": str(new_id())}
        body = self.body(session, exam, right=False)
        first = client.post(f"{path}/attempts", json=body, headers=key)
        again = client.post(f"{path}/attempts", json=body, headers=key)
        assert (again.status_code, again.json()) == (201, first.json())
        assert rows(session, Attempt) == 1

    def test_only_oneself_takes_it(self, client, session, shop, acting, lead, exam, path):
        acting["actor"] = as_actor(lead, shop, *Permission)
        answer = client.post(f"{path}/attempts", json=self.body(session, exam, right=True))
        assert (answer.status_code, answer.json()["code"]) == (403, "NotYourSitting")
        acting["actor"] = as_actor(make_agent(session, shop), shop)
        assert client.get(path).status_code == 404
        assert rows(session, Attempt) == 0

    def test_an_unanswered_question_is_refused(
        self, client, session, shop, acting, agent, exam, path
    ):
        acting["actor"] = as_actor(agent, shop)
        body = self.body(session, exam, right=True)
        body["answers"].pop()
        answer = client.post(f"{path}/attempts", json=body)
        assert (answer.status_code, answer.json()["code"]) == (422, "AnswerMissing")
        assert rows(session, Attempt) == 0

    def test_the_lead_sees_who_is_due_who_passed_and_what_is_known_least(
        self, client, session, shop, acting, actor, agent, exam, path
    ):
        other = make_agent(session, shop, name="安安", roles=["reception"])
        service.begin_due(session)
        about = {"shop_id": str(shop.id)}
        due = client.get("/api/training/due", params=about).json()
        assert {each["agent"] for each in due} == {"小荷", "安安"}
        acting["actor"] = as_actor(agent, shop)
        client.post(f"{path}/attempts", json=self.body(session, exam, right=False))
        client.post(f"{path}/attempts", json=self.body(session, exam, right=True))
        acting["actor"] = actor
        assert [each["agent"] for each in client.get("/api/training/due", params=about).json()] == [
            "安安"
        ]
        page = client.get("/api/training/results", params=about).json()
        assert [(each["agent"], each["best_percent"]) for each in page["items"]] == [("小荷", 100)]
        one = {**about, "agent_id": str(other.id)}
        assert client.get("/api/training/results", params=one).json()["items"] == []
        (weak,) = client.get("/api/training/weakest", params=about).json()
        assert (weak["text"], weak["answered"], weak["wrong"]) == ("龙井用多热的水？", 2, 1)
        (listed,) = client.get("/api/training/exams", params=about).json()
        assert listed["round"] == {"due": 1, "passed": 1, "failed": 0, "missed": 0}

    def test_an_excuse_names_its_reason(
        self, client, session, shop, acting, actor, agent, exam, path
    ):
        acting["actor"] = as_actor(agent, shop)
        assert client.put(f"{path}/excuse", json={"reason": "产假"}).status_code == 403
        acting["actor"] = actor
        assert client.put(f"{path}/excuse", json={"reason": "产假"}).status_code == 204
        sitting = sitting_of(session, exam, agent.id)
        session.refresh(sitting)
        assert (sitting.state, sitting.note) == (SittingState.EXCUSED, "产假")
        again = client.put(f"{path}/excuse", json={"reason": "产假"})
        assert (again.status_code, again.json()["code"]) == (409, "SittingEnded")


def question(**what_matters):
    given = {"kind": "single", "text": "几度水？", "options": ["60", "85"], "right": [1]}
    return given | what_matters


class TestWriting:
    def exam(self, course, **what_matters):
        given = {
            "course_id": str(course.id),
            "title": "茶叶知识",
            "next_on": "2026-11-02",
            "questions": [question()],
        }
        return given | what_matters

    def test_a_course_names_articles_and_products_by_their_titles(self, client, session, shop):
        lessons = [{"title": "读一读", "body": "先看资料"}, {"title": "练一练"}]
        body = {"shop_id": str(shop.id), "title": "新茶", "lessons": lessons}
        made = client.post("/api/training/courses", json=body).json()
        kept = {**body, "lessons": [lessons[1]]}
        client.put(f"/api/training/courses/{made['id']}", json=kept)
        (course,) = client.get("/api/training/courses", params={"shop_id": str(shop.id)}).json()
        assert [each["title"] for each in course["lessons"]] == ["练一练"]
        lessons[0]["product_id"] = str(new_id())
        assert client.post("/api/training/courses", json=body).status_code == 404
        assert rows(session, Course) == 1

    def test_questions_that_say_the_same_keep_their_figures(self, client, session, shop):
        course = make_course(session, shop.id)
        made = client.post("/api/training/exams", json=self.exam(course)).json()
        before = session.scalars(select(Question.id)).one()
        other = question(text="几克茶？", options=["3 克", "30 克"], right=[0])
        body = self.exam(course, questions=[other, question(why="太热会苦")])
        again = client.put(f"/api/training/exams/{made['id']}", json=body).json()
        assert [each["text"] for each in again["questions"]] == ["几克茶？", "几度水？"]
        assert session.get_one(Question, before).position == 1

    @pytest.mark.parametrize(
        ("wrong", "code"),
        [
            ({"questions": [question(right=[0, 1])]}, "RightAnswerMissing"),
            ({"role": "reception", "group_id": str(new_id())}, "RoleOrGroup"),
        ],
    )
    def test_refusals_leave_nothing(self, client, session, shop, wrong, code):
        course = make_course(session, shop.id)
        answer = client.post("/api/training/exams", json=self.exam(course, **wrong))
        assert (answer.status_code, answer.json()["code"]) == (422, code)
        assert rows(session, Exam) == 0

    def test_a_course_that_is_tested_stays(self, client, session, shop):
        exam = make_exam(session, shop.id)
        path = f"/api/training/courses/{exam.course_id}"
        refused = client.delete(path)
        assert (refused.status_code, refused.json()["code"]) == (409, "CourseInUse")
        assert client.delete(f"/api/training/exams/{exam.id}").status_code == 204
        assert client.delete(path).status_code == 204
        assert client.get("/api/training/courses", params={"shop_id": str(shop.id)}).json() == []

    def test_a_round_can_be_begun_today(self, client, session, shop, frozen):
        exam = make_exam(session, shop.id, next_on=clock.now().date() + timedelta(days=30))
        path = f"/api/training/exams/{exam.id}/rounds"
        nobody = client.post(path)
        assert (nobody.status_code, nobody.json()["code"]) == (409, "NobodyToSit")
        assert rows(session, Sitting) == 0
        make_agent(session, shop, roles=["reception"])
        assert client.post(path).json() == {"sittings": 1}

    def test_lists_cost_the_same_for_more(self, client, session, shop, count_statements):
        def cost(path):
            with count_statements(session) as seen:
                assert client.get(path, params={"shop_id": str(shop.id)}).status_code == 200
            return len(seen)

        paths = [f"/api/training/{name}" for name in ("courses", "exams", "due", "results")]
        for _ in range(3):
            make_agent(session, shop, roles=["reception"])
        make_exam(session, shop.id)
        service.begin_due(session)
        before = [cost(path) for path in paths]
        for _ in range(3):
            make_exam(session, shop.id)
        service.begin_due(session)
        assert [cost(path) for path in paths] == before

    def test_strangers_find_nothing(self, client, session, shop, acting):
        make_exam(session, shop.id)
        acting["actor"] = Actor(
            ActorKind.AGENT, new_id(), "外人", frozenset(Permission), frozenset({new_id()})
        )
        for name in ("courses", "exams", "due", "results", "weakest"):
            answer = client.get(f"/api/training/{name}", params={"shop_id": str(shop.id)})
            assert answer.status_code == 404
