"""The order of the house: imports are held by import-linter, the rest is held here."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from xiaoer.app import rooms  # noqa: F401  loads every model
from xiaoer.core.db import Model

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
    "contracts"
]
LAYERS = [
    [room.strip(" ()") for room in layer.split("|")]
    for contract in CONTRACTS
    if contract["name"].startswith("One dependency order")
    for layer in contract["layers"]
]
RANK = {room: rank for rank, layer in enumerate(reversed(LAYERS)) for room in layer}
SOURCES = sorted((ROOT / "xiaoer").rglob("*.py"))
FUNCTION_LIMIT, FILE_LIMIT, VUE_LIMIT = 40, 500, 250


def room_of(table: str) -> str:
    """The room whose model maps `table`."""
    for mapper in Model.registry.mappers:
        if table in {each.name for each in mapper.tables}:
            return mapper.class_.__module__.split(".")[1]
    raise LookupError(f"{table} belongs to no model")


def test_foreign_keys_obey_the_order_of_imports():
    for table in Model.metadata.tables.values():
        for key in table.foreign_keys:
            here, there = room_of(table.name), room_of(key.column.table.name)
            assert here == there or RANK[there] < RANK[here], (
                f"{table.name} → {key.target_fullname}"
            )


def test_only_the_edge_commits():
    for path in SOURCES:
        if path != ROOT / "xiaoer/core/db.py":
            assert ".commit(" not in path.read_text(), f"{path} commits"


def test_only_the_clock_knows_the_time():
    told = re.compile(r"datetime\.(now|utcnow|today)\(|date\.today\(")
    for path in SOURCES:
        if path != ROOT / "xiaoer/core/clock.py":
            assert not told.search(path.read_text()), f"{path} asks another clock"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_keep_their_budget(path):
    text = path.read_text()
    assert len(text.splitlines()) <= FILE_LIMIT
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= FUNCTION_LIMIT, f"{node.name} has {length} lines"


def test_components_keep_their_budget():
    for path in (ROOT / "web").rglob("*.vue"):
        if "node_modules" not in path.parts:
            assert len(path.read_text().splitlines()) <= VUE_LIMIT, path


def test_rooms_say_what_they_own():
    for path in (ROOT / "xiaoer").glob("*/__init__.py"):
        assert ast.get_docstring(ast.parse(path.read_text())), f"{path} has no docstring"


def test_rooms_use_the_known_file_names():
    known = {
        *("__init__", "models", "rules", "queries", "service", "events", "errors"),
        *("schemas", "routes", "handlers", "jobs", "live"),
    }
    refused = {"utils", "helpers", "manager", "constants"}
    for path in SOURCES:
        assert path.stem not in refused, path
    for room in (ROOT / "xiaoer").iterdir():
        if room.is_dir() and room.name not in {"core", "app", "__pycache__"}:
            for path in room.glob("*.py"):
                assert path.stem in known or "Protocol" in path.read_text(), (
                    f"{path}: a room has the same file names as every other"
                )


def test_the_map_shows_the_order_of_the_linter():
    map_ = (ROOT / "ARCHITECTURE.md").read_text()
    drawn = re.search(r"```rooms\n(.*?)```", map_, re.S)
    assert drawn
    lines = [re.split(r"\s{2,}", line.strip())[0] for line in drawn[1].splitlines()]
    assert [[room.strip() for room in line.split("|")] for line in lines] == LAYERS


def test_locks_name_no_registry():
    hosts = re.compile(
        r'"resolved"|files\.|/simple|index-url|find-links|^source = \{ registry', re.M
    )
    for name in ("requirements.lock", "web/package-lock.json"):
        assert not hosts.search((ROOT / name).read_text()), name
