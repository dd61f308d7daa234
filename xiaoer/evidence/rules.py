"""How evidence is hashed, and what its kinds are called: pure."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from xiaoer.evidence.models import EvidenceItem, Kind

LABELS: Mapping[Kind, tuple[str, str]] = {
    Kind.CHAT_RECORD: ("聊天记录", "Chat record"),
    Kind.REVIEW: ("评价", "Review"),
    Kind.SIGNATURE_SLIP: ("签收底单", "Signature slip"),
    Kind.COURIER_PROOF: ("快递盖章证明", "Courier's stamped proof"),
    Kind.PHOTO_VIDEO: ("照片或视频", "Photo or video"),
    Kind.AUTHORISATION: ("授权书", "Authorisation"),
    Kind.INSPECTION_REPORT: ("检测报告", "Inspection report"),
    Kind.PAGE_SCREENSHOT: ("页面截图", "Page screenshot"),
    Kind.PHONE_RECORD: ("通话记录", "Phone record"),
}
"""Kind → 中文 and English (EVD-2)."""

FIRST = bytes(32)
"""What stands before the first item of a shop's chain."""


def content_hash(item: EvidenceItem) -> bytes:
    """SHA-256 over the item in one canonical form: sorted keys, UTF-8, no spaces."""
    whole = {
        "shop_id": item.shop_id,
        "kind": item.kind,
        "subject_type": item.subject_type,
        "subject_id": item.subject_id,
        "content": item.content,
        "files": item.files,
        "note": item.note,
        "visibility": item.visibility,
        "author": [item.author_kind, item.author_id, item.author_name],
        "captured_at": item.captured_at.timestamp(),
        "supersedes_id": item.supersedes_id,
    }
    canonical = orjson.dumps(whole, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS)
    return hashlib.sha256(canonical).digest()


def chain(before: bytes, sha256: bytes) -> bytes:
    return hashlib.sha256(before + sha256).digest()


def first_break(items: Iterable[EvidenceItem]) -> int | None:
    """The first position of a shop's chain, read from its start, that does not hold."""
    before, expected = FIRST, 1
    for item in items:
        intact = item.sha256 == content_hash(item)
        linked = item.position == expected and item.chain_hash == chain(before, item.sha256)
        if not (intact and linked):
            return expected
        before, expected = item.chain_hash, expected + 1
    return None


def normal(content: Mapping[str, Any]) -> dict[str, Any]:
    """The snapshot as the database will give it back, so that its hash stays the same."""
    plain: dict[str, Any] = orjson.loads(orjson.dumps(dict(content), default=str))
    return plain


def described(file: Mapping[str, Any], sha256: bytes) -> dict[str, Any]:
    """A stored file as evidence keeps it."""
    kept = ("id", "name", "content_type", "size", "width", "height")
    return {**{key: file[key] for key in kept}, "sha256": sha256.hex()}
