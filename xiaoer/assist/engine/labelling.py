"""Files in, files out: labelling, training, and building the shipped models."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from xiaoer.assist.engine import corpus, model, topics, training
from xiaoer.assist.engine.examples import Example
from xiaoer.assist.engine.model import SENTIMENT, TASKS, TOPIC, Model
from xiaoer.assist.errors import ModelOfAnotherTask
from xiaoer.core.i18n import Locale

_SENTENCES = {
    "no_tab": ("缺少标签和文字之间的制表符。", "There is no tab between label and text."),
    "no_label": ("没有标签。", "There is no label."),
    "no_text": ("没有文字。", "There is no text."),
    "not_0_or_1": ("情感标签只能是 1（好）或 0（坏）。", "A sentiment is 1 (good) or 0 (bad)."),
    "not_utf8": ("不是 UTF-8 编码。", "The line is not UTF-8."),
    "empty": (
        "这一行是空的，按无内容判断。",
        "The line is empty; it was judged as saying nothing.",
    ),
}


@dataclass(frozen=True)
class Problem:
    line: int
    code: str

    def sentence(self, locale: Locale) -> str:
        return _SENTENCES[self.code][0 if locale == "zh" else 1]


@dataclass
class Report:
    lines: int = 0
    labels: int = 0
    accuracy: float | None = None
    """Of the topics of lines kept aside during training."""
    problems: list[Problem] = field(default_factory=list)

    def as_dict(self, locale: Locale) -> dict[str, Any]:
        problems = [
            {"line": p.line, "code": p.code, "sentence": p.sentence(locale)} for p in self.problems
        ]
        return {**vars(self), "problems": problems}


def shipped_file(task: str) -> Path:
    return Path(str(resources.files("xiaoer.assist") / "shipped" / f"{task}.model"))


@lru_cache
def shipped(task: str) -> Model:
    """The model that comes with this release, loaded when first asked for."""
    return model.load(shipped_file(task))


def label_file(task: str, source: Path, target: Path, own: Path | None = None) -> Report:
    """One line out for every line in, in the same order."""
    chosen = model.load(own) if own else shipped(task)
    if chosen.task != task:
        raise ModelOfAnotherTask(task=chosen.task, asked=task)
    lines, problems = read_lines(source)
    problems += [Problem(n, "empty") for n, line in enumerate(lines, 1) if not line.strip()]
    answers = model.label(chosen, lines)
    target.write_text("".join("\t".join(each) + "\n" for each in answers), "utf-8")
    problems.sort(key=lambda each: each.line)
    return Report(len(lines), len(chosen.labels), None, problems)


def read_lines(source: Path) -> tuple[list[str], list[Problem]]:
    """Lines end with \\n or \\r\\n and with nothing else; a line that is no UTF-8 is named."""
    raw = source.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    if raw and not raw[-1]:
        raw.pop()
    lines, problems = [], []
    for number, piece in enumerate(raw, 1):
        try:
            lines.append(piece.removesuffix(b"\r").decode())
        except UnicodeDecodeError:
            problems.append(Problem(number, "not_utf8"))
            lines.append(piece.removesuffix(b"\r").decode(errors="replace"))
    return lines, problems


def train_file(task: str, source: Path, target: Path) -> Report:
    """A model from lines of `label<TAB>text`."""
    lines, problems = read_lines(source)
    broken = {each.line for each in problems}
    examples = []
    for number, line in enumerate(lines, 1):
        if number in broken:
            continue
        label, tab, text = line.partition("\t")
        code = _objection(task, label.strip(), tab, text)
        if code:
            problems.append(Problem(number, code))
        else:
            examples.append(Example(label.strip(), text.strip()))
    trained = training.train(task, examples)
    model.save(trained, target)
    problems.sort(key=lambda each: each.line)
    accuracy = trained.told.get("trial_accuracy")
    return Report(len(lines), len(trained.labels), accuracy, problems)


def _objection(task: str, label: str, tab: str, text: str) -> str | None:
    if not tab:
        return "no_tab"
    if not label:
        return "no_label"
    if not text.strip():
        return "no_text"
    if task == SENTIMENT and label not in ("0", "1"):
        return "not_0_or_1"
    return None


def examples_of(task: str) -> Sequence[Example]:
    return corpus.sentiment() if task == SENTIMENT else topics.examples()


def build_shipped(folder: Path | None = None) -> dict[str, int]:
    """Both shipped models from the shipped examples; file name → bytes."""
    built = {}
    for task in TASKS:
        path = folder / f"{task}.model" if folder else shipped_file(task)
        model.save(training.train(task, examples_of(task)), path)
        built[path.name] = path.stat().st_size
    shipped.cache_clear()
    return built


__all__ = ["TOPIC", "Report", "build_shipped", "label_file", "read_lines", "shipped", "train_file"]
