"""The verbs of policies. From other rooms: `decide`, `preview`, `override`, `record_outcome`."""

from xiaoer.policies.queries import EVERYTHING, Scope
from xiaoer.policies.service.deciding import (
    Subject,
    decide,
    evaluate,
    override,
    preview,
    record_outcome,
)
from xiaoer.policies.service.judging import Judged
from xiaoer.policies.service.switches import Switch, set_switch, standing

__all__ = [
    "EVERYTHING",
    "Judged",
    "Scope",
    "Subject",
    "Switch",
    "decide",
    "evaluate",
    "override",
    "preview",
    "record_outcome",
    "set_switch",
    "standing",
]
