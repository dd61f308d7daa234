"""The playbooks that are shipped, and what is held against badly written ones."""

import copy

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.playbooks.factories import make_run
from xiaoer.playbooks.errors import FactUnknown, PlaybookNotFound
from xiaoer.playbooks.rules import content, shipped, walking

BOOKS = sorted(shipped.all_())


def broken(change):
    raw = copy.deepcopy(shipped.get("angry").raw)
    change(raw)
    return content.problems(content.Playbook.model_validate(raw))


class TestShipped:
    def test_those_of_the_house_are_there(self):
        assert BOOKS == ["angry", "cod_call", "dispute", "vague"]

    @pytest.mark.parametrize("name", BOOKS)
    def test_nobody_is_left_in_front_of_a_wall(self, name):
        assert content.problems(shipped.get(name).book) == []

    @pytest.mark.parametrize("name", BOOKS)
    def test_the_hash_is_of_the_content(self, name):
        found = shipped.get(name)
        assert content.content_hash(found.raw) == found.sha256
        other = {**found.raw, "source": "elsewhere"}
        assert content.content_hash(other) != found.sha256

    def test_another_is_not_found(self):
        with pytest.raises(PlaybookNotFound):
            shipped.get("moon")


class TestProblems:
    def test_a_step_that_leads_nowhere(self):
        assert "calm: no step moon" in broken(lambda raw: raw["steps"]["calm"].update(next="moon"))

    def test_a_circle(self):
        found = broken(lambda raw: raw["steps"]["empathise"].update(next="calm"))
        assert "calm: a circle" in found

    def test_a_step_nobody_reaches(self):
        found = broken(lambda raw: raw["steps"]["calm"].update(next="empathise"))
        assert found == ["listen: never reached"]

    def test_a_fact_that_cannot_be(self):
        def change(raw):
            raw["steps"]["abusive"]["answers"][0]["when"] = {"tone": ["merry"]}

        assert broken(change) == ["abusive.no: tone cannot be ['merry']"]

    def test_a_branch_with_nothing_to_fall_back_to(self):
        found = broken(lambda raw: [each.update(proved=True) for each in raw["results"].values()])
        assert "talk: nothing to propose while evidence is missing" in found

    def test_an_end_on_no_branch(self):
        def change(raw):
            for step in raw["steps"].values():
                step.pop("branch", None)

        assert "solve: ends on no branch" in broken(change)


class TestFacts:
    def test_true_and_false_are_yes_and_no_and_none_is_unknown(self):
        book = shipped.get("dispute").book
        given = {"late_established": True, "quality_verified": False, "reason": None}
        assert walking.known(book, given) == {"late_established": "yes", "quality_verified": "no"}

    @pytest.mark.parametrize("given", [{"moon": "full"}, {"goods_state": "on_the_moon"}])
    def test_unknown_ones_are_refused(self, given):
        with pytest.raises(FactUnknown):
            walking.known(shipped.get("dispute").book, given)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE playbook_versions SET content = '{}'", "DELETE FROM playbook_versions"],
)
def test_a_version_cannot_be_changed_or_deleted(session, shop, actor, statement):
    make_run(session, shop.id, actor)
    with pytest.raises(IntegrityError, match="cannot be changed"), session.begin_nested():
        session.execute(text(statement))
