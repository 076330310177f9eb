"""Calls for a helper that belong to a case, not to a ticket."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

OPEN = sa.text("ended_at IS NULL")


def upgrade() -> None:
    op.drop_index("ix_alert_open", table_name="alert")
    with op.batch_alter_table("alert") as alert:
        alert.alter_column("ticket", nullable=True, existing_type=sa.Integer())
        alert.add_column(sa.Column("case", sa.Integer()))
        alert.create_foreign_key("alert_case_fkey", "case_file", ["case"], ["id"])
        alert.create_index("ix_alert_case", ["case"])
    op.create_index("ix_alert_open", "alert", ["due_at"], sqlite_where=OPEN, postgresql_where=OPEN)
