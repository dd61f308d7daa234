"""What a visitor says: once, as text, to their own talk only."""

from uuid import UUID

import pytest
from sqlalchemy import func, select

from tests.channels.conftest import Shopper
from tests.conversations.factories import acting_as, make_agent
from tests.core.test_files import PDF, picture
from xiaoer.conversations import service as conversations
from xiaoer.conversations.models import Conversation, Message
from xiaoer.conversations.service import assigning, closing
from xiaoer.core.files.models import StoredFile
from xiaoer.core.ids import new_id


@pytest.fixture
def agent(session, shop):
    return acting_as(make_agent(session, shop, name="小林"), shop)


def count(session, model=Message) -> int:
    return session.scalar(select(func.count()).select_from(model))


def talk_of(session) -> Conversation:
    session.expire_all()
    return session.scalars(select(Conversation)).one()


class TestSay:
    @pytest.mark.row("CHN-1")
    def test_begins_a_talk_in_the_inbox_of_the_shop(self, arrived, session, shop):
        answer = arrived.say("龙井还有吗？😀", order_no="20261102001")

        assert answer.status_code == 201
        body = answer.json()
        assert (body["from"], body["seq"], body["text"]) == ("me", 1, "龙井还有吗？😀")
        assert body["at"].endswith("Z")
        talk = talk_of(session)
        assert (talk.channel, talk.shop_id, talk.order_no) == ("webchat", shop.id, "20261102001")
        assert body["card"] == {"type": "order", "order_no": "20261102001"}

    def test_the_same_key_says_it_once(self, arrived, session):
        key = str(new_id())

        first, second = (arrived.say("一次", client_id=key) for _ in range(2))

        assert (first.status_code, second.status_code) == (201, 200)
        assert first.json() == second.json()
        assert count(session) == 1

    def test_the_same_key_with_other_words_is_refused(self, arrived, session):
        key = str(new_id())
        arrived.say("一", client_id=key)

        answer = arrived.say("二", client_id=key)

        assert (answer.status_code, answer.json()["code"]) == (422, "KeyReused")
        assert count(session) == 1

    @pytest.mark.parametrize(
        ("text", "code"),
        [("", "EmptyMessage"), ("  \n ", "EmptyMessage"), ("长" * 4001, "MessageTooLong")],
    )
    def test_nothing_and_too_much_are_refused(self, arrived, session, text, code):
        answer = arrived.say(text)

        assert (answer.status_code, answer.json()["code"]) == (422, code)
        assert count(session) == 0

    @pytest.mark.parametrize("text", ["a\\u0000b", "\\ud800"])
    def test_what_cannot_be_stored_is_refused(self, arrived, session, text):
        body = f'{{"client_id":"{new_id()}","text":"{text}"}}'

        answer = arrived.client.post("/chat/messages", content=body, headers=arrived.headers)

        assert answer.status_code == 422
        assert count(session) == 0

    def test_ten_megabytes_are_refused_early(self, arrived, session):
        answer = arrived.say("x" * 10_000_000)

        assert (answer.status_code, answer.json()["code"]) == (413, "TooLarge")
        assert count(session) == 0

    def test_html_stays_what_was_typed(self, arrived):
        typed = "<img src=x onerror=alert(1)>&amp;"

        assert arrived.say(typed).json()["text"] == typed

    def test_a_flood_is_held_back(self, arrived, session):
        codes = [arrived.say(f"{number}").status_code for number in range(22)]

        assert codes == [201] * 20 + [429] * 2
        assert count(session) == 20
        refusal = arrived.say("还有").json()
        assert refusal["code"] == "TooManyMessages"
        assert 0 < refusal["detail"]["seconds"] <= 10

    def test_a_further_message_takes_few_statements(self, arrived, session, count_statements):
        arrived.say("第一句")

        with count_statements(session) as seen:
            arrived.say("第二句")

        assert len(seen) <= 5, seen


