"""`python -m xiaoer.payments.sandbox --port 8109`: the provider as a process of its own."""

import argparse
import socket
import sys
from pathlib import Path

from xiaoer.core.config import settings
from xiaoer.payments.sandbox import running


def main() -> None:
    options = argparse.ArgumentParser(prog="xiaoer.payments.sandbox", description=__doc__)
    options.add_argument("--host", default="127.0.0.1")
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--journal", type=Path, default=settings().data / running.JOURNAL)
    options.add_argument("--notify", default="", help="address of the server that is called back")
    given = options.parse_args()
    listening = socket.create_server((given.host, given.port))
    address = f"http://{given.host}:{listening.getsockname()[1]}"
    if given.notify:
        running.tell(address, given.notify)
    sys.stdout.write(f"{address}\n")
    sys.stdout.flush()
    running.run(listening, given.journal)


if __name__ == "__main__":
    main()
