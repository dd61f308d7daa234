"""How commands answer: sentences for people, one JSON object for programs."""

import os
import sys
from typing import Annotated, Any, NoReturn

import orjson
import typer

from xiaoer.core.i18n import Locale

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


def locale() -> Locale:
    """The language of the terminal: 中文 where it says so, else English."""
    return "zh" if os.environ.get("LANG", "").startswith("zh") else "en"


def answer(facts: dict[str, Any], lines: list[str], *, as_json: bool) -> None:
    """Print `facts` for a program, or `lines` for a person."""
    if as_json:
        sys.stdout.write(orjson.dumps(facts, default=str, option=orjson.OPT_INDENT_2).decode())
        sys.stdout.write("\n")
    else:
        sys.stdout.write("".join(f"{line}\n" for line in lines))


def fail(code: str, sentence: str) -> NoReturn:
    """Say why not, on stderr; as JSON on stdout too when the caller asked for JSON."""
    if "--json" in sys.argv:
        answer({"code": code, "message": sentence}, [], as_json=True)
    sys.stderr.write(sentence + "\n")
    raise SystemExit(1)
