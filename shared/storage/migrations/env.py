"""Alembic runs inside the transaction it is handed; there is no ini file."""

from alembic import context

from shared.storage import case_tables as _cases  # noqa: F401 - all tables are known here
from shared.storage import duty_tables as _duty  # noqa: F401 - all tables are known here
from shared.storage.orm import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
