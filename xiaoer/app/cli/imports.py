"""Commands that bring orders and customers in."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from xiaoer.app.cli.output import Json, answer, locale
from xiaoer.app.installation import database
from xiaoer.connectors.files import service as files
from xiaoer.connectors.files.formats.opening import AUTO
from xiaoer.connectors.files.service.progress import silent

app = typer.Typer(no_args_is_help=True)

SHOWN_ERRORS = 20


@app.callback()
def imports() -> None:
    """Bring orders and customers in from files."""


@app.command()
def orders(
    file: Annotated[Path, typer.Argument(exists=True, help="A file, or a folder of a known set.")],
    shop: Annotated[str, typer.Option(help="Code of the shop.")],
    format: Annotated[  # noqa: A002 - the word people type
        str, typer.Option(help="auto, or the name of a format.")
    ] = AUTO,
    as_json: Json = False,
) -> None:
    """Import orders; the same file twice changes nothing. Rows that are refused are reported."""
    with database():
        report = files.import_file(
            file.resolve(),
            shop,
            format,
            silent if as_json or not sys.stderr.isatty() else _show,
            locale=locale(),
        )
    facts = report.as_dict()
    rows = (
        f"{report.rows} rows: {report.created} created, {report.updated} updated,"
        f" {report.unchanged} unchanged, {report.duplicate} duplicate, {report.rejected} rejected."
    )
    there = (
        f"The shop now has {report.orders} orders and {report.customers} customers;"
        f" {report.paid_orders} orders paid {report.paid_cents / 100:,.2f},"
        f" {report.refunded_orders} refunded {report.refund_cents / 100:,.2f}."
    )
    lines = [rows, there]
    lines += [f"  line {e['line']}: {e['sentence']}" for e in report.errors[:SHOWN_ERRORS]]
    more = len(report.errors) - SHOWN_ERRORS
    if more > 0:
        lines.append(f"  … and {more} more; --json lists all.")
    answer(facts, lines, as_json=as_json)


def _show(done: int, of: int | None) -> None:
    share = f"{100 * done // of:3} %" if of else "     "
    sys.stderr.write(f"\r  {share}  {done} rows " + ("\n" if done == of else ""))
    sys.stderr.flush()
