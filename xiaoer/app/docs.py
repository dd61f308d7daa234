"""Pages about the house, written from the code: who may call which route, what is announced, how
figures are counted.

`python -m xiaoer.app.docs` writes them; a test compares them with what is there.
"""

import ast
import inspect
import textwrap
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any, get_args

from fastapi.routing import APIRoute, APIWebSocketRoute, RouteContext, iter_route_contexts

from xiaoer.app import login, rooms
from xiaoer.core import events
from xiaoer.core.auth import Permission
from xiaoer.core.events import Event
from xiaoer.core.web import FromRequest, Me
from xiaoer.metrics.rules import definitions, presets

FOLDER = Path(__file__).resolve().parents[2] / "docs"
_BY_HAND = "<!-- Written by `python -m xiaoer.app.docs`; a test holds it to the code. -->"
_SIGNED_IN = get_args(Me)[1]


@dataclass(frozen=True)
class Door:
    """One route: how it is called, by whom, and which permissions its verbs ask for."""

    room: str
    method: str
    path: str
    caller: str
    permissions: tuple[Permission, ...]


def doors() -> list[Door]:
    """Every route of every room, sign-in included."""
    found = []
    for router in (*rooms.ROUTERS, login.router):
        for route in iter_route_contexts(router.routes):
            if isinstance(route.original_route, APIRoute):
                found += [_door(route, method) for method in sorted(route.methods or ())]
            elif isinstance(route.original_route, APIWebSocketRoute):
                found.append(_door(route, "WebSocket"))
    return sorted(found, key=lambda door: (door.room, door.path, door.method))


def permissions_page() -> str:
    lines = [
        "# Who may call what",
        "",
        _BY_HAND,
        "",
        "The permissions are those that the verbs behind a route ask for; a route of one's own",
        "session and settings asks for none. Rows of other shops are never there (404).",
    ]
    by_room = defaultdict(list)
    for door in doors():
        by_room[door.room].append(door)
    for room, listed in by_room.items():
        lines += [
            "",
            f"## {room}",
            "",
            "| | route | caller | permission |",
            "| --- | --- | --- | --- |",
        ]
        for door in listed:
            asked = ", ".join(f"`{permission}`" for permission in door.permissions) or "–"
            lines.append(f"| {door.method} | `{door.path}` | {door.caller} | {asked} |")
    return "\n".join(lines) + "\n"


def events_page() -> str:
    lines = [
        "# What is announced",
        "",
        _BY_HAND,
        "",
        "Every event is a row of the same transaction as the change it tells of; reactions run in",
        "the worker after the commit, at least once. A topic names the screens that are told.",
    ]
    room = ""
    for event in announced():
        if room != _room(event.__module__):
            room = _room(event.__module__)
            lines += ["", f"## {room}"]
        lines += ["", *_event(event)]
    return "\n".join(lines) + "\n"


def announced() -> list[type[Event]]:
    """The events of the rooms, in their order; bases and those of tests are left out."""
    return [
        event
        for event in events.known()
        if event.__module__.startswith("xiaoer.") and not event.__subclasses__()
    ]


def kpis_page() -> str:
    """What stands beside each figure on its page, and how the platforms count theirs."""
    lines = ["# How figures are counted", "", _BY_HAND]
    for code, words in definitions.all_().items():
        lines += ["", f"## {code}", "", words["en"], "", words["zh"]]
    lines += ["", "## Response rates of the platforms", ""]
    lines += ["| preset | one is a | within | asked | days | rule |", "| --- " * 6 + "|"]
    for each in presets.PRESETS:
        asked = f"{each.begins:%H:%M}–{each.ends:%H:%M}"
        told = f"{each.en}<br>{each.zh}"
        counted = f"{each.unit} | {each.within_sec} s | {asked} | {each.days}"
        lines.append(f"| `{each.code}` | {counted} | {told} |")
    return "\n".join(lines) + "\n"


PAGES = {"permissions.md": permissions_page, "events.md": events_page, "kpis.md": kpis_page}


