"""A trained model: which terms it knows, what they weigh, and how it is kept in a file.

The file is a NumPy archive of plain arrays and a JSON head; nothing in it is executed.
"""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from xiaoer.assist.engine import polarity, texts
from xiaoer.assist.errors import NotAModel

FORMAT = 1
SENTIMENT, TOPIC = "sentiment", "topic"
TASKS = (SENTIMENT, TOPIC)

Floats = NDArray[np.float32]


@dataclass
class Model:
    """Weights of `labels` over `vocabulary`, and for sentiment over the lexicon's figures too."""

    task: str
    labels: list[str]
    vocabulary: list[str]
    rarity: Floats
    """idf of each term."""
    weights: Floats
    """One row per term, one column per label; the lexicon's figures are the last rows."""
    bias: Floats
    temperature: float = 1.0
    """Scores are divided by it before they become shares of one."""
    told: dict[str, Any] = field(default_factory=dict)
    """Where it comes from: lines, settings, measured accuracy."""

    @cached_property
    def places(self) -> dict[str, int]:
        return {term: place for place, term in enumerate(self.vocabulary)}

    def scores(self, text: str) -> Floats:
        """One score per label, the highest the best."""
        normal = texts.normal(text)
        counted, figures = counts(self.task, normal)
        places, values = self._vector(counted)
        score = values @ self.weights[places] + self.bias
        if figures:
            score = score + np.asarray(figures, np.float32) @ self.weights[len(self.vocabulary) :]
        return np.asarray(score, np.float32)

    def _vector(self, counted: dict[str, int]) -> tuple[NDArray[np.intp], Floats]:
        known = [(self.places[term], n) for term, n in counted.items() if term in self.places]
        places = np.fromiter((place for place, _ in known), np.intp, len(known))
        amounts = np.fromiter((n for _, n in known), np.float32, len(known))
        values = (1 + np.log(amounts)) * self.rarity[places]
        length = float(np.sqrt(values @ values))
        return places, values / length if length else values

    def shares(self, text: str) -> Floats:
        """How likely each label is, together one."""
        scaled = self.scores(text) / self.temperature
        if len(self.bias) == 1:
            good = 1 / (1 + np.exp(-scaled[0]))
            return np.asarray([1 - good, good], np.float32)
        raised = np.exp(scaled - scaled.max())
        return np.asarray(raised / raised.sum(), np.float32)

    def best(self, text: str, limit: int = 3) -> list[tuple[str, float]]:
        """The likeliest labels with their shares, best first; ties in the order of the labels."""
        shares = self.shares(text)
        order = np.argsort(-shares, kind="stable")[:limit]
        return [(self.labels[place], float(shares[place])) for place in order]


def counts(task: str, normal: str) -> tuple[dict[str, int], tuple[float, ...]]:
    """The terms of a normal text; for sentiment also the hits and figures of the lexicon."""
    counted = texts.terms(normal)
    if task != SENTIMENT:
        return counted, ()
    read = polarity.read(normal)
    for term in read.terms:
        counted[term] = counted.get(term, 0) + 1
    return counted, read.figures


def save(model: Model, path: Path) -> None:
    """The same model makes the same bytes."""
    head = {
        "format": FORMAT,
        "task": model.task,
        "labels": model.labels,
        "temperature": model.temperature,
        "told": model.told,
    }
    largest = np.abs(model.weights).max(axis=0, initial=1e-9) / 127
    arrays = {
        "head": np.frombuffer(orjson.dumps(head), np.uint8),
        "terms": np.frombuffer("\n".join(model.vocabulary).encode(), np.uint8),
        "rarity": model.rarity.astype(np.float16),
        "weights": np.round(model.weights / largest).astype(np.int8),
        "step": largest.astype(np.float32),
        "bias": model.bias.astype(np.float32),
    }
    path.write_bytes(_archive(arrays))


def _archive(arrays: dict[str, NDArray[Any]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in arrays.items():
            held = io.BytesIO()
            np.lib.format.write_array(held, np.ascontiguousarray(array), allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", (2000, 1, 1, 0, 0, 0))
            archive.writestr(entry, held.getvalue(), zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def load(path: Path) -> Model:
    """Raises `NotAModel` for anything that `save` has not written."""
    try:
        with np.load(path, allow_pickle=False) as kept:
            head = orjson.loads(kept["head"].tobytes())
            if head["format"] != FORMAT:
                raise NotAModel(file=path.name)
            return _restored(head, {name: kept[name] for name in kept.files})
    except (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
        raise NotAModel(file=path.name) from error


def _restored(head: dict[str, Any], kept: dict[str, NDArray[Any]]) -> Model:
    return Model(
        task=head["task"],
        labels=head["labels"],
        vocabulary=kept["terms"].tobytes().decode().split("\n"),
        rarity=kept["rarity"].astype(np.float32),
        weights=kept["weights"].astype(np.float32) * kept["step"],
        bias=kept["bias"],
        temperature=head["temperature"],
        told=head["told"],
    )


def label(model: Model, lines: Sequence[str]) -> list[list[str]]:
    """One answer per line: `1` or `0` for sentiment, else up to three labels, best first."""
    limit = 1 if model.task == SENTIMENT else 3
    return [[name for name, _ in model.best(line, limit)] for line in lines]
