"""What a person sets for themselves: language, theme, shortcuts."""

from typing import Any

from sqlalchemy.orm import Session

from xiaoer.core import events
from xiaoer.core.auth import Actor
from xiaoer.workforce import rules
from xiaoer.workforce.errors import AgentNotFound, TooManySettings
from xiaoer.workforce.events import AgentChanged
from xiaoer.workforce.models import Agent, Theme


def change_preferences(
    session: Session,
    actor: Actor,
    *,
    locale: str | None = None,
    theme: Theme | None = None,
    shortcuts: dict[str, Any] | None = None,
    others: dict[str, Any] | None = None,
) -> Agent:
    """Change one's own settings; None leaves one as it is. `others` are merged, null removes."""
    agent = session.get(Agent, actor.id) if actor.id else None
    if agent is None:
        raise AgentNotFound
    if locale is not None:
        agent.locale = locale
    if theme is not None:
        agent.theme = theme
    if shortcuts is not None:
        agent.shortcuts = shortcuts
    if others:
        merged = agent.preferences | others
        kept = {name: value for name, value in merged.items() if value is not None}
        if max(len(kept), *map(len, kept), 0) > rules.MOST_SETTINGS:
            raise TooManySettings(most=rules.MOST_SETTINGS)
        agent.preferences = kept
    session.flush()
    events.emit(session, actor, AgentChanged(agent_id=agent.id, changed=["preferences"]))
    return agent
