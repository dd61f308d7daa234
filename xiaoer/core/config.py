"""Settings, all from the environment (`XIAOER_…`); nothing else reads it."""

import secrets
from functools import cached_property, lru_cache
from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """One value per deployment; defaults suit one machine."""

    model_config = SettingsConfigDict(env_prefix="XIAOER_", ignored_types=(cached_property,))

    data: Path = Path("data")
    """Folder of the embedded database, stored files and the secret."""
    database_url: str | None = None
    """Your own PostgreSQL ≥ 15; none: the embedded one in `data`."""
    host: str = "127.0.0.1"
    port: int = 8100
    public_url: str | None = None
    """Where shoppers and agents reach the server, when it stands behind a proxy."""
    payments_url: str | None = None
    """Where a payment sandbox of your own listens; none: the server starts one."""
    model_url: str | None = None
    """An OpenAI-compatible endpoint, as `http://…/v1`; none: the local engine serves alone."""
    model_name: str = "default"
    model_key: str = ""
    model_timeout_sec: float = 8.0
    """For a whole answer."""
    pool_size: int = 8
    """Database connections per process."""
    upload_limit_bytes: int = 10 * 1024 * 1024
    unattached_hours: int = 24
    """An upload that no message and no evidence uses is removed after so long."""
    import_files_days: int = 30
    """The source file of an import is kept for so long after its end."""
    message_limit_chars: int = 4000
    visitor_messages: int = 20
    """A visitor may send so many in ten seconds, per web process."""
    session_days: int = 7
    secure_cookies: bool = False
    """Mark cookies Secure: switch on behind HTTPS."""

    @cached_property
    def secret(self) -> str:
        """Signs visitor tokens and links. Made once, kept in the data folder, 0600."""
        path = self.data / "secret"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(48))
        return path.read_text().strip()

    @property
    def files(self) -> Path:
        return self.data / "files"


@lru_cache
def settings() -> Settings:
    return Settings()
