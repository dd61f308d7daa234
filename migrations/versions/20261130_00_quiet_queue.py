"""The queue no longer tells of each change within the transaction: who left jobs says so after the
commit. A NOTIFY makes all commits of a database queue behind one lock."""

from alembic import op

revision = "30_quiet_queue"
down_revision = "30_phrase_life"


def upgrade() -> None:
    op.execute("DROP TRIGGER IF EXISTS tg_pgqueuer_changed ON pgqueuer")
