"""The two-level topics of the trade and the shipped messages of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from xiaoer.assist.engine.examples import Example

_BEFORE = ("", "", "你好，", "请问", "亲，", "在吗，")
_AFTER = ("", "？", "", "，谢谢", "啊", "，麻烦了")


@dataclass(frozen=True)
class Topic:
    """`name` is the label of the model; both names have two levels, as `物流/催发货`."""

    name: str
    name_en: str
    messages: tuple[str, ...]


@lru_cache
def shipped() -> tuple[Topic, ...]:
    """Every topic the shipped model knows, in the order of the file."""
    folder = resources.files("xiaoer.assist") / "shipped" / "topics"
    english: dict[str, str] = {}
    messages: dict[str, list[str]] = {}
    topic = ""
    for name in ("messages.txt", "more.txt"):
        for line in (folder / name).read_text("utf-8").splitlines():
            if line.startswith("# "):
                topic, _, name_en = (part.strip() for part in line[2:].partition("|"))
                english.setdefault(topic, name_en)
            elif line:
                messages.setdefault(topic, []).extend(line.split("|"))
    return tuple(Topic(name, english[name], tuple(said)) for name, said in messages.items())


def examples(fold: int | None = None, folds: int = 5, *, held: bool = False) -> list[Example]:
    """What the shipped model learns from. With `fold`, without every fifth message of each topic,
    or (`held`) those alone and as they stand."""
    found = []
    for topic in shipped():
        for number, message in enumerate(topic.messages):
            inside = fold is not None and number % folds == fold
            if inside != held:
                continue
            found += [Example(topic.name, text) for text in _said(message, number, held)]
    return found


def _said(message: str, number: int, held: bool) -> Iterator[str]:
    """A message, and again with the words people put around one."""
    yield message
    if not held and not message.isascii():
        yield _BEFORE[number % len(_BEFORE)] + message + _AFTER[(number // 2) % len(_AFTER)]


@lru_cache
def english() -> dict[str, str]:
    """A topic's label → its English name."""
    return {topic.name: topic.name_en for topic in shipped()}
