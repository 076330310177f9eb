"""Guides of items; papers of cases on the printers that print tickets."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _guides()
    with op.batch_alter_table("print_job") as job:
        job.alter_column("ticket", nullable=True, existing_type=sa.Integer())
        job.add_column(sa.Column("case", sa.Integer()))
        job.add_column(sa.Column("paper", sa.String()))
        job.create_foreign_key("print_job_case_fkey", "case_file", ["case"], ["id"])
        job.create_index("ix_print_job_case", ["case"])


def _guides() -> None:
    op.create_table(
        "guide",
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("legal_days", sa.Integer()),
        sa.Column("promised_days", sa.Integer()),
        sa.Column("fee", sa.String(), nullable=False),
        sa.Column("fee_basis", sa.String(), nullable=False),
        sa.Column("law", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("item"),
    )
    op.create_table(
        "guide_material",
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["item"], ["guide.item"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("item", "ordinal"),
    )
    op.create_table(
        "guide_step",
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["item"], ["guide.item"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("item", "ordinal"),
    )
