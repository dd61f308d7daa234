"""kill -9 the worker between the provider's work and its answer: nothing twice, nothing lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from xiaoer.core.config import settings
from xiaoer.payments.models import MovementState

ROOT = Path(__file__).resolve().parents[2]


def start_worker(url: str, log: Path) -> subprocess.Popen[bytes]:
    environment = os.environ | {
        "XIAOER_DATABASE_URL": url,
        "XIAOER_DATA": str(settings().data),
    }
    with log.open("ab") as file:
        return subprocess.Popen(
            [sys.executable, "-m", "xiaoer.app.cli", "worker"],
            env=environment, cwd=ROOT, stdout=file, stderr=file,
        )  # fmt: skip


@pytest.mark.row("RET-17")
def test_the_worker_dies_between_work_and_answer(house, fresh_database, tmp_path):
    refund = house.refund()
    house.sandbox.misbehave({"fault": "slow", "seconds": 30})
    first = start_worker(fresh_database, tmp_path / "log")
    try:
        house.wait_within(60, lambda: house.executions(refund) == 1)
    finally:
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
    assert house.movement(refund).state is MovementState.SUBMITTED
    house.sandbox.misbehave()
    house.expire(refund)
    second = start_worker(fresh_database, tmp_path / "log")
    try:
        house.wait_within(60, lambda: house.movement(refund).state is MovementState.SETTLED)
    finally:
        second.terminate()
        second.wait(30)
    assert house.executions(refund) == 1
    assert house.events("RefundSettled") == 1
    house.sound()
