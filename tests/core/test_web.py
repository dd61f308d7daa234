"""The wire: commit before the answer, refusals as sentences, limits, keys."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Annotated

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel
from sqlalchemy import func, select, text
from starlette.routing import Match

from xiaoer.core import db, shops
from xiaoer.core.auth import Actor, ActorKind, system
from xiaoer.core.errors import Conflict, KeyReused, MissingPermission
from xiaoer.core.ids import new_id
from xiaoer.core.once import once
from xiaoer.core.shops import Shop
from xiaoer.core.web import Db, FromRequest, Me, Router, Words, refusals
from xiaoer.core.web.limits import BodyLimit


class TeaIsOut(Conflict):
    zh = "{tea}已售罄。"
    en = "{tea} is sold out."


class Note(BaseModel):
    text: Words


Host = Annotated[str, FromRequest(lambda _session, request: request.headers["host"])]


class TestRouter:
    def test_a_path_none_of_its_routes_begins_like_is_not_looked_for(self, monkeypatch):
        looked = []
        monkeypatch.setattr(APIRouter, "matches", lambda *_: (looked.append(1), NO_MATCH)[1])
        router = Router(prefix="/api/teas")
        router.add_api_route("/{tea}/cups", lambda tea: tea)
        scope = {"type": "http", "method": "GET"}
        assert router.matches(scope | {"path": "/api/shops/1"}) == NO_MATCH
        assert not looked
        router.matches(scope | {"path": "/api/teas/longjing/cups"})
        assert looked

    def test_routers_within_routers_are_found(self):
        inner, outer, app = Router(prefix="/inner"), Router(), FastAPI()
        inner.add_api_route("/{word}", lambda word: word, methods=["PUT"])
        outer.include_router(inner)
        app.include_router(outer)
        client = TestClient(app)
        assert client.get("/inner/tea").status_code == 405
        assert client.get("/inn/tea").status_code == 404
        assert client.get("/tea").status_code == 404

    def test_a_prefix_belongs_to_the_router_itself(self):
        with pytest.raises(ValueError, match="prefix"):
            Router().include_router(Router(), prefix="/api")


NO_MATCH = (Match.NONE, {})


def make_app(*, fail_commit: bool = False) -> FastAPI:
    router = Router()

    @router.post("/shops")
    def add(session: Db, actor: Me) -> dict[str, str]:
        shop = shops.add(session, actor, code="inn", name="客栈")
        return {"code": shop.code}

    @router.get("/tea")
    def tea() -> None:
        raise TeaIsOut(tea="龙井")

    @router.post("/notes")
    def note(session: Db, host: Host, body: Note) -> dict[str, str]:
        stored = session.scalar(text("SELECT CAST(:t AS text)"), {"t": body.text})
        return {"text": str(stored), "host": host}

    @router.get("/echo/{word}")
    def echo(session: Db, word: str) -> dict[str, str]:
        return {"word": str(session.scalar(text("SELECT CAST(:t AS text)"), {"t": word}))}

    app = FastAPI()
    app.include_router(router)
    refusals.install(app)
    app.add_middleware(BodyLimit, json_bytes=1000, upload_bytes=2000)

    @contextmanager
    def transaction():
        with db.transaction() as session:
            yield session
            if fail_commit:
                raise RuntimeError("the commit failed")

    app.state.transaction = transaction
    app.state.identify = lambda _session, _request: system()
    return app


class TestOneTransactionPerRequest:
    def test_the_answer_leaves_after_the_commit(self, fresh_database):
        client = TestClient(make_app())

        assert client.post("/shops").json() == {"code": "inn"}

        with db.transaction() as session:
            assert session.scalar(select(func.count()).select_from(Shop)) == 1

    def test_a_failed_commit_is_never_a_200(self, fresh_database):
        client = TestClient(make_app(fail_commit=True), raise_server_exceptions=False)

        assert client.post("/shops").status_code == 500

        with db.transaction() as session:
            assert session.scalar(select(func.count()).select_from(Shop)) == 0


class TestRefusals:
    @pytest.mark.parametrize(
        ("language", "sentence"),
        [
            ("zh-CN,en;q=0.8", "龙井已售罄。"),
            ("en-GB", "龙井 is sold out."),
            ("fr", "龙井已售罄。"),
        ],
    )
    def test_speak_the_readers_language(self, database, language, sentence):
        answer = TestClient(make_app()).get("/tea", headers={"Accept-Language": language})

        assert answer.status_code == 409
        assert answer.json() == {"code": "TeaIsOut", "message": sentence, "detail": {"tea": "龙井"}}

    @pytest.mark.parametrize("body", ['{"text": "\\ud800"}', '{"text": "a\\u0000b"}', "{", "[]"])
    def test_broken_text_is_malformed(self, database, body):
        answer = TestClient(make_app()).post(
            "/notes", content=body, headers={"Content-Type": "application/json"}
        )

        assert answer.status_code == 422
        assert answer.json()["code"] == "Malformed"

    def test_a_nul_in_the_path_is_a_sentence_too(self, database):
        answer = TestClient(make_app()).get("/echo/a%00b")

        assert (answer.status_code, answer.json()["code"]) == (422, "BrokenText")

    def test_control_characters_are_dropped_and_line_ends_unified(self, database):
        answer = TestClient(make_app()).post("/notes", json={"text": "一\r\n二\x07\t三"})

        assert answer.json()["text"] == "一\n二\t三"

    def test_an_unknown_page_is_a_sentence(self, database):
        answer = TestClient(make_app()).get("/nowhere", headers={"Accept-Language": "en"})

        assert answer.json()["message"] == "There is nothing here."

    def test_a_body_over_the_limit_ends_early(self, database):
        client = TestClient(make_app())

        declared = client.post("/notes", json={"text": "x" * 5000})
        streamed = client.post("/notes", content=iter([b"x" * 600] * 3))

        assert declared.status_code == streamed.status_code == 413
        assert declared.json()["detail"] == {"limit_bytes": 1000}


class TestOnce:
    def test_the_same_write_twice_happens_once(self, session):
        key, done = new_id(), []

        def do():
            done.append(1)
            return {"number": len(done)}

        first = once(session, scope="a:tea", key=key, content={"tea": 1}, do=do)
        again = once(session, scope="a:tea", key=key, content={"tea": 1}, do=do)

        assert first == again == {"number": 1}
        assert len(done) == 1

    def test_another_content_under_the_key_is_refused(self, session):
        key = new_id()
        once(session, scope="a:tea", key=key, content={"tea": 1}, do=dict)

        with pytest.raises(KeyReused):
            once(session, scope="a:tea", key=key, content={"tea": 2}, do=dict)

    def test_two_at_once_do_it_once(self, fresh_database):
        key = new_id()

        def write(_):
            with db.transaction() as session:
                return once(
                    session,
                    scope="a:tea",
                    key=key,
                    content={},
                    do=lambda: {"n": shops.next_number(session, key, "tea")},
                )

        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(write, range(8))) == [{"n": 1}] * 8


class TestActor:
    def test_without_the_permission_the_verb_does_not_start(self, session):
        nobody = Actor(kind=ActorKind.AGENT, id=new_id())

        with pytest.raises(MissingPermission):
            shops.add(session, nobody, code="inn", name="客栈")
        assert session.scalar(select(func.count()).select_from(Shop)) == 0
