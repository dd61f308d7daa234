"""The verbs of the catalogue."""

from xiaoer.catalog.service.cards import doubt, keep_hint, write_card
from xiaoer.catalog.service.counting import Count, Counted, count_many
from xiaoer.catalog.service.replenishing import (
    arrived,
    ask_for,
    ask_low,
    call_off,
    expect,
    note_ask,
    set_safety,
)
from xiaoer.catalog.service.stock import (
    ProductRow,
    SkuRow,
    let_go,
    load,
    record_stock,
    set_aside,
    set_threshold,
)

__all__ = [
    "Count",
    "Counted",
    "ProductRow",
    "SkuRow",
    "arrived",
    "ask_for",
    "ask_low",
    "call_off",
    "count_many",
    "doubt",
    "expect",
    "keep_hint",
    "let_go",
    "load",
    "note_ask",
    "record_stock",
    "set_aside",
    "set_safety",
    "set_threshold",
    "write_card",
]
