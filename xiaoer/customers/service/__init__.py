"""The verbs about customers."""

from xiaoer.customers.service.identity import (
    AddressRow,
    CustomerRow,
    attach,
    resolve,
    upsert_many,
)

__all__ = ["AddressRow", "CustomerRow", "attach", "resolve", "upsert_many"]
