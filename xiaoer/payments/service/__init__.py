"""What can be done with the money of orders."""

from xiaoer.payments.service.charging import charge
from xiaoer.payments.service.refunding import (
    Ask,
    Part,
    compensate,
    preview,
    release,
    reserve,
    submit,
)

__all__ = [
    "Ask",
    "Part",
    "charge",
    "compensate",
    "preview",
    "release",
    "reserve",
    "submit",
]
