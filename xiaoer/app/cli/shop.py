"""Commands about shops."""

from typing import Annotated, Any

import typer

from xiaoer.app.cli.output import Json, answer
from xiaoer.app.installation import database
from xiaoer.core import auth, db, shops
from xiaoer.core.shops import Shop

app = typer.Typer(no_args_is_help=True)


@app.command()
def add(
    code: Annotated[str, typer.Argument(help="Short name in addresses: a-z, 0-9, - and _.")],
    name: Annotated[str, typer.Option(help="Name that people see.")],
    timezone: Annotated[str, typer.Option(help="IANA time zone.")] = "Asia/Shanghai",
    currency: Annotated[str, typer.Option(help="ISO 4217 code.")] = "CNY",
    as_json: Json = False,
) -> None:
    """Make a shop."""
    with database(), db.transaction() as session:
        shop = shops.add(
            session, auth.system(), code=code, name=name, timezone=timezone, currency=currency
        )
        facts = _facts(shop)
    answer(facts, [f"Shop {facts['code']} “{facts['name']}” is there."], as_json=as_json)


@app.command("list")
def list_(as_json: Json = False) -> None:
    """Every shop."""
    with database(), db.transaction() as session:
        found = [_facts(shop) for shop in shops.visible_to(session, auth.system())]
    lines = [f"{s['code']:<16} {s['name']}  ({s['timezone']}, {s['currency']})" for s in found]
    answer({"shops": found}, lines or ["There is no shop yet."], as_json=as_json)


def _facts(shop: Shop) -> dict[str, Any]:
    fields = ("id", "code", "name", "timezone", "currency")
    return {field: getattr(shop, field) for field in fields}
