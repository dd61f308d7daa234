"""Stored files: the content decides, nothing served can act as a page."""

import asyncio
import io
from datetime import timedelta
from uuid import UUID

import pytest
from PIL import Image, ImageOps
from sqlalchemy import func, select, text

from xiaoer.core import clock, db, shops
from xiaoer.core.auth import Actor, ActorKind, Permission, system
from xiaoer.core.config import settings
from xiaoer.core.events import EventRow
from xiaoer.core.files import jobs, links, rules, service, store, stripping
from xiaoer.core.files.errors import StoredFileNotFound, TooManyFiles
from xiaoer.core.files.models import StoredFile
from xiaoer.core.ids import new_id

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
MP4 = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2" + b"\x00" * 40


def picture(kind: str = "PNG", size: tuple[int, int] = (60, 40), **options) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, (22, 105, 122)).save(buffer, kind, **options)
    return buffer.getvalue()


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(settings(), "data", tmp_path)
    settings().__dict__.pop("secret", None)
    yield
    settings().__dict__.pop("secret", None)


def upload(client, content, name="photo.png", declared="image/png", **query):
    return client.post("/api/files", files={"file": (name, content, declared)}, params=query)


def count(session) -> int:
    return session.scalar(select(func.count()).select_from(StoredFile))


def events_of(session, file_id) -> list[str]:
    return list(session.scalars(select(EventRow.kind).where(EventRow.subject_id == file_id)))


class TestUpload:
    @pytest.mark.parametrize(
        ("kind", "content_type", "ending"),
        [
            ("PNG", "image/png", ".png"),
            ("JPEG", "image/jpeg", ".jpg"),
            ("GIF", "image/gif", ".gif"),
            ("WEBP", "image/webp", ".webp"),
        ],
    )
    def test_keeps_a_picture_under_what_it_is(self, client, session, kind, content_type, ending):
        answer = upload(client, picture(kind), name="收据.png")

        assert answer.status_code == 201, answer.text
        body = answer.json()
        assert body["content_type"] == content_type
        assert body["name"] == "收据" + ending
        assert (body["width"], body["height"]) == (60, 40)
        assert events_of(session, body["id"]) == ["FileStored"]

    @pytest.mark.parametrize(
        ("content", "name", "declared"),
        [(PDF, "invoice.pdf", "application/pdf"), (MP4, "unboxing.mp4", "video/mp4")],
    )
    def test_keeps_documents_and_films(self, client, content, name, declared):
        body = upload(client, content, name, declared).json()

        assert (body["name"], body["content_type"], body["width"]) == (name, declared, None)
        assert body["thumb_url"] is None

    def test_one_content_lies_on_the_disk_once(self, client, session):
        first, second = (upload(client, picture()).json() for _ in range(2))

        assert first["id"] != second["id"]
        hashes = set(session.scalars(select(StoredFile.sha256)))
        assert len(hashes) == 1
        kept = [path for path in settings().files.rglob("*") if path.is_file()]
        digest = hashes.pop()
        assert sorted(kept) == sorted(store.path_of(digest, thumb=t) for t in (False, True))

    def test_a_phone_picture_is_measured_upright(self, client):
        exif = Image.Exif()
        exif[0x0112] = 6
        body = upload(client, picture("JPEG", exif=exif.tobytes()), "p.jpg", "image/jpeg").json()

        assert (body["width"], body["height"]) == (40, 60)

    @pytest.mark.parametrize(
        ("content", "name", "declared", "code", "status"),
        [
            (b"", "a.png", "image/png", "FileEmpty", 422),
            (b"<html><script>1</script>", "a.png", "image/png", "FileTypeRefused", 422),
            (b"<svg xmlns='x' onload='1'/>", "a.svg", "image/svg+xml", "FileTypeRefused", 422),
            (b"MZ\x90\x00", "a.exe", "application/octet-stream", "FileTypeRefused", 422),
            (PDF, "a.png", "image/png", "FileTypeFalse", 422),
            (picture(), "a.pdf", "application/pdf", "FileTypeFalse", 422),
            (picture()[:60], "a.png", "image/png", "PictureBroken", 422),
            (b"GIF89a", "a.gif", "image/gif", "FileTypeRefused", 422),
        ],
    )
    def test_refuses_and_keeps_nothing(
        self, client, session, content, name, declared, code, status
    ):
        answer = upload(client, content, name, declared)

        assert (answer.status_code, answer.json()["code"]) == (status, code)
        assert answer.json()["message"]
        assert count(session) == 0
        assert not settings().files.exists()

    def test_refuses_what_would_fill_the_memory_when_decoded(self, client, session, monkeypatch):
        monkeypatch.setattr(rules, "PIXELS_LIMIT", 1000)

        answer = upload(client, picture())

        assert answer.json()["code"] == "PictureTooManyPixels"
        assert count(session) == 0

    def test_refuses_what_is_too_large(self, client, session, monkeypatch):
        monkeypatch.setattr(settings(), "upload_limit_bytes", 100)

        answer = upload(client, picture())

        assert (answer.status_code, answer.json()["code"]) == (413, "FileTooLarge")
        assert count(session) == 0

    def test_needs_the_permission_and_the_shop(self, client, session, acting):
        acting["actor"] = Actor(kind=ActorKind.AGENT, id=new_id())
        assert upload(client, picture()).status_code == 403
        other = shops.add(session, system(), code="other", name="别家")
        acting["actor"] = Actor(
            kind=ActorKind.AGENT, id=new_id(), permissions=frozenset(Permission)
        )
        assert upload(client, picture(), shop_id=str(other.id)).status_code == 404
        assert count(session) == 0


