"""Evidence: kept as it was, provable, never changed."""

import io
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from PIL import Image
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from tests.evidence.factories import make_evidence
from xiaoer.core import auth, clock, db, shops
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.config import settings
from xiaoer.core.errors import MissingPermission
from xiaoer.core.events import EventRow
from xiaoer.core.files import service as files
from xiaoer.core.ids import new_id
from xiaoer.core.shops import ShopNotFound
from xiaoer.evidence import queries, rules, service
from xiaoer.evidence.errors import NothingToKeep, OtherSubject, SupersededAlready
from xiaoer.evidence.models import EvidenceItem, Kind, SubjectType
from xiaoer.evidence.queries import Snapshot


@pytest.fixture
def picture(session, actor, shop, tmp_path, monkeypatch):
    monkeypatch.setattr(settings(), "data", tmp_path)
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), "brown").save(drawn, "PNG")
    return files.keep_upload(
        session, actor, content=drawn.getvalue(), name="碎杯.png", shop_id=shop.id
    )


@pytest.fixture
def refund_source(shop):
    """Refunds are shown by a room of a later day; here the test stands for it."""
    known = queries.source_of(SubjectType.REFUND)
    queries.snapshots_of(SubjectType.REFUND)(
        lambda _session, _actor, subject_id, message_ids: Snapshot(
            shop.id, {"refund": str(subject_id), "messages": [str(each) for each in message_ids]}
        )
    )
    yield
    if known is None:
        queries._sources.pop(SubjectType.REFUND)


def count(session):
    return session.scalar(select(func.count()).select_from(EvidenceItem))


@pytest.mark.row("EVD-1")
class TestCapture:
    def test_content_pictures_time_author_and_hash_are_kept(
        self, session, shop, actor, frozen, picture
    ):
        item = make_evidence(session, shop.id, actor, file_ids=[picture.id], note="开箱即碎")
        session.expire_all()

        assert item.content["messages"][0]["text"] == "杯子碎了"
        assert item.files[0]["sha256"] == picture.sha256.hex()
        assert (item.author_name, item.captured_at) == ("周掌柜", clock.now())
        assert item.sha256 == rules.content_hash(item)
        told = session.scalars(select(EventRow).where(EventRow.subject_id == item.subject_id)).one()
        assert (told.kind, told.data["sha256"]) == ("EvidenceCaptured", item.sha256.hex())

    def test_over_the_wire(self, client, shop, picture, refund_source):
        subject = {"type": "refund", "id": str(new_id())}
        message = str(new_id())
        made = client.post(
            "/api/evidence",
            json={
                "kind": "photo_video",
                "subject": subject,
                "message_ids": [message],
                "file_ids": [str(picture.id)],
                "note": "客户发来的照片",
            },
        )
        assert made.status_code == 201
        (item,) = client.get(
            "/api/evidence",
            params={"subject_type": "refund", "subject_id": subject["id"]},
        ).json()["items"]
        assert item == made.json()
        assert item["content"] == {"refund": subject["id"], "messages": [message]}
        assert item["files"][0]["thumb_url"].endswith("/thumb")
        assert item["intact"] is True
        assert item["author"]["name"] == "周掌柜"

    def test_where_no_room_owns_the_subject_the_shop_is_named(self, client, shop):
        body = {"kind": "page_screenshot", "subject": {"type": "parcel", "id": str(new_id())}}
        assert client.post("/api/evidence", json=body | {"note": "轨迹停滞"}).status_code == 422
        named = client.post(
            "/api/evidence", json=body | {"note": "轨迹停滞", "shop_id": str(shop.id)}
        )
        assert named.status_code == 201

    def test_refusals_keep_nothing(self, session, shop, actor, client, acting):
        reader = Actor(
            ActorKind.AGENT,
            new_id(),
            "小满",
            frozenset({Permission.EVIDENCE_READ}),
            frozenset({shop.id}),
        )
        with pytest.raises(MissingPermission):
            make_evidence(session, shop.id, reader)
        with pytest.raises(ShopNotFound):
            make_evidence(session, new_id(), actor)
        with pytest.raises(NothingToKeep):
            make_evidence(session, shop.id, actor, content={}, note=" ")
        body = {
            "kind": "photo_video",
            "subject": {"type": "parcel", "id": str(new_id())},
            "shop_id": str(shop.id),
            "file_ids": [str(new_id())],
        }
        assert client.post("/api/evidence", json=body).status_code == 404
        assert count(session) == 0

    def test_a_stranger_finds_an_empty_folder(self, client, session, shop, acting):
        item = make_evidence(session, shop.id)
        acting["actor"] = Actor(
            ActorKind.AGENT, new_id(), "外人", frozenset(Permission), frozenset({new_id()})
        )
        where = {"subject_type": "conversation", "subject_id": str(item.subject_id)}
        assert client.get("/api/evidence", params=where).json()["items"] == []


