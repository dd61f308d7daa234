"""Policies for tests, made with only what matters."""

from typing import Any

WORDS = {"zh": "政策", "en": "A policy"}
CLAUSE = {"id": "1", "zh": "第一条", "en": "Clause one"}


def row(row_id: str, when: dict[str, Any], then: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": row_id, "when": when, "then": then, "clause": "1", **more}


def table(*rows: dict[str, Any], **what_matters: Any) -> dict[str, Any]:
    """A table of these rows with the columns they use; it reviews what no row takes."""
    default = what_matters.pop("default", {"then": {"decision": "review"}, "clause": "1"})
    ways = [*rows, default] if default else list(rows)
    return {
        "table": "fast_refund",
        "hit": "first",
        "title": WORDS,
        "facts": list(dict.fromkeys(name for each in rows for name in each["when"])),
        "outputs": list(dict.fromkeys(name for each in ways for name in each["then"])),
        "rows": list(rows),
        "default": default,
        "clauses": [CLAUSE],
        "tests": [],
        **what_matters,
    }
