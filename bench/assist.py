"""Assist: how well the local engine labels texts it has not seen, beside two plain yardsticks.

Sentiment: every trade is left out of training once and its clauses are labelled; the same for plain
naive Bayes over words. The reviews of `texts/reviews.txt` are never trained on; SnowNLP's own
shipped model labels them too. Topics: five folds of the shipped messages. `python -m bench.assist
[--json] [--data FOLDER]`; the folder may hold the public English sets for `assist train`.
"""

import argparse
import csv
import json
import random
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from bench import common
from xiaoer.assist.engine import corpus, labelling, texts, topics, training
from xiaoer.assist.engine.examples import SEED, Example
from xiaoer.assist.engine.model import SENTIMENT, TOPIC, Model

GROUPS = 5
SNOWNLP = "snownlp==0.12.3"
ASK_SNOWNLP = (
    "import sys, json; from snownlp import SnowNLP;"
    "print(json.dumps([SnowNLP(t).sentiments for t in json.load(sys.stdin)]))"
)


def accuracy(guess: Callable[[str], str], examples: Sequence[Example]) -> float:
    return sum(guess(each.text) == each.label for each in examples) / len(examples)


def reviews() -> list[Example]:
    lines = (Path(__file__).parent / "texts" / "reviews.txt").read_text("utf-8").splitlines()
    return [Example(*line.split("\t", 1)) for line in lines]


def naive_bayes(examples: Sequence[Example]) -> Callable[[str], str]:
    """Plain multinomial naive Bayes over words, as a first lesson would build it."""
    import rjieba
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.naive_bayes import MultinomialNB
    from sklearn.pipeline import make_pipeline

    machine = make_pipeline(CountVectorizer(analyzer=rjieba.cut), MultinomialNB())
    machine.fit([each.text for each in examples], [each.label for each in examples])
    return lambda text: str(machine.predict([text])[0])


def snownlp(lines: Sequence[str]) -> list[float]:
    """What SnowNLP's shipped model says, in an environment of its own."""
    folder = common.ROOT / ".cache" / "snownlp"
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-qq", SNOWNLP], check=True)
    command = [python, "-c", ASK_SNOWNLP]
    told = subprocess.run(
        command, input=json.dumps(list(lines)), capture_output=True, text=True, check=True
    )
    return [float(each) for each in json.loads(told.stdout)]


def sentiment() -> dict[str, Any]:
    trades = sorted({clause.trade for clause in corpus.clauses()})
    ours, plain, count = 0.0, 0.0, 0
    for number in range(GROUPS):
        left_out = trades[number::GROUPS]
        held = [
            Example(corpus.GOOD if clause.good else corpus.BAD, clause.text)
            for clause in corpus.clauses()
            if clause.trade in left_out
        ]
        known = corpus.sentiment(without=left_out)
        ours += accuracy(_first(training.train(SENTIMENT, known)), held) * len(held)
        plain += accuracy(naive_bayes(known), held) * len(held)
        count += len(held)
    unseen = reviews()
    judged = snownlp([each.text for each in unseen])
    right = sum((p > 0.5) == (e.label == "1") for p, e in zip(judged, unseen, strict=True))
    return {
        "trades_left_out_clauses": count,
        "trades_left_out_ours": ours / count,
        "trades_left_out_naive_bayes": plain / count,
        "reviews": len(unseen),
        "reviews_ours": accuracy(_first(labelling.shipped(SENTIMENT)), unseen),
        "reviews_naive_bayes": accuracy(naive_bayes(corpus.sentiment()), unseen),
        "reviews_snownlp": right / len(unseen),
    }


def _first(model: Model) -> Callable[[str], str]:
    return lambda text: model.best(text, 1)[0][0]


def topic() -> dict[str, Any]:
    ours = top = plain = count = 0
    for fold in range(GROUPS):
        known, held = topics.examples(fold), topics.examples(fold, held=True)
        model, bayes = training.train(TOPIC, known), naive_bayes(known)
        for each in held:
            best = [name for name, _ in model.best(each.text)]
            ours += best[0] == each.label
            top += each.label in best
            plain += bayes(each.text) == each.label
            count += 1
    return {
        "topics": len(topics.shipped()),
        "topic_messages": count,
        "topic_ours": ours / count,
        "topic_ours_within_three": top / count,
        "topic_naive_bayes": plain / count,
    }


def public_sets(folder: Path) -> dict[str, Any]:
    """`assist train` on the English sets of `folder`, a fifth of each kept aside."""
    told: dict[str, Any] = {}
    for name, examples in _sets(folder):
        random.Random(SEED).shuffle(examples)
        cut = len(examples) // 5
        begin = time.process_time()
        model = training.train(TOPIC, examples[cut:])
        told[f"{name}_train_cpu_sec"] = time.process_time() - begin
        told[name] = accuracy(_first(model), examples[:cut])
    return told


def _sets(folder: Path) -> Iterable[tuple[str, list[Example]]]:
    for name, file, text, label in (
        ("banking77", "banking77/train.csv", "text", "category"),
        ("bitext_cs", "bitext_cs/train.csv", "utterance", "intent"),
    ):
        if (folder / file).exists():
            with (folder / file).open(encoding="utf-8") as rows:
                yield name, [Example(row[label], row[text]) for row in csv.DictReader(rows)]


def speed() -> dict[str, Any]:
    model, lines = labelling.shipped(SENTIMENT), [each.text for each in reviews()]
    model.best(lines[0])
    begin = time.process_time()
    for line in lines:
        model.best(texts.normal(line))
    return {"label_cpu_ms": (time.process_time() - begin) / len(lines) * 1000}


def main(*, as_json: bool, data: Path | None = None) -> None:
    figures = {"machine": common.machine()} | sentiment() | topic() | speed()
    if data:
        figures |= public_sets(data)
    common.tell(figures, as_json=as_json)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench.assist", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--data", type=Path, help="a folder with the public English sets")
    asked = parser.parse_args(sys.argv[1:])
    main(as_json=asked.json, data=asked.data)
