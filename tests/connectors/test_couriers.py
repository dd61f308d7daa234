"""The couriers' twin as a real process, and what it pushes."""

import time
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.shipping.factories import packed
from xiaoer.connectors.couriers import port
from xiaoer.connectors.couriers.port import CourierAway, Followed
from xiaoer.connectors.couriers.twin import journeys
from xiaoer.connectors.couriers.twin.carrying import Journal, Load
from xiaoer.connectors.couriers.twin.client import TwinClient
from xiaoer.connectors.couriers.twin.journeys import Kind
from xiaoer.connectors.couriers.twin.running import Place
from xiaoer.core import clock
from xiaoer.payments.sandbox import signing
from xiaoer.shipping.models import Parcel
from xiaoer.shipping.rules import node_of

NUMBER = "YT1234567890123"


def pushed(client, scans, secret=None):
    body = signing.canonical({"scans": scans})
    headers = signing.headers(secret or signing.key(), body)
    return client.post("/api/couriers/callbacks/twin", content=body, headers=headers)


def told(code, number=NUMBER):
    return {
        "courier": "yto",
        "tracking_no": number,
        "at": clock.now().isoformat(),
        "code": code,
        "text": "",
        "place": "",
    }


class TestCallback:
    def test_signed_scans_reach_their_parcel(self, client, session, shop, actor):
        order = packed(session, actor, shop, number=NUMBER)
        answer = pushed(client, [told("103"), told("103", "YT0000000000000")])
        assert answer.json() == {"new": 1, "known": 0, "stray": 1}
        parcel = session.scalars(select(Parcel).where(Parcel.order_id == order.id)).one()
        assert parcel.node == "picked"

    def test_unsigned_ones_were_never_here(self, client, session, shop, actor):
        packed(session, actor, shop, number=NUMBER)
        assert pushed(client, [told("103")], b"other").status_code == 401
        assert session.scalars(select(Parcel.picked_at)).all() == [None]

    def test_nonsense_is_refused(self, client):
        assert pushed(client, [{"code": 1}]).status_code == 422


class TestJourneys:
    @pytest.mark.parametrize("kind", Kind)
    def test_every_journey_is_told_in_known_codes_and_in_time(self, kind):
        steps = journeys.plan(NUMBER, kind)
        assert steps == journeys.plan(NUMBER, kind)
        assert [step.hours for step in steps] == sorted(step.hours for step in steps)
        assert all(node_of(step.code) for step in steps)


@pytest.fixture
def twin(tmp_path):
    """The twin in a process of its own, and an address it may push to."""
    import subprocess
    import sys

    with subprocess.Popen(
        [sys.executable, "-m", "xiaoer.connectors.couriers.twin", "--pace", "360000"],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        address = process.stdout.readline().strip()
        client = TwinClient(Place(address, "http://127.0.0.1:9/nowhere"), signing.key())
        yield client
        client.close()
        process.terminate()


@pytest.mark.slow
class TestProcess:
    def test_it_plays_a_journey_and_answers_for_it(self, twin):
        parcel = Followed("yto", NUMBER)
        twin.misbehave(kinds={NUMBER: "normal"})
        twin.follow([parcel])
        deadline = time.monotonic() + 20
        while not (scans := twin.ask(parcel)) or scans[-1].code not in ("301", "303"):
            assert time.monotonic() < deadline
            time.sleep(0.2)
        assert [scan.code for scan in scans] == [s.code for s in journeys.plan(NUMBER)]

    def test_it_fails_when_it_is_told_to(self, twin):
        twin.misbehave({"fault": "break", "times": 1})
        with pytest.raises(CourierAway):
            twin.follow([Followed("yto", NUMBER)])
        twin.follow([Followed("yto", NUMBER)])

    def test_strangers_are_not_answered(self, twin):
        stranger = TwinClient(twin.place, b"other")
        with pytest.raises(CourierAway):
            stranger.ask(Followed("yto", NUMBER))
        stranger.close()


def test_a_twin_that_starts_again_goes_on_where_it_was(tmp_path, frozen):
    """What was told is not told again; what came meanwhile is."""
    path, start = tmp_path / "couriers.jsonl", clock.now()
    first = Load(1.0, Journal(path))
    first.add("yto", NUMBER, Kind.NORMAL, start)
    first.journal.add(
        {"courier": "yto", "number": NUMBER, "kind": "normal", "since": start.isoformat()}
    )
    steps = journeys.plan(NUMBER, Kind.NORMAL)
    frozen(timedelta(hours=steps[1].hours + 0.1))
    (journey,) = first.due(clock.now())
    assert [scan["code"] for scan in first.tell(journey, clock.now())] == ["101", "103"]
    first.journal.add({"told": clock.now().isoformat()})
    path.write_bytes(path.read_bytes() + b'{"courier": "torn')
    frozen(timedelta(hours=steps[2].hours - steps[1].hours))
    again = Load(1.0, Journal(path))
    again.restore(clock.now())
    (journey,) = again.due(clock.now())
    assert [scan["code"] for scan in again.tell(journey, clock.now())] == [steps[2].code]
    assert again.wait(clock.now()) > 0


def test_the_port_is_connected():
    assert port.named(port.DEFAULT)
