"""Refusals a shopper may read."""

from xiaoer.core.errors import Conflict, Invalid, NotFound, TooMany, Unauthorized


class VisitorUnknown(Unauthorized):
    zh = "对话已过期，请刷新页面。"
    en = "This chat has expired. Please reload the page."


class IdentityNotVouched(Invalid):
    zh = "店铺没有为这个身份作证，或证明已过期。"
    en = "The shop does not vouch for this identity, or its word has expired."


class OrderNotMatched(NotFound):
    zh = "订单号和手机号后四位对不上，请核对后再试。"
    en = "The order number and the last four digits of the phone do not match. Please check them."


class TooManyAttempts(TooMany):
    zh = "尝试次数太多，请 {minutes} 分钟后再试，或直接把问题发给客服。"
    en = "Too many attempts. Please try again in {minutes} minutes, or just ask us in the chat."


class TooManyMessages(TooMany):
    zh = "发得太快了，请 {seconds} 秒后再发；这条消息没有发出。"
    en = "That was too fast: please wait {seconds} seconds. This message was not sent."


class TooManyUploads(TooMany):
    zh = "上传的文件太多，请 {minutes} 分钟后再试；这个文件没有保存。"
    en = "Too many uploads: please wait {minutes} minutes. This file was not stored."


class TooManyVisits(TooMany):
    zh = "访问过于频繁，请稍后再试。"
    en = "Too many visits from here. Please try again in a moment."


class NotAnOrigin(Invalid):
    zh = "“{value}”不是网站地址，应当像 https://shop.example 这样。"
    en = "“{value}” is not the address of a site; it should look like https://shop.example."


class NothingSaidYet(Conflict):
    zh = "还没有对话可以评价。"
    en = "There is no talk to rate yet."
