"""The pages: who gets which, for how long, and what a page may do."""

import gzip

import pytest

from xiaoer.app import built
from xiaoer.channels.webchat.models import WebchatSettings

SCRIPT = "console.log('小二');" * 100


@pytest.fixture(autouse=True)
def dist(tmp_path, monkeypatch):
    monkeypatch.setattr(built, "DIST", tmp_path)
    (tmp_path / "assets").mkdir()
    (tmp_path / "desk.html").write_text("<title>desk</title>")
    (tmp_path / "shopper.html").write_text("<title>shopper</title>")
    (tmp_path / "widget.js").write_text(SCRIPT)
    (tmp_path / "mark.svg").write_text("<svg/>")
    (tmp_path / "assets" / "desk-abc.js").write_text(SCRIPT)
    (tmp_path.parent / "secret.txt").write_text("not for you")
    return tmp_path


@pytest.mark.parametrize("path", ["/", "/setup?token=x", "/desk", "/desk/orders/17"])
def test_the_desk_answers_on_all_its_paths_and_in_no_frame(client, path):
    answer = client.get(path)

    assert "desk" in answer.text
    assert answer.headers["cache-control"] == "no-cache"
    policy = answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "script-src" not in policy  # default-src 'self' holds for scripts: no inline ones
    assert policy.startswith("default-src 'self'")


def test_the_chat_may_be_shown_by_any_page_until_sites_are_named(client, session, shop):
    before = client.get("/chat/teahouse").headers["content-security-policy"]
    session.add(WebchatSettings(shop_id=shop.id, frame_ancestors=["https://tea.example"]))

    after = client.get("/chat/teahouse").headers["content-security-policy"]

    assert before.endswith("frame-ancestors *")
    assert after.endswith("frame-ancestors 'self' https://tea.example")
    assert "unsafe" not in after


@pytest.mark.parametrize(
    ("language", "words"), [("zh-CN", "没有这家店铺"), ("en-GB", "no such shop")]
)
def test_an_unknown_shop_gets_a_sentence(client, shop, language, words):
    answer = client.get("/chat/nowhere", headers={"Accept-Language": language})

    assert answer.status_code == 404
    assert words in answer.text


def test_the_script_of_the_widget_is_for_every_site(client):
    answer = client.get("/widget.js")

    assert answer.text == SCRIPT
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert answer.headers["content-type"].startswith(("text/javascript", "application/javascript"))


def test_assets_are_kept_for_ever_and_sent_compressed(client):
    answer = client.get("/assets/desk-abc.js", headers={"Accept-Encoding": "gzip"})

    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) == len(gzip.compress(SCRIPT.encode(), 9, mtime=0))
    again = client.get("/assets/desk-abc.js", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("name", ["..%2F..%2Fsecret.txt", "%2e%2e/secret.txt", "none.js"])
def test_nothing_outside_the_build_is_sent(client, name):
    answer = client.get(f"/assets/{name}")

    assert answer.status_code == 404
    assert "not for you" not in answer.text


def test_a_build_that_is_missing_is_said(client, dist):
    (dist / "desk.html").unlink()

    answer = client.get("/", headers={"Accept-Language": "en"})

    assert answer.status_code == 503
    assert "bin/serve" in answer.text


def test_health_asks_the_database(client):
    assert client.get("/healthz").json() == {"status": "ok"}
