"""Every room, in the order of the house. Importing this makes all models, events, handlers and
jobs known; `ROUTERS` are what the API mounts."""

import importlib
import pkgutil
from types import ModuleType

from fastapi import APIRouter

import xiaoer

PARTS = ("models", "events", "handlers", "jobs", "routes", "live")


def _modules() -> list[ModuleType]:
    found = []
    for info in pkgutil.walk_packages(xiaoer.__path__, "xiaoer."):
        room, part = info.name.split(".")[1], info.name.rpartition(".")[2]
        if room != "app" and (part in PARTS or room == "core"):
            found.append(importlib.import_module(info.name))
    return found


MODULES = _modules()
ROUTERS: list[APIRouter] = [
    m.router for m in MODULES if isinstance(getattr(m, "router", None), APIRouter)
]
