"""Alembic runs inside the transaction it is handed; there is no ini file."""

from alembic import context

from shared.storage.every_table import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