class TestDownload:
    def test_a_picture_is_shown_but_never_runs(self, client, shop):
        body = upload(client, picture(), shop_id=str(shop.id)).json()

        answer = client.get(body["url"])

        assert answer.content == picture()
        assert answer.headers["content-type"] == "image/png"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-security-policy"].startswith("sandbox")
        assert answer.headers["content-disposition"].startswith("inline")
        small = client.get(body["thumb_url"])
        assert small.headers["content-type"] == "image/webp"

    def test_a_document_is_only_ever_saved(self, client, shop):
        body = upload(client, PDF, "a.pdf", "application/pdf", shop_id=str(shop.id)).json()

        assert client.get(body["url"]).headers["content-disposition"].startswith("attachment")
        assert client.get(body["url"] + "/thumb").status_code == 404

    def test_a_stranger_finds_nothing(self, client, shop, acting):
        body = upload(client, picture(), shop_id=str(shop.id)).json()
        loose = upload(client, picture()).json()
        acting["actor"] = Actor(
            kind=ActorKind.AGENT, id=new_id(), permissions=frozenset(Permission)
        )

        assert client.get(body["url"]).status_code == 404
        assert client.get(loose["url"]).status_code == 404

    def test_a_file_whose_bytes_are_gone_is_not_found(self, client, session, shop):
        body = upload(client, picture(), shop_id=str(shop.id)).json()
        store.path_of(session.scalars(select(StoredFile)).one().sha256).unlink()

        assert client.get(body["url"]).status_code == 404


class TestAttachments:
    def test_staff_attach_their_upload_and_it_becomes_the_shops(self, client, session, shop, actor):
        body = upload(client, picture()).json()

        described = service.attachments(session, actor, [UUID(body["id"])], shop_id=shop.id)

        assert described == [body]
        session.expire_all()
        assert session.get(StoredFile, body["id"]).shop_id == shop.id

    def test_customers_attach_only_their_own(self, client, session, shop):
        body = upload(client, picture(), shop_id=str(shop.id)).json()
        customer = Actor(kind=ActorKind.CUSTOMER, id=new_id(), shop_ids=frozenset({shop.id}))

        with pytest.raises(StoredFileNotFound):
            service.attachments(session, customer, [UUID(body["id"])], shop_id=shop.id)

    def test_nine_are_enough(self, session, shop, actor):
        with pytest.raises(TooManyFiles):
            service.attachments(session, actor, [new_id() for _ in range(10)], shop_id=shop.id)


class TestLinks:
    def test_a_key_fits_one_file_for_some_days(self, frozen):
        file = new_id()
        key = links.key_for(file)

        assert links.opens(file, key)
        assert key == links.key_for(file)
        assert not links.opens(new_id(), key)
        assert not links.opens(file, "zz.zz")
        assert not links.opens(file, "ffffff." + key.partition(".")[2])
        clock.advance(links.LIFETIME)
        assert not links.opens(file, key)


def test_names_keep_no_folder_and_no_trick():
    assert rules.safe_name("../../etc/passwd.png", "image/png") == "passwd.png"
    assert rules.safe_name("C:\\x\\a\u202egpj.exe", "image/png") == "agpj.png"
    assert rules.safe_name("", "application/pdf") == "file.pdf"


