"""Queries that are asked often, past what SQLAlchemy does around each (ADR 0017).

    @prepared
    def _of_shop() -> Select[Warehouse]:
        return select(Warehouse).where(Warehouse.shop_id == bindparam("shop_id", type_=Uuid()))

    _of_shop().all(session, shop_id=shop.id)

It is put into SQL once per process; then it goes to PostgreSQL by the session's own connection as a
prepared statement (`core/reading.py`), and its rows become objects of the session, or tuples.
"""

from collections.abc import Callable
from functools import cached_property, lru_cache, wraps
from operator import itemgetter
from typing import Any, Generic, ParamSpec, TypeAlias, TypeVar, TypeVarTuple, cast, overload
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    BindParameter,
    ColumnElement,
    Enum,
    Select,
    Table,
    Uuid,
    any_,
    bindparam,
    select,
)
from sqlalchemy import inspect as inspected
from sqlalchemy.dialects.postgresql.psycopg import dialect
from sqlalchemy.orm import Mapper, Session
from sqlalchemy.orm.attributes import instance_state, set_committed_value
from sqlalchemy.sql import visitors
from sqlalchemy.sql.dml import ReturningUpdate
from sqlalchemy.types import TypeEngine

from xiaoer.core.reading import Row, Rows, run
from xiaoer.core.writing import awaits

T = TypeVar("T")
M = TypeVar("M")
P = ParamSpec("P")
Convert = Callable[[Any], Any]
Ts = TypeVarTuple("Ts")
Query: TypeAlias = "Select[*Ts] | ReturningUpdate[*Ts]"


@overload
def prepared(build: Callable[P, "Query[T]"]) -> "Callable[P, Prepared[T]]": ...
@overload
def prepared(build: Callable[P, "Query[*tuple[Any, ...]]"]) -> "Callable[P, Prepared[Row]]": ...
def prepared(build: Callable[P, "Query[Any]"]) -> Any:
    """Make a query once for each choice of arguments: putting it together costs more than to run
    it. Arguments are what it is made of (hashable); what it asks for are its `bindparam`s, and all
    other values are written into it, so that PostgreSQL plans with them."""

    @lru_cache(maxsize=200)
    def made(*args: Any) -> Prepared[Any]:
        return Prepared(cast("Callable[..., Query[Any]]", build)(*args))

    return wraps(build)(made)


def among(name: str, kind: TypeEngine[Any] | None = None) -> ColumnElement[Any]:
    """One of a list (of ids, or of `kind`) that is told as `name` when it is asked."""
    return any_(bindparam(name, type_=ARRAY(kind or Uuid())))


