"""What cannot be asked for."""

from xiaoer.core.errors import Conflict, Invalid


class NothingChosen(Invalid):
    zh = "请选择商品和数量。"
    en = "Choose what the case is about."


class UnitUnknown(Invalid):
    zh = "这个订单里没有这件商品，或数量超出。"
    en = "This order does not have that many of this item."


class UnitTaken(Conflict):
    zh = "所选商品正在另一个售后申请中，或已经售后完成。"
    en = "One of these items is in another case already, or was settled in one."


class CouponInUse(Conflict):
    zh = "这个订单的优惠券正由另一个售后申请结算，等它结束后再申请。"
    en = "Another request settles this order's coupon; ask again when it is over."


class NothingToRefund(Conflict):
    zh = "所选商品没有可退的金额。"
    en = "There is nothing to refund for these items."


class AmountTooHigh(Conflict):
    zh = "申请 {asked_cents} 分，最多可退 {max_cents} 分。"
    en = "{asked_cents} cents were asked for; at most {max_cents} can be refunded."


class AmountNotAllowed(Invalid):
    zh = "金额必须大于零，且为整数分。"
    en = "The amount must be above zero, in whole cents."


class OtherCurrencyAsked(Invalid):
    zh = "币种不符：订单用 {order}，不是 {given}。"
    en = "The order is in {order}, not in {given}."


class GivenNotAskedFor(Conflict):
    zh = "赔付由商家主动给予，不能申请。"
    en = "Compensation is given by the shop; it cannot be asked for."


class OrderHasNoCases(Conflict):
    zh = "这个订单当前不能申请售后。"
    en = "Nothing can be asked for on this order now."


class NothingShipped(Conflict):
    zh = "订单还没有发货，没有可退回、换新或补发的商品；请改为申请退款。"
    en = "Nothing was shipped that could come back or be sent again: ask for a refund instead."


class NotTogether(Invalid):
    zh = "一起申请需要同一家店的至少两个不同订单。"
    en = "What is asked for together is about two orders of one shop at least, each once."


class PolicyRefuses(Conflict):
    zh = "{sentence_zh}"
    en = "{sentence_en}"


class OtherKindNeeded(Conflict):
    zh = "{sentence_zh}可以申请：{kinds}。"
    en = "{sentence_en} Possible here: {kinds}."


class TooManyAttempts(Conflict):
    zh = "同一申请最多提交 {most} 次。"
    en = "A request can be made {most} times at most."


class MethodNotOffered(Invalid):
    zh = "本店不支持这种退货方式，可选：{methods}。"
    en = "This way of return is not offered here; there is: {methods}."


class ReplacementsNeeded(Invalid):
    zh = "请为每件换货商品选择新规格。"
    en = "Choose a replacement for each item to be exchanged."


class ReplacementNotSame(Conflict):
    zh = "只能换成同一商品的其他规格。"
    en = "It can be exchanged for a variant of the same product only."


class ReplacementNotAvailable(Conflict):
    zh = "所选规格缺货。"
    en = "The chosen variant is not available."


class InstrumentNeeded(Invalid):
    zh = "请选择支付方式。"
    en = "Choose how to pay."


class CompensationTooHigh(Conflict):
    zh = "最多可赔付 {max_cents} 分。"
    en = "At most {max_cents} cents can be given."


class AmendmentRefused(Conflict):
    zh = "{sentence_zh}"
    en = "{sentence_en}"


class AmendmentNeeds(Invalid):
    zh = "修改内容不完整：{what}。"
    en = "The change is not complete: {what}."


class OrderInCase(Conflict):
    zh = "订单有进行中的售后，不能修改。"
    en = "The order is in an after-sales case and cannot be changed."
