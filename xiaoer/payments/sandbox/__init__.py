"""A payment provider of our own: a small HTTP service with its own truth, that can misbehave.

`python -m xiaoer.payments.sandbox` runs it; `xiaoer serve` starts it beside the worker.
"""
