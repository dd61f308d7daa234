"""Refusals of after-sales."""

from xiaoer.core.errors import Conflict, Forbidden, Invalid, NotFound


class CaseNotFound(NotFound):
    zh = "没有这个售后申请。"
    en = "There is no such after-sales case."


class ActionUnknown(NotFound):
    zh = "没有这个操作。"
    en = "There is no such action."


class OfferNotFound(NotFound):
    zh = "没有待回复的方案。"
    en = "There is no offer waiting for an answer."


class PlaceNotFound(NotFound):
    zh = "没有这个退货地址。"
    en = "There is no such return address."


class RecoveryNotFound(NotFound):
    zh = "没有这项追款。"
    en = "There is no such recovery."


class CaseCannotMove(Conflict):
    zh = "这个申请现在是“{state}”，不能这样操作（{command}）。"
    en = "This case is {state}; {command} is not possible now."


class CaseChanged(Conflict):
    zh = "这个申请已有变动（现为第 {version} 版），请刷新后再操作。"
    en = "This case has changed (it is at version {version} now); look again first."


class CentsChanged(Conflict):
    zh = "应退金额是 {cents} 分，不是 {given} 分，请核对后再操作。"
    en = "The amount is {cents} cents, not {given}; look again first."


class PlatformVersionChanged(Conflict):
    zh = "平台上的申请已有变动，请同步后再操作。"
    en = "The case has changed on the platform; fetch it again first."


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


class PolicyRefuses(Conflict):
    zh = "{sentence_zh}"
    en = "{sentence_en}"


class OtherKindNeeded(Conflict):
    zh = "{sentence_zh}可以申请：{kinds}。"
    en = "{sentence_en} Possible here: {kinds}."


class TooManyAttempts(Conflict):
    zh = "同一申请最多提交 {most} 次。"
    en = "A request can be made {most} times at most."


class EvidenceMissing(Conflict):
    zh = "还缺少凭证：{kinds}。"
    en = "Evidence is missing: {kinds}."


class RefusalNotAllowed(Conflict):
    zh = "这个申请不能拒绝：{why}。"
    en = "This request cannot be refused: {why}."


class RefusalReasonUnknown(Invalid):
    zh = "请从列表中选择拒绝理由。"
    en = "Choose a reason for the refusal from the list."


class ShippedMeanwhile(Conflict):
    zh = "仓库已经发货，请按已发货仅退款处理。"
    en = "It was shipped meanwhile; handle it as a refund of a shipped order."


class MoneyUnderWay(Conflict):
    zh = "退款已经在路上，不能撤回。"
    en = "Money is on its way already; it cannot be taken back."


class GoodsReceived(Conflict):
    zh = "商品已经收到，不能撤回。"
    en = "The goods were received already; it cannot be taken back."


class AddressNeeded(Conflict):
    zh = "还没有设置退货地址。"
    en = "No return address is set up."


class TrackingNumberBad(Invalid):
    zh = "运单号应为 6 到 40 位字母或数字。"
    en = "A tracking number has 6 to 40 letters or digits."


class TrackingNumberUsed(Conflict):
    zh = "这个运单号已用于另一个申请。"
    en = "This tracking number belongs to another case."


class CountsWrong(Invalid):
    zh = "数量不对：收到的不能超过寄回的，合格与不合格之和须等于收到的。"
    en = "The counts do not fit: received within what was sent, accepted and rejected adding up."


class PhotosNeeded(Conflict):
    zh = "有不合格商品时必须附照片。"
    en = "Photos are needed when something is rejected."


class ConditionsNotChecked(Conflict):
    zh = "请先记录退货理由是否合理、商品是否符合退货条件。"
    en = "First record whether the reason is reasonable and the goods meet the conditions."


class InterceptionUnanswered(Conflict):
    zh = "快递的拦截结果还没有回复，不能同意退款。"
    en = "The courier has not answered about the interception; the refund has to wait."


class InterceptionNotPossible(Conflict):
    zh = "这个包裹不能拦截（{why}）。"
    en = "This parcel cannot be intercepted ({why})."


class InterceptionUnderWay(Conflict):
    zh = "已经发出过拦截。"
    en = "An interception is under way already."


class NoInterception(NotFound):
    zh = "没有进行中的拦截。"
    en = "No interception is under way."


class NoParcel(Conflict):
    zh = "订单没有运单号。"
    en = "The order has no tracking number."


class AboveYourLimit(Forbidden):
    zh = "{cents} 分超出你的权限，需要 {role} 审批。"
    en = "{cents} cents are beyond your limit; {role} has to approve."


class SecondPersonMustDiffer(Forbidden):
    zh = "需要另一个人审批。"
    en = "A second person has to approve."


class ReasonNeeded(Invalid):
    zh = "请写明原因。"
    en = "Say why."


class OfferUnderWay(Conflict):
    zh = "已有一个方案等待客户回复。"
    en = "An offer waits for the customer's answer already."


class OfferNotPossible(Conflict):
    zh = "没有可用的挽留方案（{why}）。"
    en = "No retention offer is possible here ({why})."


class OfferExpired(Conflict):
    zh = "方案已过期。"
    en = "The offer has expired."


class DisputeUnderWay(Conflict):
    zh = "已有进行中的纠纷。"
    en = "A dispute is under way already."


class EvidenceTooLate(Conflict):
    zh = "举证期已过。"
    en = "The time for evidence is over."


class GuideNotFound(NotFound):
    zh = "现在没有这份操作指引。"
    en = "There is no such guide now."


class NotOver(Conflict):
    zh = "这个申请还没有结束。"
    en = "This case is not over yet."


class NotAskedYet(Conflict):
    zh = "这个申请没有邀请评价。"
    en = "Nobody was asked about this case."


class FeedbackGivenAlready(Conflict):
    zh = "已经评价过。"
    en = "It has been answered already."


class MethodNotOffered(Invalid):
    zh = "本店不支持这种退货方式，可选：{methods}。"
    en = "This way of return is not offered here; there is: {methods}."


class AnsweredAlready(Conflict):
    zh = "这个纠纷已经答复过。"
    en = "This dispute has been answered already."


class ArbiterHandledIt(Forbidden):
    zh = "处理过这个申请的人不能裁决。"
    en = "Whoever handled the case cannot rule on it."


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


class NotMirrored(Conflict):
    zh = "这个申请不由平台管理。"
    en = "This case does not belong to a platform."


class PlatformOwnsIt(Conflict):
    zh = "这个申请由平台管理，请通过平台操作。"
    en = "A platform owns this case; act through it."


class PlatformWordUnknown(Invalid):
    zh = "不认识平台 {platform} 的状态“{word}”。"
    en = "The state {word} of {platform} is not known."


class NotSafeInBulk(Conflict):
    zh = "这个申请不能批量同意：{why}。"
    en = "This case cannot be approved in bulk: {why}."
