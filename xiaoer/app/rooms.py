"""Every room, in the order of the house. Importing this makes all models, events, handlers and
jobs known; `ROUTERS` are what the API mounts, `LOOPS` what the worker keeps running."""

import asyncio
import importlib
import pkgutil
from collections.abc import Callable, Coroutine
from types import ModuleType
from typing import Any

from fastapi import APIRouter

import xiaoer
from xiaoer.app import deadlines, subjects

PARTS = ("models", "events", "handlers", "jobs", "routes", "live")

Loop = Callable[[str, asyncio.Event], Coroutine[Any, Any, None]]
"""`async def loop(url, shutdown)` in a room's `jobs.py`."""


def _modules() -> list[ModuleType]:
    found = []
    for info in pkgutil.walk_packages(xiaoer.__path__, "xiaoer."):
        room, part = info.name.split(".")[1], info.name.rpartition(".")[2]
        if room != "app" and (part in PARTS or room == "core"):
            found.append(importlib.import_module(info.name))
    return found


MODULES = _modules()
deadlines.install()
subjects.install()
ROUTERS: list[APIRouter] = [
    module.router for module in MODULES if isinstance(getattr(module, "router", None), APIRouter)
]
LOOPS: list[Loop] = [
    module.loop
    for module in MODULES
    if module.__name__.endswith(".jobs") and "loop" in vars(module)
]
