"""`xiaoer serve`: one supervisor that keeps PostgreSQL, the web processes and the worker alive."""

import errno
import logging
import os
import select
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from types import FrameType

from xiaoer.app import first_start, serve_children, twins
from xiaoer.app.installation import ServerLock
from xiaoer.app.serve_children import Child
from xiaoer.core.cluster import Cluster, ClusterFailed
from xiaoer.core.config import settings
from xiaoer.core.web.sharing import EvenShares, Shares

BACKLOG = 2048
PATIENCE_SEC = 3.0
"""How long the port and the folder of a server that was just killed may stay taken."""
STOP_SEC = 10.0
LOOK_SEC = 1.0

logger = logging.getLogger(__name__)


class CannotServe(RuntimeError):
    """The server cannot start; the sentence says why."""


@dataclass(frozen=True)
class Options:
    host: str
    port: int
    web_processes: int = 2
    empty: bool = False


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _listening(address: tuple[str, int], *, share: bool = False) -> socket.socket:
    made = socket.socket(socket.AF_INET6 if ":" in address[0] else socket.AF_INET)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if share:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    try:
        made.bind(address)
        made.listen(BACKLOG)
    except OSError:
        made.close()
        raise
    return made


def _close(sockets: Iterable[socket.socket]) -> None:
    for each in sockets:
        each.close()


