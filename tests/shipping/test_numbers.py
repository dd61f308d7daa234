"""Tracking numbers: the public formats, and those of Chinese couriers."""

import orjson
import pytest

from xiaoer.shipping.rules import couriers, numbers


def test_every_number_of_the_data_set_is_judged_as_it_says(data):
    """192 numbers are accepted for their courier and 88 refused."""
    folder = data / "tracking_numbers"
    wrong, valid, invalid = [], 0, 0
    for path in sorted((folder / "couriers").glob("*.json")):
        told = orjson.loads(path.read_bytes())
        for kind, format_ in zip(told["tracking_numbers"], numbers.read(told), strict=True):
            for number in kind["test_numbers"]["valid"]:
                valid += 1
                wrong += [] if format_.accepts(number) else [(path.name, number)]
            for number in kind["test_numbers"]["invalid"]:
                invalid += 1
                wrong += [(path.name, number)] if format_.accepts(number) else []
    expected = orjson.loads((folder / "expected.json").read_bytes())
    assert (valid, invalid) == (expected["valid"], expected["invalid"])
    assert wrong == []


@pytest.mark.parametrize(
    ("courier", "number", "fits"),
    [
        ("sf", "SF1234567890123", True),
        ("sf", "SF12345", False),
        ("yto", "YT1234567890123", True),
        ("zto", "78123456789012", True),
        ("jd", "JDVA01234567890", True),
        ("ems", "EA123456785CN", True),
        ("ems", "EA123456784CN", False),
    ],
)
def test_numbers_of_chinese_couriers(courier, number, fits):
    assert couriers.known()[courier].takes(number) is fits


def test_couriers_are_known_by_what_people_call_them():
    assert couriers.code_of("顺丰速运") == "sf"
    assert couriers.code_of(" SF ") == "sf"
    assert couriers.code_of("某某快递") == "某某快递"
