"""A session that writes at once (`core/writing.py`), and reads by key past SQLAlchemy."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import instance_state

from xiaoer.core import writing
from xiaoer.core.prepared import by_ids


class DeskSession(Session):
    """The one kind of session there is."""

    def _is_clean(self) -> bool:
        return not writing.waits(self) and super()._is_clean()

    def _flush(self, objects: Any = None) -> None:
        waiting = writing.waiting(self)
        if objects or not writing.write(self, waiting):
            super()._flush(objects)
            writing.write_beside(self, waiting)

    def get(self, entity: Any, ident: Any, **options: Any) -> Any:
        """By its key. What is here already is given at once, and what waits to be written is found
        as well. With options it is SQLAlchemy's."""
        plain = isinstance(ident, UUID) and not any(options.values())
        if plain:
            there = self.identity_map.get((entity, (ident,), None))
            if there is not None and not instance_state(there).expired:
                return there
        if any(type(each) is entity for each in self.new):
            self.flush()
        if plain:
            return by_ids(entity).first(self, ids=[ident])
        return super().get(entity, ident, **options)

    def refresh(self, instance: object, *how: Any, **options: Any) -> None:
        """Read it anew; what waits to be written is written first, not forgotten."""
        self.flush()
        super().refresh(instance, *how, **options)

    def expire_all(self) -> None:
        """Read everything anew; what waits to be written is written first."""
        self.flush()
        super().expire_all()