@pytest.mark.row("EVD-1")
class TestForGood:
    @pytest.mark.parametrize(
        "attempt",
        [
            "UPDATE evidence_items SET note = '改'",
            "UPDATE evidence_items SET content = '{}'",
            "DELETE FROM evidence_items",
            "TRUNCATE evidence_items CASCADE",
        ],
    )
    def test_the_database_refuses(self, session, shop, attempt):
        item = make_evidence(session, shop.id, note="原样")
        with pytest.raises(IntegrityError, match="supersede"), session.begin_nested():
            session.execute(text(attempt))
        session.refresh(item)
        assert item.note == "原样"

    def test_a_mistake_is_superseded_once(self, session, shop, actor):
        wrong = make_evidence(session, shop.id)
        right = make_evidence(session, shop.id, subject_id=wrong.subject_id, supersedes_id=wrong.id)
        assert right.supersedes_id == wrong.id
        with pytest.raises(SupersededAlready):
            make_evidence(session, shop.id, subject_id=wrong.subject_id, supersedes_id=wrong.id)
        with pytest.raises(OtherSubject):
            make_evidence(session, shop.id, supersedes_id=right.id)
        assert count(session) == 2


class TestChain:
    def test_every_item_vouches_for_all_before(self, session, shop, actor):
        for number in range(4):
            make_evidence(session, shop.id, note=f"{number}")
        assert service.first_break(session, actor, shop.id) is None

        session.execute(text("ALTER TABLE evidence_items DISABLE TRIGGER USER"))
        session.execute(text("UPDATE evidence_items SET note = '改' WHERE position = 3"))
        session.expire_all()
        assert service.first_break(session, actor, shop.id) == 3

    def test_a_missing_item_is_noticed(self, session, shop, actor):
        for number in range(3):
            make_evidence(session, shop.id, note=f"{number}")
        session.execute(text("ALTER TABLE evidence_items DISABLE TRIGGER USER"))
        session.execute(text("DELETE FROM evidence_items WHERE position = 2"))
        session.expire_all()
        assert service.first_break(session, actor, shop.id) == 2

    def test_captures_at_once_stay_in_one_chain(self, fresh_database):
        with db.transaction() as session:
            shop_id = shops.add(session, auth.system(), code="teahouse", name="茶楼").id
        gate = Barrier(4)

        def keep(_):
            gate.wait()
            for _ in range(5):
                with db.transaction() as session:
                    make_evidence(session, shop_id)

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(keep, range(4)))
        with db.transaction() as session:
            assert count(session) == 20
            assert service.first_break(session, auth.system(), shop_id) is None


@pytest.mark.row("EVD-2")
class TestKinds:
    def test_all_have_names_in_both_languages(self, client):
        items = client.get("/api/evidence-kinds").json()["items"]
        assert {each["kind"] for each in items} == {kind.value for kind in Kind}
        assert all(each["zh"] and each["en"] for each in items)
        assert len(items) == 9

    def test_an_unlabelled_kind_is_refused(self, client, session, shop):
        body = {"kind": "rumour", "subject": {"type": "order", "id": str(new_id())}, "note": "听说"}
        assert client.post("/api/evidence", json=body).status_code == 422
        assert count(session) == 0
