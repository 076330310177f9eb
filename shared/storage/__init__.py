"""The only place that knows SQLAlchemy: tables, database, statements, migrations."""

from sqlalchemy import Connection as Transaction

from shared.storage import case_tables as _tables  # noqa: F401 - known to whoever asks for all tables
from shared.storage.database import Database, open_database

__all__ = ["Database", "Transaction", "open_database"]
