"""The verbs of policies. From other rooms: `decide`, `preview`, `override`, `record_outcome`."""

from xiaoer.policies.queries import EVERYTHING, Scope
from xiaoer.policies.service.deciding import (
    Subject,
    decide,
    evaluate,
    override,
    preview,
    record,
    record_outcome,
    said_by,
)
from xiaoer.policies.service.drafting import (
    draft,
    put_column,
    put_part,
    put_row,
    remove_column,
    remove_row,
)
from xiaoer.policies.service.judging import Judged
from xiaoer.policies.service.publishing import (
    Check,
    activate,
    apply_profile,
    check,
    confirm_reading,
    retire,
    shadow,
)
from xiaoer.policies.service.replaying import ask
from xiaoer.policies.service.switches import Switch, set_switch, standing

__all__ = [
    "EVERYTHING",
    "Check",
    "Judged",
    "Scope",
    "Subject",
    "Switch",
    "activate",
    "apply_profile",
    "ask",
    "check",
    "confirm_reading",
    "decide",
    "draft",
    "evaluate",
    "override",
    "preview",
    "put_column",
    "put_part",
    "put_row",
    "record",
    "record_outcome",
    "remove_column",
    "remove_row",
    "retire",
    "said_by",
    "set_switch",
    "shadow",
    "standing",
]
