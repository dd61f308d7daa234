"""How headings were matched, kept for the next file like it."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Session

from xiaoer.connectors.files import queries
from xiaoer.connectors.files.events import ImportMappingKept
from xiaoer.connectors.files.formats import headings as known
from xiaoer.connectors.files.formats import sheet
from xiaoer.connectors.files.models import ImportMapping
from xiaoer.core import clock, events, ids, shops
from xiaoer.core.auth import Actor, Permission


def kept_mappings(
    session: Session, actor: Actor, *, shop_id: UUID | None = None
) -> list[ImportMapping]:
    """The newest first."""
    actor.must(Permission.CONNECTORS_IMPORT)
    return queries.mappings(session, actor, shop_id)


def keep_mapping(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    headings: Sequence[str],
    mapping: Mapping[str, str | None],
    decimal_comma: bool | None,
) -> ImportMapping:
    """Read files with these headings this way from now on; an earlier way is replaced."""
    actor.must(Permission.CONNECTORS_IMPORT)
    shops.must_reach(actor, shop_id)
    chosen = {field: heading for field, heading in mapping.items() if heading}
    values = {
        "mapping": sheet.checked(chosen, list(headings)),
        "headings": list(headings),
        "decimal_comma": decimal_comma,
        "kept_by": actor.name,
        "updated_at": clock.now(),
    }
    statement = pg_insert(ImportMapping).values(
        id=ids.new_id(), shop_id=shop_id, fingerprint=known.fingerprint(headings), **values
    )
    mapping_id = session.execute(
        statement.on_conflict_do_update(
            index_elements=["shop_id", "fingerprint"], set_=values
        ).returning(ImportMapping.id)
    ).scalar_one()
    events.emit(session, actor, ImportMappingKept(shop_id=shop_id, mapping_id=mapping_id))
    found = select(ImportMapping).where(ImportMapping.id == mapping_id)
    return session.scalars(found, execution_options={"populate_existing": True}).one()
