"""Refusals of payments."""

from xiaoer.core.errors import Conflict, Forbidden, Invalid, NotFound, Unauthorized


class MovementNotFound(NotFound):
    zh = "没有这笔款项。"
    en = "There is no such movement of money."


class InstrumentNotFound(NotFound):
    zh = "没有这个支付方式。"
    en = "There is no such means of payment."


class InterventionNotFound(NotFound):
    zh = "没有这项人工处理。"
    en = "There is no such step by hand."


class AmountNotPositive(Invalid):
    zh = "金额必须大于零。"
    en = "The amount must be above zero."


class OtherCurrency(Invalid):
    zh = "币种不符：订单用 {order}，不是 {given}。"
    en = "The order is in {order}, not in {given}."


class AmountsUnknown(Conflict):
    zh = "来源没有给出这个订单的可靠金额，不能退款。"
    en = "The source gave no reliable amounts for this order; nothing can be refunded."


class AboveCap(Conflict):
    zh = "最多还能退 {left_cents} 分，少于申请的 {asked_cents} 分。"
    en = "At most {left_cents} cents can still go back; {asked_cents} were asked for."


class AboveEntitlement(Conflict):
    zh = "这件商品最多还能退 {left_cents} 分，少于申请的 {asked_cents} 分。"
    en = "This unit can get back {left_cents} cents at most; {asked_cents} were asked for."


class FreightRefunded(Conflict):
    zh = "运费只退一次；还能退 {left_cents} 分。"
    en = "Freight goes back once; {left_cents} cents are left of it."


class UnknownUnit(Invalid):
    zh = "这个订单里没有这件商品。"
    en = "This order has no such unit."


class AmountsDoNotAddUp(Invalid):
    zh = "各项之和是 {sum_cents} 分，不是 {asked_cents} 分。"
    en = "The parts add up to {sum_cents} cents, not to {asked_cents}."


class DestinationNotAllowed(Conflict):
    zh = "款项只能退回原支付方式，或同一买家的礼品卡、余额。"
    en = "Money goes back the way it came, or to the same buyer's gift card or balance."


class NothingPaid(Conflict):
    zh = "这个订单没有可用的收款方式。"
    en = "This order has no means of payment to use."


class BalanceTooLow(Conflict):
    zh = "余额不足：还有 {balance_cents} 分，需要 {asked_cents} 分。"
    en = "The balance is too low: {balance_cents} cents, {asked_cents} are needed."


class MovementCannot(Conflict):
    """`state`: where it is."""

    zh = "这笔款项已经往前走了，现在不能这样处理；刷新后再看。"
    en = "This transfer has gone on meanwhile, and this is not possible now; look again."


class MovementInConflict(Conflict):
    zh = "支付机构的说法与记录不符，请先核对。"
    en = "The provider contradicts our record; look into that first."


class AlreadyAskedFor(Conflict):
    zh = "已有一项人工处理在等待复核。"
    en = "A step by hand is already waiting for a second person."


class SecondPersonNeeded(Forbidden):
    zh = "需要另一个人复核。"
    en = "A second person has to agree."


class ProofNeeded(Invalid):
    zh = "请写明凭证。"
    en = "Say what proves it."


class DestinationNeeded(Invalid):
    zh = "请选择收款方式。"
    en = "Choose where the money goes."


class SignatureWrong(Unauthorized):
    zh = "签名不正确。"
    en = "The signature is wrong."


class ProviderNotFound(NotFound):
    zh = "没有这个支付机构。"
    en = "There is no such provider."


class CallbackNotUnderstood(Invalid):
    zh = "看不懂支付机构的通知。"
    en = "The provider's message is not understood."
