"""Sheets in versions, talks and calls scored with what was quoted, skills for coaching."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.quality.conftest import SAID, full
from xiaoer.core import clock
from xiaoer.core.auth import Permission
from xiaoer.core.ids import new_id
from xiaoer.quality.models import Score, Sheet, SheetKind
from xiaoer.quality.rules import sheets

SKILLS = ("listening", "expression", "questioning", "empathy")


def scores(session):
    session.expire_all()
    return session.query(Score).all()


@pytest.fixture
def call(client, session, shop, people, acting, frozen):
    """An answered call of 何小荷."""
    before = acting["actor"]
    acting["actor"] = replace(people["何小荷"], permissions=before.permissions)
    said = {
        "shop_id": str(shop.id), "number": "13812345678", "direction": "inbound", "seconds": 60,
        "at": (clock.now() - timedelta(minutes=5)).isoformat(), "matter": "consultation",
        "subject": "问尺寸",
    }  # fmt: skip
    made = client.post("/api/calls", json=said).json()
    acting["actor"] = before
    return made["id"]


class TestTalk:
    @pytest.mark.row("CMM-10")
    def test_the_four_skills_are_scored_and_shown_to_lead_and_agent(
        self, client, shop, talk, score, people, acting, actor
    ):
        asked = {"shop_id": str(shop.id)}
        sheet = client.get("/api/quality/sheets/talk", params=asked).json()
        assert set(SKILLS) <= {each["skill"] for each in sheet["criteria"]}
        low = full(listening=5, empathy=6)
        remark = {"criterion": "listening", "quote": "您刚才提到", "text": "复述后请等顾客确认"}
        assert score(talk(), points=low, remarks=[remark]).status_code == 201
        assert score(talk(), points=full(empathy=9)).status_code == 201
        assert score(talk(by="清河")).status_code == 201

        team = client.get("/api/quality/team", params=asked).json()["items"]
        assert [each["agent_name"] for each in team] == ["何小荷", "清河"]
        he = team[0]
        assert {skill: he["skills"][skill] for skill in SKILLS} == {
            "listening": 6250, "expression": 10000, "questioning": 10000, "empathy": 5000,
        }  # fmt: skip
        assert (he["weakest"], he["scores"], he["unseen"]) == ("empathy", 2, 2)

        acting["actor"] = people["何小荷"]
        mine = client.get("/api/quality/mine", params=asked).json()
        assert (mine["skills"], mine["mean_bp"]) == (he["skills"], he["mean_bp"])
        assert mine["weeks"][-1]["scores"] == 2
        own = {"agent_id": str(people["何小荷"].id)}
        listed = client.get("/api/quality/scores", params=asked | own).json()["items"]
        [quoted] = [each for each in listed if each["remarks"]]
        assert quoted["remarks"][0]["seq"] == 2
        seen = client.put(f"/api/quality/scores/{quoted['id']}/seen").json()
        assert seen["seen_at"] is not None
        assert client.get("/api/quality/mine", params=asked).json()["unseen"] == 1

    def test_nobody_sees_a_colleague_s_scores_but_who_may(
        self, client, shop, talk, score, people, acting
    ):
        work = talk()
        made = score(work).json()
        acting["actor"] = people["清河"]
        asked = {"shop_id": str(shop.id)}
        theirs = {"agent_id": str(people["何小荷"].id)}
        assert client.get("/api/quality/team", params=asked).status_code == 403
        assert client.get("/api/quality/scores", params=asked | theirs).status_code == 403
        assert client.get(f"/api/quality/work/talk/{work}/score").json() is None
        assert client.put(f"/api/quality/scores/{made['id']}/seen").status_code == 404

    def test_the_trend_goes_week_by_week(self, client, shop, talk, score, frozen):
        score(talk(), points=full(accuracy=0))
        frozen(timedelta(days=7))
        score(talk())
        [he] = client.get("/api/quality/team", params={"shop_id": str(shop.id)}).json()["items"]
        assert [(each["monday"], each["mean_bp"]) for each in he["weeks"]] == [
            ("2026-11-02", 8000),
            ("2026-11-09", 10000),
        ]


@pytest.mark.row("CMM-9")
class TestCall:
    def test_pace_and_tone_have_tips_that_everybody_at_the_desk_sees(
        self, client, shop, people, acting
    ):
        acting["actor"] = people["清河"]
        asked = {"shop_id": str(shop.id)}
        sheet = client.get("/api/quality/sheets/call", params=asked).json()
        tips = {each["skill"]: each for each in sheet["criteria"]}
        for skill in ("pace", "tone"):
            assert tips[skill]["tip_zh"]
            assert tips[skill]["tip_en"]

    def test_a_call_is_scored_by_pace_and_tone(self, client, shop, call, score):
        points = full(SheetKind.CALL, pace=3, tone=6)
        remark = {"criterion": "pace", "quote": "", "text": "报单号太快"}
        made = score(call, "call", points=points, remarks=[remark])
        assert made.status_code == 201, made.text
        assert made.json()["remarks"][0]["text"] == "报单号太快"
        [he] = client.get("/api/quality/team", params={"shop_id": str(shop.id)}).json()["items"]
        assert (he["skills"]["pace"], he["skills"]["tone"]) == (2000, 4000)
        assert he["weakest"] == "pace"

    def test_calls_are_drawn_too(self, client, shop, call, score):
        asked = {"shop_id": str(shop.id), "kind": "call"}
        assert client.get("/api/quality/draw", params=asked).json()["subject_id"] == call
        score(call, "call")
        assert client.get("/api/quality/draw", params=asked).status_code == 404


class TestDrawing:
    def test_who_was_scored_least_comes_first_and_nothing_twice(self, client, shop, talk, score):
        asked = {"shop_id": str(shop.id)}
        first, second = talk(), talk()
        other = talk(by="清河")
        score(first)
        assert client.get("/api/quality/draw", params=asked).json()["subject_id"] == str(other)
        score(other)
        assert client.get("/api/quality/draw", params=asked).json()["subject_id"] == str(second)
        score(second)
        assert client.get("/api/quality/draw", params=asked).json()["code"] == "NothingToScore"

    def test_of_one_agent(self, client, shop, talk, people):
        talk()
        asked = {"shop_id": str(shop.id), "agent_id": str(people["清河"].id)}
        assert client.get("/api/quality/draw", params=asked).status_code == 404


class TestSheets:
    def test_a_new_version_leaves_scores_that_were_given(self, client, session, shop, talk, score):
        old = score(talk()).json()
        criteria = [{"code": "all", "skill": "accuracy", "points": 10, "zh": "总评", "en": "All"}]
        body = {"shop_id": str(shop.id), "criteria": criteria}
        written = client.put("/api/quality/sheets/talk", json=body).json()
        assert (old["version"], written["version"]) == (1, 2)
        assert score(talk(), points={"all": 7}).json()["total_bp"] == 7000
        [first] = [each for each in scores(session) if each.total_bp == 10000]
        assert first.points == full()

    def test_a_sheet_that_is_none_is_refused(self, client, session, shop):
        twice = [{"code": "a", "skill": "tone", "points": 5, "zh": "甲", "en": "A"}] * 2
        answer = client.put(
            "/api/quality/sheets/call", json={"shop_id": str(shop.id), "criteria": twice}
        )
        assert (answer.status_code, answer.json()["code"]) == (422, "SheetNotWhole")
        assert session.query(Sheet).count() == 0


class TestRefusals:
    @pytest.fixture(autouse=True)
    def nothing_is_scored(self, session):
        yield
        assert scores(session) == []

    def refused(self, answer, status, code):
        assert (answer.status_code, answer.json()["code"]) == (status, code)

    def test_points_missing_or_outside(self, score, talk):
        points = full()
        del points["empathy"]
        self.refused(score(talk(), points=points), 422, "PointsMissing")
        self.refused(score(talk(), points=full(empathy=16)), 422, "PointsOutside")

    def test_a_quote_nobody_said(self, score, talk):
        remark = {"criterion": "empathy", "quote": "你自己看着办", "text": "不要这样说"}
        self.refused(score(talk(text=SAID), remarks=[remark]), 422, "QuoteNotSaid")

    def test_nobody_scores_their_own_work(self, score, talk, acting, actor, people):
        acting["actor"] = replace(actor, id=people["何小荷"].id)
        self.refused(score(talk()), 403, "OwnWork")

    def test_who_may_not(self, score, talk, acting, actor):
        work = talk()
        acting["actor"] = replace(actor, permissions=actor.permissions - {Permission.QUALITY_SCORE})
        self.refused(score(work), 403, "MissingPermission")
        acting["actor"] = replace(actor, shop_ids=frozenset({new_id()}))
        self.refused(score(work), 404, "ConversationNotFound")


def test_scored_once_only(session, score, talk):
    work = talk()
    score(work)
    again = score(work, points=full(empathy=0))
    assert (again.status_code, again.json()["code"]) == (409, "ScoredAlready")
    [only] = scores(session)
    assert only.total_bp == 10000


def test_shipped_sheets_can_be_scored_by():
    for kind in SheetKind:
        criteria = sheets.shipped(kind)
        sheets.check(criteria)
        assert sum(each.points for each in criteria) == 100
        assert all(each.tip_zh and each.tip_en for each in criteria)
