"""What a session knows of a table before it writes rows of it as JSON (ADR 0014)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from sqlalchemy import (
    ARRAY,
    Boolean,
    Column,
    Date,
    DateTime,
    Double,
    Enum,
    Integer,
    String,
    Table,
    Uuid,
)
from sqlalchemy import LargeBinary as Bytes
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapper
from sqlalchemy.types import TypeEngine

AS_JSON = (Boolean, Bytes, Date, DateTime, Double, Enum, Integer, JSONB, String, Uuid)
"""Types whose Python values PostgreSQL reads from JSON as they are (text as `bytea` reads it)."""


@dataclass(frozen=True, slots=True)
class Place:
    """A column of a table, and the attribute that holds it."""

    attribute: str
    column: str
    default: Callable[[], Any] | None
    by_database: bool
    """PostgreSQL fills it in when it is left out."""
    is_json: bool


@dataclass(frozen=True, slots=True)
class Known:
    name: str
    places: tuple[Place, ...]
    key: tuple[Place, ...]
    numbered: bool
    """Its key is drawn by PostgreSQL: rows are written, and not known here afterwards."""


@cache
def known_of(mapper: Mapper[Any]) -> Known | None:
    """None when rows of it are always SQLAlchemy's."""
    table = cast(Table, mapper.local_table)
    columns = [(each, mapper.get_property_by_column(each).key) for each in table.columns]
    plain = mapper.inherits is None and mapper.version_id_col is None and not mapper.relationships
    if not plain or any(not _has_json(each.type) and not _by_database(each) for each, _ in columns):
        return None
    places = {
        each.name: Place(attribute, each.name, _default(each), _by_database(each), _is_json(each))
        for each, attribute in columns
        if _has_json(each.type)
    }
    key = list(table.primary_key.columns)
    return Known(
        quoted(table.name),
        tuple(places.values()),
        tuple(places[each.name] for each in key if each.name in places),
        numbered=any(_by_database(each) for each in key),
    )


def _has_json(kind: TypeEngine[Any]) -> bool:
    return isinstance(kind.item_type if isinstance(kind, ARRAY) else kind, AS_JSON)


def _is_json(column: "Column[Any]") -> bool:
    return isinstance(column.type, JSONB)


def _by_database(column: "Column[Any]") -> bool:
    return bool(column.server_default or column.computed or column.identity)


def _default(column: "Column[Any]") -> Callable[[], Any] | None:
    given = column.default
    if given is None:
        return None
    if given.is_callable:
        make = cast(Any, given).arg
        return lambda: make(None)
    if given.is_scalar:
        value = cast(Any, given).arg
        return lambda: value
    raise TypeError(f"{column} has a default that this module does not know.")


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
