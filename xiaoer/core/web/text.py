"""Text from outside: what PostgreSQL and a page can hold, and nothing else."""

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

KEPT_CONTROLS = "\n\t"


def storable(text: str) -> str:
    """`text` without control characters; lone surrogates and NUL are refused."""
    if any(0xD800 <= ord(char) <= 0xDFFF or char == "\0" for char in text):
        raise ValueError("contains characters that cannot be stored")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in KEPT_CONTROLS or unicodedata.category(c) != "Cc")


Words = Annotated[str, AfterValidator(storable)]
"""Free text of several lines."""
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200), Words]
"""A name or a title: one short line."""
