"""The verbs of after-sales cases."""

from xiaoer.aftersales.service.amending import Address, Change, Foreseen, amend, foresee
from xiaoer.aftersales.service.answering import concede, contest, judge
from xiaoer.aftersales.service.approving import approve
from xiaoer.aftersales.service.caring import give_feedback, open_guide, send_guide, tick
from xiaoer.aftersales.service.choosing import choose as choose_settings
from xiaoer.aftersales.service.compensating import compensate
from xiaoer.aftersales.service.conduct import note_abuse
from xiaoer.aftersales.service.disputing import rule, settle
from xiaoer.aftersales.service.exchanging import (
    confirm,
    convert,
    report_replacement,
    ship_replacement,
)
from xiaoer.aftersales.service.firing import fire, follow_deadline, orders_shipped
from xiaoer.aftersales.service.hastening import fast_refund
from xiaoer.aftersales.service.intercepting import (
    answer_interception,
    choose,
    intercept,
    note_needs,
    parcel_back,
)
from xiaoer.aftersales.service.mirroring import adopt, follow, known, told
from xiaoer.aftersales.service.offering import accept, decline, propose
from xiaoer.aftersales.service.opening import open_case, quote
from xiaoer.aftersales.service.overriding import override
from xiaoer.aftersales.service.paying import follow_charge, pay
from xiaoer.aftersales.service.placing import set_place
from xiaoer.aftersales.service.proving import add_evidence
from xiaoer.aftersales.service.receiving import Inspected, receive, refuse_receipt
from xiaoer.aftersales.service.recovering import end as end_recovery
from xiaoer.aftersales.service.recovering import remind as remind_recovery
from xiaoer.aftersales.service.refunding import retry
from xiaoer.aftersales.service.refusing import refuse
from xiaoer.aftersales.service.reopening import reopen
from xiaoer.aftersales.service.requests import Back, Proof, Quote, Request
from xiaoer.aftersales.service.retaining import expire, retain
from xiaoer.aftersales.service.retracting import (
    escalate,
    revise,
    ship_instead,
    withdraw,
)
from xiaoer.aftersales.service.returning import (
    arrange_pickup,
    awaited,
    report_return,
    ship_back,
)
from xiaoer.aftersales.service.settling import follow as follow_money
from xiaoer.aftersales.service.settling import follow_all
from xiaoer.aftersales.service.swapping import Becomes
from xiaoer.aftersales.service.together import open_together

__all__ = [
    "Address",
    "Back",
    "Becomes",
    "Change",
    "Foreseen",
    "Inspected",
    "Proof",
    "Quote",
    "Request",
    "accept",
    "add_evidence",
    "adopt",
    "amend",
    "answer_interception",
    "approve",
    "arrange_pickup",
    "awaited",
    "choose",
    "choose_settings",
    "compensate",
    "concede",
    "confirm",
    "contest",
    "convert",
    "decline",
    "end_recovery",
    "escalate",
    "expire",
    "fast_refund",
    "fire",
    "follow",
    "follow_all",
    "follow_charge",
    "follow_deadline",
    "follow_money",
    "foresee",
    "give_feedback",
    "intercept",
    "judge",
    "known",
    "note_abuse",
    "note_needs",
    "open_case",
    "open_guide",
    "open_together",
    "orders_shipped",
    "override",
    "parcel_back",
    "pay",
    "propose",
    "quote",
    "receive",
    "refuse",
    "refuse_receipt",
    "remind_recovery",
    "reopen",
    "report_replacement",
    "report_return",
    "retain",
    "retry",
    "revise",
    "rule",
    "send_guide",
    "set_place",
    "settle",
    "ship_back",
    "ship_instead",
    "ship_replacement",
    "tick",
    "told",
    "withdraw",
]
