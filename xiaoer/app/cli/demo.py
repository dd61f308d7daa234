"""Commands about the demo shops."""

import sys
from typing import Annotated

import typer

from xiaoer.app.cli.output import Json, answer
from xiaoer.app.demo import life, loading
from xiaoer.app.installation import database
from xiaoer.core import db

app = typer.Typer(no_args_is_help=True)


@app.command()
def load(
    seed: Annotated[int, typer.Option(help="The same number makes the same demo.")] = loading.SEED,
    as_json: Json = False,
) -> None:
    """Fill an empty installation with two demo shops."""
    with database():
        demo = loading.load(_silent if as_json else _say, seed=seed)
    facts = {
        "shops": demo.shop_codes,
        "logins": [login for login, _ in demo.logins],
        "password": demo.password,
    }
    people = ", ".join(f"{login} ({name})" for login, name in demo.logins)
    answer(facts, [f"Logins, password {demo.password}: {people}"], as_json=as_json)


@app.command("life")
def life_(
    state: Annotated[str, typer.Argument(help="on or off")],
    as_json: Json = False,
) -> None:
    """Let the demo's customers go on talking, or be silent."""
    if state not in ("on", "off"):
        raise typer.BadParameter("on or off")
    with database(), db.transaction() as session:
        life.switch(session, on=state == "on")
    answer({"life": state}, [f"The demo's life is {state}."], as_json=as_json)


def _silent(_line: str) -> None:
    """With --json only the answer is printed."""


def _say(line: str) -> None:
    sys.stderr.write(f"  {line}\n")
