"""Refusals about figures."""

from xiaoer.core.errors import Invalid


class ShiftsNotWhole(Invalid):
    zh = "班次要有名称，钟点不能重叠。"
    en = "Shifts need names and may not overlap."
