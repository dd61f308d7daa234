"""Commands of the local engine: label, train, build the shipped models."""

import importlib
import sys
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import typer

from xiaoer.app.cli.output import Json, answer, locale

app = typer.Typer(no_args_is_help=True)

SHOWN_PROBLEMS = 20


class Task(StrEnum):
    SENTIMENT = "sentiment"
    TOPIC = "topic"


TaskOption = Annotated[Task, typer.Option("--task", help="sentiment or topic.")]
In = Annotated[Path, typer.Option("--in", exists=True, dir_okay=False, help="A UTF-8 file.")]


@app.callback()
def assist() -> None:
    """The local engine: label texts, train on your own labels."""


@app.command()
def label(
    task: TaskOption,
    source: In,
    target: Annotated[Path, typer.Option("--out", help="One line per line of the input.")],
    model: Annotated[Path | None, typer.Option("--model", help="A trained model.")] = None,
    as_json: Json = False,
) -> None:
    """Label each line: 1 good or 0 bad; or up to three topics, best first, between tabs."""
    report = _engine().label_file(task.value, source, target, model)
    _tell(report, f"{report.lines} lines labelled.", as_json=as_json)


@app.command()
def train(
    task: TaskOption,
    source: In,
    target: Annotated[Path, typer.Option("--out", help="Where the model is written.")],
    as_json: Json = False,
) -> None:
    """Train on lines of label<TAB>text. Lines that cannot be used are named."""
    report = _engine().train_file(task.value, source, target)
    said = f"Trained on {report.lines - len(report.problems)} lines, {report.labels} labels."
    if report.accuracy is not None:
        said += f" On lines kept aside {report.accuracy:.1%} were right."
    _tell(report, said, as_json=as_json)


@app.command()
def build(as_json: Json = False) -> None:
    """Train the shipped models anew from the examples of this release."""
    built = _engine().build_shipped()
    lines = [f"{name}: {size} bytes" for name, size in built.items()]
    answer({"built": built}, lines, as_json=as_json)


def _engine() -> ModuleType:
    """Loaded when it is used: the server's image is made from this command and needs no NumPy."""
    return importlib.import_module("xiaoer.assist.engine.labelling")


def _tell(report: Any, said: str, *, as_json: bool) -> None:
    language = locale()
    problems = [f"  line {p.line}: {p.sentence(language)}" for p in report.problems]
    more = len(problems) - SHOWN_PROBLEMS
    shown = problems[:SHOWN_PROBLEMS] + ([f"  … and {more} more"] if more > 0 else [])
    if shown and not as_json:
        sys.stderr.write(f"{len(problems)} lines were not used:\n" + "\n".join(shown) + "\n")
    answer(report.as_dict(language), [said], as_json=as_json)
