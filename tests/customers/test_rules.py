"""Masking and writing things one way: pure."""

from datetime import UTC, datetime, timedelta

import pytest

from xiaoer.core.ids import new_id
from xiaoer.customers import rules


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("王明", "王*"),
        ("王小明", "王**"),
        ("欧阳锋", "欧阳*"),
        ("欧阳修文", "欧阳**"),
        ("买买提·艾力", "买**"),
        ("Yusuf Rossi", "Y***"),
        ("王", "王*"),
        ("", ""),
    ],
)
def test_names(name, masked):
    assert rules.mask_name(name) == masked


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("13812345678", "138****5678"),
        ("057188886666", "057****6666"),
        ("12345", "****45"),
        ("123", "****"),
        ("", ""),
    ],
)
def test_phones(number, masked):
    assert rules.mask_phone(number) == masked


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        ("zhang@example.com", "z***@example.com"),
        ("a@b.cn", "a***@b.cn"),
        ("not an address", "***"),
        ("", ""),
    ],
)
def test_emails(address, masked):
    assert rules.mask_email(address) == masked


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        ("浙江省杭州市西湖区文三路 90 号 3 幢 201", "浙江省杭州市西湖区***"),
        ("北京市朝阳区建国路 1 号", "北京市朝阳区***"),
        ("广西壮族自治区南宁市青秀区民族大道 1 号", "广西壮族自治区南宁市青秀区***"),
        ("江苏省苏州市昆山市前进路 2 号", "江苏省苏州市昆山市***"),
        ("101 Main Street, Springfield", "***"),
        ("", ""),
    ],
)
def test_addresses(address, masked):
    assert rules.mask_address(address) == masked


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("138 1234 5678", "13812345678"),
        ("+86 138-1234-5678", "13812345678"),
        ("0086-13812345678", "13812345678"),
        ("＋８６13812345678", "13812345678"),
        ("+49 30 1234567", "+49301234567"),
        ("0571-88886666", "057188886666"),
        ("无", None),
        ("", None),
        (None, None),
    ],
)
def test_one_way_to_write_a_phone(raw, number):
    assert rules.phone(raw) == number


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("小明", "(小 <-> 明)"),
        ("Yusuf ros", "'yusuf':* & 'ros':*"),
        ("王 John", "(王) & 'john':*"),
        ("'; & |", ""),
    ],
)
def test_names_are_searched_by_any_part(typed, query):
    assert rules.name_query(typed) == query


def test_the_last_word_on_a_consent_counts():
    day = [datetime(2026, 1, n, tzinfo=UTC) for n in range(1, 10)]
    old = rules.Permit(new_id(), day[1], None)
    withdrawn = rules.Permit(new_id(), day[2], day[4])
    newer = rules.Permit(new_id(), day[4] + timedelta(hours=1), None)

    assert rules.standing([]) is None
    assert rules.standing([old, withdrawn]) is None
    assert rules.standing([old, withdrawn, newer]) == newer.id


@pytest.mark.parametrize(
    ("external_id", "is_contact"),
    [("13812345678", True), ("a@b.cn", True), ("tb_wang", False), ("v1", False)],
)
def test_what_counts_as_contact_data(external_id, is_contact):
    assert rules.is_contact(external_id) is is_contact
