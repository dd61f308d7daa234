"""Commands about the people who work at the desk."""

import secrets
from typing import Annotated, Any

import typer
from sqlalchemy import select

from xiaoer.app.cli.output import Json, answer
from xiaoer.app.installation import database
from xiaoer.core import auth, db, shops
from xiaoer.workforce import queries
from xiaoer.workforce import service as workforce
from xiaoer.workforce.errors import AgentNotFound
from xiaoer.workforce.models import Agent

app = typer.Typer(no_args_is_help=True)

Password = Annotated[
    str | None, typer.Option(help="None: one is made up and printed.", envvar="XIAOER_PASSWORD")
]


@app.command()
def add(
    login: Annotated[str, typer.Argument(help="Name to sign in with.")],
    name: Annotated[str, typer.Option(help="Name that people see.")],
    role: Annotated[list[str] | None, typer.Option(help="Role code; may be repeated.")] = None,
    shop: Annotated[
        list[str] | None, typer.Option(help="Shop code; may be repeated. None: every shop.")
    ] = None,
    password: Password = None,
    locale: Annotated[str, typer.Option(help="zh or en.")] = "zh",
    as_json: Json = False,
) -> None:
    """Add a person who may sign in at once."""
    word = password or secrets.token_urlsafe(12)
    with database(), db.transaction() as session:
        workforce.ensure_builtin_roles(session)
        agent = workforce.add_agent(
            session,
            auth.system("command line"),
            login=login,
            name=name,
            password=word,
            roles=role or ["reception"],
            shop_ids=[shops.by_code(session, code).id for code in shop or []],
            all_shops=not shop,
            locale=locale,
        )
        facts: dict[str, Any] = {"id": agent.id, "login": login, "name": name}
    _tell(facts, f"{name} may sign in as {login}.", password, word, as_json)


@app.command("password")
def password_(login: str, password: Password = None, as_json: Json = False) -> None:
    """Give a person a new password; all their sign-ins end."""
    word = password or secrets.token_urlsafe(12)
    with database(), db.transaction() as session:
        agent = session.scalar(select(Agent).where(Agent.login == login))
        if agent is None:
            raise AgentNotFound
        workforce.set_password(session, auth.system("command line"), agent.id, word)
        facts: dict[str, Any] = {"id": agent.id, "login": login}
    _tell(facts, f"{login} has a new password.", password, word, as_json)


@app.command("list")
def list_(as_json: Json = False) -> None:
    """Everybody, with roles."""
    with database(), db.transaction() as session:
        agents = list(session.scalars(queries.visible_to(auth.system()).order_by(Agent.login)))
        found: list[dict[str, Any]] = [
            {
                "id": each.agent.id,
                "login": each.agent.login,
                "name": each.agent.name,
                "roles": each.roles,
                "active": each.agent.active,
            }
            for each in queries.described(session, agents)
        ]
    lines = [f"{p['login']:<20} {p['name']}  ({', '.join(p['roles'])})" for p in found]
    answer({"users": found}, lines or ["Nobody is at the desk yet."], as_json=as_json)


def _tell(
    facts: dict[str, Any], sentence: str, given: str | None, word: str, as_json: bool
) -> None:
    lines = [sentence]
    if given is None:
        facts["password"] = word
        lines.append(f"Password: {word}")
    answer(facts, lines, as_json=as_json)
