"""What a verb has read stays known until it ends, or until a savepoint undoes its locks."""

from xiaoer.core.remembering import forget, keep, once_each, remembered, remembers


class Reads:
    """Counts how often it was read."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> int:
        self.count += 1
        return self.count


def test_within_a_block_once_outside_every_time(session):
    read = Reads()
    assert not remembers(session)
    assert [remembered(session, "a", read) for _ in range(2)] == [1, 2]
    with once_each(session):
        assert remembers(session)
        assert [remembered(session, "a", read) for _ in range(2)] == [3, 3]
        with once_each(session):
            assert remembered(session, "a", read) == 3
        forget(session, "a")
        assert remembered(session, "a", read) == 4
        keep(session, "a", 9)
        assert remembered(session, "a", read) == 9
    assert remembered(session, "a", read) == 5


def test_a_savepoint_that_is_undone_takes_it_along(session):
    read = Reads()
    with once_each(session):
        savepoint = session.begin_nested()
        remembered(session, "a", read)
        savepoint.commit()
        assert remembered(session, "a", read) == 1
        savepoint = session.begin_nested()
        savepoint.rollback()
        assert remembered(session, "a", read) == 2
