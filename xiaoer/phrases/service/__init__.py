"""The verbs of phrases and their categories."""

from xiaoer.phrases.service.categories import add_category, change_category, order_categories
from xiaoer.phrases.service.phrases import change, copy, restore, retire, write
from xiaoer.phrases.service.saying import record_use, render

__all__ = [
    "add_category",
    "change",
    "change_category",
    "copy",
    "order_categories",
    "record_use",
    "render",
    "restore",
    "retire",
    "write",
]
