"""Commands about the server itself."""

from dataclasses import asdict
from typing import Annotated

import typer

from xiaoer.app import doctor as examination
from xiaoer.app import installation
from xiaoer.app import migrate as migrations
from xiaoer.app import worker as worker_process
from xiaoer.app.cli.output import Json, answer
from xiaoer.app.installation import database
from xiaoer.app.memory import Share
from xiaoer.app.memory import shares as shares_of
from xiaoer.app.serve import Options
from xiaoer.app.serve import serve as run_server
from xiaoer.core.binaries import NoPostgres
from xiaoer.core.cluster import Cluster, ClusterFailed
from xiaoer.core.config import settings


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = settings().host,
    port: Annotated[int, typer.Option(help="Port to listen on.")] = settings().port,
    workers: Annotated[int, typer.Option(min=1, help="Web processes.")] = 2,
    empty: Annotated[
        bool, typer.Option("--empty", help="No demo: print a one-time link for the owner.")
    ] = False,
) -> None:
    """Start everything: PostgreSQL, the web processes and the worker. Ctrl-C stops it."""
    run_server(Options(host=host, port=port, web_processes=workers, empty=empty))


def worker() -> None:
    """One more worker process, beside a server or on another machine."""
    with database() as url:
        worker_process.main(url)


def migrate(as_json: Json = False) -> None:
    """Bring the database to the present schema."""
    with database(migrated=False) as url:
        pending = migrations.pending(url)
        migrations.upgrade(url)
    said = [f"Applied {name}." for name in pending] or ["The database is up to date."]
    answer({"applied": pending}, said, as_json=as_json)


def doctor(
    memory: Annotated[
        bool, typer.Option("--memory", help="Also what memory the running server takes.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Say what is wrong with this installation. Exit code 1 when something is."""
    try:
        with database(migrated=False) as url:
            findings = examination.examine(url)
            shares = _shares() if memory else []
    except (ClusterFailed, NoPostgres) as trouble:
        findings, shares = examination.examine(None, str(trouble)), []
    facts = examination.report(findings)
    lines = [f"{_SIGNS[f.state]} {f.sentence}" for f in findings]
    if memory:
        facts["memory_kb"] = {"total": sum(s.pss_kb for s in shares)}
        facts["memory_kb"]["processes"] = [asdict(share) for share in shares]
        lines += [f"  {s.pss_kb / 1024:7.1f} MB  {s.name} ({s.pid})" for s in shares]
        lines.append(f"  {sum(s.pss_kb for s in shares) / 1024:7.1f} MB  in all")
    answer(facts, lines, as_json=as_json)
    raise typer.Exit(0 if facts["healthy"] else 1)


_SIGNS = {"fine": "✓", "note": "·", "wrong": "✗"}


def _shares() -> list[Share]:
    running = installation.server()
    cluster = None if settings().database_url else Cluster(settings().data)
    return shares_of(running["pid"] if running else None, cluster)
