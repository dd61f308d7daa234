from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from xiaoer.app import doctor, installation
from xiaoer.core import clock, db
from xiaoer.core.config import Settings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings = Settings(data=tmp_path)
    monkeypatch.setattr(doctor, "settings", lambda: settings)
    monkeypatch.setattr(installation, "settings", lambda: settings)
    return tmp_path


def wrongs(url: str | None, about: str) -> list[str]:
    found = doctor.examine(url, "it sleeps")
    return [f.sentence for f in found if f.state == "wrong" and f.about == about]


def test_a_database_that_is_away_is_named_with_its_reason(folder: Path) -> None:
    assert wrongs(None, "database") == ["The database cannot be reached: it sleeps"]
    assert "cannot be reached" in wrongs("postgresql://x@127.0.0.1:1/x", "database")[0]


def test_a_migrated_quiet_database_is_fine(folder: Path, fresh_database: str) -> None:
    fine = {f.about for f in doctor.examine(fresh_database) if f.state == "fine"}
    assert {"database", "migrations", "clock", "jobs", "live"} <= fine


def test_missing_migrations_are_counted(folder: Path, fresh_database: str) -> None:
    with psycopg.connect(db.plain_url(fresh_database), autocommit=True) as connection:
        connection.execute("delete from alembic_version")
    assert "migrations are missing" in wrongs(fresh_database, "migrations")[0]


def test_jobs_that_failed_or_wait_too_long_are_told(folder: Path, fresh_database: str) -> None:
    with db.transaction() as session:
        for status, entrypoint in (("failed", "broken"), ("queued", "late")):
            session.execute(
                text(
                    "insert into pgqueuer (priority, status, entrypoint, execute_after)"
                    " values (0, cast(:status as pgqueuer_status), :entrypoint,"
                    " now() - interval '10 minutes')"
                ),
                {"status": status, "entrypoint": entrypoint},
            )
    told = wrongs(fresh_database, "jobs")
    assert told[0] == "1 jobs “broken” failed for good and are kept for you to see."
    assert told[1].startswith("1 jobs wait, the oldest for 60")


def test_a_long_writing_transaction_is_told(
    folder: Path, fresh_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "LONGEST_TRANSACTION_SEC", 0)
    with psycopg.connect(db.plain_url(fresh_database)) as connection:
        connection.execute("create table held (id int)")
        told = wrongs(fresh_database, "live")
        assert "holds back every live update" in told[0]
        connection.rollback()
    assert wrongs(fresh_database, "live") == []


def test_clocks_that_differ_are_told(folder: Path, fresh_database: str) -> None:
    with clock.freeze(clock.now() - timedelta(minutes=5)):
        assert "differ by 300 s" in wrongs(fresh_database, "clock")[0]


def test_a_secret_that_others_can_read_is_told(folder: Path) -> None:
    secret = folder / "secret"
    secret.write_text("x")
    secret.chmod(0o644)
    assert "Others can read" in wrongs(None, "secret")[0]
    secret.chmod(0o600)
    assert wrongs(None, "secret") == []


def test_a_demo_half_loaded_is_told(folder: Path) -> None:
    installation.FirstStart(folder).choose("loading")
    assert wrongs(None, "demo") == ["The demo was only half loaded; the next start does it again."]
