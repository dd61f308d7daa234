"""What comes together is done together, one batch at a time and in order."""

import asyncio
import threading

import pytest

from xiaoer.core.gathering import MOST_TOGETHER, Gathering


class Work:
    """Notes each batch; the first one waits until it is let go."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.go_on = threading.Event()
        self.begun = threading.Event()
        self.error: Exception | None = None

    def __call__(self, items):
        self.batches.append(list(items))
        self.begun.set()
        assert self.go_on.wait(10)
        if self.error:
            raise self.error
        return [item.upper() for item in items]


@pytest.fixture
def work():
    return Work()


async def all_of(gathering, work, *items):
    """Ask for `items` while the first is under way."""
    asked = [asyncio.create_task(gathering.do(item)) for item in items[:1]]
    await asyncio.to_thread(work.begun.wait, 10)
    asked += [asyncio.create_task(gathering.do(item)) for item in items[1:]]
    await asyncio.sleep(0)
    work.go_on.set()
    return await asyncio.gather(*asked, return_exceptions=True)


def test_the_first_starts_at_once_and_those_behind_it_share_a_batch(work):
    gathering = Gathering(work, thing=lambda item: item)
    assert asyncio.run(all_of(gathering, work, "a", "b", "c")) == ["A", "B", "C"]
    assert work.batches == [["a"], ["b", "c"]]


def test_one_thing_is_never_twice_in_a_batch_and_keeps_its_order(work):
    gathering = Gathering(work, thing=lambda item: item[0])
    done = asyncio.run(all_of(gathering, work, "x", "a1", "a2", "b1", "a3"))
    assert done == ["X", "A1", "A2", "B1", "A3"]
    assert work.batches == [["x"], ["a1", "b1"], ["a2"], ["a3"]]


def test_a_batch_has_an_end(work):
    gathering = Gathering(work, thing=lambda item: item)
    items = [str(number) for number in range(MOST_TOGETHER + 5)]
    assert asyncio.run(all_of(gathering, work, *items)) == items
    assert [len(batch) for batch in work.batches] == [1, MOST_TOGETHER, 4]


def test_a_failure_is_told_to_all_of_its_batch_and_the_next_one_goes_on(work):
    gathering = Gathering(work, thing=lambda item: item)
    work.error = ValueError("away")
    told = asyncio.run(all_of(gathering, work, "a", "b", "c"))
    assert [str(each) for each in told] == ["away"] * 3
    work.error = None
    assert asyncio.run(all_of(gathering, work, "d")) == ["D"]


def test_who_went_away_does_not_hold_up_the_others(work):
    gathering = Gathering(work, thing=lambda item: item)

    async def one_leaves():
        first = asyncio.create_task(gathering.do("a"))
        second = asyncio.create_task(gathering.do("b"))
        await asyncio.to_thread(work.begun.wait, 10)
        first.cancel()
        work.go_on.set()
        return await second

    assert asyncio.run(one_leaves()) == "B"
