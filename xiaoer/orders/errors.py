"""Refusals of orders."""

from xiaoer.core.errors import Conflict, Invalid, NotFound


class OrderNotFound(NotFound):
    zh = "没有这个订单。"
    en = "There is no such order."


class OrderNotMatched(NotFound):
    """No such order, or another phone: a shopper is not told which."""

    zh = "没有找到匹配的订单，请核对订单号和手机尾号。"
    en = "No order matches. Please check the order number and the last digits of the phone."


class OrderCannotMove(Conflict):
    zh = "订单不能从“{now}”变为“{then}”。"
    en = "An order cannot go from {now} to {then}."


class AmountsDisagree(Invalid):
    zh = "订单金额不一致：{problem}。"
    en = "The amounts of the order disagree: {problem}."


class RemarkIncomplete(Invalid):
    zh = "变更类备注需要写明新的内容。"
    en = "A remark about a change needs the new value."
