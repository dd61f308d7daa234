"""Training: TF-IDF over our own terms and a linear model, its strength chosen by a small trial.

scikit-learn is loaded here and nowhere else, when somebody trains: it weighs a hundred megabytes.
"""

import math
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from xiaoer.assist.engine import polarity, texts
from xiaoer.assist.engine.examples import SEED, Example
from xiaoer.assist.engine.model import SENTIMENT, Floats, Model, counts
from xiaoer.assist.errors import TooFewExamples

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

STRENGTHS = (0.25, 0.5, 1.0, 2.0, 4.0)
"""C of the support vector machine: how closely it follows its examples."""
TRIAL_LINES = 4000
FOLDS = 3
MOST_TERMS = 120_000
MOST_WEIGHTS = 12_000_000
FIGURES_SCALE = 1.0


@dataclass(frozen=True)
class Counted:
    """Examples as the model sees them."""

    terms: list[dict[str, int]]
    figures: list[tuple[float, ...]]


def train(task: str, examples: Sequence[Example]) -> Model:
    """Deterministic: the same examples in the same order make the same model."""
    labels = ["0", "1"] if task == SENTIMENT else sorted({each.label for each in examples})
    if len({each.label for each in examples}) < 2:
        raise TooFewExamples
    counted = _counted(task, examples)
    vocabulary, rarity = _vocabulary(counted.terms, len(labels))
    matrix = _matrix(counted, vocabulary, rarity)
    wanted = np.asarray([labels.index(each.label) for each in examples])
    weights = np.asarray([each.weight for each in examples])
    told: dict[str, Any] = {"lines": len(examples), "labels": len(labels)}
    if task == SENTIMENT:
        fitted = _fit_logistic(matrix, wanted, weights, 4.0)
        temperature = 1.0
    else:
        strength, accuracy = _best_strength(matrix, wanted)
        told |= {"strength": strength, "trial_accuracy": accuracy}
        fitted = _fit_machine(matrix, wanted, weights, strength)
        temperature = _temperature(matrix, wanted, strength)
    kept = np.asarray(fitted.coef_.T, np.float32)
    bias = np.asarray(fitted.intercept_, np.float32)
    if task != SENTIMENT and len(labels) == 2:
        kept, bias = np.hstack([-kept, kept]), np.concatenate([-bias, bias])
    return Model(task, labels, vocabulary, rarity, kept, bias, temperature, told)


def _counted(task: str, examples: Sequence[Example]) -> Counted:
    terms, figures = [], []
    for each in examples:
        found, sums = counts(task, texts.normal(each.text))
        terms.append(found)
        figures.append(sums)
    return Counted(terms, figures)


