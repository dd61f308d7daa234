"""Reads with a name: versions in force, decisions, replays."""

from xiaoer.policies.queries.candidates import (
    EVERYTHING,
    HOME_MARKET,
    Candidate,
    Scope,
    candidates,
)
from xiaoer.policies.queries.dated import Dated, dated
from xiaoer.policies.queries.decisions import (
    alike,
    decided,
    decision,
    decisions_of,
    differing,
    replay,
    replays,
)
from xiaoer.policies.queries.versions import (
    at_scope,
    edits,
    get,
    held_table,
    house_table,
    in_force,
    listed,
    readings,
    to_copy,
    version,
    versions,
    visible_to,
)

__all__ = [
    "EVERYTHING",
    "HOME_MARKET",
    "Candidate",
    "Dated",
    "Scope",
    "alike",
    "at_scope",
    "candidates",
    "dated",
    "decided",
    "decision",
    "decisions_of",
    "differing",
    "edits",
    "get",
    "held_table",
    "house_table",
    "in_force",
    "listed",
    "readings",
    "replay",
    "replays",
    "to_copy",
    "version",
    "versions",
    "visible_to",
]
