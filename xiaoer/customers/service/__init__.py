"""The verbs about customers."""

from xiaoer.customers.service.identity import (
    AddressRow,
    CustomerRow,
    attach,
    resolve,
    upsert_many,
)
from xiaoer.customers.service.people import change, merge, set_consent, set_tags
from xiaoer.customers.service.privacy import Revealed, erase, export, reveal

__all__ = [
    "AddressRow",
    "CustomerRow",
    "Revealed",
    "attach",
    "change",
    "erase",
    "export",
    "merge",
    "resolve",
    "reveal",
    "set_consent",
    "set_tags",
    "upsert_many",
]
