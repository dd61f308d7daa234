from xiaoer.core.errors import Conflict


class MessengerAway(Conflict):
    """Nothing is known of the delivery: it has to be tried again."""

    zh = "微信暂时没有应答，稍后会再发。"
    en = "WeChat does not answer; the message will be sent again."
