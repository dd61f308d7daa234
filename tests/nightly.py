"""How hard generated tests look: enough to notice at every run, and longer by night."""

import os

NIGHT = "XIAOER_NIGHTLY" in os.environ


def examples(usual: int, *, nightly: int) -> int:
    """How many examples a property is tried with."""
    return nightly if NIGHT else usual
