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


class NoCheck(NotFound):
    zh = "这个订单没有要核对的事。"
    en = "There is nothing to confirm about this order."


class CheckSettled(Conflict):
    zh = "已经核对过了。"
    en = "It was confirmed already."


class CourierNotOffered(Invalid):
    zh = "本店可选的快递：{couriers}。"
    en = "The shop sends with: {couriers}."


class NotYours(NotFound):
    zh = "没有这个订单。"
    en = "There is no such order."


class NoCodComplaint(Conflict):
    zh = "只有货到付款的订单能登记一次价格投诉。"
    en = "Only an order paid on delivery can be complained of so, and once."


class NotRefusable(Conflict):
    zh = "只有货到付款的订单能登记一次拒收。"
    en = "Only an order paid on delivery can be refused, and once."


class OrderNotUnpaid(Conflict):
    zh = "订单不是待付款状态。"
    en = "The order does not wait for payment."


class NudgeRefused(Conflict):
    zh = "现在不能催付：{zh_why}。"
    en = "No reminder now: {en_why}."


class RatingNotFit(Invalid):
    zh = "评价要简短、不带联系方式和链接；推荐店铺只能用已批准的模板。"
    en = "A rating is short and has no contacts or links; only approved words recommend the shop."


class CardNotFound(NotFound):
    zh = "没有这张确认卡。"
    en = "There is no such card."


class CardFieldsMissing(Invalid):
    zh = "这个类目的确认卡还要写：{fields}。"
    en = "A card of this category also needs: {fields}."


class AnsweredAlready(Conflict):
    zh = "客户已经答复过这张确认卡。"
    en = "The customer has answered this card."


class NoneToPromise(Conflict):
    zh = "实际可承诺库存只有 {left} 件，不能这样答应客户。"
    en = "Only {left} can be promised; the customer cannot be told so."


class NothingToTell(Invalid):
    zh = "请选择这件商品的风险提示。"
    en = "Choose hints of this product."


class OwedAlready(Conflict):
    zh = "这个订单已经申请过发票。"
    en = "An invoice for this order is asked for already."


class NotOwed(Conflict):
    zh = "没有这项待办，或者已经办完。"
    en = "This is not owed, or it is done already."
