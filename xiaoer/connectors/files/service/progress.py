"""How an import says how far it is."""

from collections.abc import Callable

Progress = Callable[[int, int | None], None]
"""Rows done, and of how many; None while the file is still being read."""


def silent(_done: int, _of: int | None) -> None:
    """For imports nobody watches."""
