"""A decision in words: which row, by which clause, and what other rows missed by."""

from collections.abc import Mapping
from typing import Any

from xiaoer.policies.rules import vocabulary
from xiaoer.policies.rules.tables import DEFAULT


def sentences(row: str | None, trace: Mapping[str, Any]) -> list[dict[str, str]]:
    """`Matched R12 (clause 4.2)`, `R9 missed: days since delivery ≤ 7, was 9`, 中文 and English."""
    known = vocabulary.facts()
    told = []
    clauses = ", ".join(trace.get("clauses", []))
    if row == DEFAULT:
        told.append({"zh": f"没有行命中，按默认（条款 {clauses}）。",
                     "en": f"No row matched; the default holds (clause {clauses})."})  # fmt: skip
    elif row:
        told.append(
            {"zh": f"命中 {row}（条款 {clauses}）。", "en": f"Matched {row} (clause {clauses})."}
        )
    told += [
        {"zh": f"缺少事实：{known[name].zh}。", "en": f"Missing fact: {known[name].en}."}
        for name in trace.get("needs", [])
    ]
    for miss in trace.get("near", []):
        term = known[miss["fact"]]
        was = "?" if miss["was"] is None else miss["was"]
        told.append(
            {
                "zh": f"{miss['row']} 未命中：{term.zh} 须 {miss['wanted']}，实为 {was}。",
                "en": f"{miss['row']} missed: {term.en} {miss['wanted']}, was {was}.",
            }
        )
    floor = trace.get("floor")
    if floor and floor["raised"]:
        by = ", ".join(floor["clauses"])
        told.append({"zh": f"按法律提高（{by}）。", "en": f"Raised to what the law gives ({by})."})
    return told
