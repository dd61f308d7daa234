"""Commands of knowledge that need no database."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from xiaoer.app.cli.output import Json, answer, locale
from xiaoer.core.errors import Invalid
from xiaoer.knowledge import ranking

app = typer.Typer(no_args_is_help=True)

EACH = 10
SHOWN_PROBLEMS = 20
AT_ONCE = 256


class NotUtf8(Invalid):
    zh = "{file} 不是 UTF-8 文本（第 {byte} 字节处）。"
    en = "{file} is not UTF-8 text (at byte {byte})."


class NothingToRank(Invalid):
    zh = "{file} 里没有一行“编号<TAB>文字”。"
    en = "{file} has no line like id<TAB>text."


class CannotWrite(Invalid):
    zh = "无法写入 {file}：{why}。"
    en = "{file} cannot be written: {why}."


@dataclass(frozen=True)
class Problem:
    """A line that was left out, and why."""

    file: str
    line: int
    zh: str
    en: str

    def sentence(self) -> str:
        why = self.zh if locale() == "zh" else self.en
        return f"{self.file}:{self.line}: {why}"


@app.callback()
def knowledge() -> None:
    """What is looked up, without a server."""


@app.command()
def search(
    questions: Annotated[
        Path, typer.Option(exists=True, dir_okay=False, help="Standard questions: id<TAB>text.")
    ],
    queries: Annotated[
        Path, typer.Option(exists=True, dir_okay=False, help="What people ask: id<TAB>text.")
    ],
    out: Annotated[Path, typer.Option(dir_okay=False, help="Written: query_id<TAB>id1,id2,…")],
    as_json: Json = False,
) -> None:
    """Rank standard questions for each query with the engine of the desk; the ten nearest, best
    first. Both files are UTF-8. Lines that cannot be read are named and left out."""
    known, problems = _read(questions)
    asked, more = _read(queries)
    problems += more
    ranked = rank([text for _, text in known], [text for _, text in asked])
    lines = [
        f"{query}\t{','.join(known[place][0] for place in places)}\n"
        for (query, _), places in zip(asked, ranked, strict=True)
    ]
    try:
        out.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise CannotWrite(file=out, why=error.strerror) from error
    facts = {
        "questions": len(known),
        "queries": len(asked),
        "out": str(out),
        "left_out": [each.sentence() for each in problems],
    }
    told = f"{len(asked)} queries ranked over {len(known)} questions: {out}"
    answer(facts, [told], as_json=as_json)
    for each in problems[:SHOWN_PROBLEMS]:
        sys.stderr.write(each.sentence() + "\n")
    if len(problems) > SHOWN_PROBLEMS:
        sys.stderr.write(f"… {len(problems) - SHOWN_PROBLEMS} more; --json lists all.\n")


def rank(questions: Sequence[str], queries: Sequence[str]) -> list[list[int]]:
    """The places of the ten questions nearest to each query, best first."""
    index = ranking.Index.of(
        [ranking.Entry(at, read) for at, read in enumerate(_features(questions))]
    )
    return [
        [found.owner for found in index.search(read, limit=EACH)] for read in _features(queries)
    ]


def _features(texts: Sequence[str]) -> list[ranking.Features]:
    found: list[ranking.Features] = []
    for start in range(0, len(texts), AT_ONCE):
        some = texts[start : start + AT_ONCE]
        found += ranking.read_many([(text, "") for text in some])
    return found


def _read(file: Path) -> tuple[list[tuple[str, str]], list[Problem]]:
    """The pairs of a file, and the lines that are none."""
    try:
        content = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotUtf8(file=file.name, byte=error.start) from error
    pairs: dict[str, str] = {}
    problems: list[Problem] = []
    for number, line in enumerate(content.split("\n"), start=1):
        line = line.rstrip("\r")
        if not line.strip():
            continue
        name, tab, text = line.partition("\t")
        name, text = name.strip(), text.strip()
        why = None
        if not tab:
            why = ("没有制表符，已略过。", "no tab; left out.")
        elif not name or "," in name:
            why = ("编号为空或含逗号，已略过。", "the id is empty or has a comma; left out.")
        elif not text:
            why = ("没有文字，已略过。", "no text; left out.")
        elif name in pairs:
            why = ("编号重复，已略过。", "the id is there already; left out.")
        if why:
            problems.append(Problem(file.name, number, *why))
        else:
            pairs[name] = text
    if not pairs:
        raise NothingToRank(file=file.name)
    return list(pairs.items()), problems
