"""What customers say comes in once, in order, and starts their clock."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.conversations.factories import acting_as, ask, make_agent
from xiaoer.conversations import service
from xiaoer.conversations.errors import EmptyMessage, MessageTooLong
from xiaoer.conversations.models import Conversation, Message, Turn
from xiaoer.core.errors import KeyReused
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.promises.models import Promise


class TestReceive:
    def test_a_first_message_opens_a_talk_and_its_clock(self, session, shop, customer, frozen):
        received = ask(session, customer, "请问这款茶什么时候发货?")

        talk = session.get(Conversation, received.conversation_id)
        assert received.opened
        assert (talk.number, talk.state, talk.last_seq, talk.unread) == (1, "open", 1, 1)
        assert talk.waiting_since == talk.queued_at == received.message.at
        assert talk.last_text == "请问这款茶什么时候发货?"
        promise = session.scalars(select(Promise).where(Promise.subject_id == talk.id)).one()
        assert (promise.kind, (promise.due_at - promise.made_at).seconds) == ("reply", 30)

    def test_further_messages_have_no_gaps_and_one_clock(self, session, customer):
        first = ask(session, customer)
        more = [ask(session, customer, f"第{n}句") for n in range(3)]

        assert [each.message.seq for each in more] == [2, 3, 4]
        assert {each.conversation_id for each in more} == {first.conversation_id}
        turn = session.scalars(select(Turn)).one()
        assert (turn.question_seq, turn.answer_seq) == (1, None)
        assert session.scalar(select(func.count()).select_from(Promise)) == 1

    def test_the_same_message_again_changes_nothing(self, session, customer):
        key = new_id()
        first = ask(session, customer, "在吗", client_id=key)
        again = ask(session, customer, "在吗", client_id=key)

        assert again.again
        assert again.message == first.message
        assert session.scalar(select(func.count()).select_from(Message)) == 1

    def test_the_same_key_for_other_words_is_refused(self, session, customer):
        key = new_id()
        ask(session, customer, "在吗", client_id=key)

        with pytest.raises(KeyReused):
            ask(session, customer, "不在吗", client_id=key)
        assert session.scalar(select(func.count()).select_from(Message)) == 1

    @pytest.mark.parametrize(
        ("text", "error"), [("  \n", EmptyMessage), ("长" * 4001, MessageTooLong)]
    )
    def test_nothing_and_too_much_are_refused(self, session, customer, text, error):
        with pytest.raises(error):
            ask(session, customer, text)
        assert session.scalar(select(func.count()).select_from(Conversation)) == 0

    def test_few_statements(self, session, customer, count_statements):
        with count_statements(session) as first:
            ask(session, customer)
        with count_statements(session) as further:
            ask(session, customer, "还在吗")
        assert len(first) <= 8
        assert len(further) <= 5


class TestReply:
    def test_an_answer_ends_the_turn_and_takes_the_talk(self, session, shop, customer, frozen):
        agent = make_agent(session, shop)
        received = ask(session, customer)
        frozen(timedelta(seconds=12))

        said = service.reply(
            session,
            acting_as(agent, shop),
            received.conversation_id,
            client_id=new_id(),
            text="在的,亲",
        )

        talk = session.get(Conversation, received.conversation_id)
        assert said.message.seq == 2
        assert (talk.assignee_id, talk.queued_at, talk.waiting_since) == (agent.id, None, None)
        assert (talk.first_response_sec, talk.responses, talk.unread) == (12, 1, 0)
        turn = session.scalars(select(Turn)).one()
        assert (turn.answer_seq, turn.seconds, turn.agent_id) == (2, 12, agent.id)
        assert session.scalars(select(Promise.state)).one() == "kept"
        kinds = session.scalars(select(EventRow.kind).order_by(EventRow.id)).all()
        assert kinds[-2:] == ["Assigned", "MessageSent"]

    def test_few_statements(self, session, shop, customer, count_statements):
        agent = acting_as(make_agent(session, shop), shop)
        talk = ask(session, customer).conversation_id
        with count_statements(session) as seen:
            service.reply(session, agent, talk, client_id=new_id(), text="在的")
        assert len(seen) <= 6
