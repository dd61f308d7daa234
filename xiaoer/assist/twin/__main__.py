"""`python -m xiaoer.assist.twin --port N`"""

import argparse

import uvicorn

from xiaoer.assist.twin.app import app

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--port", type=int, required=True)
uvicorn.run(
    app(),
    host="127.0.0.1",
    port=parser.parse_args().port,
    log_level="warning",
    timeout_graceful_shutdown=2,
)
