"""Work that many threads ask for at once is done together, in their order, and never twice."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.app.desk import wait_until
from xiaoer.core.combining import Combining


class Work:
    """Waits until it is let go; what was done together, never two at a time."""

    def __init__(self):
        self.gate, self.batches = threading.Event(), []
        self.running = threading.Semaphore(1)

    def __call__(self, items):
        assert self.running.acquire(blocking=False), "two at once"
        self.batches.append(list(items))
        assert self.gate.wait(10)
        self.running.release()
        if "bad" in items:
            raise ValueError("bad")
        return [each * 2 for each in items]


@pytest.fixture
def pool():
    with ThreadPoolExecutor(12) as made:
        yield made


def asked(combining, pool, items):
    """Everybody asks, one after the other."""
    answers = []
    for place, each in enumerate(items):
        answers.append(pool.submit(combining.do, each))
        wait_until(lambda seen=place: len(combining._waiting) == seen, "not all of them wait")
    return answers


def test_who_comes_meanwhile_is_next_in_order_and_together(pool):
    work = Work()
    answers = asked(Combining(work, most=3), pool, "abcdef")
    work.gate.set()
    assert [each.result(10) for each in answers] == ["aa", "bb", "cc", "dd", "ee", "ff"]
    assert work.batches == [["a"], ["b", "c", "d"], ["e", "f"]]


def test_a_failure_is_told_to_those_it_was_done_with(pool):
    work = Work()
    answers = asked(Combining(work, most=2), pool, ["a", "bad", "c", "d"])
    work.gate.set()
    assert answers[0].result(10) == "aa"
    for each in answers[1:3]:
        with pytest.raises(ValueError, match="bad"):
            each.result(10)
    assert answers[3].result(10) == "dd"


def test_many_threads_get_each_their_own(pool):
    work = Work()
    work.gate.set()
    combining = Combining(work, most=4)
    found = list(pool.map(combining.do, map(str, range(500))))
    assert found == [str(each) * 2 for each in range(500)]
    assert sum(map(len, work.batches)) == 500
