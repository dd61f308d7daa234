"""What can go wrong in the business, as sentences, and how HTTP should say it.

A room subclasses one of the five kinds and gives the sentence in both languages;
the class name is the code that programs read.
"""

from typing import Any, ClassVar


class DeskError(Exception):
    """A rule said no. `facts` fill the sentence and reach the client as `detail`."""

    status: ClassVar[int] = 500
    zh: ClassVar[str] = "出了点问题。"
    en: ClassVar[str] = "Something went wrong."

    def __init__(self, **facts: Any) -> None:
        self.facts = facts
        super().__init__(self.sentence("en"))

    @property
    def code(self) -> str:
        return type(self).__name__

    def sentence(self, locale: str) -> str:
        """The refusal for a person who reads `locale` (`zh` or `en`)."""
        template = self.zh if locale.startswith("zh") else self.en
        return template.format(**self.facts)


class Invalid(DeskError):
    """The input is malformed."""

    status = 422


class Unauthorized(DeskError):
    """Nobody known is asking."""

    status = 401
    zh = "请先登录。"
    en = "Please sign in first."


class Forbidden(DeskError):
    """The actor lacks a permission."""

    status = 403


class NotFound(DeskError):
    """There is no such thing, or none that this actor may know of."""

    status = 404
    zh = "没有找到。"
    en = "There is nothing here."


class Conflict(DeskError):
    """The move is not legal in the present state."""

    status = 409


class TooMany(DeskError):
    """A limit was reached."""

    status = 429


class MissingPermission(Forbidden):
    zh = "你没有这项权限：{permission}。"
    en = "You need the permission {permission}."


class BrokenText(Invalid):
    zh = "文字里有无法保存的字符。"
    en = "The text contains characters that cannot be stored."


class KeyReused(Invalid):
    zh = "同一个幂等键被用于不同的内容。"
    en = "This idempotency key was used before with another content."
