"""The verbs of the workforce."""

from xiaoer.workforce.service.agents import (
    Changes,
    add_agent,
    change_agent,
    change_my_password,
    deactivate,
    end_of,
    reactivate,
    set_password,
)
from xiaoer.workforce.service.me import change_preferences
from xiaoer.workforce.service.presence import beat, hold, set_mine, sweep
from xiaoer.workforce.service.roles import (
    add_group,
    add_role,
    change_role,
    ensure_builtin_roles,
    rename_group,
)
from xiaoer.workforce.service.setup import make_owner_link, set_up
from xiaoer.workforce.service.signing import (
    SignedIn,
    end_all,
    end_one,
    forget_old,
    hash_token,
    open_for,
    sign_in,
    sign_out,
)

__all__ = [
    "Changes",
    "SignedIn",
    "add_agent",
    "add_group",
    "add_role",
    "beat",
    "change_agent",
    "change_my_password",
    "change_preferences",
    "change_role",
    "deactivate",
    "end_all",
    "end_of",
    "end_one",
    "ensure_builtin_roles",
    "forget_old",
    "hash_token",
    "hold",
    "make_owner_link",
    "open_for",
    "reactivate",
    "rename_group",
    "set_mine",
    "set_password",
    "set_up",
    "sign_in",
    "sign_out",
    "sweep",
]
