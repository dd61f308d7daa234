"""The checklist: present, missing, attached; no contest without what is mandatory."""

import pytest

from tests.evidence.factories import make_evidence
from tests.playbooks.factories import ON, make_run, make_subject
from xiaoer.core import auth, shops
from xiaoer.core.ids import new_id
from xiaoer.evidence.models import Kind, SubjectType
from xiaoer.playbooks import queries, service
from xiaoer.playbooks.errors import (
    BranchUnknown,
    EvidenceDoesNotFit,
    EvidenceMissing,
    ItemUnknown,
    NotAttached,
    NotOnABranch,
)


def marks(checked):
    return {each.item.code: each.present for each in checked}


class TestChecklist:
    @pytest.mark.row("DSP-1", "DSP-24")
    def test_present_and_missing_are_marked(self, session, shop, actor):
        run = make_run(session, shop.id, actor)
        assert marks(service.checklist(session, run)) == {"problem_pictures": False}
        make_evidence(
            session,
            shop.id,
            kind=Kind.PHOTO_VIDEO,
            subject_type=SubjectType.REFUND,
            subject_id=run.subject_id,
        )
        assert marks(service.checklist(session, run)) == {"problem_pictures": True}

    def test_what_was_superseded_no_longer_counts(self, session, shop, actor):
        run = make_run(session, shop.id, actor)
        about = {"subject_type": SubjectType.REFUND, "subject_id": run.subject_id}
        first = make_evidence(session, shop.id, kind=Kind.PHOTO_VIDEO, **about)
        make_evidence(session, shop.id, kind=Kind.CHAT_RECORD, supersedes_id=first.id, **about)
        assert marks(service.checklist(session, run)) == {"problem_pictures": False}

    def test_evidence_of_the_order_and_the_talk_counts_where_they_are_named(
        self, session, shop, actor
    ):
        order_id = new_id()
        subject = make_subject(shop.id, (SubjectType.ORDER, order_id))
        make_evidence(
            session,
            shop.id,
            kind=Kind.SIGNATURE_SLIP,
            subject_type=SubjectType.ORDER,
            subject_id=order_id,
        )
        make_evidence(session, shop.id, kind=Kind.SIGNATURE_SLIP, subject_type=SubjectType.ORDER)
        needed = service.evidence_needed(session, subject, "dispute", "2.3")
        assert marks(needed) == {
            "signature": True,
            "content_pictures": False,
            "shipped_record": False,
        }
        assert len(needed[0].pieces) == 1

    def test_another_shop_s_evidence_does_not_count(self, session, shop, actor):
        other = shops.add(session, auth.system(), code="other", name="另一家")
        run = make_run(session, shop.id, actor)
        make_evidence(
            session,
            other.id,
            kind=Kind.PHOTO_VIDEO,
            subject_type=SubjectType.REFUND,
            subject_id=run.subject_id,
        )
        assert marks(service.checklist(session, run)) == {"problem_pictures": False}

    def test_an_unknown_branch_is_refused(self, session, shop):
        with pytest.raises(BranchUnknown):
            service.evidence_needed(session, make_subject(shop.id), "dispute", "9.9")


class TestMustBeComplete:
    @pytest.mark.row("DSP-26")
    def test_it_names_what_is_missing_and_what_to_do_instead(self, session, shop, actor):
        run = make_run(session, shop.id, actor, facts=ON["3.3"])
        with pytest.raises(EvidenceMissing) as refused:
            service.must_be_complete(session, run)
        assert refused.value.facts["missing"] == ["stamp_or_chat"]
        assert refused.value.facts["propose"] == ["agree", "negotiate", "withdrawn"]
        assert "物流公章凭证" in refused.value.sentence("zh")
        assert "协商" in refused.value.sentence("zh")

    def test_it_is_silent_when_all_is_there(self, session, shop, actor):
        run = make_run(session, shop.id, actor, facts=ON["3.3"])
        make_evidence(
            session,
            shop.id,
            kind=Kind.COURIER_PROOF,
            subject_type=SubjectType.REFUND,
            subject_id=run.subject_id,
        )
        service.must_be_complete(session, run)
        service.must_have_evidence(session, queries.subject(run), "dispute", "3.3")

    def test_nobody_knows_what_is_mandatory_without_a_branch(self, session, shop, actor):
        run = make_run(session, shop.id, actor, facts={})
        with pytest.raises(NotOnABranch):
            service.must_be_complete(session, run)


class TestAttach:
    @pytest.mark.row("DSP-24")
    def test_a_talk_proves_it_only_when_somebody_says_so(self, session, shop, actor):
        run = make_run(session, shop.id, actor, facts=ON["3.3"])
        talk = make_evidence(
            session, shop.id, subject_type=SubjectType.REFUND, subject_id=run.subject_id
        )
        assert marks(service.checklist(session, run))["stamp_or_chat"] is False
        how = {"item": "stamp_or_chat", "evidence_id": talk.id}
        assert marks(service.attach(session, actor, run.id, **how))["stamp_or_chat"]
        assert marks(service.attach(session, actor, run.id, **how))["stamp_or_chat"]
        assert marks(service.detach(session, actor, run.id, **how))["stamp_or_chat"] is False
        with pytest.raises(NotAttached):
            service.detach(session, actor, run.id, **how)

    def test_what_does_not_fit_is_refused_and_nothing_is_attached(self, session, shop, actor):
        run = make_run(session, shop.id, actor, facts=ON["3.3"])
        elsewhere = make_evidence(session, shop.id)
        other_kind = make_evidence(
            session,
            shop.id,
            kind=Kind.REVIEW,
            subject_type=SubjectType.REFUND,
            subject_id=run.subject_id,
        )
        for evidence_id in (elsewhere.id, other_kind.id, new_id()):
            with pytest.raises(EvidenceDoesNotFit):
                service.attach(
                    session, actor, run.id, item="stamp_or_chat", evidence_id=evidence_id
                )
        with pytest.raises(ItemUnknown):
            service.attach(session, actor, run.id, item="moon", evidence_id=elsewhere.id)
        assert not any(marks(service.checklist(session, run)).values())