class Prepared(Generic[T]):
    """A query of one model, of one column, or of several, which come as tuples. So is an update
    that gives back what it has changed.

    What the session has not written yet is written first where it concerns a table of the query.
    An object that the session knows already stays as it is there, as with SQLAlchemy; of a query
    that locks it is read anew, because who waited for the lock must see what the other one wrote,
    and so is what an update gives back. Other objects do not hear of an update.
    """

    def __init__(self, query: "Query[T]") -> None:
        self._query = query
        self._mapper = _mapper_of(query)

    def all(self, session: Session, **values: Any) -> list[T]:
        if awaits(session, self._tables):
            session.flush()
        rows = run(session, self._sql, values)
        return self._objects(session, rows) if self._mapper else self._plain(rows)

    def one(self, session: Session, **values: Any) -> T:
        """The only one; there is one."""
        (found,) = self.all(session, **values)
        return found

    def first(self, session: Session, **values: Any) -> T | None:
        return next(iter(self.all(session, **values)), None)

    @cached_property
    def _tables(self) -> frozenset[str]:
        return frozenset(
            str(each.name) for each in visitors.iterate(self._query) if isinstance(each, Table)
        )

    @cached_property
    def _columns(self) -> list[Any]:
        if self._mapper is None:
            return list(self._query.exported_columns)
        return [getattr(self._mapper.class_, name) for name in self._names]

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """The attributes of the model, in the order of the columns."""
        assert self._mapper is not None
        if isinstance(self._query, Select):
            return tuple(self._mapper.column_attrs.keys())
        columns = self._mapper.local_table.columns
        return tuple(self._mapper.get_property_by_column(each).key for each in columns)

    @cached_property
    def _sql(self) -> str:
        query: Query[Any] = self._query
        if self._mapper and isinstance(query, Select):
            query = query.with_only_columns(*self._columns)
        written = visitors.cloned_traverse(query, {}, {"bindparam": _write_out})
        compiled = written.compile(dialect=cast(Any, dialect)())
        asked_for = (name for name, each in compiled.binds.items() if each.required)
        return compiled.construct_expanded_state(dict.fromkeys(asked_for)).statement

    @cached_property
    def _converts(self) -> list[tuple[int, Convert]]:
        """Where the driver's value is not the one of Python."""
        made = ((place, _convert(each.type)) for place, each in enumerate(self._columns))
        return [(place, convert) for place, convert in made if convert]

    def _plain(self, rows: Rows) -> list[Any]:
        found = [self._convert(row) for row in rows] if self._converts else rows
        return [value for (value,) in found] if len(self._columns) == 1 else found

    def _convert(self, row: Row) -> Row:
        values = list(row)
        for place, convert in self._converts:
            if values[place] is not None:
                values[place] = convert(values[place])
        return tuple(values)

    @cached_property
    def _key(self) -> Callable[[Row], tuple[Any, ...]]:
        assert self._mapper is not None
        columns = [self._mapper.get_property_by_column(each) for each in self._mapper.primary_key]
        places = [self._names.index(each.key) for each in columns]
        if len(places) == 1:
            return lambda row: (row[places[0]],)
        return itemgetter(*places)

    @cached_property
    def _anew(self) -> bool:
        query = self._query
        return not isinstance(query, Select) or query._for_update_arg is not None

    def _objects(self, session: Session, rows: Rows) -> list[T]:
        return [self._object(session, row) for row in rows]

    def _object(self, session: Session, row: Row) -> T:
        mapper = cast("Mapper[Any]", self._mapper)
        key = mapper.identity_key_from_primary_key(self._key(row))
        known = session.identity_map.get(key)
        if known is None:
            return cast(T, self._loaded(session, mapper, key, row))
        unread = self._names if self._anew else instance_state(known).expired_attributes
        if unread:
            for name, value in zip(self._names, self._convert(row), strict=True):
                if name in unread:
                    set_committed_value(known, name, value)
        return cast(T, known)

    def _loaded(self, session: Session, mapper: "Mapper[Any]", key: Any, row: Row) -> Any:
        made = mapper.class_manager.new_instance()
        state = instance_state(made)
        state.dict.update(zip(self._names, self._convert(row), strict=True))
        state.key, state.session_id = key, session.hash_key
        session.identity_map.add(state)
        return made


@prepared
def by_ids(model: type[M]) -> "Select[M]":
    """Those of `ids`."""
    return select(model).where(_id_of(model) == among("ids"))


@prepared
def locked_by_ids(model: type[M], key_share: bool = False) -> "Select[M]":
    """The same locked, in the order of their ids, as everybody locks them; with `key_share` so that
    others may still refer to them."""
    key = _id_of(model)
    query = select(model).where(key == among("ids")).order_by(key)
    return query.with_for_update(key_share=key_share)


def _id_of(model: type[M]) -> ColumnElement[UUID]:
    """Its key, whatever it is called."""
    (key,) = cast("Mapper[M]", inspected(model)).primary_key
    return cast("ColumnElement[UUID]", key)


def _mapper_of(query: "Query[Any]") -> "Mapper[Any] | None":
    """Of the model whose objects it gives."""
    if isinstance(query, Select):
        model = query.column_descriptions[0]["expr"]
        return cast("Mapper[Any]", inspected(model)) if isinstance(model, type) else None
    mapper = cast("Mapper[Any]", inspected(query.entity_description["entity"]))
    whole = len(query.exported_columns) == len(mapper.local_table.columns)
    return mapper if whole else None


def _write_out(value: BindParameter[Any]) -> None:
    value.literal_execute = not value.required


def _convert(kind: TypeEngine[Any]) -> Convert | None:
    if isinstance(kind, ARRAY):
        each = _convert(kind.item_type)
        return (lambda values: [each(one) for one in values]) if each else None
    if isinstance(kind, Enum) and kind.enum_class:
        return {member.value: member for member in kind.enum_class}.__getitem__
    return None
