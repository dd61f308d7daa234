"""What a courier's codes mean (domain.md §10, Kuaidi100): pure."""

from collections.abc import Mapping

from xiaoer.shipping.models import Node, Standstill

N = Node
CODES: Mapping[str, Node] = {
    "0": N.IN_TRANSIT, "1001": N.IN_TRANSIT, "1002": N.IN_TRANSIT, "1003": N.IN_TRANSIT,
    "1": N.PICKED, "101": N.LABELLED, "102": N.LABELLED, "103": N.PICKED,
    "2": N.TROUBLE, "201": N.TROUBLE, "202": N.TROUBLE, "203": N.TROUBLE, "204": N.TROUBLE,
    "205": N.LOST,
    "3": N.SIGNED, "301": N.SIGNED, "302": N.SIGNED, "303": N.SIGNED, "304": N.SIGNED,
    "4": N.REFUSED, "401": N.VOID, "14": N.REFUSED,
    "5": N.OUT_FOR_DELIVERY, "501": N.AT_POINT,
    "6": N.RETURNING,
    "7": N.IN_TRANSIT,
    "8": N.IN_TRANSIT, "10": N.IN_TRANSIT, "11": N.IN_TRANSIT, "12": N.IN_TRANSIT,
    "13": N.IN_TRANSIT,
}  # fmt: skip
"""0 under way, 1 collected, 2 trouble, 3 signed, 4 refused, 5 delivering, 6 going back, 7 passed
on, 8 customs; 205 is ours, for a parcel the courier gives up as lost."""

IN_HAND = tuple(node for node in Node if node not in (N.LABELLED, N.VOID))
"""Nodes that a courier can only tell of with the parcel in hand."""
TURNED = (N.REFUSED, N.RETURNING)
ORDER = tuple(Node)
"""Of two scans at the same moment the one further along counts."""

FACTS: Mapping[Node, str] = {
    N.LABELLED: "none", N.PICKED: "collected", N.IN_TRANSIT: "in_transit",
    N.OUT_FOR_DELIVERY: "out_for_delivery", N.AT_POINT: "our_region", N.TROUBLE: "stalled",
    N.REFUSED: "refused", N.RETURNING: "returned",
}  # fmt: skip
"""What policies call the nodes a parcel can stand still in (`parcel.node`)."""

STANDSTILLS: Mapping[Node, Standstill] = {
    N.LABELLED: Standstill.UNSCANNED,
    N.PICKED: Standstill.NO_TRACE,
}


def node_of(code: str) -> Node | None:
    """What a code says; a longer code nobody lists is read by its first digit."""
    return CODES.get(code) or (CODES.get(code[:1]) if code.isdigit() and len(code) == 3 else None)


def standstill_of(node: Node) -> Standstill:
    """What silence at this node is suspected to be."""
    return STANDSTILLS.get(node, Standstill.STALLED)
