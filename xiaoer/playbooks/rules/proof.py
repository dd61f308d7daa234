"""The checklist of a branch against the evidence there is."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from xiaoer.evidence.models import Kind, SubjectType, Visibility
from xiaoer.playbooks.errors import EvidenceMissing
from xiaoer.playbooks.rules.content import Item, Playbook, Text


@dataclass(frozen=True)
class Subject:
    """The thing a run is about. `folders`: whose evidence counts besides its own, such as the
    order and the talk of a refund."""

    shop_id: UUID
    type: str
    id: UUID
    folders: tuple[tuple[SubjectType, UUID], ...] = field(default=())

    def evidence_of(self) -> list[tuple[SubjectType, UUID]]:
        """Its own folder, where evidence knows such things, and the others."""
        own = [(SubjectType(self.type), self.id)] if self.type in set(SubjectType) else []
        return list(dict.fromkeys([*own, *self.folders]))


@dataclass(frozen=True)
class Piece:
    """Evidence about the subject that has not been superseded."""

    id: UUID
    kind: Kind
    captured_at: dt.datetime
    visibility: Visibility
    note: str
    theirs: bool = False
    """The customer put it forward."""


@dataclass(frozen=True)
class Checked:
    """An item of a checklist and the evidence that meets it."""

    item: Item
    pieces: Sequence[Piece]
    offered: Sequence[Piece] = ()
    """What might be it, if somebody said so."""

    @property
    def present(self) -> bool:
        return bool(self.pieces)

    @property
    def blocks(self) -> bool:
        """It is missing, and nothing that must be proved can be chosen without it."""
        return self.item.need == "mandatory" and not self.pieces


def check(
    items: Sequence[Item], pieces: Sequence[Piece], attached: Mapping[str, set[UUID]]
) -> list[Checked]:
    """Each item with what meets it: by kind, or because somebody attached it."""
    return [_checked(item, pieces, attached.get(item.code, set())) for item in items]


def _checked(item: Item, pieces: Sequence[Piece], attached: set[UUID]) -> Checked:
    ours = [each for each in pieces if item.theirs or not each.theirs]
    met = [
        each for each in pieces if each.id in attached or (each in ours and each.kind in item.kinds)
    ]
    offered = [each for each in ours if each.kind in item.by_hand and each not in met]
    return Checked(item, met, offered)


def fits(item: Item, kind: Kind) -> bool:
    return kind in item.kinds or kind in item.by_hand


def proposals(book: Playbook, branch: str) -> list[str]:
    """What a branch can end with while evidence is missing (DSP-26)."""
    ends = {each: book.results[each] for each in book.branches[branch].results}
    return [code for code, end in ends.items() if not end.proved and not end.by_itself]


def must_be_complete(book: Playbook, branch: str, checked: Sequence[Checked]) -> None:
    """Raise `EvidenceMissing`, which names what is missing and what to do instead."""
    missing = [each.item for each in checked if each.blocks]
    if not missing:
        return
    instead = proposals(book, branch)
    labels = [book.results[each].label for each in instead]
    raise EvidenceMissing(
        branch=branch,
        missing=[each.code for each in missing],
        items=[{"code": each.code, **each.label.model_dump()} for each in missing],
        propose=instead,
        names_zh=_joined(missing, "zh"),
        names_en=_joined(missing, "en"),
        propose_zh="、".join(each.zh for each in labels),
        propose_en=", ".join(each.en for each in labels),
    )


def _joined(items: Sequence[Item], language: str) -> str:
    labels: list[Text] = [each.label for each in items]
    return "、".join(e.zh for e in labels) if language == "zh" else "; ".join(e.en for e in labels)
