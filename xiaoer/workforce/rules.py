"""The rules of the workforce, free of database and clock."""

import re
from dataclasses import dataclass
from datetime import timedelta

from xiaoer.core.auth import Permission as P
from xiaoer.workforce.errors import BadLogin, BadName, UnknownPermission, WeakPassword

PASSWORD_LEAST = 8
MANAGER = "manager"
"""The role that holds every permission."""
MOST_SETTINGS = 100
"""Own settings of one person, and the letters of a setting's name."""
SIGN_IN_WINDOW = timedelta(minutes=15)
TRIES_PER_LOGIN = 10
"""Failures of one login from one address within the window."""
TRIES_PER_ADDRESS = 100
"""Failures of one address, whatever the login: a whole office may share it."""
SILENCE = timedelta(seconds=90)
"""Without a beat for so long, a person is taken for gone."""

_LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{1,59}")


@dataclass(frozen=True)
class BuiltinRole:
    """A role every installation has."""

    code: str
    name_zh: str
    name_en: str
    permissions: frozenset[P]


_BACK_OFFICE = frozenset(
    {
        P.FILES_READ,
        P.FILES_STORE,
        P.WORKFORCE_READ,
        P.CATALOG_READ,
        P.CATALOG_ASK,
        P.POLICIES_READ,
        P.POLICIES_DECIDE,
        P.PROMISES_READ,
        P.TASKS_READ,
        P.TASKS_WORK,
        P.EVIDENCE_READ,
        P.EVIDENCE_CAPTURE,
        P.KNOWLEDGE_READ,
        P.NOTICES_READ,
        P.TRAINING_SIT,
        P.ORDERS_READ,
        P.ORDERS_REMARK,
    }
)
_SHIPPING = frozenset({P.SHIPPING_READ, P.SHIPPING_TRACK, P.SHIPPING_ANSWER})
_STORING = _BACK_OFFICE | _SHIPPING | {P.CATALOG_EDIT, P.ORDERS_EDIT, P.AFTERSALES_RECEIVE}
_SERVING = _BACK_OFFICE | {
    P.CUSTOMERS_READ,
    P.CUSTOMERS_EDIT,
    P.CUSTOMERS_REVEAL,
    P.PLAYBOOKS_READ,
    P.PLAYBOOKS_RUN,
    P.PLAYBOOKS_APPEAL,
    P.PHRASES_READ,
    P.NOTICES_SEND,
    P.ORDERS_CONFIRM,
    P.CONVERSATIONS_READ,
    P.CONVERSATIONS_REPLY,
    P.CONVERSATIONS_ASSIGN,
    P.CONVERSATIONS_CLOSE,
    P.PAYMENTS_READ,
    P.AFTERSALES_READ,
    P.AFTERSALES_REQUEST,
    P.AFTERSALES_DECIDE,
    P.AFTERSALES_COMPENSATE,
    P.AFTERSALES_AMEND,
    P.SHIPPING_READ,
    P.SHIPPING_REMIND,
    P.SHIPPING_DELAY,
    P.COMPLAINTS_READ,
    P.COMPLAINTS_NOTE,
}
_LEADING = _SERVING | {
    P.PAYMENTS_SETTLE,
    P.SHIPPING_TRACK,
    P.SHIPPING_MANAGE,
    P.AFTERSALES_RECEIVE,
    P.AFTERSALES_OVERRIDE,
    P.AFTERSALES_RULE,
    P.AFTERSALES_MANAGE,
    P.CATALOG_EDIT,
    P.POLICIES_OVERRIDE,
    P.POLICIES_SWITCH,
    P.TASKS_ASSIGN,
    P.PHRASES_EDIT,
    P.KNOWLEDGE_EDIT,
    P.KNOWLEDGE_PUBLISH,
    P.TRAINING_MANAGE,
    P.CONVERSATIONS_MANAGE,
    P.CONNECTORS_IMPORT,
    P.AUDIT_READ,
    P.QUALITY_READ,
    P.QUALITY_SCORE,
    P.QUALITY_MANAGE,
    P.METRICS_READ,
    P.METRICS_MANAGE,
}
# Money: how refunds and stored value really went. Who decides about cases is somebody else.
_ACCOUNTING = _BACK_OFFICE | {
    P.CUSTOMERS_READ,
    P.PAYMENTS_READ,
    P.PAYMENTS_REFUND,
    P.PAYMENTS_COMPENSATE,
    P.PAYMENTS_CHARGE,
    P.PAYMENTS_SETTLE,
    P.PAYMENTS_MANAGE,
    P.AFTERSALES_READ,
    P.AUDIT_READ,
}
_CHECKING = frozenset(
    {
        P.FILES_READ,
        P.WORKFORCE_READ,
        P.CUSTOMERS_READ,
        P.CATALOG_READ,
        P.POLICIES_READ,
        P.PROMISES_READ,
        P.TASKS_READ,
        P.EVIDENCE_READ,
        P.PLAYBOOKS_READ,
        P.PHRASES_READ,
        P.KNOWLEDGE_READ,
        P.NOTICES_READ,
        P.TRAINING_SIT,
        P.ORDERS_READ,
        P.SHIPPING_READ,
        P.CONVERSATIONS_READ,
        P.AUDIT_READ,
        P.COMPLAINTS_READ,
        P.COMPLAINTS_NOTE,
        P.QUALITY_READ,
        P.QUALITY_SCORE,
        P.METRICS_READ,
    }
)

BUILTIN_ROLES = (
    BuiltinRole(MANAGER, "主管", "Manager", frozenset(P)),
    BuiltinRole("team_lead", "组长", "Team lead", _LEADING),
    BuiltinRole("reception", "接待（解答）", "Reception", _SERVING),
    BuiltinRole("product_advisor", "选品导购", "Product advisor", _SERVING),
    BuiltinRole("complaint_handler", "投诉处理", "Complaint handler", _SERVING),
    BuiltinRole(
        "returns_handler",
        "退换货",
        "Returns and exchanges",
        _SERVING | {P.ORDERS_EDIT, P.AFTERSALES_RECEIVE},
    ),
    BuiltinRole("warehouse", "仓库", "Warehouse", _STORING),
    BuiltinRole("courier", "物流", "Courier desk", _BACK_OFFICE | _SHIPPING),
    BuiltinRole("finance", "财务", "Finance", _ACCOUNTING),
    BuiltinRole("qa_inspector", "质检", "Quality inspector", _CHECKING),
    BuiltinRole(
        "verification",
        "核实",
        "Verification",
        _BACK_OFFICE | {P.CUSTOMERS_READ, P.CUSTOMERS_REVEAL, P.CONVERSATIONS_READ},
    ),
)
"""The roles of ROL-1, and those who share orders with them (ROL-5, domain.md §11)."""


def check_login(login: str) -> None:
    if not _LOGIN.fullmatch(login):
        raise BadLogin


def check_name(name: str) -> None:
    if not name.strip():
        raise BadName


def check_password(password: str, *, login: str) -> None:
    if len(password) < PASSWORD_LEAST or password.casefold() == login.casefold():
        raise WeakPassword(least=PASSWORD_LEAST)


def known_permissions(names: list[str]) -> frozenset[P]:
    """The permissions of these names; one that does not exist is an error."""
    known = {permission.value: permission for permission in P}
    for name in names:
        if name not in known:
            raise UnknownPermission(permission=name)
    return frozenset(known[name] for name in names)
