"""Our own PostgreSQL in the data folder, for machines where nobody set one up.

Whoever uses it holds a shared lock; the last one to leave stops the server. A process that
is killed loses its lock with its life, so the next one finds the true state.
"""

import fcntl
import os
import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Self
from urllib.parse import quote

import psycopg
from psycopg import sql

from xiaoer.core import binaries, processes

DATABASE = "xiaoer"
# Servers we started and others still use: Python wants to keep sight of its children.
_left_to_others: list[subprocess.Popen[bytes] | None] = []

_LONGEST_SOCKET_PATH = 100
_START_SECONDS = 120.0
_STOP_SECONDS = 30.0
_STALE_SECONDS = 15.0

_TUNING = {  # for a small machine: most of the memory stays with the system's cache
    "shared_buffers": "48MB",
    "max_connections": "100",
    "work_mem": "8MB",
    "maintenance_work_mem": "64MB",
    "effective_cache_size": "1GB",
    "random_page_cost": "1.1",
    "jit": "off",
    "max_worker_processes": "4",
    "max_parallel_workers_per_gather": "0",
    "autovacuum_max_workers": "2",
    "autovacuum_naptime": "20s",
    "max_wal_size": "1GB",
    "log_min_messages": "warning",
    "timezone": "UTC",
    "log_timezone": "UTC",
}


class ClusterFailed(RuntimeError):
    """PostgreSQL did not start or stop; the message ends with its own last words."""


