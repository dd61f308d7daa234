"""How runs end, are ruled upon and appealed, and what is learnt from it."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.evidence.factories import make_evidence
from tests.playbooks.factories import ON, make_run, make_subject
from xiaoer.core import clock
from xiaoer.evidence.models import Kind, SubjectType
from xiaoer.playbooks import queries, service
from xiaoer.playbooks.errors import (
    AppealCannotMove,
    AppealIsBare,
    AppealTooLate,
    AppealUnderWay,
    EvidenceDoesNotFit,
    EvidenceMissing,
    NotContested,
    NothingToAppeal,
    NotOnABranch,
    ResultNotHere,
    RuledAlready,
    RunFinished,
    RunGoesOn,
)
from xiaoer.playbooks.models import Appeal, AppealReason, AppealState, AppealTarget, Ruling
from xiaoer.promises.models import Promise


def prove(session, run, kind=Kind.PHOTO_VIDEO):
    return make_evidence(
        session,
        run.shop_id,
        kind=kind,
        subject_type=SubjectType.REFUND,
        subject_id=run.subject_id,
    )


def contested(session, shop, actor):
    run = make_run(session, shop.id, actor)
    prove(session, run)
    return service.finish(session, actor, run.id, result="contest")


def lost(session, shop, actor):
    run = contested(session, shop, actor)
    return service.rule(session, actor, run.id, ruling=Ruling.LOST, cost_cents=9900)


class TestFinish:
    @pytest.mark.row("DSP-26", "KP4-13")
    def test_contesting_waits_for_the_proof_and_settling_is_proposed(self, session, shop, actor):
        run = make_run(session, shop.id, actor)
        with pytest.raises(EvidenceMissing) as refused:
            service.finish(session, actor, run.id, result="contest")
        assert refused.value.facts["missing"] == ["problem_pictures"]
        assert "negotiate" in refused.value.facts["propose"]
        assert (run.result, run.finished_at, run.step) == (None, None, "refuse_back")
        prove(session, run)
        assert service.finish(session, actor, run.id, result="contest").result == "contest"

    def test_agreeing_needs_no_proof(self, session, shop, actor):
        run = make_run(session, shop.id, actor)
        service.finish(session, actor, run.id, result="agree", note="老顾客", cost_cents=500)
        assert (run.result, run.note, run.cost_cents) == ("agree", "老顾客", 500)
        assert run.finished_by_name == "周掌柜"

    def test_it_ends_once_on_a_branch_with_one_of_its_results(self, session, shop, actor):
        nowhere = make_run(session, shop.id, actor, facts={})
        with pytest.raises(NotOnABranch):
            service.finish(session, actor, nowhere.id, result="agree")
        run = make_run(session, shop.id, actor)
        with pytest.raises(ResultNotHere):
            service.finish(session, actor, run.id, result="moon")
        assert run.result is None
        service.finish(session, actor, run.id, result="agree")
        with pytest.raises(RunFinished):
            service.finish(session, actor, run.id, result="negotiate")
        assert run.result == "agree"


class TestRule:
    def test_a_case_lost_may_be_appealed_for_some_days(self, session, shop, actor, frozen):
        run = lost(session, shop, actor)
        assert (run.ruling, run.cost_cents) == (Ruling.LOST, 9900)
        assert run.appeal_until == clock.now() + timedelta(days=7)

    def test_the_platform_s_own_time_goes_first(self, session, shop, actor, frozen):
        run = contested(session, shop, actor)
        until = clock.now() + timedelta(days=2)
        service.rule(session, actor, run.id, ruling=Ruling.PARTLY, appeal_until=until)
        assert run.appeal_until == until

    def test_a_case_won_is_not_appealed(self, session, shop, actor):
        run = contested(session, shop, actor)
        service.rule(session, actor, run.id, ruling=Ruling.WON)
        with pytest.raises(NothingToAppeal):
            service.appeal_ruling(session, actor, run.id)
        assert session.scalars(select(Appeal)).all() == []

    def test_only_what_was_contested_is_ruled_upon_and_once(self, session, shop, actor):
        going = make_run(session, shop.id, actor)
        with pytest.raises(RunGoesOn):
            service.rule(session, actor, going.id, ruling=Ruling.WON)
        service.finish(session, actor, going.id, result="agree")
        with pytest.raises(NotContested):
            service.rule(session, actor, going.id, ruling=Ruling.WON)
        assert going.ruling is None
        run = lost(session, shop, actor)
        with pytest.raises(RuledAlready):
            service.rule(session, actor, run.id, ruling=Ruling.WON)
        assert run.ruling is Ruling.LOST


class TestAppeal:
    @pytest.mark.row("EVD-3")
    def test_it_has_target_deadline_evidence_statement_time_and_result(
        self, session, shop, actor, frozen
    ):
        run = lost(session, shop, actor)
        proof = prove(session, run)
        appeal = service.appeal_ruling(session, actor, run.id)
        assert (appeal.target, appeal.due_at) == (AppealTarget.DISPUTE, run.appeal_until)
        owed = session.scalars(select(Promise).where(Promise.subject_id == appeal.id)).one()
        assert (owed.kind, owed.due_at, owed.state) == ("appeal", appeal.due_at, "open")
        frozen(timedelta(days=1))
        service.submit_appeal(
            session, actor, appeal.id, statement="底单齐全", evidence_ids=[proof.id]
        )
        assert (appeal.state, appeal.submitted_at) == (AppealState.SUBMITTED, clock.now())
        assert (appeal.statement, appeal.evidence_ids) == ("底单齐全", [proof.id])
        session.refresh(owed)
        assert owed.state == "kept"
        reason = AppealReason.EVIDENCE_ACCEPTED
        service.decide_appeal(session, actor, appeal.id, won=True, reason=reason, note="改判")
        assert (appeal.state, appeal.reason, appeal.result_note) == ("won", reason, "改判")

    @pytest.mark.row("EVD-3")
    @pytest.mark.parametrize("target", [AppealTarget.REVIEW, AppealTarget.PENALTY])
    def test_reviews_and_penalties_are_appealed_too(self, session, shop, actor, target):
        due_at = clock.now() + timedelta(days=3)
        about = {"subject": make_subject(shop.id), "target": target, "due_at": due_at}
        appeal = service.open_appeal(session, actor, **about)
        assert (appeal.number, appeal.target) == (1, target)
        with pytest.raises(AppealUnderWay):
            service.open_appeal(session, actor, **about)
        assert len(session.scalars(select(Appeal)).all()) == 1

    def test_too_late_is_too_late(self, session, shop, actor, frozen):
        run = lost(session, shop, actor)
        proof = prove(session, run)
        appeal = service.appeal_ruling(session, actor, run.id)
        frozen(timedelta(days=7))
        with pytest.raises(AppealTooLate):
            service.submit_appeal(
                session, actor, appeal.id, statement="来晚了", evidence_ids=[proof.id]
            )
        assert (appeal.state, appeal.submitted_at) == (AppealState.PREPARING, None)

    def test_bare_words_and_other_people_s_proof_are_refused(self, session, shop, actor):
        run = lost(session, shop, actor)
        proof, elsewhere = prove(session, run), make_evidence(session, shop.id)
        appeal = service.appeal_ruling(session, actor, run.id)
        for statement, evidence, refusal in (
            (" ", [proof.id], AppealIsBare),
            ("没有证据", [], AppealIsBare),
            ("别人的", [elsewhere.id], EvidenceDoesNotFit),
        ):
            with pytest.raises(refusal):
                service.submit_appeal(
                    session, actor, appeal.id, statement=statement, evidence_ids=evidence
                )
        assert appeal.state is AppealState.PREPARING

    def test_it_is_decided_after_it_was_submitted(self, session, shop, actor):
        appeal = service.appeal_ruling(session, actor, lost(session, shop, actor).id)
        with pytest.raises(AppealCannotMove):
            service.decide_appeal(session, actor, appeal.id, won=True, reason=AppealReason.OTHER)
        assert appeal.state is AppealState.PREPARING
        service.drop_appeal(session, actor, appeal.id, reason="金额太小")
        owed = session.scalars(select(Promise).where(Promise.subject_id == appeal.id)).one()
        assert (appeal.state, owed.state) == (AppealState.DROPPED, "released")


class TestResults:
    @pytest.mark.row("DSP-25")
    def test_each_branch_says_how_it_ended_and_what_it_cost(self, session, shop, actor, frozen):
        since = clock.now()
        lost(session, shop, actor)
        run = make_run(session, shop.id, actor)
        slow = make_run(session, shop.id, actor, facts=ON["1.1"])
        frozen(timedelta(hours=1))
        service.finish(session, actor, run.id, result="agree", cost_cents=100)
        service.finish(session, actor, slow.id, result="withdrawn")
        window = {"since": since, "until": clock.now() + timedelta(seconds=1)}
        found = queries.results(session, actor, shop_id=shop.id, playbook="dispute", **window)
        assert [each.branch for each in found] == ["3.2", "1.1"]
        assert found[0].results == {"agree": 1, "contest": 1}
        assert (found[0].rulings, found[0].cost_cents) == ({"lost": 1}, 10000)
        assert (found[0].seconds, found[1].seconds) == (1800, 3600)

    @pytest.mark.row("EVD-4")
    def test_appeals_are_counted_by_end_and_reason(self, session, shop, actor, frozen):
        since = clock.now()
        for won, reason in ((True, "evidence_accepted"), (False, "evidence_late")):
            run = lost(session, shop, actor)
            proof = prove(session, run)
            appeal = service.appeal_ruling(session, actor, run.id)
            how = {"statement": "请复核", "evidence_ids": [proof.id]}
            service.submit_appeal(session, actor, appeal.id, **how)
            service.decide_appeal(session, actor, appeal.id, won=won, reason=AppealReason(reason))
        window = {"since": since, "until": clock.now() + timedelta(seconds=1)}
        found = queries.appeal_results(session, actor, shop_id=shop.id, **window)
        assert {(each.state.value, each.reason.value, each.appeals) for each in found} == {
            ("won", "evidence_accepted", 1),
            ("lost", "evidence_late", 1),
        }
