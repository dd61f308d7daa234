"""The browser of the tests: Debian's Chromium, told to stay at home."""

import shutil

import pytest

from xiaoer.app import built

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def path() -> str | None:
    """Where it is; None when this machine has none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if (found := shutil.which(name))), None)


def showing(page: str) -> list[pytest.MarkDecorator]:
    """The marks of tests that look at this page of the web app: with Chromium, once it is built."""
    return [
        pytest.mark.browser,
        pytest.mark.skipif(path() is None, reason="Chromium is not installed"),
        pytest.mark.skipif(built.find(page) is None, reason="the web app is not built"),
    ]
