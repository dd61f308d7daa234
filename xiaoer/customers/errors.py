"""Refusals about customers, as sentences."""

from xiaoer.core.errors import Conflict, Invalid, NotFound, TooMany


class CustomerNotFound(NotFound):
    zh = "没有这位客户。"
    en = "There is no such customer."


class AddressNotFound(NotFound):
    zh = "没有这个地址。"
    en = "There is no such address."


class NothingToReveal(NotFound):
    zh = "这一项没有内容。"
    en = "There is nothing behind this mask."


class ReasonMissing(Invalid):
    zh = "请写明查看原因。"
    en = "Please give the reason for looking."


class TooManyReveals(TooMany):
    zh = "你在一小时内查看明文已达 {limit} 次。"
    en = "You have looked behind the mask {limit} times within an hour."


class SameCustomer(Conflict):
    zh = "不能把客户与自己合并。"
    en = "A customer cannot be merged with themselves."


class OtherShop(Conflict):
    zh = "两位客户不在同一家店铺。"
    en = "These customers belong to different shops."


class CustomerErased(Conflict):
    zh = "这位客户的个人信息已被删除。"
    en = "The personal data of this customer has been erased."


class TooManyTags(Invalid):
    zh = "标签最多 {most} 个。"
    en = "A customer has at most {most} tags."
