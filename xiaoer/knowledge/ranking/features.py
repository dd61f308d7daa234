"""What a text is compared by, read once and kept as a few hundred bytes."""

import itertools
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from xiaoer.knowledge.ranking import lexicon, sense, sounds
from xiaoer.knowledge.ranking.lexicon import Piece, Weight
from xiaoer.knowledge.ranking.sense import Vector
from xiaoer.knowledge.ranking.text import is_chinese, plain, words

Terms = npt.NDArray[np.uint32]
LONGEST = 400
"""Characters of a question that count; of a longer text the rest is left out."""


class Channel(IntEnum):
    """The ways two texts may be alike."""

    MEANINGS = 0
    """Groups of the lexicon, and the words it does not know."""
    ASKING = 1
    """What kind of answer is wanted, and whether something is denied."""
    CHARACTERS = 2
    SOUNDS = 3
    ANSWER = 4
    """Words and meanings of question and answer: how much of what is asked stands there."""


@dataclass(frozen=True)
class Features:
    """Terms by channel; a term is a hash, repeated as often as it stands in the text."""

    terms: tuple[Terms, ...]
    vector: Vector
    """Where the whole question stands among all others (`sense`)."""

    def packed(self) -> bytes:
        sizes = np.array([len(each) for each in self.terms], dtype=np.uint32)
        numbers = np.concatenate([sizes, *self.terms]).astype("<u4")
        return self.vector.tobytes() + numbers.tobytes()

    @staticmethod
    def unpacked(stored: bytes) -> "Features":
        numbers = np.frombuffer(stored, dtype="<u4", offset=sense.SIZE)
        count = len(Channel)
        ends = count + np.cumsum(numbers[:count], dtype=np.int64)
        starts = [count, *ends[:-1]]
        terms = tuple(numbers[a:b] for a, b in zip(starts, ends, strict=True))
        return Features(terms, np.frombuffer(stored, np.int8, sense.SIZE))


def read(text: str, body: str = "") -> Features:
    """The features of a question, and of the answer that belongs to it."""
    return read_many([(text, body)])[0]


def read_many(texts: Sequence[tuple[str, str]]) -> list[Features]:
    """Questions with their answers; many at once cost a fifth each."""
    vectors = sense.vectors([plain(text[:LONGEST]) for text, _ in texts])
    return [
        Features(_terms(text, body), vector)
        for (text, body), vector in zip(texts, vectors, strict=True)
    ]


def _terms(text: str, body: str) -> tuple[Terms, ...]:
    pieces = [each for each in lexicon.shipped().pieces(plain(text[:LONGEST])) if not _polite(each)]
    if not pieces:
        pieces = [Piece(plain(text[:LONGEST]), ())]
    said = " ".join(each.text for each in pieces)
    channels: dict[Channel, Sequence[str]] = {
        Channel.MEANINGS: list(_meanings(pieces)),
        Channel.ASKING: [
            group.name
            for piece in pieces
            for group in piece.groups
            if group.weight in (Weight.QUESTION, Weight.LIGHT)
        ],
        Channel.CHARACTERS: list(
            _characters(said.replace(" ", "") if _mostly_chinese(said) else said)
        ),
        Channel.SOUNDS: list(_sounds(said)),
        Channel.ANSWER: sorted(
            {*words(said), *_subjects(pieces), *words(plain(body)), *_groups_of(body)}
        ),
    }
    return tuple(_hashed(channel, channels[channel]) for channel in Channel)


def _polite(piece: Piece) -> bool:
    return bool(piece.groups) and all(each.weight is Weight.POLITE for each in piece.groups)


def _meanings(pieces: Sequence[Piece]) -> Iterator[str]:
    for piece in pieces:
        if not piece.groups:
            yield from words(piece.text)
    yield from _subjects(pieces)


def _subjects(pieces: Sequence[Piece]) -> Iterator[str]:
    """What the pieces are about, and what shorter wordings inside them are about."""
    known = lexicon.shipped().meanings
    for piece in pieces:
        named = [each.name for each in piece.groups if each.weight is Weight.SUBJECT]
        yield from named
        if not named or not is_chinese(piece.text[0]):
            continue
        for inner in _inside(piece.text):
            for group in known.get(inner, ()):
                if group.weight is Weight.SUBJECT and group.name not in named:
                    yield group.name


def _inside(form: str) -> Iterator[str]:
    """The shorter forms of two or more characters within one."""
    for size in range(2, len(form)):
        for start in range(len(form) - size + 1):
            yield form[start : start + size]


def _groups_of(body: str) -> Iterator[str]:
    return _subjects(list(lexicon.shipped().pieces(plain(body))))


def _mostly_chinese(text: str) -> bool:
    return 2 * sum(map(is_chinese, text)) >= len(text.replace(" ", ""))


def _characters(text: str) -> Iterator[str]:
    """Single characters, pairs, and threes of letters: a slip spoils only a few of them."""
    marked = f" {text} "
    yield from filter(is_chinese, text)
    for at in range(len(text) - 1):
        pair = text[at : at + 2]
        if " " not in pair and (is_chinese(pair[0]) or is_chinese(pair[1]) or pair.isdigit()):
            yield pair
    for at in range(len(marked) - 2):
        three = marked[at : at + 3]
        if three.isascii() and three[1] != " ":
            yield three


def _sounds(text: str) -> Iterator[str]:
    row: list[str] = []
    for word in _runs(text):
        row += sounds.of_letters(word) if word.isascii() else (sounds.of_char(word),)
    yield from row
    for before, after in itertools.pairwise(row):
        yield f"{before} {after}"


def _runs(text: str) -> Iterator[str]:
    """Chinese characters one by one, letters as whole words."""
    word = ""
    for char in f"{text} ":
        if char.isascii() and char.isalpha():
            word += char
            continue
        if word:
            yield word
            word = ""
        if is_chinese(char):
            yield char


def _hashed(channel: Channel, terms: Sequence[str]) -> Terms:
    seed = zlib.crc32(bytes([channel]))
    return np.array([zlib.crc32(each.encode(), seed) for each in terms], dtype=np.uint32)
