"""Papers of cases on the printers that print tickets."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("print_job") as job:
        job.alter_column("ticket", nullable=True, existing_type=sa.Integer())
        job.add_column(sa.Column("case", sa.Integer()))
        job.add_column(sa.Column("paper", sa.String()))
        job.create_foreign_key("print_job_case_fkey", "case_file", ["case"], ["id"])
        job.create_index("ix_print_job_case", ["case"])