class TestRead:
    def test_notes_and_inner_lines_never_reach_the_customer(self, arrived, session, agent):
        arrived.say("在吗")
        talk = talk_of(session)
        conversations.note(session, agent, talk.id, client_id=new_id(), text="难缠的顾客")
        conversations.reply(session, agent, talk.id, client_id=new_id(), text="在的")
        closing.close(session, agent, talk.id, reason="solved", remark="内部原因")

        page = arrived.get("/chat/messages")

        shown = [(each["from"], each["text"]) for each in page["items"] if each["from"] != "system"]
        assert shown == [("me", "在吗"), ("agent", "在的")]
        assert "难缠" not in str(page)
        assert "内部原因" not in str(page)
        assert "solved" not in str(page)
        assert str(agent.id) not in str(page)

    def test_pages_backwards_and_forwards(self, arrived, session):
        for number in range(5):
            arrived.say(str(number))

        newest = arrived.get("/chat/messages", limit=2)
        older = arrived.get("/chat/messages", before=newest["items"][0]["seq"], limit=2)
        after = arrived.get("/chat/messages", after=3, limit=100)

        assert [each["text"] for each in newest["items"]] == ["3", "4"]
        assert [each["text"] for each in older["items"]] == ["1", "2"]
        assert older["more"]
        assert [each["text"] for each in after["items"]] == ["3", "4"]
        assert not after["more"]

    def test_another_visitor_sees_nothing_of_it(self, arrived, client):
        arrived.say("秘密")
        other = Shopper(client)
        other.visit()

        assert other.get("/chat/messages") == {"items": [], "more": False}
        assert other.get("/chat/talk") == {"conversation": None}

    def test_the_place_in_the_queue_and_who_serves(self, client, arrived, session, shop, agent):
        first = Shopper(client)
        first.visit()
        first.say("我先来")
        arrived.say("我后到")

        assert arrived.get("/chat/talk")["conversation"]["queue"]["position"] == 2
        mine = session.scalars(
            select(Conversation).order_by(Conversation.number.desc()).limit(1)
        ).one()
        assigning.take(session, agent, mine.id)
        head = arrived.get("/chat/talk")["conversation"]
        assert head["agent"] == {"name": "小林"}
        assert head["queue"] is None

    def test_read_marks_reach_the_desk(self, arrived, session, agent):
        arrived.say("在吗")
        talk = talk_of(session)
        conversations.reply(session, agent, talk.id, client_id=new_id(), text="在的")

        answer = arrived.client.put("/chat/read", json={"seq": 2}, headers=arrived.headers)

        assert answer.status_code == 204
        assert talk_of(session).customer_read_seq == 2

    def test_a_mark_beyond_the_end_changes_nothing(self, arrived, session):
        arrived.say("在吗")

        arrived.client.put("/chat/read", json={"seq": 99}, headers=arrived.headers)

        assert talk_of(session).customer_read_seq == 0


class TestFiles:
    def test_a_picture_travels_with_a_message_and_opens_without_a_session(self, arrived, client):
        file = arrived.upload(picture()).json()

        said = arrived.say("看图", attachment_ids=[file["id"]]).json()

        assert said["kind"] == "image"
        link = said["attachments"][0]["url"]
        assert client.get(link).content == picture()
        assert client.get(said["attachments"][0]["thumb_url"]).status_code == 200
        bare = link.partition("?")[0]
        assert client.get(bare).status_code == 404
        other = link.replace(file["id"], str(new_id()))
        assert client.get(other).status_code == 404

    def test_a_document_is_only_ever_saved(self, arrived, client):
        file = arrived.upload(PDF, "a.pdf", "application/pdf").json()

        assert client.get(file["url"]).headers["content-disposition"].startswith("attachment")

    def test_a_false_picture_is_refused(self, arrived, session):
        answer = arrived.upload(b"<script>alert(1)</script>")

        assert (answer.status_code, answer.json()["code"]) == (422, "FileTypeRefused")
        assert count(session, StoredFile) == 0

    def test_somebody_elses_file_cannot_be_attached(self, arrived, client, session):
        file = arrived.upload(picture()).json()
        other = Shopper(client)
        other.visit()

        answer = other.say("我的", attachment_ids=[file["id"]])

        assert (answer.status_code, answer.json()["code"]) == (404, "StoredFileNotFound")
        assert count(session) == 0

    def test_staff_see_the_same_picture(self, arrived, client, session):
        file = arrived.upload(picture()).json()
        arrived.say("看图", attachment_ids=[file["id"]])

        assert client.get(f"/api/files/{file['id']}").content == picture()
        stored = session.get(StoredFile, UUID(file["id"]))
        assert stored.uploader_kind == "customer"

    def test_uploads_are_bounded(self, arrived, monkeypatch):
        monkeypatch.setattr("xiaoer.channels.webchat.limits.uploads.limit", 1)
        arrived.upload(picture())

        assert arrived.upload(picture()).json()["code"] == "TooManyUploads"


def test_a_wrong_scheme_is_nobody(client, arrived):
    for header in ("", "Basic x", "Bearer"):
        answer = client.get("/chat/talk", headers={"Authorization": header})
        assert answer.status_code == 401