class Supervisor:
    """Starts everything, watches it, and stops it in the right order: PostgreSQL last."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self._cluster = None if settings().database_url else Cluster(settings().data)
        self._lock = ServerLock(settings().data)
        self._children: list[Child] = []
        self._stop_asked = 0
        self._woken, self._waker = socket.socketpair()

    def run(self) -> None:
        self._catch_signals()
        self._lock.take()
        listening = self._patient_bind()
        try:
            url = self._start_database()
            self._in_child("The first steps", lambda: first_start.prepare(url, self.options.empty))
            self._start_children(url, listening)
            self._announce(url, listening[0])
            self._watch()
        finally:
            self._stop_children()
            _close(listening)
            if self._cluster:
                self._cluster.stop()
            say("Stopped.")

    # -- signals -------------------------------------------------------------------------

    def _catch_signals(self) -> None:
        for end in (self._woken, self._waker):
            end.setblocking(False)
        signal.set_wakeup_fd(self._waker.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            if signal.getsignal(number) is not signal.SIG_IGN:  # nohup
                signal.signal(number, self._asked_to_stop)
        signal.signal(signal.SIGCHLD, lambda *_: None)

    def _asked_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stop_asked += 1
        if not self._children:
            raise SystemExit(0)  # still starting: leave by way of `finally`

    def _sleep(self, seconds: float) -> None:
        select.select([self._woken], [], [], seconds)
        try:
            while self._woken.recv(4096):
                pass
        except BlockingIOError:
            return

    # -- starting ------------------------------------------------------------------------

    def _patient_bind(self) -> list[socket.socket]:
        """Bind; the processes of a server that was just killed may need a moment to go."""
        deadline = time.monotonic() + PATIENCE_SEC
        while True:
            try:
                return self._bind()
            except OSError as error:
                if error.errno != errno.EADDRINUSE or time.monotonic() > deadline:
                    where = f"{self.options.host}:{self.options.port}"
                    raise CannotServe(
                        f"The address {where} cannot be used: {error.strerror}."
                        " Choose another with --port, or XIAOER_PORT."
                    ) from error
                time.sleep(0.1)

    def _bind(self) -> list[socket.socket]:
        """A socket for each web process, all on one port, over which Linux spreads who comes. Of
        one that they share, whoever wakes first takes all that came in a moment, and keeps
        them. The supervisor holds them, so that what waits at one outlives its process."""
        address = self.options.host, self.options.port
        if sys.platform != "linux":
            return [_listening(address)] * self.options.web_processes
        _listening(address).close()  # says whether somebody else has the port
        made: list[socket.socket] = []
        try:
            for _ in range(self.options.web_processes):
                made.append(_listening(address, share=True))
                address = made[0].getsockname()[:2]
        except OSError:
            _close(made)
            raise
        return made

    def _start_database(self) -> str:
        if self._cluster is None:
            return str(settings().database_url)
        begin = time.monotonic()
        url = self._cluster.start()
        say(f"· PostgreSQL runs ({time.monotonic() - begin:.1f} s)")
        return url

    def _in_child(self, what: str, work: Callable[[], None]) -> None:
        """Do something once in a process of its own, so that its memory is given back."""

        def alone() -> None:
            self._leave_lock()
            work()

        pid = serve_children.forked(alone)
        try:
            _, status = os.waitpid(pid, 0)
        except BaseException:
            os.kill(pid, signal.SIGTERM)
            os.waitpid(pid, 0)
            raise
        if status:
            raise CannotServe(f"{what} failed; see above.")

    def _start_children(self, url: str, listening: Sequence[socket.socket]) -> None:
        from xiaoer.app.api import create_app

        app = create_app(url)
        serve_children.load(app)
        outside = self._port_of_twins(listening[0])
        serve_children.share_memory()
        shares = Shares(len(listening))

        def web(place: int) -> None:
            self._leave_lock()
            mine = listening[place]
            _close(each for each in listening if each is not mine)
            serve_children.web(EvenShares(app, shares, place), url, mine)

        def work() -> None:
            self._leave_lock()
            _close(listening)
            serve_children.work(url)

        def play() -> None:
            self._leave_lock()
            _close(listening)
            twins.run(outside)

        self._children = [
            Child(f"web {place + 1}", partial(web, place)) for place in range(len(listening))
        ]
        self._children += [Child("worker", work), Child("twins", play)]
        for child in self._children:
            child.start()

    def _port_of_twins(self, listening: socket.socket) -> socket.socket:
        """Open for this machine only; everybody finds it in the data folder."""
        outside = socket.create_server(("127.0.0.1", 0))
        twins.tell(f"http://127.0.0.1:{outside.getsockname()[1]}", self._address(listening))
        return outside

    def _address(self, listening: socket.socket) -> str:
        host, port = listening.getsockname()[:2]
        shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host
        return settings().public_url or f"http://{shown}:{port}"

    def _leave_lock(self) -> None:
        # the folder is free as soon as the supervisor is gone
        self._lock.handle.close()

    def _announce(self, url: str, listening: socket.socket) -> None:
        address = self._address(listening)
        for line in first_start.greeting(url, address):
            say(line)
        # whoever reads the address there finds the rest said
        self._lock.tell(pid=os.getpid(), address=address, web=self.options.web_processes)

    # -- watching ------------------------------------------------------------------------

    def _watch(self) -> None:
        while not self._stop_asked:
            self._reap()
            self._revive_database()
            now = time.monotonic()
            for child in self._children:
                if child.pid is None and now >= child.not_before:
                    child.start()
            due = [c.not_before - now for c in self._children if c.pid is None]
            self._sleep(max(0.01, min([LOOK_SEC, *due])))

    def _reap(self) -> None:
        for child in self._children:
            if child.pid is not None:
                pid, status = os.waitpid(child.pid, os.WNOHANG)
                if pid:
                    child.ended(status)

    def _revive_database(self) -> None:
        if self._cluster and not self._cluster.running():
            logger.warning("PostgreSQL is gone; it is started again.")
            begin = time.monotonic()
            try:
                self._cluster.start()
            except ClusterFailed as failure:
                logger.warning("%s", failure)
            else:
                logger.warning("PostgreSQL is back after %.1f s.", time.monotonic() - begin)

    # -- stopping ------------------------------------------------------------------------

    def _stop_children(self) -> None:
        self._signal_all(signal.SIGTERM)
        deadline = time.monotonic() + STOP_SEC
        while any(child.pid for child in self._children):
            # a second Ctrl-C means: at once
            if time.monotonic() > deadline or self._stop_asked > 1:
                self._signal_all(signal.SIGKILL)
            for child in self._children:
                if child.pid and os.waitpid(child.pid, os.WNOHANG)[0]:
                    child.pid = None
            self._sleep(0.02)

    def _signal_all(self, number: signal.Signals) -> None:
        for child in self._children:
            if child.pid:
                os.kill(child.pid, number)


def serve(options: Options) -> None:
    """Run until told to stop."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(message)s")
    Supervisor(options).run()
