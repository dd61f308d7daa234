"""`python -m bench NAME [--json]`; bin/bench calls it."""

import argparse
import importlib
import pkgutil

import bench

PARTS = ("cases", "common", "wire", "__main__", "pairing", "retail", "tau_")


def main() -> None:
    names = sorted(
        m.name for m in pkgutil.iter_modules(bench.__path__) if not m.name.startswith(PARTS)
    )
    parser = argparse.ArgumentParser(prog="bench", description=bench.__doc__)
    parser.add_argument("name", choices=names)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument(
        "--sizes",
        type=int,
        nargs="+",
        help="how many conversations (inbox) or open orders (shipping), each in turn",
    )
    inbox = parser.add_argument_group("inbox")
    inbox.add_argument("--folder", help="keep what was loaded here, and use it again")
    message = parser.add_argument_group("message")
    message.add_argument(
        "--assist",
        action="store_true",
        help="with assist, phrases, checks and mining on and off in turn, and the ratio of medians",
    )
    asked = parser.parse_args()
    options = ("folder", "sizes", "assist")
    given = {name: getattr(asked, name) for name in options if getattr(asked, name)}
    importlib.import_module(f"bench.{asked.name}").main(as_json=asked.json, **given)


main()
