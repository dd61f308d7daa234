"""How well questions are found: ours beside plain character BM25, on paraphrases never tuned on.

The pairs lie in `bench/pairs/`: a standard question and other wordings of it, one line each. Every
other line is for tuning, the figures are of the rest; all questions stand in the pool.
"""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from bench import common
from xiaoer.app.cli.knowledge import EACH, rank

PAIRS = Path(__file__).parent / "pairs"
K1, B = 1.2, 0.75

Ranking = list[list[int]]


def pairs() -> tuple[list[str], list[tuple[str, int]]]:
    """The standard questions, and the other wordings with the place of their question."""
    lines = [
        line.strip().split(" | ")
        for file in sorted(PAIRS.glob("*.txt"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    wordings = [(text, place) for place, line in enumerate(lines) for text in line[1:]]
    return [line[0] for line in lines], wordings


def bm25(questions: Sequence[str], queries: Sequence[str]) -> Ranking:
    """Okapi BM25 over single characters, as any search box begins."""
    counts = [Counter(each.replace(" ", "")) for each in questions]
    holding: dict[str, list[int]] = {}
    for at, each in enumerate(counts):
        for char in each:
            holding.setdefault(char, []).append(at)
    mean = sum(map(len, questions)) / len(questions)
    found = []
    for query in queries:
        scores = dict.fromkeys(range(len(questions)), 0.0)
        for char in query.replace(" ", ""):
            some = holding.get(char, ())
            idf = math.log(1 + (len(questions) - len(some) + 0.5) / (len(some) + 0.5))
            for at in some:
                times, length = counts[at][char], len(questions[at])
                scores[at] += idf * times * (K1 + 1) / (times + K1 * (1 - B + B * length / mean))
        found.append(sorted(scores, key=lambda at: (-scores[at], at))[:EACH])
    return found


def judged(ranking: Ranking, right: Sequence[int]) -> dict[str, float]:
    """hit@1, 5 and 10, and the mean reciprocal rank among ten."""
    places = [row.index(r) if r in row else None for row, r in zip(ranking, right, strict=True)]
    told = {
        f"hit_{n}": sum(p is not None and p < n for p in places) / len(places) for n in (1, 5, 10)
    }
    told["mrr_10"] = sum(1 / (p + 1) for p in places if p is not None) / len(places)
    return {name: round(value, 4) for name, value in told.items()}


def main(*, as_json: bool) -> None:
    """Figures of the half that was not tuned on."""
    questions, wordings = pairs()
    held_out = [(text, place) for text, place in wordings if place % 2]
    queries, right = [text for text, _ in held_out], [place for _, place in held_out]
    engines: dict[str, Callable[[Sequence[str], Sequence[str]], Ranking]] = {
        "bm25": bm25,
        "xiaoer": rank,
    }
    figures: dict[str, object] = {"questions": len(questions), "queries": len(queries)}
    for name, engine in engines.items():
        for measure, value in judged(engine(questions, queries), right).items():
            figures[f"{name}_{measure}"] = value
    common.tell(figures, as_json=as_json)
