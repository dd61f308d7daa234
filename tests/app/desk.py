"""A real server in a folder of its own, started and ended as a person or a crash would."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import orjson

from xiaoer.core import processes
from xiaoer.core.cluster import Cluster

STOPPED_WITHIN_SEC = 90
"""A young database writes hundreds of files at its first stop, on a disk that others use too."""

PATIENCE_SEC = 60.0


def wait_until(true: Any, what: str, seconds: float = PATIENCE_SEC) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, what
        time.sleep(0.02)


class Desk:
    """`xiaoer serve` on `folder`; without the demo unless `options` say otherwise."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder, self.options = folder, options or ("--empty", "--workers", "1")
        self.port = processes.free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = folder.with_suffix(".log")
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        ours = {k: v for k, v in os.environ.items() if not k.startswith("XIAOER_")}
        return {**ours, "XIAOER_DATA": str(self.folder), "PYTHONUNBUFFERED": "1"}

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "xiaoer.app.cli", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_SEC,
        )

    def begin(self) -> None:
        """Start it and do not wait."""
        with self.log.open("wb") as log:
            command = [sys.executable, "-m", "xiaoer.app.cli", "serve", "--port", str(self.port)]
            self.process = subprocess.Popen(
                [*command, *self.options],
                env=self.environment,
                stdout=log,
                stderr=log,
            )

    def start(self, seconds: float = PATIENCE_SEC) -> None:
        self.begin()
        wait_until(lambda: self.answers() or self.ended(), "the server did not answer", seconds)
        wait_until(lambda: "address" in self.facts(), "the server did not say its address")
        assert not self.ended(), self.said()

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/healthz", timeout=5) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def facts(self) -> dict[str, Any]:
        found: dict[str, Any] = orjson.loads((self.folder / "serve.lock").read_bytes() or b"{}")
        return found

    def ended(self) -> bool:
        return self.process is None or self.process.poll() is not None

    def said(self) -> str:
        return self.log.read_text(errors="replace")

    def postgres(self) -> int | None:
        return Cluster(self.folder).pid()

    def kill(self) -> None:
        """As the system does when memory runs out."""
        assert self.process
        self.process.kill()
        self.process.wait()

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        assert self.process
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.process.wait(STOPPED_WITHIN_SEC)
