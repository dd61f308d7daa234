"""`python -m xiaoer.app.openapi` prints the description of the wire, for the web app's types."""

import sys

import orjson

from xiaoer.app.api import create_app

if __name__ == "__main__":
    sys.stdout.buffer.write(orjson.dumps(create_app().openapi()))
