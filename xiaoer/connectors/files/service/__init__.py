"""What can be done with files of orders."""

from xiaoer.connectors.files.service.bringing import Brought, bring
from xiaoer.connectors.files.service.mapping import keep_mapping, kept_mappings
from xiaoer.connectors.files.service.preparing import (
    Preview,
    match,
    prepare,
    preview,
    receive,
    start,
)
from xiaoer.connectors.files.service.reporting import (
    Report,
    counts,
    problems,
    report,
    report_lines,
)
from xiaoer.connectors.files.service.running import import_file, run
from xiaoer.connectors.files.service.sweeping import sweep

__all__ = [
    "Brought",
    "Preview",
    "Report",
    "bring",
    "counts",
    "import_file",
    "keep_mapping",
    "kept_mappings",
    "match",
    "prepare",
    "preview",
    "problems",
    "receive",
    "report",
    "report_lines",
    "run",
    "start",
    "sweep",
]
