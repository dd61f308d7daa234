"""Parcels, counts and places that do not fit."""

from xiaoer.core.errors import Conflict, Invalid, NotFound


class ChoiceNotPossible(Invalid):
    zh = "{zh}应在 {least} 到 {most} 之间。"
    en = "{en} must be from {least} to {most}."


class NoReturnMethod(Invalid):
    zh = "至少要提供一种退货方式。"
    en = "At least one way of sending goods back is needed."


class PlaceNotFound(NotFound):
    zh = "没有这个退货地址。"
    en = "There is no such return address."


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