def _vocabulary(terms: Sequence[dict[str, int]], labels: int) -> tuple[list[str], Floats]:
    """The terms worth keeping, in order, and how rare each is."""
    often: Counter[str] = Counter()
    for found in terms:
        often.update(found.keys())
    least = 1 if len(terms) < 2000 else 2
    most = min(MOST_TERMS, MOST_WEIGHTS // labels)
    kept = sorted(
        (term for term, times in often.items() if times >= least and "\n" not in term),
        key=lambda term: (-often[term], term),
    )[:most]
    kept.sort()
    count = len(terms)
    rarity = [math.log((1 + count) / (1 + often[term])) + 1 for term in kept]
    return kept, np.asarray(rarity, np.float32)


def _matrix(counted: Counted, vocabulary: list[str], rarity: Floats) -> "csr_matrix":
    from scipy import sparse

    places = {term: place for place, term in enumerate(vocabulary)}
    data, columns, ends = [], [], [0]
    for found, figures in zip(counted.terms, counted.figures, strict=True):
        known = [(places[term], times) for term, times in found.items() if term in places]
        values = [(1 + math.log(times)) * float(rarity[place]) for place, times in known]
        length = math.sqrt(sum(value * value for value in values)) or 1.0
        columns += [place for place, _ in known]
        data += [value / length for value in values]
        columns += range(len(vocabulary), len(vocabulary) + len(figures))
        data += figures
        ends.append(len(columns))
    width = len(vocabulary) + (len(polarity.FIGURES) if counted.figures[0] else 0)
    return sparse.csr_matrix((data, columns, ends), (len(counted.terms), width), np.float64)


def _fit_logistic(matrix: Any, wanted: NDArray[Any], weights: NDArray[Any], strength: float) -> Any:
    from sklearn.linear_model import LogisticRegression

    machine = LogisticRegression(C=strength, solver="liblinear", random_state=SEED, max_iter=400)
    return machine.fit(matrix, wanted, weights)


def _fit_machine(matrix: Any, wanted: NDArray[Any], weights: NDArray[Any], strength: float) -> Any:
    from sklearn.svm import LinearSVC

    machine = LinearSVC(C=strength, random_state=SEED, max_iter=3000, tol=1e-3)
    return machine.fit(matrix, wanted, weights)


def _folds(wanted: NDArray[Any], sample: NDArray[Any]) -> list[NDArray[Any]]:
    """Each label dealt out evenly over the folds."""
    dealt: dict[int, int] = {}
    fold = np.empty(len(sample), int)
    for number, place in enumerate(sample):
        given = dealt.get(int(wanted[place]), 0)
        fold[number] = given % FOLDS
        dealt[int(wanted[place])] = given + 1
    return [np.flatnonzero(fold == each) for each in range(FOLDS)]


def _sample(count: int) -> NDArray[Any]:
    places = list(range(count))
    random.Random(SEED).shuffle(places)
    return np.asarray(sorted(places[:TRIAL_LINES]))


def _best_strength(matrix: Any, wanted: NDArray[Any]) -> tuple[float, float]:
    """The setting that does best on lines it was not trained on, and how well."""
    sample = _sample(len(wanted))
    scored = [(_accuracy(matrix, wanted, sample, each), -each) for each in STRENGTHS]
    accuracy, strength = max(scored)
    return -strength, round(accuracy, 4)


def _accuracy(matrix: Any, wanted: NDArray[Any], sample: NDArray[Any], strength: float) -> float:
    right = 0
    for held, scores in _held_out(matrix, wanted, sample, strength):
        right += int((scores.argmax(axis=1) == wanted[held]).sum())
    return right / len(sample)


def _held_out(
    matrix: Any, wanted: NDArray[Any], sample: NDArray[Any], strength: float
) -> list[tuple[NDArray[Any], NDArray[Any]]]:
    """Scores of every label for each part, by a machine trained on the other parts."""
    told = []
    for fold in _folds(wanted, sample):
        held = sample[fold]
        rest = np.setdiff1d(sample, held)
        if not len(held) or len(set(wanted[rest].tolist())) < 2:
            continue
        machine = _fit_machine(matrix[rest], wanted[rest], np.ones(len(rest)), strength)
        scores = machine.decision_function(matrix[held])
        if scores.ndim == 1:
            scores = np.stack([-scores, scores], axis=1)
        full = np.full((len(held), int(wanted.max()) + 1), -9.0)
        full[:, machine.classes_] = scores
        told.append((held, full))
    return told


def _temperature(matrix: Any, wanted: NDArray[Any], strength: float) -> float:
    """What makes the shares honest: of the labels given 0.8, eight of ten are right."""
    parts = _held_out(matrix, wanted, _sample(len(wanted)), strength)
    if not parts:
        return 1.0
    held = np.concatenate([part for part, _ in parts])
    scores = np.concatenate([part for _, part in parts])
    return min((_surprise(scores / each, wanted[held]), each) for each in _TEMPERATURES)[1]


_TEMPERATURES = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 1.0, 1.5)


def _surprise(scaled: NDArray[Any], wanted: NDArray[Any]) -> float:
    top = scaled.max(axis=1, keepdims=True)
    total = np.log(np.exp(scaled - top).sum(axis=1)) + top[:, 0]
    return float((total - scaled[np.arange(len(wanted)), wanted]).mean())
