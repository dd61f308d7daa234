"""The words of after-sales. Policy tables use the same ones."""

from enum import StrEnum


class CaseKind(StrEnum):
    REFUND_ONLY = "refund_only"
    RETURN_REFUND = "return_refund"
    EXCHANGE = "exchange"
    RESHIP = "reship"
    REPAIR = "repair"
    PRICE_ADJUST = "price_adjust"
    COMPENSATION = "compensation"


class Phase(StrEnum):
    """How far the order was when the customer asked."""

    PRE_SHIP = "pre_ship"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    COMPLETED = "completed"
    CLOSED = "closed"


class CaseState(StrEnum):
    """What people see; derived from decision, goods and money."""

    AWAITING_MERCHANT = "awaiting_merchant"
    AWAITING_BUYER_CONFIRM = "awaiting_buyer_confirm"
    MERCHANT_REFUSED = "merchant_refused"
    AWAITING_BUYER_RETURN = "awaiting_buyer_return"
    AWAITING_MERCHANT_RECEIPT = "awaiting_merchant_receipt"
    RECEIPT_REFUSED = "receipt_refused"
    AWAITING_PAYMENT = "awaiting_payment"
    AWAITING_REPLACEMENT_SHIP = "awaiting_replacement_ship"
    AWAITING_BUYER_RECEIPT = "awaiting_buyer_receipt"
    AWAITING_REFUND = "awaiting_refund"
    REFUND_PROCESSING = "refund_processing"
    REFUND_FAILED = "refund_failed"
    DISPUTED = "disputed"
    COMPLETED = "completed"
    CLOSED = "closed"


class Closed(StrEnum):
    """Why a case ended without what was asked for."""

    WITHDRAWN = "withdrawn"
    BUYER_TIMEOUT = "buyer_timeout"
    REFUSED_FINAL = "refused_final"
    RULED_FOR_MERCHANT = "ruled_for_merchant"
    SUPERSEDED = "superseded"
    INVALID = "invalid"
    SHIPPED_INSTEAD = "shipped_instead"
    SENT_BACK = "sent_back"
    """What did not pass the inspection goes back to the customer, who agreed to it (RET-13)."""
    RETAINED = "retained"
    """The customer took an offer and keeps the order (RTN-3)."""


class Decided(StrEnum):
    """Who agreed to what."""

    PENDING = "pending"
    OFFERED = "offered"
    APPROVED = "approved"
    REFUSED = "refused"
    RULED = "ruled"


class Goods(StrEnum):
    """Where the things are."""

    NOT_SENT = "not_sent"
    ON_THE_WAY = "on_the_way"
    """To the customer."""
    WITH_BUYER = "with_buyer"
    COMING_BACK = "coming_back"
    RECEIVED = "received"
    REFUSED = "refused"
    REPLACED = "replaced"
    STAYS = "stays"
    """Nothing has to come back."""


class Money(StrEnum):
    """What moved."""

    NONE = "none"
    RESERVED = "reserved"
    SUBMITTED = "submitted"
    SETTLED = "settled"
    FAILED = "failed"
    REVERSED = "reversed"


class Party(StrEnum):
    BUYER = "buyer"
    MERCHANT = "merchant"
    CARRIER = "carrier"
    PLATFORM = "platform"


class Mode(StrEnum):
    AUTHORITATIVE = "authoritative"
    """We move the money."""
    MIRRORED = "mirrored"
    """A platform owns the case; we send it commands with the version we saw."""


class ReturnMethod(StrEnum):
    SELF_SHIP = "self_ship"
    PICK_UP = "pick_up"
    DROP_OFF = "drop_off"
    """At a parcel shop or locker, where the shop offers it."""


class Queue(StrEnum):
    """Where staff find a case."""

    UNSHIPPED = "unshipped"
    SHIPPED = "shipped"
    RETURNS = "returns"
    RECEIVE = "receive"
    SHIP_OUT = "ship_out"
    CUSTOMER = "customer"
    """Waits for the customer."""
    MONEY = "money"
    """On its way; nothing to do."""
    DISPUTES = "disputes"
    FAILED = "failed"


class Reason(StrEnum):
    NO_REASON = "no_reason"
    DISLIKE = "dislike"
    NO_LONGER_NEEDED = "no_longer_needed"
    WRONG_ORDER = "wrong_order"
    SIZE_MISMATCH_DESC = "size_mismatch_desc"
    COLOR_MISMATCH_DESC = "color_mismatch_desc"
    QUALITY_DEFECT = "quality_defect"
    DAMAGED_IN_TRANSIT = "damaged_in_transit"
    WRONG_ITEM = "wrong_item"
    MISSING_ITEM = "missing_item"
    MISSING_PARTS = "missing_parts"
    EMPTY_PARCEL = "empty_parcel"
    NOT_RECEIVED = "not_received"
    LATE_SHIP = "late_ship"
    LATE_DELIVERY = "late_delivery"
    COUNTERFEIT = "counterfeit"
    EXPIRED_GOODS = "expired_goods"
    SAFETY = "safety"
    PRICE_DROP = "price_drop"
    OVERCHARGE = "overcharge"
    DUPLICATE_ORDER = "duplicate_order"
    WARRANTY_FAULT = "warranty_fault"
    INVOICE_ISSUE = "invoice_issue"
    AGREED_WITH_MERCHANT = "agreed_with_merchant"


class EvidenceKind(StrEnum):
    ITEM_PHOTO = "item_photo"
    PACKAGE_PHOTO = "package_photo"
    UNBOXING_VIDEO = "unboxing_video"
    SHIPPING_LABEL_PHOTO = "shipping_label_photo"
    DEFECT_VIDEO = "defect_video"
    CHAT_EXCERPT = "chat_excerpt"
    DELIVERY_PROOF = "delivery_proof"
    WEIGHT_RECORD = "weight_record"
    SERIAL_PHOTO = "serial_photo"
    DETECTION_REPORT = "detection_report"
    PRICE_SCREENSHOT = "price_screenshot"
    INVOICE = "invoice"
    AUTHORIZATION_LETTER = "authorization_letter"
    REFUSAL_PROOF = "refusal_proof"
    INSPECTION_PHOTO = "inspection_photo"
    CARRIER_STATEMENT = "carrier_statement"
    REFUND_RECEIPT = "refund_receipt"
    COMPETITOR_PAGE = "competitor_page"


class Finding(StrEnum):
    """What the warehouse finds of goods that came back (RET-12)."""

    OK = "ok"
    DAMAGED = "damaged"
    USED = "used"
    AFFECTS_RESALE = "affects_resale"
    """In some other way."""
    WRONG_ITEM = "wrong_item"
    MISSING_PARTS = "missing_parts"
    MISSING = "missing"


class AmendmentKind(StrEnum):
    SWAP_ITEMS = "swap_items"
    CHANGE_ADDRESS = "change_address"
    CHANGE_PAYMENT = "change_payment"
