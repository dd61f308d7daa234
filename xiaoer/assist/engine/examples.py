"""A text with its label, and how much it counts."""

from dataclasses import dataclass

SEED = 20261129
"""Of every choice that chance makes; the same in each build."""


@dataclass(frozen=True)
class Example:
    label: str
    text: str
    weight: float = 1.0
