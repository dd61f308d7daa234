"""`python -m xiaoer.connectors.couriers.twin --port 8110`: the twin as a process of its own."""

import argparse
import socket
import sys

from xiaoer.connectors.couriers.twin import running


def main() -> None:
    options = argparse.ArgumentParser(prog="xiaoer.connectors.couriers.twin", description=__doc__)
    options.add_argument("--host", default="127.0.0.1")
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--pace", type=float, default=1.0, help="hours of a journey in an hour")
    options.add_argument("--notify", default="", help="address of the server it pushes to")
    given = options.parse_args()
    listening = socket.create_server((given.host, given.port))
    address = f"http://{given.host}:{listening.getsockname()[1]}"
    if given.notify:
        running.tell(address, given.notify)
    sys.stdout.write(f"{address}\n")
    sys.stdout.flush()
    running.run(listening, given.pace)


if __name__ == "__main__":
    main()