class TestMetadata:
    """A phone writes into a picture where it was taken; whoever gets the picture must not know."""

    def taken(self, kind: str, turned: int = 6, **options) -> bytes:
        exif = Image.Exif()
        exif[0x0112] = turned
        exif[0x010F] = "SecretPhone"
        exif.get_ifd(0x8825)[1] = "N"
        buffer = io.BytesIO()
        drawn = Image.effect_noise((64, 40), 90).convert("RGB")
        drawn.save(buffer, kind, exif=exif, icc_profile=b"colours", **options)
        return buffer.getvalue()

    @pytest.mark.parametrize("turned", [1, 3, 6, 8])
    @pytest.mark.parametrize(
        ("kind", "options"),
        [
            ("JPEG", {}),
            ("JPEG", {"progressive": True, "comment": b"SecretPhone"}),
            ("PNG", {}),
            ("WEBP", {}),
            ("WEBP", {"lossless": True}),
        ],
    )
    def test_is_left_out_and_the_picture_stays(self, kind, options, turned):
        whole = self.taken(kind, turned, **options)

        plain = stripping.stripped(whole, f"image/{kind.lower()}")

        assert b"SecretPhone" not in plain
        with Image.open(io.BytesIO(whole)) as before, Image.open(io.BytesIO(plain)) as after:
            assert set(after.getexif()) <= {0x0112}
            assert after.info["icc_profile"] == b"colours"
            shown = [ImageOps.exif_transpose(each).tobytes() for each in (before, after)]
        assert shown[0] == shown[1]
        assert stripping.stripped(plain, f"image/{kind.lower()}") == plain

    def test_a_second_picture_behind_the_first_is_left_out(self):
        plain = stripping.stripped(self.taken("JPEG") + self.taken("JPEG"), "image/jpeg")

        assert b"SecretPhone" not in plain

    def test_a_sloppy_file_is_drawn_anew(self):
        sloppy = self.taken("PNG")[:-12]  # without its end mark, which viewers forgive

        plain = stripping.stripped(sloppy, "image/png")

        assert b"SecretPhone" not in plain
        assert rules.inspect(plain).width == 40

    def test_customers_pictures_lose_it_and_staffs_evidence_keeps_it(self, session, shop, actor):
        customer = Actor(
            kind=ActorKind.CUSTOMER,
            id=new_id(),
            permissions=frozenset({Permission.FILES_STORE}),
            shop_ids=frozenset({shop.id}),
        )
        whole = self.taken("JPEG")
        kept = [
            service.keep_upload(session, who, content=whole, name="a.jpg", shop_id=shop.id)
            for who in (customer, actor)
        ]

        inside = [b"SecretPhone" in store.path_of(file.sha256).read_bytes() for file in kept]
        assert inside == [False, True]
        assert [(file.width, file.height) for file in kept] == [(40, 64)] * 2
        assert [file.size for file in kept] == [
            store.path_of(file.sha256).stat().st_size for file in kept
        ]


class TestSweep:
    def put(self, session, actor, shop, colour: str) -> StoredFile:
        buffer = io.BytesIO()
        Image.new("RGB", (20, 20), colour).save(buffer, "PNG")
        content = buffer.getvalue()
        return service.keep_upload(session, actor, content=content, name="a.png", shop_id=shop.id)

    def test_what_nobody_used_for_a_day_goes_with_its_bytes(self, session, shop, actor, frozen):
        used, loose = (self.put(session, actor, shop, colour) for colour in ("red", "blue"))
        service.attachments(session, actor, [used.id], shop_id=shop.id)
        frozen(timedelta(hours=settings().unattached_hours - 1))
        assert service.sweep(session, system()) == 0
        frozen(timedelta(hours=2))

        assert service.sweep(session, system()) == 1

        assert session.scalars(select(StoredFile.id)).all() == [used.id]
        assert store.path_of(used.sha256).exists()
        assert not store.path_of(loose.sha256).exists()
        assert not store.path_of(loose.sha256, thumb=True).exists()
        with pytest.raises(StoredFileNotFound):
            service.attachments(session, actor, [loose.id], shop_id=shop.id)
        assert service.sweep(session, system()) == 0

    def test_bytes_that_another_upload_uses_stay(self, session, shop, actor, frozen):
        self.put(session, actor, shop, "red")
        used = self.put(session, actor, shop, "red")
        service.attachments(session, actor, [used.id], shop_id=shop.id)
        frozen(timedelta(days=2))

        assert service.sweep(session, system()) == 1
        assert store.path_of(used.sha256).exists()

    def test_the_worker_leaves_one_job_for_it(self, fresh_database):
        async def two_workers() -> None:
            shutdown = asyncio.Event()
            loops = [asyncio.create_task(jobs.loop("", shutdown)) for _ in range(2)]
            await asyncio.sleep(0.5)
            shutdown.set()
            await asyncio.gather(*loops)

        asyncio.run(two_workers())

        with db.transaction() as session:
            named = text("SELECT count(*) FROM pgqueuer WHERE entrypoint = :name")
            assert session.scalar(named, {"name": jobs.SWEEP}) == 1
