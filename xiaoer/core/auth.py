"""Who acts, and what they may do. A plain value: routes, jobs, bots and tests all make one."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from xiaoer.core.errors import MissingPermission


class Permission(StrEnum):
    """`<package>:<verb>`, in package order. docs/permissions.md lists who needs which."""

    SHOPS_MANAGE = "shops:manage"
    AUDIT_READ = "audit:read"
    FILES_READ = "files:read"
    FILES_STORE = "files:store"
    WORKFORCE_READ = "workforce:read"
    WORKFORCE_MANAGE = "workforce:manage"
    CUSTOMERS_READ = "customers:read"
    CUSTOMERS_EDIT = "customers:edit"
    CUSTOMERS_REVEAL = "customers:reveal"
    CUSTOMERS_ERASE = "customers:erase"
    CATALOG_READ = "catalog:read"
    CATALOG_ASK = "catalog:ask"
    """Note what customers ask for, ask for more of it, say that a product's card is wrong."""
    CATALOG_EDIT = "catalog:edit"
    POLICIES_READ = "policies:read"
    POLICIES_DECIDE = "policies:decide"
    """Have a case decided by a table, or tried on one."""
    POLICIES_OVERRIDE = "policies:override"
    POLICIES_EDIT = "policies:edit"
    POLICIES_PUBLISH = "policies:publish"
    POLICIES_SWITCH = "policies:switch"
    """Switch automations on and off, and kill them."""
    PROMISES_READ = "promises:read"
    PROMISES_MANAGE = "promises:manage"
    TASKS_READ = "tasks:read"
    TASKS_WORK = "tasks:work"
    TASKS_ASSIGN = "tasks:assign"
    EVIDENCE_READ = "evidence:read"
    EVIDENCE_CAPTURE = "evidence:capture"
    PLAYBOOKS_READ = "playbooks:read"
    PLAYBOOKS_RUN = "playbooks:run"
    PLAYBOOKS_APPEAL = "playbooks:appeal"
    """Record rulings; prepare, submit and end appeals."""
    PHRASES_READ = "phrases:read"
    PHRASES_EDIT = "phrases:edit"
    KNOWLEDGE_READ = "knowledge:read"
    KNOWLEDGE_EDIT = "knowledge:edit"
    KNOWLEDGE_PUBLISH = "knowledge:publish"
    NOTICES_READ = "notices:read"
    NOTICES_SEND = "notices:send"
    TRAINING_SIT = "training:sit"
    """Learn, and take the tests one is to take."""
    TRAINING_MANAGE = "training:manage"
    """Write courses and tests; see how everybody did."""
    ORDERS_READ = "orders:read"
    ORDERS_REMARK = "orders:remark"
    ORDERS_EDIT = "orders:edit"
    ORDERS_CONFIRM = "orders:confirm"
    """Confirm orders with customers: addresses, cash on delivery, payment, ratings."""
    PAYMENTS_READ = "payments:read"
    PAYMENTS_REFUND = "payments:refund"
    PAYMENTS_COMPENSATE = "payments:compensate"
    PAYMENTS_CHARGE = "payments:charge"
    PAYMENTS_SETTLE = "payments:settle"
    """Retry, reroute or settle by hand what did not go through by itself."""
    PAYMENTS_MANAGE = "payments:manage"
    SHIPPING_READ = "shipping:read"
    SHIPPING_TRACK = "shipping:track"
    """Make parcels known and bring scans in: warehouses, couriers' callbacks and connectors."""
    SHIPPING_REMIND = "shipping:remind"
    SHIPPING_ANSWER = "shipping:answer"
    """Answer what a warehouse or a courier was asked."""
    SHIPPING_DELAY = "shipping:delay"
    """Tell customers of delays, write down what they want, follow cases with couriers."""
    SHIPPING_MANAGE = "shipping:manage"
    """Warehouses, suspensions, shares of couriers."""
    CONVERSATIONS_RECEIVE = "conversations:receive"
    """Bring customers' words in: channels hold it, people do not."""
    CONVERSATIONS_READ = "conversations:read"
    CONVERSATIONS_REPLY = "conversations:reply"
    CONVERSATIONS_ASSIGN = "conversations:assign"
    CONVERSATIONS_CLOSE = "conversations:close"
    CONVERSATIONS_MANAGE = "conversations:manage"
    AFTERSALES_READ = "aftersales:read"
    AFTERSALES_ASK = "aftersales:ask"
    """Ask for something on one's own orders: shoppers hold it."""
    AFTERSALES_VOUCHED = "aftersales:vouched"
    """The shop vouches for this shopper: orders in their name are theirs, proved or not."""
    AFTERSALES_REQUEST = "aftersales:request"
    """Ask for something in a customer's name."""
    AFTERSALES_DECIDE = "aftersales:decide"
    AFTERSALES_RECEIVE = "aftersales:receive"
    """Receive, inspect and send parcels of cases."""
    AFTERSALES_COMPENSATE = "aftersales:compensate"
    AFTERSALES_AMEND = "aftersales:amend"
    """Change an order before it is shipped."""
    AFTERSALES_OVERRIDE = "aftersales:override"
    AFTERSALES_RULE = "aftersales:rule"
    AFTERSALES_MANAGE = "aftersales:manage"
    AFTERSALES_FOLLOW = "aftersales:follow"
    """Bring in what a platform that owns a case tells: connectors hold it."""
    COMPLAINTS_READ = "complaints:read"
    COMPLAINTS_NOTE = "complaints:note"
    ASSIST_MANAGE = "assist:manage"
    """Switch features of assist on and off."""
    QUALITY_READ = "quality:read"
    """See everybody's scores; one's own need no permission."""
    QUALITY_SCORE = "quality:score"
    QUALITY_MANAGE = "quality:manage"
    """Write the sheets that talks and calls are scored by."""
    METRICS_READ = "metrics:read"
    METRICS_MANAGE = "metrics:manage"
    """Set the shifts that figures are split by."""
    CHANNELS_MANAGE = "channels:manage"
    CONNECTORS_IMPORT = "connectors:import"


class ActorKind(StrEnum):
    AGENT = "agent"
    CUSTOMER = "customer"
    BOT = "bot"
    SYSTEM = "system"


@dataclass(frozen=True)
class Actor:
    """Somebody who does something: an agent, a customer, a bot, or the system itself."""

    kind: ActorKind
    id: UUID | None = None
    name: str = ""
    permissions: frozenset[Permission] = field(default_factory=frozenset)
    shop_ids: frozenset[UUID] = field(default_factory=frozenset)
    """Shops whose rows this actor may reach."""
    all_shops: bool = False

    def may(self, permission: Permission) -> bool:
        return permission in self.permissions

    def must(self, permission: Permission) -> None:
        """Raise `MissingPermission` (403) unless the actor holds `permission`."""
        if permission not in self.permissions:
            raise MissingPermission(permission=permission.value)

    def reaches(self, shop_id: UUID) -> bool:
        return self.all_shops or shop_id in self.shop_ids


EVERYTHING = frozenset(Permission)
"""All there is to do in the house."""


@lru_cache(maxsize=200)
def system(name: str = "system") -> Actor:
    """The product itself, acting by a rule or a clock."""
    return Actor(kind=ActorKind.SYSTEM, name=name, permissions=EVERYTHING, all_shops=True)