class Cluster:
    """A PostgreSQL server whose files live in `data_dir`; `options` go on top of our settings."""

    def __init__(self, data_dir: Path | str, options: dict[str, str] | None = None) -> None:
        self.folder = Path(data_dir).resolve()
        self.data = self.folder / "pg"
        self.log = self.folder / "postgres.log"
        self._options = _TUNING | (options or {})
        self._process: subprocess.Popen[bytes] | None = None
        self._user: IO[str] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> str:
        """Start the server, or join the one that runs here; the address of our database."""
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            with self._alone():
                self._hold()
                if not self.running():
                    self._prepare()
                    self._launch()
                self._wait_ready()
                return self.create_database(DATABASE)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Leave; the last one out stops the server cleanly."""
        if self._user is None:
            return
        with self._alone():
            # explicit: forked children share the open file, closing alone would keep the lock
            fcntl.flock(self._user, fcntl.LOCK_UN)
            try:
                fcntl.flock(self._user, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                _left_to_others.append(self._process)
            else:
                self._shut_down()
                fcntl.flock(self._user, fcntl.LOCK_UN)
            finally:
                self._user.close()
                self._user = self._process = None

    def running(self) -> bool:
        """Whether a live server runs on these files; a zombie does not count."""
        if self._process is not None and self._process.poll() is not None:
            self._process = None
        pid = self.pid()
        return pid is not None and processes.alive(pid) and self._is_ours(pid)

    def url(self, database: str = DATABASE) -> str:
        """Through the socket; over TCP with the password where its path is too long."""
        port = self._port()
        if len(str(self.data)) <= _LONGEST_SOCKET_PATH:
            return f"postgresql://postgres@/{database}?host={quote(str(self.data))}&port={port}"
        word = self._password().read_text().strip()
        return f"postgresql://postgres:{word}@127.0.0.1:{port}/{database}"

    def create_database(self, name: str, template: str | None = None) -> str:
        """Make the database unless it is there, as a copy of `template` if given."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            there = connection.execute("select 1 from pg_database where datname = %s", [name])
            if there.fetchone() is None:
                command = sql.SQL("create database {}").format(sql.Identifier(name))
                if template:
                    command += sql.SQL(" template {}").format(sql.Identifier(template))
                connection.execute(command)
        return self.url(name)

    def drop_database(self, name: str) -> None:
        drop = sql.SQL("drop database if exists {} with (force)")
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(drop.format(sql.Identifier(name)))

    # -- files ---------------------------------------------------------------------------

    def _password(self) -> Path:
        return self.folder / "pg.password"

    def _pid_file(self) -> list[str]:
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return []

    def pid(self) -> int | None:
        lines = self._pid_file()
        return abs(int(lines[0])) if lines and lines[0].strip("-").isdigit() else None

    def _port(self) -> int:
        lines = self._pid_file()
        if len(lines) > 3 and lines[3].strip().isdigit():
            return int(lines[3])
        return int((self.folder / "pg.port").read_text())

    def _ready(self) -> bool:
        lines = self._pid_file()
        return len(lines) > 7 and lines[7].strip() == "ready"

    def _is_ours(self, pid: int) -> bool:
        line = processes.arguments(pid)
        return line is None or self._mark() in line

    def _mark(self) -> str:
        # a setting of our own tells our server from a stranger with a recycled process id
        return f"xiaoer.data={self.data}"

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with (self.folder / "pg.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _hold(self) -> None:
        if self._user is None:
            self._user = (self.folder / "pg.users").open("w")
            fcntl.flock(self._user, fcntl.LOCK_SH)

    # -- the server ----------------------------------------------------------------------

    def _prepare(self) -> None:
        """Make the files if there are none; a half-made set from a killed start goes first."""
        making = self.folder / "pg.new"
        shutil.rmtree(making, ignore_errors=True)
        if (self.data / "PG_VERSION").exists():
            self._own(self.data)
            return
        making.mkdir(mode=0o700)
        self._own(making)
        password = self._password()
        password.touch(mode=0o600)
        password.write_text(secrets.token_urlsafe(24))
        user = binaries.user_for(self.data)
        done = binaries.initdb(
            binaries.reachable(binaries.find(), user),
            user,
            folder=making,
            called=self._seen_by_server(making),
            password=password.read_text(),
        )
        if done.returncode:
            raise ClusterFailed(f"initdb failed: {done.stdout}{done.stderr}")
        making.rename(self.data)

    def _own(self, folder: Path) -> None:
        user = binaries.user_for(self.data)
        if user.switch:
            for path in [folder, *folder.rglob("*")]:
                if path.lstat().st_uid != user.uid:
                    os.chown(path, user.uid, user.gid, follow_symlinks=False)
        elif folder.stat().st_uid != os.geteuid():
            raise ClusterFailed(f"{folder} belongs to another user; run as that user or as root.")

    def _seen_by_server(self, folder: Path) -> str:
        # Root may keep the data under a folder that is closed to others (/root). The server
        # starts inside its folder, and this link of the kernel leads there without the way.
        user = binaries.user_for(self.data)
        return "/proc/self/cwd" if user.switch and not user.reaches(folder) else str(folder)

    def _launch(self) -> None:
        major = int((self.data / "PG_VERSION").read_text().split(".")[0])
        programs = binaries.reachable(binaries.find(major), binaries.user_for(self.data))
        settings = self._options | {
            "listen_addresses": "127.0.0.1",
            "port": str(self._free_port()),
            "unix_socket_directories": ".",
        }
        if major >= 18:
            settings["io_method"] = "sync"
        command = [programs.program("postgres"), "-D", self._seen_by_server(self.data)]
        command += ["-c", self._mark()]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        self._clear_stale()
        self.log.touch(mode=0o600)
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                command,
                cwd=self.data,
                env=binaries.environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is for us; we stop the server last
                **binaries.user_for(self.data).arguments(),
            )

    def _wait_ready(self) -> None:
        deadline = time.monotonic() + _START_SECONDS
        while not (self._ready() and self.running()):
            mine = self._process
            dead = mine.poll() is not None if mine else not self.running()
            if dead or time.monotonic() > deadline:
                raise ClusterFailed(f"PostgreSQL did not start:\n{self._last_words()}")
            time.sleep(0.01)

    def _free_port(self) -> int:
        kept = self.folder / "pg.port"
        known = kept.read_text() if kept.exists() else ""
        port = processes.free_port(int(known) if known.isdigit() else 0)
        kept.write_text(str(port))
        return port

    def _clear_stale(self) -> None:
        """After kill -9 the pid file stays, and PostgreSQL takes a zombie for alive.

        The file is its lock against orphaned backends, so it goes only when none is left.
        """
        deadline = time.monotonic() + _STALE_SECONDS
        while processes.named_in("postgres", self.data):
            if time.monotonic() > deadline:
                raise ClusterFailed(f"Processes of a dead PostgreSQL still work in {self.data}.")
            time.sleep(0.05)
        for left in (self.data / "postmaster.pid", *self.data.glob(".s.PGSQL.*")):
            left.unlink(missing_ok=True)

    def _shut_down(self) -> None:
        running = self.running()
        pid = self._process.pid if self._process else self.pid()
        if pid is None or not (running or self._process):
            return
        for way in (signal.SIGINT, signal.SIGQUIT):
            if processes.alive(pid):
                os.kill(pid, way)
            deadline = time.monotonic() + _STOP_SECONDS
            while time.monotonic() < deadline:
                # its pid file goes before it does
                if self._process is not None:
                    self._process.poll()
                if not processes.alive(pid):
                    if self._process is not None:
                        self._process.wait()  # between the look above and now it became a zombie
                    return
                time.sleep(0.01)
        raise ClusterFailed(f"PostgreSQL did not stop:\n{self._last_words()}")

    def _last_words(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-8:])
