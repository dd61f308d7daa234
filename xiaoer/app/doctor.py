"""What is wrong with this installation, in sentences, and what to do about it."""

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psycopg

from xiaoer.app import migrate
from xiaoer.app.installation import FirstStart, server
from xiaoer.core import clock, db
from xiaoer.core.config import settings

WEB = migrate.ROOT / "web" / "dist"
LEAST_FREE_BYTES = 1_000_000_000
LONGEST_SKEW_SEC = 2.0
LONGEST_TRANSACTION_SEC = 60
LATE_JOB_SEC = 60

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Finding:
    """One look at one thing. `wrong` is something to act on, `note` is good to know."""

    about: str
    state: str
    sentence: str


def _fine(about: str, sentence: str) -> Finding:
    return Finding(about, "fine", sentence)


def _note(about: str, sentence: str) -> Finding:
    return Finding(about, "note", sentence)


def _wrong(about: str, sentence: str) -> Finding:
    return Finding(about, "wrong", sentence)


def examine(url: str | None, trouble: str | None = None) -> list[Finding]:
    """Look at everything. `url`: the running database; None and why, when it does not run."""
    found = [*_machine(), *_folder(), *_web()]
    if url is None:
        found.append(_wrong("database", f"The database cannot be reached: {trouble}"))
        return found
    try:
        with psycopg.connect(db.plain_url(url), autocommit=True, connect_timeout=5) as connection:
            found += _database(url, connection)
    except psycopg.OperationalError as error:
        found.append(_wrong("database", f"The database cannot be reached: {error}"))
    return found


def report(findings: list[Finding]) -> dict[str, Any]:
    wrong = sum(f.state == "wrong" for f in findings)
    return {"healthy": wrong == 0, "findings": [asdict(f) for f in findings]}


def _machine() -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield _fine("python", f"Python {version}.")
    if not any(shutil.which(name) for name in CHROMIUM):
        yield _note("tests", "Chromium is not installed: the desk runs, its browser tests do not.")
    elif not _chinese_font():
        yield _note("tests", "No Chinese font is installed here: pictures made by tests lack it.")


def _chinese_font() -> bool:
    folders = (Path("/usr/share/fonts"), Path.home() / ".fonts", Path("/Library/Fonts"))
    return any(
        next(folder.rglob(pattern), None)
        for folder in folders
        if folder.exists()
        for pattern in ("*CJK*", "*wqy*", "*Hei*", "*Song*")
    )


def _folder() -> Iterator[Finding]:
    folder = settings().data.resolve()
    if not folder.exists():
        yield _note("data", f"The data folder {folder} is made at the first start.")
        return
    free = shutil.disk_usage(folder).free
    if free < LEAST_FREE_BYTES:
        yield _wrong("disk", f"Only {free / 1e6:.0f} MB are free for {folder}; make room.")
    else:
        yield _fine("disk", f"{free / 1e9:.0f} GB are free for {folder}.")
    secret = folder / "secret"
    if not secret.exists():
        yield _note("secret", "The secret that signs links is made when it is first needed.")
    elif secret.stat().st_mode & 0o077:
        yield _wrong("secret", f"Others can read {secret}: run chmod 600 on it.")
    else:
        yield _fine("secret", "The secret that signs links is kept from others.")
    if FirstStart(folder).choice == "loading" and server() is None:
        yield _wrong("demo", "The demo was only half loaded; the next start does it again.")


def _web() -> Iterator[Finding]:
    missing = [
        name
        for name in ("desk.html", "shopper.html", "policies.html", "widget.js")
        if not (WEB / name).exists()
    ]
    if missing:
        yield _wrong("web", f"The web app is not built ({', '.join(missing)}); run bin/serve.")
    else:
        yield _fine("web", "The web app is built.")
    facts = server()
    if facts:
        yield _fine("server", f"A server runs (process {facts['pid']}, {facts.get('address')}).")
    else:
        yield _note("server", "No server runs on this data folder.")


def _database(url: str, connection: psycopg.Connection) -> Iterator[Finding]:
    version = connection.info.server_version // 10000
    if version < 15:
        yield _wrong("database", f"PostgreSQL {version} is too old; 15 or newer is needed.")
        return
    yield _fine("database", f"PostgreSQL {version} answers.")
    pending = migrate.pending(url)
    if pending:
        yield _wrong("migrations", f"{len(pending)} migrations are missing; run xiaoer migrate.")
        return
    yield _fine("migrations", "The database is up to date.")
    looks: tuple[Callable[[psycopg.Connection], Iterator[Finding]], ...] = (
        _clock,
        _safety,
        _jobs,
        _horizon,
    )
    for look in looks:
        yield from look(connection)


def _clock(connection: psycopg.Connection) -> Iterator[Finding]:
    there = connection.execute("select clock_timestamp()").fetchone()
    assert there is not None
    skew = abs((there[0] - clock.now()).total_seconds())
    if skew > LONGEST_SKEW_SEC:
        yield _wrong(
            "clock",
            f"The clocks of this machine and of the database differ by {skew:.0f} s:"
            " promises would fire at the wrong time.",
        )
    else:
        yield _fine("clock", "The clocks of this machine and of the database agree.")


def _safety(connection: psycopg.Connection) -> Iterator[Finding]:
    for setting in ("fsync", "full_page_writes"):
        value = connection.execute("select current_setting(%s)", [setting]).fetchone()
        if value and value[0] != "on":
            yield _wrong("safety", f"{setting} is {value[0]}: a power cut can lose the database.")


def _jobs(connection: psycopg.Connection) -> Iterator[Finding]:
    rows = connection.execute(
        "select entrypoint, count(*) from pgqueuer where status = 'failed'"
        " group by entrypoint order by entrypoint"
    ).fetchall()
    for name, count in rows:
        yield _wrong("jobs", f"{count} jobs “{name}” failed for good and are kept for you to see.")
    late = connection.execute(
        "select count(*), max(extract(epoch from now() - execute_after))::int from pgqueuer"
        " where status = 'queued' and execute_after < now() - make_interval(secs => %s)",
        [LATE_JOB_SEC],
    ).fetchone()
    assert late is not None
    if late[0]:
        yield _wrong(
            "jobs", f"{late[0]} jobs wait, the oldest for {late[1]} s: is a worker running?"
        )
    elif not rows:
        yield _fine("jobs", "No job failed, none is late.")


def _horizon(connection: psycopg.Connection) -> Iterator[Finding]:
    """Screens see only what no open transaction may still precede (ADR 0003)."""
    rows = connection.execute(
        "select pid, extract(epoch from now() - xact_start)::int, application_name"
        " from pg_stat_activity where backend_xid is not null and pid <> pg_backend_pid()"
        " and xact_start < now() - make_interval(secs => %s)",
        [LONGEST_TRANSACTION_SEC],
    ).fetchall()
    for pid, seconds, name in rows:
        yield _wrong(
            "live",
            f"A transaction of process {pid} {name} has been writing for {seconds} s"
            " and holds back every live update; end it.",
        )
    if not rows:
        yield _fine("live", "No long transaction holds back live updates.")
