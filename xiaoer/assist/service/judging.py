"""The shipped models, loaded by whoever judges first: web processes never do and stay small."""

import importlib
from functools import lru_cache
from typing import Any


@lru_cache
def _model(task: str) -> Any:
    return importlib.import_module("xiaoer.assist.engine.labelling").shipped(task)


def bad_share(text: str) -> float:
    """How likely the text is a bad word about us, 0 … 1."""
    return float(_model("sentiment").shares(text)[0])


def topic(text: str) -> tuple[str, float]:
    """The likeliest topic and its share of all."""
    name, share = _model("topic").best(text, 1)[0]
    return str(name), float(share)
