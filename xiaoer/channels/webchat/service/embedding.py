"""Where a shop shows its chat, and the secret with which its server vouches."""

from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.channels.webchat import queries, rules
from xiaoer.channels.webchat.events import WebchatSettingsChanged
from xiaoer.channels.webchat.models import WebchatSettings
from xiaoer.core import events, shops
from xiaoer.core.auth import Actor, Permission


def settings_for(session: Session, actor: Actor, shop_id: UUID) -> WebchatSettings:
    """The settings, held for a change. They name the vouching secret: not for everybody."""
    actor.must(Permission.CHANNELS_MANAGE)
    shops.must_reach(actor, shop_id)
    shops.get(session, shop_id)
    return queries.settings_of(session, shop_id)


def change_settings(
    session: Session, actor: Actor, shop_id: UUID, *, frame_ancestors: list[str]
) -> WebchatSettings:
    """Name the sites that may show the chat; none: any site may."""
    settings = settings_for(session, actor, shop_id)
    settings.frame_ancestors = rules.checked_origins(frame_ancestors)
    return _kept(session, actor, settings, ["frame_ancestors"])


def renew_secret(session: Session, actor: Actor, shop_id: UUID) -> WebchatSettings:
    """Make a new vouching secret; what was signed with the old one no longer counts."""
    settings = settings_for(session, actor, shop_id)
    settings.secret_generation += 1
    return _kept(session, actor, settings, ["vouching_secret"])


def _kept(
    session: Session, actor: Actor, settings: WebchatSettings, changed: list[str]
) -> WebchatSettings:
    session.add(settings)
    session.flush()
    events.emit(session, actor, WebchatSettingsChanged(shop_id=settings.shop_id, changed=changed))
    return settings
