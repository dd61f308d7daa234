"""The sentence a row has for the customer."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.policies.models import VersionState
from xiaoer.policies.queries import Candidate
from xiaoer.policies.service import holding


def sentence_of(
    session: Session, *, version_id: UUID, content_hash: str, row: str | None
) -> Mapping[str, str] | None:
    """What `row` of a version tells the customer, in `zh` and `en`; None when it says nothing."""
    if row is None:
        return None
    version = Candidate(version_id, content_hash, VersionState.ACTIVE, "", 0)
    found = holding.loaded(session, version).table.row(row)
    return found.say if found else None
