"""The only place that knows SQLAlchemy: tables, database, statements, migrations."""

from sqlalchemy import Connection as Transaction

from shared.storage.database import Database, open_database

__all__ = ["Database", "Transaction", "open_database"]