def write() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8")


def _room(module: str) -> str:
    return module.split(".")[1]


def _event(event: type[Event]) -> list[str]:
    meaning = " ".join((event.__doc__ or "").split())
    if meaning.startswith(f"{event.__name__}("):  # what a dataclass says when nobody does
        meaning = ""
    names = [field.name for field in fields(event)]
    example = event(**{field.name: _placeholder(field) for field in fields(event)})
    facts = {
        "fields": ", ".join(f"`{name}`" for name in names),
        "timeline of": f"`{event.subject_field}`" if event.subject_field else "–",
        "topics": ", ".join(f"`{topic}`" for topic in example.topics()) or "–",
        "reactions": ", ".join(f"`{_short(name)}`" for name in events.reactions(event)) or "–",
    }
    told = [meaning, ""] if meaning else []
    return [f"### {event.__name__}", "", *told, *(f"- {k}: {v}" for k, v in facts.items())]


def _placeholder(field: Any) -> Any:
    text = f"<{field.name}>"
    return [text] if "list" in str(field.type) else text


def _short(handler: str) -> str:
    module, _, function = handler.rpartition(".")
    return f"{module.removeprefix('xiaoer.').removesuffix('.handlers')}.{function}"


def _door(route: RouteContext, method: str) -> Door:
    assert route.endpoint is not None
    assert route.path is not None
    endpoint = inspect.unwrap(route.endpoint)
    caller = _caller(endpoint, route.path)
    # Behind the doors for anybody the house acts for itself.
    asked = set() if caller == "anybody" else set(asked_by(endpoint))
    return Door(
        room=_room(endpoint.__module__) if endpoint.__module__ != login.__name__ else "app",
        method=method,
        path=route.path,
        caller=caller,
        permissions=tuple(sorted(asked)),
    )


def _caller(endpoint: Callable[..., Any], path: str) -> str:
    if path.startswith("/chat"):
        return "shopper"
    markers = [
        marker
        for parameter in inspect.signature(endpoint).parameters.values()
        for marker in get_args(parameter.annotation)[1:]
        if isinstance(marker, FromRequest)
    ]
    return "agent" if _SIGNED_IN in markers or path == "/api/live" else "anybody"


def asked_by(function: Callable[..., Any]) -> Iterator[Permission]:
    """The permissions that `function`, and what it calls in this house, asks for with `must`."""
    open_: list[Any] = [function]
    seen = set()
    while open_:
        current = open_.pop()
        if current in seen or not isinstance(current, FunctionType):
            continue
        seen.add(current)
        # A socket cannot answer 403: it asks with `may` and closes.
        asking = {"must", "may"} if inspect.iscoroutinefunction(current) else {"must"}
        for call in _calls(current):
            if isinstance(call.func, ast.Attribute) and call.func.attr in asking:
                yield from _named(call.args, current)
            else:
                open_.append(_called(call.func, current))


@cache
def _calls(function: FunctionType) -> list[ast.Call]:
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def _named(arguments: list[ast.expr], function: FunctionType) -> Iterator[Permission]:
    """All that may be meant: `must(A if shared else B)` names two."""
    for argument in arguments:
        for node in ast.walk(argument):
            value = _value(node, function)
            if isinstance(value, Permission):
                yield value


def _called(name: ast.expr, function: FunctionType) -> Any:
    """The function of ours behind the name of a call."""
    found = _value(name, function)
    found = inspect.unwrap(found) if isinstance(found, FunctionType) else found
    ours = getattr(found, "__module__", None) or ""
    return found if ours.startswith("xiaoer.") else None


def _value(name: ast.AST, function: FunctionType) -> Any:
    """What a plain or dotted name means where `function` stands; None when it is a local."""
    if isinstance(name, ast.Name):
        return function.__globals__.get(name.id)
    if isinstance(name, ast.Attribute):
        owner = _value(name.value, function)
        if isinstance(owner, ModuleType) or owner is Permission:
            return getattr(owner, name.attr, None)
    return None


if __name__ == "__main__":
    write()
