"""The `xiaoer` command. Every part of it works with the server up or down."""

from xiaoer.app.cli.root import main

__all__ = ["main"]
