"""The verbs about customers."""

from xiaoer.customers.service.addresses import add_address, remove_address
from xiaoer.customers.service.identity import (
    AddressRow,
    CustomerRow,
    attach,
    resolve,
    upsert_many,
)
from xiaoer.customers.service.merging import Plan, merge, plan
from xiaoer.customers.service.people import change, set_consent, set_tags, speaks
from xiaoer.customers.service.privacy import Revealed, erase, export, reveal

__all__ = [
    "AddressRow",
    "CustomerRow",
    "Plan",
    "Revealed",
    "add_address",
    "attach",
    "change",
    "erase",
    "export",
    "merge",
    "plan",
    "remove_address",
    "resolve",
    "reveal",
    "set_consent",
    "set_tags",
    "speaks",
    "upsert_many",
]
