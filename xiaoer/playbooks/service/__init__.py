"""The verbs of playbooks.

A room above makes a `Subject` and calls `start`, `learn`, `take_step`, `finish` and `rule`;
`place`, `evidence_needed`, `must_be_complete` and `must_have_evidence` are reads for its own
verbs, which have asked for their permission already.
"""

from xiaoer.playbooks.rules.proof import Checked, Subject
from xiaoer.playbooks.rules.walking import Placed
from xiaoer.playbooks.service.appeals import (
    appeal_ruling,
    decide_appeal,
    drop_appeal,
    open_appeal,
    submit_appeal,
)
from xiaoer.playbooks.service.ending import finish, rule
from xiaoer.playbooks.service.proving import (
    attach,
    checklist,
    detach,
    evidence_needed,
    must_be_complete,
    must_have_evidence,
)
from xiaoer.playbooks.service.running import (
    Given,
    learn,
    place,
    start,
    take_back,
    take_step,
    use_words,
)

__all__ = [
    "Checked",
    "Given",
    "Placed",
    "Subject",
    "appeal_ruling",
    "attach",
    "checklist",
    "decide_appeal",
    "detach",
    "drop_appeal",
    "evidence_needed",
    "finish",
    "learn",
    "must_be_complete",
    "must_have_evidence",
    "open_appeal",
    "place",
    "rule",
    "start",
    "submit_appeal",
    "take_back",
    "take_step",
    "use_words",
]
