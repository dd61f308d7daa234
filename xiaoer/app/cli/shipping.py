"""Commands about the way from paid to delivered."""

import csv
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from xiaoer.app.cli.output import Json, answer
from xiaoer.app.installation import database
from xiaoer.core import auth, db, shops
from xiaoer.shipping import service as shipping
from xiaoer.shipping.service import Judged

app = typer.Typer(no_args_is_help=True)

COLUMNS = ("order_id", "ship_limit", "handed_over_at", "verdict", "hours_late")


@app.callback()
def shipping_commands() -> None:
    """The watch over ship-by and pickup."""


@app.command()
def verdicts(
    shop: Annotated[str, typer.Option(help="Code of the shop.")],
    as_of: Annotated[
        str | None, typer.Option(help="A moment, in the shop's time unless it names a zone.")
    ] = None,
    csv_file: Annotated[
        Path | None, typer.Option("--csv", help="Write one line for each order here.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Which orders were handed to the courier in time; with --as-of how it stood then."""
    with database(), db.transaction() as session:
        found = shops.by_code(session, shop)
        moment = _moment(as_of, found.zone)
        shipping.catch_up(session, found.id)
        rows = [
            _row(judged, found.zone)
            for judged in shipping.verdicts(
                session, auth.system("shipping"), shop_id=found.id, as_of=moment
            )
        ]
    if csv_file:
        with csv_file.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows(rows)
    counts = dict(Counter(row["verdict"] for row in rows))
    lines = [f"{verdict:<20} {count:>8}" for verdict, count in sorted(counts.items())]
    facts: dict[str, Any] = {"shop": shop, "verdicts": counts}
    if moment:
        facts["as_of"] = moment.isoformat()
    if not csv_file:
        facts["orders"] = rows
    answer(facts, lines or ["No order of the shop has a deadline."], as_json=as_json)


def _moment(told: str | None, zone: ZoneInfo) -> datetime | None:
    if told is None:
        return None
    try:
        moment = datetime.fromisoformat(told)
    except ValueError as error:
        raise typer.BadParameter("write it like 2026-11-29 12:00", param_hint="--as-of") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _row(judged: Judged, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "order_id": judged.order_no,
        "ship_limit": _local(judged.ship_by, zone),
        "handed_over_at": _local(judged.handed_at, zone),
        "verdict": judged.verdict.value,
        "hours_late": "" if judged.hours_late is None else str(judged.hours_late),
    }


def _local(at: datetime | None, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M:%S}" if at else ""
