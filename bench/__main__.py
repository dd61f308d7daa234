"""`python -m bench NAME [--json]`; bin/bench calls it."""

import argparse
import importlib
import pkgutil

import bench

PARTS = {"common", "wire", "__main__"}


def main() -> None:
    names = sorted(m.name for m in pkgutil.iter_modules(bench.__path__) if m.name not in PARTS)
    parser = argparse.ArgumentParser(prog="bench", description=bench.__doc__)
    parser.add_argument("name", choices=names)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    asked = parser.parse_args()
    importlib.import_module(f"bench.{asked.name}").main(as_json=asked.json)


main()
