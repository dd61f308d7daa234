"""The commands, put together, and how they say what went wrong."""

import sys

import typer

from xiaoer.app.cli import assist, demo, imports, knowledge, server, shipping, shop, user
from xiaoer.app.cli.output import fail, locale
from xiaoer.app.installation import AlreadyServed
from xiaoer.app.serve import CannotServe
from xiaoer.core.binaries import NoPostgres
from xiaoer.core.cluster import ClusterFailed
from xiaoer.core.errors import DeskError

app = typer.Typer(
    name="xiaoer",
    help="Xiaoer 小二: the customer-service desk of an e-commerce shop.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(server.serve)
app.command()(server.worker)
app.command()(server.migrate)
app.command()(server.doctor)
app.add_typer(assist.app, name="assist", help="The local engine: label, train.")
app.add_typer(imports.app, name="import", help="Bring orders and customers in from files.")
app.add_typer(shipping.app, name="shipping", help="The way from paid to delivered.")
app.add_typer(knowledge.app, name="knowledge", help="Knowledge: rank questions for queries.")
app.add_typer(shop.app, name="shop", help="Shops: add, list.")
app.add_typer(demo.app, name="demo", help="The demo shops: load, life on or off.")
app.add_typer(user.app, name="user", help="People who work at the desk: add, list, password.")


def main() -> None:
    """Run the command line; an expected no is a sentence and exit code 1."""
    try:
        app()
    except DeskError as error:
        fail(error.code, error.sentence(locale()))
    except (AlreadyServed, CannotServe, ClusterFailed, NoPostgres) as error:
        fail(type(error).__name__, str(error))
    except BrokenPipeError:
        sys.stderr.close()
